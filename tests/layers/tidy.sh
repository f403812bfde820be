#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs clang-tidy with the checks of .clang-tidy: on all of src/, or on the files named. Needs the Debian package
# clang-tidy-14 and a configured build: `sh tests/layers/tidy.sh [--build FOLDER] [FILE...]`.
set -eu
cd "$(dirname "$0")/../.."
build=build/release
if [ "${1-}" = --build ]; then build=$2; shift 2; fi
[ "$#" -gt 0 ] || set -- $(find src -name '*.cpp' | sort)
printf '%s\n' "$@" | xargs -n 1 -P 2 clang-tidy-14 --quiet -p "$build"
