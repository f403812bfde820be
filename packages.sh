#!/bin/sh
# SPDX-License-Identifier: MIT
# Installs the Debian packages that practice needs: `sh packages.sh` those of the program, `sh packages.sh tests`
# those of its tests too. This is the only list of them. Does nothing, at once and offline, when all are there.
set -eu

# One a line. A name behind the package's is a command that serves as well: where it is found, from wherever, the
# package is not asked for.
program='
g++
cmake
ninja-build
libcli11-dev
libyaml-cpp-dev
libsqlitecpp-dev
libsqlite3-dev
libical-dev
libfmt-dev
nlohmann-json3-dev
libutf8proc-dev
libcctz-dev
nettle-dev
tzdata
'
tests='
catch2
librapidcheck-dev
clang clang++
clang-format-14
libclang-rt-14-dev
fish
khal
less
locales
mandoc
nodejs node
nginx-light nginx
npm npm
python3
python3-dateutil
python3-icalendar
python3-jsonschema
python3-recurring-ical-events
python3-yaml
radicale
sqlite3
strace
valgrind
zsh
'
# What several people on one machine come in by. A machine that is not a server may not want one of ssh.
server='
adduser
openssh-client ssh
openssh-server /usr/sbin/sshd
sudo
'
# What practice is measured beside, by tests/bench/run.py.
bench='
calcurse
remind
'
long='
debootstrap
dpkg-dev
lintian
'

case "${1-}" in
    '') wanted=$program ;;
    tests) wanted=$program$tests ;;
    server) wanted=$server ;;
    bench) wanted=$program$tests$bench ;;
    long) wanted=$program$tests$server$long ;;
    *) echo "usage: sh packages.sh [tests|server|bench|long]" >&2; exit 2 ;;
esac

if ! command -v dpkg-query > /dev/null; then
    echo "packages.sh: this is not a Debian system; please install the like of these yourself:" >&2
    echo "$wanted" | sed '/^$/d; s/ .*//; s/^/  /' >&2
    exit 1
fi

installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
missing=$(echo "$wanted" | while read -r package serves; do
    [ -n "$package" ] || continue
    if echo "$installed" | grep -qxF "$package"; then continue; fi
    if [ -n "$serves" ] && command -v "$serves" > /dev/null; then continue; fi
    echo "$package"
done)
[ -n "$missing" ] || exit 0

as_root=
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo > /dev/null; then
        echo "packages.sh: please run this as root, there is no sudo here:" >&2
        echo "  apt-get install --no-install-recommends" $missing >&2
        exit 1
    fi
    as_root=sudo
fi

echo "Installing Debian packages:" $missing
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -y -q -o DPkg::Lock::Timeout=300 install --no-install-recommends $missing > "$log" 2>&1 < /dev/null
}
# The package lists may be missing or too old: they are fetched when a first try fails.
if ! install; then
    if ! $as_root apt-get -q -o DPkg::Lock::Timeout=300 update > "$log" 2>&1 < /dev/null || ! install; then
        tail -n 30 "$log" >&2
        echo "packages.sh: apt-get could not install:" $missing >&2
        exit 1
    fi
fi
