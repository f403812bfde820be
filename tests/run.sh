#!/bin/sh
# SPDX-License-Identifier: MIT
# Builds practice with the sanitizers and runs all of its tests: `sh tests/run.sh`. With --release the release
# build instead. Further arguments go to ctest: `sh tests/run.sh -R transcripts`. Installs what is missing.
set -eu
cd "$(dirname "$0")/.."

preset=dev
if [ "${1-}" = --release ]; then
    preset=release
    shift
fi

sh packages.sh tests
cmake --preset "$preset" -DPRACTICE_TESTS=ON
cmake --build "build/$preset"
exec ctest --test-dir "build/$preset" --output-on-failure --no-tests=error -j 2 "$@"
