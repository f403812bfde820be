#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs what the engine is compared with, where it is missing: python-dateutil as a Debian package,
# rrule.js into the build folder given.
set -eu

if ! /usr/bin/python3 -c 'import dateutil' 2>/dev/null; then
    as_root=
    [ "$(id -u)" -eq 0 ] || as_root='sudo -n'
    $as_root apt-get install -y -qq python3-dateutil >/dev/null
fi

version=2.8.1
if ! grep -q "\"version\": \"$version\"" "$1/node_modules/rrule/package.json" 2>/dev/null; then
    npm install --prefix "$1" --no-save --no-package-lock --no-audit --no-fund --loglevel=error "rrule@$version" >/dev/null
fi
