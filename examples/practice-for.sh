#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs practice for somebody who comes in by ssh with a key of their own: the forced command of that key.
#   restrict,command="/usr/local/bin/practice-for sam" ssh-ed25519 AAAA...
# What was asked for is split at blanks, with quotes around what holds some; no shell ever runs it.
set -eu

PRACTICE_WHO=${1:?"usage: practice-for NAME"}
PRACTICE_PAGER=cat  # a pager could start a shell
export PRACTICE_WHO PRACTICE_PAGER

asked=${SSH_ORIGINAL_COMMAND:-help}
asked=${asked#"${asked%%[! ]*}"}
case $asked in practice) asked=help ;; esac
asked=${asked#practice }
# xargs only splits: what is sent along is for practice (ssh practice@server import - --from-format csv < rows.csv),
# and its exit code is the answer. A command that is too long is refused rather than run in parts.
exec 3<&0 4>&1
code=$(printf '%s' "$asked" | xargs -x -n 65536 sh -c 'practice "$@" <&3 >&4 && echo 0 || echo $?' practice) || code=2
exit "${code:-2}"
