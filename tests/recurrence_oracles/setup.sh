#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs rrule.js, which the engine is compared with, into the build folder given, where it is missing. What cannot be
# fetched is skipped (77).
set -eu

version=2.8.1
if grep -q "\"version\": \"$version\"" "$1/node_modules/rrule/package.json" 2>/dev/null; then exit 0; fi
if ! npm install --prefix "$1" --no-save --no-package-lock --no-audit --no-fund --loglevel=error "rrule@$version" >/dev/null; then
    echo "skipped: npm could not install rrule@$version"
    exit 77
fi
