#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the README's first two commands on a fresh Debian 12 (debootstrap, in a temporary folder) that has nothing but
what they install themselves. Further arguments go to tests/run.sh. Needs root and Debian's packages; ends with 77
(skipped) where these are missing."""

import os
import re
import shutil
import sys
import tempfile

from fresh_debian import System, need

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def commands():
    """The first block of the README, a command a line."""
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        block = re.search(r"^On Debian 12:\n```sh\n(.*?)^```", file.read(), re.MULTILINE | re.DOTALL)
    found = [line.split("#")[0].split() for line in block[1].splitlines()] if block else []
    if [words[:2] for words in found] != [["sh", "examples/quickstart.sh"], ["sh", "tests/run.sh"]]:
        raise SystemExit(f"the README begins with other commands than quickstart.sh and run.sh: {found}")
    return found


def main():
    quickstart, tests = commands()
    need("debootstrap", "unshare")
    with tempfile.TemporaryDirectory(prefix="bare-") as folder:
        system = System(folder)
        # As from an archive of the sources: without what was built here, and without git.
        shutil.copytree(ROOT, os.path.join(system.root, "root", "practice"), symlinks=True,
                        ignore=lambda inside, _: ["build", ".git"] if inside == ROOT else [])
        for words in (quickstart, tests + sys.argv[1:]):
            print("$", *words)
            code = system.run_with_devices("sh", "-c", 'cd /root/practice && exec "$@"', "sh", *words)
            if code != 0:
                raise SystemExit(f"{' '.join(words)} ended with {code}")


if __name__ == "__main__":
    sys.exit(main())
