#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts the instructions of fifteen commands over fixed data, and compares them with instructions.tsv.

Unlike a time, a count is nearly the same on a busy machine. Within 3 % of the count that was last accepted, upwards and
downwards, a command costs what it did. Who changes that counts again and says why: the reason stands beside the count.

    instructions.py --build build/release
    instructions.py --build build/release --update 'names are folded once'

It takes valgrind, whose cachegrind counts, and the release build on Debian 12 (amd64), for which the counts stand.
"""

import argparse
import concurrent.futures
import os
import platform
import re
import shutil
import sys
import tempfile

from measure import Bench

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
        super().__init__(os.path.join(build, "practice"), folder)
        self.environment["PRACTICE_COMPLETION_CLIENT_NAMES"] = "yes"
        self.run(self.practice, "--db", self.path("people.db"), "apply", os.path.join(DATA, "practice.yaml"))
        shutil.copy(self.path("people.db"), self.path("all.db"))
        self.run(self.practice, "--db", self.path("all.db"), "import", os.path.join(DATA, "schedule.csv"), "-y")
        with open(os.path.join(DATA, "schedule.csv"), encoding="utf-8") as schedule:
            rows = schedule.readlines()
        with open(self.path("rows.csv"), "w", encoding="utf-8") as some:
            some.writelines(rows[:1 + ROWS])

    def alone(self, name):
        """A counter in a folder of its own, with the same data: several count at once."""
        folder = self.path(name.replace(" ", "-"))
        os.mkdir(folder)
        for file in ("people.db", "all.db", "rows.csv"):
            shutil.copy(self.path(file), folder)
        other = object.__new__(Counter)
        other.__dict__ = {**self.__dict__, "folder": folder}
        return other

    def count(self, before, words):
        """Millions of instructions of the whole process."""
        shutil.copy(self.path("all.db" if before is not None else "people.db"), self.path("one.db"))
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
            return round(int(re.search(r"I\s+refs:\s+([\d,]+)", log.read())[1].replace(",", "")) / 1e6, 2)


def count_all(build):
    """The millions of instructions of each command."""
    with tempfile.TemporaryDirectory(prefix="instructions-") as folder, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as threads:
        counter = Counter(build, folder)
        counts = {name: threads.submit(counter.alone(name).count, *steps) for name, steps in COMMANDS.items()}
        return {name: count.result() for name, count in counts.items()}


def read_counts():
    """What each command cost when that was last accepted, and why: {name: (millions, reason)}."""
    if not os.path.exists(COUNTS):
        return {}
    with open(COUNTS, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return {name: (float(millions), reason) for name, millions, reason in rows}


def write_counts(kept):
    with open(COUNTS, "w", encoding="utf-8") as file:
        file.write("# Command, millions of instructions, why it costs that. Written by instructions.py.\n")
        file.writelines(f"{name}\t{millions:.2f}\t{reason}\n" for name, (millions, reason) in kept.items())


def changed(kept, counts):
    """The commands that differ by more than the slack, or were not counted before."""
    return [name for name in counts if name not in kept or abs(counts[name] / kept[name][0] - 1) > SLACK]


def accepted(kept, counts, reason):
    """The counts to keep. One within the slack stays as it is, so that many small steps are seen as a large one."""
    new = changed(kept, counts)
    return {name: (counts[name], reason) if name in new else kept[name] for name in counts}


def complaint(kept, counts, program):
    """What is wrong, a line each, and what to type when it is meant; empty when nothing is."""
    wrong = [f"{name}: {counts[name]:.2f} million instructions, " +
             (f"which were {kept[name][0]:.2f} ({counts[name] / kept[name][0] - 1:+.1%})" if name in kept else "not counted before")
             for name in changed(kept, counts)]
    wrong += [f"{name} stands in instructions.tsv and is not counted" for name in kept if name not in counts]
    if wrong:
        wrong.append(f"If that is meant: {program} --update 'why'")
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
    counts, kept = count_all(arguments.build), read_counts()
    for name in [name for name in counts if name in kept]:
        print(f"{name:<24} {counts[name]:>9.2f} {kept[name][0]:>9.2f} {counts[name] / kept[name][0]:>6.3f}")
    if arguments.update:
        write_counts(accepted(kept, counts, arguments.update))
        return 0
    wrong = complaint(kept, counts, f"python3 tests/bench/instructions.py --build {arguments.build}")
    print("\n".join(wrong), file=sys.stderr, end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
