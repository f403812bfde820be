#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds practice with the sanitizers and runs all of its tests: `sh tests/run.sh`. With --release the release
# build instead; with --long also those that take long or need the network (a fresh Debian for the package and for the
# README's commands, all transcripts in every locale, mutants). Further arguments go to ctest:
# `sh tests/run.sh -R transcripts`. Installs what is missing. What had to be skipped is said at the end; where CI is set,
# it is a failure.
set -eu
cd "$(dirname "$0")/.."

preset=dev
long=
while :; do
    case "${1-}" in
        --release) preset=release ;;
        --long) long=yes ;;
        *) break ;;
    esac
    shift
done

sh packages.sh tests
[ -z "$long" ] || sh packages.sh long
cmake --preset "$preset" -DPRACTICE_TESTS=ON
cmake --build "build/$preset"
[ -n "$long" ] || set -- -LE '^long$' "$@"
results=$PWD/build/$preset/tests.xml
rm -f "$results"
status=0
ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j 2 --output-junit "$results" "$@" || status=$?
if [ -f "$results" ]; then
    python3 tests/skips/report.py "$results" || status=1
fi
exit "$status"
