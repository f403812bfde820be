#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures what practice costs, as whole processes: start to end, as a person or a script would wait for it.

    cmake --build build/release --target bench && python3 tests/bench/bench.py --build build/release

What is compared is measured in turn, in pairs, and the medians are given: load on the machine then hits both.
BENCHMARKS.md has the results of one machine.
"""

import argparse
import csv
import datetime
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

PROFESSIONALS = 16
CLIENTS = 2000
NOW = "2026-11-23T08:00"


class Bench:
    def __init__(self, build, folder, pairs):
        self.build, self.folder, self.pairs = os.path.abspath(build), folder, pairs
        self.practice = os.path.join(self.build, "practice")
        self.own = os.path.join(self.build, "tests", "bench")
        self.environment = {
            "PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": folder, "PRACTICE_NOW": NOW,
            "XDG_CONFIG_HOME": os.path.join(folder, "config"), "XDG_DATA_HOME": os.path.join(folder, "data"),
        }

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *words, allowed=(0,)):
        """Runs a command; its wall time in milliseconds and its peak memory in MB."""
        with open(self.path("out"), "wb") as out, open(self.path("err"), "wb") as err:
            begun = time.perf_counter()
            process = subprocess.Popen(words, env=self.environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            wall = (time.perf_counter() - begun) * 1000
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in allowed:
            with open(self.path("err"), encoding="utf-8", errors="replace") as err:
                raise SystemExit(f"{' '.join(words)} ended with {process.returncode}:\n{err.read(2000)}")
        return wall, usage.ru_maxrss / 1024

    def in_turn(self, commands, runs=None):
        """The median wall time of each of the commands, run in turn. A command is a list of words."""
        walls = [[] for _ in commands]
        for _ in range(runs or self.pairs):
            for wall, words in zip(walls, commands):
                wall.append(self.run(*words)[0])
        return [statistics.median(wall) for wall in walls]


def tell(what, value, note=""):
    print(f"{what:<72} {value:>10}  {note}".rstrip(), flush=True)


def settings():
    """The settings file of the practice that all databases are filled for."""
    lines = ["practice: {name: Bench, time-zone: America/New_York, currency: USD, week-starts: monday}", "rooms:"]
    lines += [f"  - {{name: Room {i}, kind: in-person}}" for i in range(PROFESSIONALS)]
    lines += ["professionals:"]
    lines += [f'  - {{code: p{i:02}x, name: Given{i} Family{i}, room: Room {i}, hours: {{mon-fri: "09:00-17:00"}}}}'
              for i in range(PROFESSIONALS)]
    lines += ["services:", '  - {code: "90834", description: "Psychotherapy, 45 minutes", length: 45, price: "150.00"}']
    lines += ["clients:"]
    lines += [f"  - {{name: Client{i} Surname{i}}}" for i in range(CLIENTS)]
    return "\n".join(lines) + "\n"


COLUMNS = ["ref", "professional", "client", "service", "price", "room", "at", "length", "repeat", "every", "unit", "on",
           "ends", "times", "except", "note", "status"]


def schedule(rows):
    """Rows for `practice import`: hour by hour of coming weeks, nobody twice at one time; in no order, as the exports of
    other programs are."""
    monday = datetime.datetime(2026, 11, 30, 9)
    order = list(range(rows))
    random.Random(1).shuffle(order)
    for i in order:
        who, place = i % PROFESSIONALS, i // PROFESSIONALS
        week, hour = divmod(place, 40)
        at = monday + datetime.timedelta(weeks=week, days=hour // 8, hours=hour % 8)
        yield {"ref": f"H{i:07}", "professional": f"p{who:02}x", "client": f"Client{i % CLIENTS} Surname{i % CLIENTS}",
               "service": "90834", "room": f"Room {who}", "at": at.strftime("%Y-%m-%d %H:%M"), "length": "45",
               "status": "scheduled"}


def write_schedule(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(schedule(rows))


# As many rows into one table, found by what a schedule is looked through for.
PLAIN_TABLE = ["CREATE TABLE t(" + ", ".join(f'"{column}" TEXT' for column in COLUMNS) + ")",
               "CREATE INDEX t_ref ON t(ref)", "CREATE INDEX t_professional ON t(professional, at)",
               "CREATE INDEX t_client ON t(client, at)"]


def make_databases(bench, counts):
    with open(bench.path("bench.yaml"), "w", encoding="utf-8") as file:
        file.write(settings())
    for name in ["empty"] + counts:
        database = bench.path(f"{name}.db")
        bench.run(bench.practice, "--db", database, "apply", bench.path("bench.yaml"))
        if name != "empty":
            bench.run(os.path.join(bench.own, "make_database"), database, name)


def copy_of_empty(bench, name):
    with open(bench.path("empty.db"), "rb") as source, open(bench.path(name), "wb") as target:
        target.write(source.read())
    return bench.path(name)


def commands(bench, small, large):
    """Start-up, a week's list, adding a series: with a small and a large database in turn."""
    def pair(*words):
        return [[bench.practice, "--db", bench.path(f"{count}.db"), *words] for count in (small, large)]

    def tell_pair(what, walls):
        tell(f"{what}, {small} bookings", f"{walls[0]:.1f} ms")
        tell(f"{what}, {large} bookings", f"{walls[1]:.1f} ms", f"{walls[1] / walls[0]:.2f} times as long")

    true, version = bench.in_turn([["/bin/true"], [bench.practice, "--version"]])
    tell("start and end (--version)", f"{version:.1f} ms", f"/bin/true {true:.1f} ms")
    tell_pair("a week's list", bench.in_turn(pair("session", "list", "--from", "2026-11-30", "--days", "7", "--json")))
    tell_pair("a week's list of one professional",
              bench.in_turn(pair("session", "list", "--from", "2026-11-30", "--days", "7", "--professional", "p03x")))
    for view in ("agenda", "day", "week", "month"):
        tell_pair(f"calendar {view}", bench.in_turn(pair("calendar", view, "2026-11-30", "--width", "140")))
    add = ["session", "add", "-q", "--client", "Client7 Surname7", "--service", "90834", "--professional", "p12x",
           "--repeat", "weekly", "--no-input"]
    tell_pair("session add, weekly for ever, first free slot, dry run", bench.in_turn(pair(*add, "--dry-run")))
    walls = [[], []]
    for i in range(bench.pairs):
        for wall, words in zip(walls, pair(*add, "--at", f"2027-{1 + i % 12:02}-{1 + i % 28:02} 18:15",
                                           "--on-conflict", "allow")):
            wall.append(bench.run(*words)[0])
    tell_pair("session add, weekly for ever, at a given time", [statistics.median(wall) for wall in walls])


def completions(bench):
    """What a press of Tab asks, on a group practice's schedule: 12 professionals, 408 clients, 2,876 bookings."""
    data = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "lakeside")
    database = ["--db", bench.path("lakeside.db")]
    bench.run(bench.practice, *database, "apply", os.path.join(data, "practice.yaml"))
    bench.run(bench.practice, *database, "import", os.path.join(data, "schedule.csv"), "-y")
    ask = [bench.practice, "__complete", "--", *database]
    bench.environment["PRACTICE_COMPLETION_CLIENT_NAMES"] = "yes"
    walls = bench.in_turn([ask + ["session", ""], ask + ["session", "add", "--service", ""],
                           ask + ["session", "add", "--client", ""], ask + ["session", "cancel", ""]])
    for what, wall in zip(["a verb", "a service", "one of 408 clients", "a session, the nearest 100"], walls):
        tell(f"completion of {what}, 2876 bookings", f"{wall:.1f} ms")


def import_rows(bench, rows):
    """A whole schedule, conflict-checked, beside the same file read unchecked by sqlite3's own .import."""
    table = bench.path("schedule.csv")
    write_schedule(table, rows)
    ours, theirs = [], []
    for _ in range(5 if rows <= 100000 else 1):
        for name in ("import0.db", "plain.db"):
            if os.path.exists(bench.path(name)):
                os.remove(bench.path(name))
        ours.append(bench.run(bench.practice, "--db", copy_of_empty(bench, "import0.db"), "import", table, "-y",
                              "--max-rows", str(rows)))
        theirs.append(bench.run("sqlite3", bench.path("plain.db"), *PLAIN_TABLE, f".import --csv --skip 1 {table} t")[0])
    wall, plain = statistics.median(run[0] for run in ours), statistics.median(theirs)
    tell(f"import of {rows} rows (.csv), conflict-checked", f"{wall / 1000:.2f} s",
         f"{max(run[1] for run in ours):.0f} MB; {wall / plain:.1f} times sqlite3 .import ({plain / 1000:.2f} s)")


def files(bench, small, rows):
    """Import and export of calendars and tables."""
    calendar = bench.path("calendar.ics")
    export = [bench.practice, "--db", bench.path(f"{small}.db"), "export", "ics", "--privacy", "full",
              "--since", "2020-01-01", "--until", "2030-01-01", "-o"]
    walls = []
    for _ in range(bench.pairs):
        if os.path.exists(calendar):
            os.remove(calendar)
        walls.append(bench.run(*export, calendar)[0])
    tell(f"export of {small} bookings (.ics)", f"{statistics.median(walls):.0f} ms")
    unchanged, check, read = bench.in_turn([export + [calendar], export + [calendar, "--check"], ["/bin/cat", calendar]])
    tell("the same again, unchanged", f"{unchanged:.0f} ms", f"--check {check:.0f} ms; reading the file {read:.1f} ms")

    import_rows(bench, rows)
    wall, memory = bench.run(bench.practice, "--db", bench.path("import0.db"), "export", "ics",
                             "--since", "2026-11-01", "--until", "2040-01-01", "-o", bench.path("large.ics"))
    tell(f"export of {rows} sessions (.ics)", f"{wall / 1000:.2f} s", f"{memory:.0f} MB")

    events = bench.path("events.csv")
    write_schedule(events, 10200)
    source = copy_of_empty(bench, "events.db")
    bench.run(bench.practice, "--db", source, "import", events, "-y")
    bench.run(bench.practice, "--db", source, "export", "ics", "--privacy", "full", "--since", "2026-11-01", "--until", "2040-01-01",
              "-o", calendar)
    walls = [bench.run(bench.practice, "--db", copy_of_empty(bench, f"events{i}.db"), "import", calendar)[0]
             for i in range(3)]
    tell("import of 10200 events (.ics), conflict-checked", f"{statistics.median(walls) / 1000:.2f} s")


def expansion(bench):
    """Occurrences a second, of the program's own recurrences, libical's and python-dateutil's."""
    program = os.path.join(bench.own, "expansion_bench")
    if os.access(program, os.X_OK):
        print(subprocess.run([program], capture_output=True, encoding="utf-8", check=True).stdout, end="")
    try:
        from dateutil.rrule import rrule, WEEKLY  # python3-dateutil; not part of the standard library
    except ImportError:
        return
    begun = time.perf_counter()
    count = sum(1 for _ in rrule(WEEKLY, dtstart=datetime.datetime(2026, 1, 6, 14), count=100000))
    tell("expansion by python-dateutil (weekly)", f"{count / (time.perf_counter() - begun) / 1e6:.2f} M/s")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--pairs", type=int, default=31, help="how often each pair of commands is run")
    parser.add_argument("--small", default="10200")
    parser.add_argument("--large", default="1000000")
    parser.add_argument("--rows", type=int, default=100000, help="rows of the import")
    parser.add_argument("--only", choices=["commands", "completions", "files", "import", "expansion"])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        bench = Bench(arguments.build, folder, arguments.pairs)
        if arguments.only not in ("expansion", "completions"):
            make_databases(bench, [arguments.small] + ([] if arguments.only in ("files", "import") else [arguments.large]))
        if arguments.only in (None, "commands"):
            commands(bench, arguments.small, arguments.large)
        if arguments.only in (None, "completions"):
            completions(bench)
        if arguments.only == "import":
            import_rows(bench, arguments.rows)
        if arguments.only in (None, "files"):
            files(bench, arguments.small, arguments.rows)
        if arguments.only in (None, "expansion"):
            expansion(bench)


if __name__ == "__main__":
    sys.exit(main())
