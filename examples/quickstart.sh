#!/bin/sh
# SPDX-License-Identifier: MIT
# From a fresh copy of the sources to a first booked session: `sh examples/quickstart.sh`. Installs the Debian packages that
# are missing, builds practice into build/release, and tries it on an example practice in a temporary folder. Beside an
# installed practice (/usr/share/doc/practice/examples) it tries that one. Your own practice, if you have one, is not touched.
set -eu
cd "$(dirname "$0")/.."
here=$(pwd)

say() { printf '\n%s\n' "$*"; }
# Prints a command as typed, and runs it.
show() {
    printf '\n$ %s\n' "$1"
    eval "$1"
}
# The same for a command that should be refused because the time is taken.
show_refused() {
    code=0
    show "$1" || code=$?
    if [ "$code" -ne 5 ]; then
        echo "quickstart: this should have been refused with exit code 5, but ended with $code" >&2
        exit 1
    fi
    echo "(refused, exit code 5: nothing was booked)"
}

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT
trap 'exit 130' INT TERM

# Prints what a step has to say only when it fails.
quietly() {
    "$@" > "$temporary/log" 2>&1 || { cat "$temporary/log" >&2; exit 1; }
}

if [ -f CMakeLists.txt ]; then
    sh packages.sh
    say "Building practice (a few minutes the first time) ..."
    quietly cmake --preset release -DPRACTICE_TESTS=OFF
    quietly cmake --build build/release --target practice
    PATH="$here/build/release:$PATH"
elif ! command -v practice > "$temporary/log"; then
    echo "quickstart: there are no sources here to build, and no practice is installed where PATH looks" >&2
    exit 1
fi

# A world of its own: no configuration or database but this temporary folder's.
unset PRACTICE_DB PRACTICE_CONFIG PRACTICE_PROFESSIONAL PRACTICE_NOW
export XDG_CONFIG_HOME="$temporary/config" XDG_DATA_HOME="$temporary/data" PRACTICE_PAGER=cat

say "1. An example practice: two professionals, three rooms, services with prices, a few clients."
show "practice apply examples/lakeside.yaml"

say "2. A weekly session for Anna Smith, at the first time that is free for good."
show "practice session add --client Smith --service 90834 --repeat weekly"

say "3. What is booked in the next two weeks, and the coming week as a calendar."
# On a terminal a listing is a table by itself.
if [ -t 1 ]; then as_table='' wide=''; else as_table=' --format table' wide=' --width 100'; fi
show "practice session list$as_table"
show "practice calendar week next$as_table$wide"

say "4. The same time again, for somebody else: practice says what is taken, and what is free."
taken=$(practice session list --json | sed -n 's/.*"start": *"\([0-9-]*T[0-9:]\{5\}\).*/\1/p' | tail -n 1)
show_refused "practice session add --professional lee --client Ng --service 90837 --at $taken"

say "5. A calendar feed that any calendar program can subscribe to."
show "practice export ics -o '$temporary/lakeside.ics'"
show "sed -n '/BEGIN:VEVENT/,/END:VEVENT/p' '$temporary/lakeside.ics'"

say "practice is here: $(command -v practice)"
echo "Next:"
if [ -f CMakeLists.txt ]; then
    echo "  cmake --install build/release          install it (to /usr/local; with sudo unless you are root)"
    echo "  cp examples/lakeside.yaml mine.yaml    write your own practice into a copy, then"
else
    echo "  cp $here/examples/lakeside.yaml mine.yaml"
    echo "                                         write your own practice into a copy, then"
fi
cat <<'TEXT'
  practice apply mine.yaml               set it up
  practice session add                   book: on a terminal it asks for whatever you leave out
  practice help                          all commands; README.md has a five-minute tour
TEXT
