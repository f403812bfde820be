#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The environment variables that the source reads are those that `practice config list --variables` lists."""

import argparse
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
READ = re.compile(r'(?:variable|home_folder|[gs]etenv)\((?:environment, )?"([A-Z_]+)"|variables\.find\("([A-Z_]+)"\)')


def in_source():
    found = set()
    for folder, _, names in os.walk(os.path.join(ROOT, "src")):
        for name in names:
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                found |= {a or b for a, b in READ.findall(file.read())}
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    listed = set(subprocess.run([program, "--no-config", "config", "list", "--variables", "-q"], check=True,
                                env={"HOME": "/nonexistent"}, stdout=subprocess.PIPE, encoding="utf-8").stdout.split())
    with open(os.path.join(ROOT, "src", "config", "configuration.cpp"), encoding="utf-8") as file:
        keys = set(re.findall(r'"(PRACTICE_[A-Z_]+)"', file.read()))
    missing, idle = in_source() - listed, listed - in_source() - keys
    for name in sorted(missing):
        print(f"{name} is read and not listed", file=sys.stderr)
    for name in sorted(idle):
        print(f"{name} is listed and read nowhere", file=sys.stderr)
    return 1 if missing or idle else 0


if __name__ == "__main__":
    sys.exit(main())
