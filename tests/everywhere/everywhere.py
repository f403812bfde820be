#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs transcripts in other places: under other locales and time zones of the system, in a folder whose name has a
space and an accent, as an ordinary user. What is seen must be the same everywhere.

    everywhere.py --program build/dev/practice [--all]      a few transcripts, or all
"""

import argparse
import glob
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
# These write numbers, dates and names in upper and lower case, sort, and look names up.
FEW = ["session_add", "calendar", "session_list", "clients", "apply"]
LOCALES = ["en_US", "de_DE", "tr_TR"]
FOLDER = "Räume und Zeiten"
NOBODY = 65534


def make_locales(folder):
    """As the system's administrator would, but in a folder of our own."""
    for name in LOCALES:
        made = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", os.path.join(folder, f"{name}.UTF-8")],
                              capture_output=True, encoding="utf-8", check=False)
        if made.returncode > 1:  # 1: with warnings
            print(f"skipped: no locale {name} can be made here: {made.stderr}{made.stdout}")
            sys.exit(77)


def places(locales, folder):
    """Name, arguments of run.py, and whether as an ordinary user."""
    yield "C", ["--env", "LC_ALL=C", "--env", "TZ"], False
    for name in LOCALES:
        yield name, ["--env", f"LC_ALL={name}.UTF-8", "--env", f"LANG={name}.UTF-8", "--env", f"LOCPATH={locales}"], False
    for zone in ("Pacific/Kiritimati", ":no/such zone", "XYZ-25:61"):
        yield f"TZ={zone}", ["--env", f"TZ={zone}"], False
    yield "in a folder with a space and an accent", ["--folder", folder], False
    if os.geteuid() == 0:
        yield "as an ordinary user", [], True


def copied(program, top):
    """Program and transcripts, where every user can read them."""
    os.chmod(top, 0o755)
    place = os.path.join(top, FOLDER)
    for part in ("tests/transcripts", "tests/data", "examples"):
        shutil.copytree(os.path.join(ROOT, part), os.path.join(place, part), ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(program, os.path.join(place, "practice"))
    return place


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--all", action="store_true", help="all transcripts, not a few")
    given = parser.parse_args()
    wrong = []
    with tempfile.TemporaryDirectory(prefix="everywhere-") as top:
        place = copied(given.program, top)
        locales = os.path.join(top, "locales")
        os.mkdir(locales)
        make_locales(locales)
        files = sorted(glob.glob(os.path.join(place, "tests", "transcripts", "*.test")))
        if not given.all:
            files = [path for path in files if os.path.basename(path).removesuffix(".test") in FEW]
        runner = [sys.executable, "-B", os.path.join(place, "tests", "transcripts", "run.py"), "--program",
                  os.path.join(place, "practice")]
        for name, arguments, ordinary in places(locales, FOLDER):
            user = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if ordinary else {}
            result = subprocess.run(runner + arguments + files, stdin=subprocess.DEVNULL, capture_output=True,
                                    encoding="utf-8", check=False, **user)
            if result.returncode != 0:
                wrong.append(name)
                print(f"{name}:\n{(result.stdout + result.stderr)[:6000]}")
    if wrong:
        print("not as elsewhere: " + ", ".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
