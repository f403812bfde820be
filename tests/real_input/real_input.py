#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Books a group practice's schedule, one command for each session, and tries 200 more against it.

tests/data/lakeside has the practice, its schedule (2,876 rows, none of which conflict), the tries and what a
brute-force check says of each: whether it conflicts, on which date first, and over what. That check ends at the
date `within`; a series without an end may first clash after it.
"""

import argparse
import concurrent.futures
import csv
import json
import os
import subprocess
import sys
import tempfile
import time

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "lakeside")
CONFLICT = 5
SEPARATED = ("client", "service")  # several in one cell, by ;


class Practice:
    def __init__(self, program, folder):
        self.program = os.path.abspath(program)
        self.environment = {
            "PATH": "/usr/bin:/bin",
            "HOME": folder,
            "XDG_CONFIG_HOME": os.path.join(folder, "config"),
            "XDG_DATA_HOME": os.path.join(folder, "data"),
            "LC_ALL": "C",
            "PRACTICE_NOW": "2026-11-23T08:00",
            "ASAN_OPTIONS": "detect_leaks=0",  # 3,000 starts; the transcripts look for leaks
        }

    def __call__(self, *words):
        return subprocess.run([self.program, *words], env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, encoding="utf-8", timeout=120, check=False)


def rows(name):
    with open(os.path.join(DATA, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def flags(row):
    """The row as options of `session add`: each column is a flag of the same name."""
    words = []
    for column, cell in row.items():
        for value in cell.split(";") if column in SEPARATED else [cell]:
            if value:
                words.append(f"--{column}={value}")
    return words


def book(practice, schedule):
    """Books all rows in their order; returns what went wrong."""
    wrong = []
    for row in schedule:
        result = practice("session", "add", "--quiet", "--no-input", "--allow-past", *flags(row))
        if result.returncode != 0 or not result.stdout.strip().isdigit():
            wrong.append(f"{row['ref']}: exit {result.returncode}: {(result.stderr or result.stdout).strip()}")
            if len(wrong) == 10:
                wrong.append("stopped after ten")
                break
    return wrong


def verdict_of(result):
    """What the program said, in the terms of the verdicts: None, or the first date and what clashes."""
    if result.returncode == 0:
        return None
    if result.returncode != CONFLICT:
        return f"exit {result.returncode}: {result.stderr.strip()}"
    clashes = json.loads(result.stderr)["error"]["clashes"]
    return min(clash["first"] for clash in clashes)[:16], sorted({clash["kind"] for clash in clashes})


def compare(row, said, verdict):
    """What is wrong with an answer; None if nothing."""
    if isinstance(said, str):
        return said
    if not verdict["conflict"]:
        if said is None:
            return None
        first = said[0]
        if row["ends"] == "never" and first[:10] > verdict["within"]:
            return None  # later than the brute-force check looked
        return f"said to clash on {first}, but is free until {verdict['within']}"
    expected = (verdict["first"], sorted(verdict["kinds"]))
    return None if said == expected else f"said {said or 'free'}, but it is {expected}"


def try_all(practice, tries, verdicts):
    def one(row):
        result = practice("session", "add", "--dry-run", "--json", "--no-input", *flags(row))
        return compare(row, verdict_of(result), verdicts[row["ref"]])

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return [f"{row['ref']}: {wrong}" for row, wrong in zip(tries, pool.map(one, tries)) if wrong]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--keep", metavar="FOLDER", help="work in this folder and leave the database there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="real-input-") as temporary:
        practice = Practice(arguments.program, arguments.keep or temporary)
        applied = practice("apply", os.path.join(DATA, "practice.yaml"))
        if applied.returncode != 0:
            print(applied.stderr)
            return 1
        begun = time.monotonic()
        schedule = rows("schedule.csv")
        wrong = book(practice, schedule)
        print(f"{len(schedule)} rows of schedule.csv booked in {time.monotonic() - begun:.0f} s; {len(wrong)} wrong")
        if not wrong:
            begun = time.monotonic()
            with open(os.path.join(DATA, "tries-verdict.json"), encoding="utf-8") as file:
                verdicts = json.load(file)
            tries = rows("tries.csv")
            wrong = try_all(practice, tries, verdicts)
            print(f"{len(tries)} rows of tries.csv tried in {time.monotonic() - begun:.0f} s; {len(wrong)} wrong")
    for line in wrong:
        print("  " + line)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
