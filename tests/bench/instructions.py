#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts the instructions of fifteen commands over fixed data, and compares them with instructions.tsv.

Unlike a time, a count is nearly the same on a busy machine: within 3 %, upwards and downwards, it is as it was. Who changes
what a command costs counts again and says why: the reason is kept with the counts.

    instructions.py --build build/release
    instructions.py --build build/release --update 'names are folded once'

It takes valgrind, whose cachegrind counts, and the release build on Debian 12 (amd64), for which the counts stand.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

from bench import Bench

HERE = os.path.dirname(os.path.abspath(__file__))
COUNTS = os.path.join(HERE, "instructions.tsv")
DATA = os.path.join(os.path.dirname(HERE), "data", "lakeside")
SLACK = 0.03
DEBIAN = "12"
ROWS = 1000

BOOK = ["session", "add", "--client", "Colt Yundt", "--professional", "mirand", "--service", "90834", "--room", "Room 5", "--at",
        "2027-01-02 06:15", "--repeat", "weekly", "--no-input"]

# What is run before, and what is counted. Each has a database of its own: a group practice, 12 professionals, 408
# clients, 2,876 bookings.
COMMANDS = {
    "version": ([], ["--version"]),
    "help of a command": ([], ["session", "add", "--help"]),
    "list of rooms": ([], ["room", "list"]),
    "one session": ([], ["session", "show", "1"]),
    "a week of 95 sessions": ([], ["session", "list", "--from", "2026-11-30", "--days", "7"]),
    "the same as JSON": ([], ["session", "list", "--from", "2026-11-30", "--days", "7", "--json"]),
    "calendar of a week": ([], ["calendar", "week", "2026-11-30"]),
    "calendar of a month": ([], ["calendar", "month", "2026-12"]),
    "book a series": ([], BOOK),
    "move a series": ([BOOK], ["session", "move", "{id}", "06:30", "--from", "2027-01-09"]),
    "undo of that": ([BOOK, ["session", "move", "{id}", "06:30", "--from", "2027-01-09"]], ["undo"]),
    "complete a client": ([], ["__complete", "--", "--db", "one.db", "session", "add", "--client", "col"]),
    "feed of a professional": ([], ["export", "ics", "--professional", "mirand"]),
    "all sessions as CSV": ([], ["export", "csv"]),
    f"import of {ROWS} rows": (None, ["import", "rows.csv", "-y"]),
}


class Counter(Bench):
    def __init__(self, build, folder):
        super().__init__(build, folder, 1)
        self.environment["PRACTICE_COMPLETION_CLIENT_NAMES"] = "yes"
        self.run(self.practice, "--db", self.path("people.db"), "apply", os.path.join(DATA, "practice.yaml"))
        self.copy("people.db", "all.db")
        self.run(self.practice, "--db", self.path("all.db"), "import", os.path.join(DATA, "schedule.csv"), "-y")
        with open(os.path.join(DATA, "schedule.csv"), encoding="utf-8") as schedule:
            rows = schedule.readlines()
        with open(self.path("rows.csv"), "w", encoding="utf-8") as some:
            some.writelines(rows[:1 + ROWS])

    def copy(self, source, target):
        shutil.copy(self.path(source), self.path(target))

    def count(self, before, words):
        """Instructions of the whole process."""
        self.copy("all.db" if before is not None else "people.db", "one.db")
        practice = [self.practice, "--db", self.path("one.db")]
        series = None
        for command in before or []:
            self.run(*practice, *(word.format(id=series) for word in command), *(["-q"] if command == BOOK else []))
            if command == BOOK:
                with open(self.path("out"), encoding="utf-8") as out:
                    series = out.read().strip()
        words = [self.path(word) if word in ("rows.csv", "one.db") else word.format(id=series) for word in words]
        self.run("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null",
                 f"--log-file={self.path('counted')}", *practice, *words)
        with open(self.path("counted"), encoding="utf-8") as log:
            return int(re.search(r"I\s+refs:\s+([\d,]+)", log.read())[1].replace(",", ""))


def read_counts():
    """The reasons, and the millions of instructions of each command."""
    reasons, counts = [], {}
    if os.path.exists(COUNTS):
        with open(COUNTS, encoding="utf-8") as file:
            for line in file:
                if line.startswith("# - "):
                    reasons.append(line[4:].rstrip("\n"))
                elif not line.startswith("#"):
                    name, millions = line.rstrip("\n").split("\t")
                    counts[name] = float(millions)
    return reasons, counts


def write_counts(reasons, counts):
    with open(COUNTS, "w", encoding="utf-8") as file:
        file.write("# Millions of instructions; written by instructions.py. Why they changed, the newest last:\n")
        file.writelines(f"# - {reason}\n" for reason in reasons)
        file.writelines(f"{name}\t{millions:.2f}\n" for name, millions in counts.items())


def compare(kept, counts):
    """What differs by more than the slack, a line each."""
    wrong = [f"{name} is in only one of instructions.py and instructions.tsv" for name in kept.keys() ^ counts.keys()]
    for name in [name for name in counts if name in kept]:
        ratio = counts[name] / kept[name]
        print(f"{name:<24} {counts[name]:>9.2f} {kept[name]:>9.2f} {ratio:>6.3f}")
        if abs(ratio - 1) > SLACK:
            wrong.append(f"{name}: {counts[name]:.2f} million instructions, which were {kept[name]:.2f}")
    return wrong


def missing(build):
    """Why nothing can be counted here."""
    system = platform.freedesktop_os_release()
    if (system.get("ID"), system.get("VERSION_ID"), platform.machine()) != ("debian", DEBIAN, "x86_64"):
        return f"the counts are those of Debian {DEBIAN} on amd64"
    if not shutil.which("valgrind"):
        return "valgrind is not installed"
    with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as cache:
        return None if "CMAKE_BUILD_TYPE:STRING=Release\n" in cache.read() else "the counts are those of a release build"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--update", metavar="WHY", help="keep the counts of now, and why they changed")
    arguments = parser.parse_args()
    lack = missing(arguments.build)
    if lack:
        print(f"skipped: {lack}")
        return 77
    with tempfile.TemporaryDirectory(prefix="instructions-") as folder:
        counter = Counter(arguments.build, folder)
        counts = {name: round(counter.count(*steps) / 1e6, 2) for name, steps in COMMANDS.items()}
    reasons, kept = read_counts()
    wrong = compare(kept, counts)
    if arguments.update:
        write_counts(reasons + [arguments.update], counts)
        return 0
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        print("if that is meant: instructions.py --update 'the reason'", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
