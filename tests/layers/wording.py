#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that no file of the project promises work left to do, names this machine, or ends without a newline."""

import os
import re
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|HA" r"CK)\b")
FORBIDDEN_NAMES = re.compile(r"(^|[_.])(util|utils|helper|helpers|manager|common|misc)([_.]|$)")
SKIPPED = ("build", ".git", ".cache", "node_modules", "__pycache__", "data")


def files():
    """What git knows and does not ignore; without git, all but build folders."""
    if shutil.which("git"):
        listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-co", "--exclude-standard", "-z"], capture_output=True,
                                check=False)
        if listed.returncode == 0 and listed.stdout:
            return sorted(name for name in listed.stdout.decode().split("\0") if name)
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in SKIPPED and not name.startswith("build-")]
        found += [os.path.relpath(os.path.join(folder, name), ROOT) for name in names]
    return sorted(found)


def breaches(path):
    if FORBIDDEN_NAMES.search(os.path.basename(path)):
        yield 0, "a name that says nothing"
    with open(os.path.join(ROOT, path), "rb") as file:
        data = file.read()
    if b"\0" in data or path.startswith("tests/data/"):
        return
    text = data.decode("utf-8", errors="replace")
    for number, line in enumerate(text.split("\n"), 1):
        if UNFINISHED.search(line):
            yield number, "work left to do: " + line.strip()
        if re.search(r"\s$", line) and path.endswith((".cpp", ".h", ".py", ".sh", ".txt", ".cmake", ".yaml")):
            yield number, "space at the end of the line"
    if text and not text.endswith("\n") and path.endswith((".cpp", ".h", ".py", ".sh", ".md", ".txt", ".yaml")):
        yield text.count("\n") + 1, "no newline at the end"


def main():
    seen = wrong = 0
    for path in files():
        if not os.path.isfile(os.path.join(ROOT, path)):
            continue
        seen += 1
        for number, what in breaches(path):
            wrong += 1
            print(f"{path}:{number}: {what}")
    print(f"{seen} files, {wrong} breaches")
    return 0 if seen and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
