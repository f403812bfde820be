#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs the JavaScript calendars that feeds are read with into the build folder given, where they are missing.
# The versions run with Debian 12's node, 18. What cannot be fetched is skipped (77).
set -eu

version_of() { sed -n 's/^  "version": "\(.*\)",*$/\1/p' "$1/package.json" 2>/dev/null || true; }
install() {
    if [ "$(version_of "$folder/node_modules/$1")" != "$2" ]; then wanted="$wanted $1@$2"; fi
}

folder=$1
wanted=
install ical.js 2.2.1
install node-ical 0.25.6
[ -n "$wanted" ] || exit 0
if ! timeout 240 npm install --fetch-retries=1 --fetch-timeout=60000 --prefix "$folder" --no-save --no-package-lock --no-audit --no-fund --loglevel=error $wanted; then
    echo "skipped: npm could not install$wanted"
    exit 77
fi
