#!/bin/sh
# SPDX-License-Identifier: MIT
# Checks that all C++ is formatted as .clang-format says, with the version of clang-format that Debian 12 has.
# `sh tests/layers/format.sh --fix` formats it.
set -eu
cd "$(dirname "$0")/../.."
if [ "${1-}" = --fix ]; then how=-i; else how="--dry-run --Werror"; fi
find include src tests \( -name '*.h' -o -name '*.cpp' \) -print0 | xargs -0 -r -n 40 -P 2 clang-format-14 --style=file $how
