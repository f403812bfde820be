#!/bin/sh
# SPDX-License-Identifier: MIT
# Makes the fuzzers with clang, in build/fuzz, and runs each from its kept corpus: `sh tests/fuzz/run.sh SECONDS`.
# What one finds is kept in build/fuzz/found. Ends with 77 (skipped) where there is no clang.
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:?usage: sh tests/fuzz/run.sh SECONDS}

if ! command -v clang++ > /dev/null; then
    echo "skipped: there is no clang++"
    exit 77
fi
cmake -G Ninja -S . -B build/fuzz -DCMAKE_CXX_COMPILER=clang++ -DPRACTICE_FUZZ=ON -DPRACTICE_TESTS=OFF > /dev/null
cmake --build build/fuzz --target fuzzers

found=$PWD/build/fuzz/found
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
mkdir -p "$found"
for fuzzer in build/fuzz/tests/fuzz/fuzz_*; do
    [ -x "$fuzzer" ] && [ -f "$fuzzer" ] || continue
    name=${fuzzer##*/fuzz_}
    # New inputs go into the first folder: the kept corpus stays as it is.
    mkdir "$new/$name"
    if ! "$fuzzer" -max_total_time="$seconds" -timeout=10 -dict="tests/fuzz/$name.dict" -artifact_prefix="$found/$name-" \
        "$new/$name" "tests/fuzz/corpus/$name" > "$new/$name.log" 2>&1; then
        tail -n 60 "$new/$name.log"
        exit 1
    fi
    echo "$name: $(tail -n 1 "$new/$name.log")"
done
