#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs transcripts: what a person types, and sees.

    run.py --program build/dev/practice tests/transcripts/first_booking.test
    run.py --program build/dev/practice --update FILE...     writes what was seen into the files; review the diff

README.md beside this file describes the format. Each file runs in a fresh home of its own.
"""

import argparse
import difflib
import os
import sys
import tempfile

import transcript
from world import ROOT, Place, World


def check(path, program, update, place=None):
    """Runs one file; True when all of it is as it should be (or was updated)."""
    document = transcript.read(path)
    if not document.commands:
        print(f"{path}: no command in it")
        return False
    failures = 0
    with tempfile.TemporaryDirectory(prefix="transcript-") as folder:
        world = World(folder, program, document.headers, place)
        for command in document.parts:
            if isinstance(command, transcript.File):
                world.write(command.name, command.content)
            if not isinstance(command, transcript.Command):
                continue
            actual = transcript.as_expected(*world.run(command, in_terminal=document.document), document.document)
            if transcript.agrees(command.expected, actual):
                continue
            if update:
                command.expected = transcript.merged(command.expected, actual)
                continue
            failures += 1
            print(f"{path}:{command.line_number}: {command.source[0]}")
            for line in list(difflib.unified_diff(command.expected, actual, n=3, lineterm=""))[2:]:
                print("    " + line)
    if update:
        document.space_out()
        text = document.text()
        with open(path, encoding="utf-8") as file:
            changed = file.read() != text
        if changed:
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
            print(f"{path}: updated")
    if failures:
        print(f"{path}: {failures} of {len(document.commands)} commands differ (- expected, + seen); if that is "
              "right, update it:\n  python3 tests/transcripts/run.py --program PROGRAM --update FILE")
    return failures == 0


def main():
    parser = argparse.ArgumentParser(description="Run transcripts of practice.")
    parser.add_argument("--program", default=os.path.join(ROOT, "build", "dev", "practice"))
    parser.add_argument("--update", action="store_true", help="write what was seen into the files")
    parser.add_argument("--env", action="append", default=[], metavar="NAME=VALUE",
                        help="run all of it with this in the environment (NAME alone: without it)")
    parser.add_argument("--folder", default="", help="in a folder of this name")
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    if not os.access(arguments.program, os.X_OK):
        raise SystemExit(f"no program at {arguments.program}")
    place = Place(arguments.env, arguments.folder)
    good = [check(path, arguments.program, arguments.update, place) for path in arguments.files]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
