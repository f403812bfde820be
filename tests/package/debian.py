#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the Debian packages, installs them on a fresh Debian 12 (debootstrap, in a temporary folder), uses the program
there as an ordinary user, and removes it again: nothing may be left. Needs root and Debian's packages; ends with 77
(skipped) where these are missing."""

import argparse
import glob
import os
import re
import shutil
import sys
import tempfile

from fresh_debian import System, need, output

WORK = """set -eu
export HOME=/home/dana PRACTICE_NOW=2026-11-23T08:00 LC_ALL=C.UTF-8
cd /home/dana
cp -r /usr/share/doc/practice/examples/lakeside.yaml .
practice --version
practice apply -q lakeside.yaml
practice session add --client Smith --service 90834 --repeat weekly
practice calendar week next --format table --width 80
practice export ics -o lakeside.ics
grep -c BEGIN:VEVENT lakeside.ics
"""
EXPECTED = ["practice {version}", "Anna Smith with Dana Lee", "Mon Nov 30", "1\n"]


def made_packages(build, folder):
    # Not into the build: its files would be newer than the next build expects.
    output("cpack", "--config", os.path.join(os.path.abspath(build), "CPackConfig.cmake"), "-B", folder, cwd=folder)
    packages = {re.match(r"[a-z-]+", os.path.basename(path))[0]: path for path in glob.glob(os.path.join(folder, "*.deb"))}
    if sorted(packages) != ["libpractice-dev", "practice"]:
        raise SystemExit(f"cpack made {sorted(packages)}")
    return packages


def check_metadata(package, version):
    told = output("dpkg-deb", "--field", package)
    for wanted in (f"Version: {version}", "libical3", "tzdata", "libsqlite3-0"):
        if wanted not in told:
            raise SystemExit(f"the package does not say {wanted}:\n{told}")
    for line in output("dpkg-deb", "--contents", package).splitlines():
        if not re.search(r" root/root .* \./(usr/|$)|^d", line):
            raise SystemExit(f"not root's, or outside of /usr: {line}")


def check_policy(packages):
    """lintian finds no error and nothing to warn of."""
    output("lintian", "--allow-root", "--fail-on", "error,warning", *packages.values())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--version", required=True)
    given = parser.parse_args()
    need("debootstrap", "cpack", "dpkg-deb", "dpkg-shlibdeps", "lintian")
    with tempfile.TemporaryDirectory(prefix="debian-") as folder:
        packages = made_packages(given.build, folder)
        check_metadata(packages["practice"], given.version)
        check_policy(packages)
        system = System(folder)
        shutil.copy(packages["practice"], os.path.join(system.root, "tmp", "practice.deb"))
        system.run("apt-get", "update", "-q")
        # What it depends on stays when it goes, so that comes first.
        needed = re.findall(r"Depends: (.*)", output("dpkg-deb", "--field", packages["practice"]))[0]
        names = [re.match(r"[a-z0-9.+-]+", part.strip())[0] for part in needed.split(",")]
        system.run("apt-get", "install", "-q", "-y", "--no-install-recommends", *names)
        before = system.files()
        system.run("apt-get", "install", "-q", "-y", "--no-install-recommends", "/tmp/practice.deb")
        brought = system.files() - before
        for place in ("/usr/bin/practice", "/usr/share/bash-completion/completions/practice",
                      "/usr/share/zsh/vendor-completions/_practice", "/usr/share/fish/vendor_completions.d/practice.fish"):
            if place not in brought:
                raise SystemExit(f"the package does not bring {place}")
        told = system.run("su", "dana", "-s", "/bin/sh", "-c", WORK)
        for wanted in EXPECTED:
            if wanted.format(version=given.version) not in told:
                raise SystemExit(f"no '{wanted}' in what was told:\n{told}")
        system.run("apt-get", "purge", "-q", "-y", "practice")
        left = system.files() - before
        if left:
            raise SystemExit(f"left behind: {sorted(left)[:20]}")
    print("installed, used and removed")


if __name__ == "__main__":
    sys.exit(main())
