# SPDX-License-Identifier: MIT
"""What is measured, a row each: a command of practice, what stands beside it, and what it may cost."""

import dataclasses
import json
import os

import peers
from measure import Run
from schedules import PLAIN_TABLE

WEEK = ["--from", "2026-11-30", "--days", "7"]
LONG_FEED = ["--since", "2020-01-01", "--until", "2040-01-01"]
NEW_YORK = {"TZ": "America/New_York"}


@dataclasses.dataclass
class Sizes:
    small: int = 10200
    large: int = 1000000
    rows: int = 100000
    many: int = 1000000
    feeds: int = 1000
    feed_sessions: int = 20000


QUICK = Sizes(large=20400, rows=5000, many=10000, feeds=50, feed_sessions=1000)


@dataclasses.dataclass
class Row:
    """title and goal as they are printed, {small} and the like filled in. ours(bench, sizes) is the Run of practice; beside
    has others, by what they are called."""
    title: str
    ours: object
    beside: dict = dataclasses.field(default_factory=dict)
    goal: str = ""
    runs: int = 31
    environment: dict = dataclasses.field(default_factory=dict)


def command(bench, database, *words, **more):
    return Run([bench.practice, "--db", database, *words], **more)


def on(size, *words):
    """A command on the bookings of that size."""
    return lambda bench, sizes: command(bench, bench.booked(getattr(sizes, size)), *words)


def on_imported(*words):
    return lambda bench, sizes: command(bench, bench.imported(sizes.rows), *words)


def add(size):
    """Weekly for ever, each time on another evening that is free; the database grows by one series a run."""
    def run(bench, sizes):
        database = bench.copy(bench.booked(getattr(sizes, size)), f"added-{size}.db")
        words = ["session", "add", "-q", "--client", "Client7 Surname7", "--service", "90834", "--professional", "p12x",
                 "--repeat", "weekly", "--no-input", "--on-conflict", "allow", "--at"]

        def evening(i):
            hour, minute = divmod(17 * 60 + 15 + i // 7 * 45, 60)
            return f"2027-01-{1 + i % 7:02} {hour}:{minute:02}"
        return Run(lambda i: [bench.practice, "--db", database, *words, evening(i)])
    return run


def insert_by_sqlite(bench, sizes):
    """One row into as many, in a transaction that is as durable as practice's."""
    database = bench.copy(bench.plain(sizes.small), "plain-added.db")
    return Run(["sqlite3", database, "PRAGMA synchronous = EXTRA; INSERT INTO t SELECT * FROM t LIMIT 1"])


def change(*words, before=()):
    """A command on single sessions of the next weeks, another one each time; 'SESSION' stands for it."""
    def run(bench, sizes):
        database = bench.copy(bench.booked(sizes.small), f"changed-{'-'.join(words[:2])}.db")
        listed = json.loads(bench.asked("--db", database, "session", "list", "--from", "2026-11-30", "--days", "7", "--json"))
        sessions = [str(one["id"]) for one in listed if not one["recurrence"]]
        series = list(dict.fromkeys(str(one["session"]) for one in listed if one["recurrence"]))
        places = {"SESSION": sessions, "SERIES": series}

        def filled(words, i):
            return [bench.practice, "--db", database,
                    *(places[word][i % len(places[word])] if word in places else word for word in words)]
        return Run(lambda i: filled(words, i), before=(lambda i: bench.run(*filled(before, i))) if before else None)
    return run


def import_table(size, times_before=0):
    """The table into an empty database, or into one that has it."""
    def run(bench, sizes):
        rows = getattr(sizes, size)
        table = bench.table(rows)
        source = bench.imported(rows) if times_before else bench.empty()
        return Run([bench.practice, "--db", bench.path("import.db"), "import", table, "-y", "--max-rows", str(rows)],
                   before=lambda i: bench.copy(source, "import.db"))
    return run


def import_by_sqlite(size):
    def run(bench, sizes):
        table = bench.table(getattr(sizes, size))
        return Run(["sqlite3", bench.path("plain-import.db"), *PLAIN_TABLE, f".import --csv --skip 1 {table} t"],
                   before=lambda i: bench.remove("plain-import.db"))
    return run


def undo_import(bench, sizes):
    return command(bench, bench.path("undo.db"), "undo", "2", "-y",
                   before=lambda i: bench.copy(bench.imported(sizes.rows), "undo.db"))


def delete_by_sqlite(bench, sizes):
    return Run(["sqlite3", bench.path("plain-deleted.db"), "DELETE FROM t WHERE ref <> ''"],
               before=lambda i: bench.copy(bench.plain(sizes.rows), "plain-deleted.db"))


def redo_import(bench, sizes):
    undone = bench.copy(bench.imported(sizes.rows), "undone.db")
    bench.run(bench.practice, "--db", undone, "undo", "2", "-y")
    return command(bench, bench.path("redo.db"), "redo", "-y", before=lambda i: bench.copy(undone, "redo.db"))


def calendar_of(bench, rows):
    """A calendar file with as many events, as practice writes it for practice."""
    path = bench.path(f"calendar-{rows}.ics")
    if not os.path.exists(path):
        bench.run(bench.practice, "--db", bench.imported(rows), "export", "ics", "--privacy", "full", *LONG_FEED, "-o", path)
    return path


def import_calendar(bench, sizes):
    calendar = calendar_of(bench, sizes.small)
    return command(bench, bench.path("events.db"), "import", calendar, before=lambda i: bench.copy(bench.empty(), "events.db"))


def export(size, *words, name="feed.ics"):
    def run(bench, sizes):
        return command(bench, bench.imported(getattr(sizes, size)), "export", "ics", *words, *LONG_FEED, "-o", bench.path(name),
                       before=lambda i: bench.remove(name))
    return run


def export_again(bench, sizes):
    database, name = bench.imported(sizes.small), bench.path("same.ics")
    words = ["export", "ics", *LONG_FEED, "-o", name]
    bench.run(bench.practice, "--db", database, *words)
    return command(bench, database, *words)


def libical_reads(bench, sizes):
    return Run([os.path.join(bench.tools, "libical_bench"), "read", calendar_of(bench, sizes.small)])


def libical_writes(size):
    return lambda bench, sizes: Run([os.path.join(bench.tools, "libical_bench"), "write", bench.path("libical.ics"),
                                     str(getattr(sizes, size))])


def feeds(again):
    def run(bench, sizes):
        database = bench.with_feeds(sizes.feed_sessions, sizes.feeds)
        if again:
            bench.run(bench.practice, "--db", database, "export", "feeds")
            return command(bench, database, "export", "feeds")
        return command(bench, database, "export", "feeds",
                       before=lambda i: bench.remove(*(f"{number}.ics" for number in range(sizes.feeds))))
    return run


def completion(*words):
    return lambda bench, sizes: Run([bench.practice, "__complete", "--", "--db", bench.booked(sizes.small), *words])


def backup(bench, sizes):
    return command(bench, bench.imported(sizes.rows), "backup", bench.path("backup.db"),
                   before=lambda i: bench.remove("backup.db"))


def copy_by_sqlite(bench, sizes):
    return Run(["sqlite3", bench.imported(sizes.rows), f".backup {bench.path('plain-backup.db')}"])


def restore(bench, sizes):
    backed = bench.path("kept.db")
    if not os.path.exists(backed):
        bench.run(bench.practice, "--db", bench.imported(sizes.rows), "backup", backed)
    return command(bench, bench.path("restored.db"), "restore", backed, "-y", before=lambda i: bench.remove("restored.db"))


def load(bench, sizes):
    dumped = bench.path("dump.jsonl")
    if not os.path.exists(dumped):
        bench.run(bench.practice, "--db", bench.imported(sizes.rows), "dump", "-o", dumped)
    return command(bench, bench.path("loaded.db"), "load", dumped, before=lambda i: bench.remove("loaded.db"))


ROWS = {
    "start": Row("start and end (`--version`)", lambda bench, _: Run([bench.practice, "--version"]),
                 {"an empty program (`/bin/true`)": lambda bench, _: Run(["/bin/true"])}, "2 ms", runs=101),
    "week": Row("a week's list out of {small} bookings, as JSON", on("small", "session", "list", *WEEK, "--json"),
                peers.CALENDARS, "5 ms", environment=NEW_YORK),
    "week-without-tz": Row("the same without `TZ`, as for most people", on("small", "session", "list", *WEEK, "--json"),
                           peers.CALENDARS, environment={}),
    "week-large": Row("the same out of {large} bookings", on("large", "session", "list", *WEEK, "--json"),
                      {"out of {small}": on("small", "session", "list", *WEEK, "--json")}, "1.05 times"),
    "week-professional": Row("a week's list of one professional",
                             on("small", "session", "list", *WEEK, "--professional", "p03x")),
    **{f"calendar-{view}": Row(f"`calendar {view}` out of {{large}} bookings",
                               on("large", "calendar", view, "2026-11-30", "--width", "140"),
                               {"out of {small}": on("small", "calendar", view, "2026-11-30", "--width", "140")}, "1.05 times")
       for view in ("agenda", "day", "week", "month")},
    "add": Row("`session add`, weekly for ever, into {small} bookings", add("small"),
               {"sqlite3, a row into a plain table": insert_by_sqlite}, "10 ms"),
    "add-large": Row("the same into {large} bookings", add("large"), {"into {small}": add("small")}),
    "free": Row("`session add --dry-run`, first time that is free for good",
                on("small", "session", "add", "-q", "--client", "Client7 Surname7", "--service", "90834", "--professional", "p12x",
                   "--repeat", "weekly", "--no-input", "--dry-run")),
    "cancel": Row("`session cancel`", change("session", "cancel", "SESSION")),
    "undo": Row("`undo` of it", change("undo", before=("session", "cancel", "SESSION"))),
    "edit": Row("`session edit --from`, a series",
                change("session", "edit", "SERIES", "--from", "2026-12-07", "--length", "50", "--no-input")),
    "import": Row("import of {rows} rows (.csv), conflict-checked", import_table("rows"),
                  {"`sqlite3 .import` of the file, three indexes": import_by_sqlite("rows")}, "2 times, 300 MB", runs=5),
    "import-again": Row("the same file again, unchanged", import_table("rows", times_before=1), runs=5),
    "import-many": Row("import of {many} rows", import_table("many"),
                       {"`sqlite3 .import` of the file": import_by_sqlite("many")}, runs=1),
    "undo-import": Row("`undo` of the import of {rows} rows", undo_import,
                       {"sqlite3, `DELETE` of them from a plain table": delete_by_sqlite}, "3 s, 150 MB", runs=3),
    "redo-import": Row("`redo` of it", redo_import, {"`sqlite3 .import` of the file": import_by_sqlite("rows")}, "3 s, 150 MB",
                       runs=3),
    "log-import": Row("`log show` of it", on_imported("log", "show", "2"),
                      {"sqlite3, the rows of a plain table": lambda bench, sizes: Run(
                          ["sqlite3", "-json", bench.plain(sizes.rows), "SELECT * FROM t"])}, "3 s, 150 MB", runs=3),
    "import-ics": Row("import of {small} events (.ics), conflict-checked", import_calendar,
                      {"libical parsing them": libical_reads}, "0.47 s", runs=7),
    "export": Row("export of {small} events (.ics), clients as numbers", export("small"),
                  {"libical building and serialising them": libical_writes("small")}, "0.10 s", runs=21),
    "export-full": Row("the same in full", export("small", "--privacy", "full", name="full.ics"), runs=21),
    "export-again": Row("the same feed again, nothing changed", export_again, {}, "20 ms"),
    "export-large": Row("export of {rows} events (.ics)", export("rows", name="large.ics"),
                        {"libical building and serialising them": libical_writes("rows")}, "100 MB", runs=5),
    "feeds": Row("first writing of {feeds} feeds out of {feed_sessions} sessions", feeds(again=False),
                 {"libical, as many events in one": libical_writes("feed_sessions")}, "3 s", runs=1),
    "feeds-again": Row("the same again, nothing changed", feeds(again=True), runs=3),
    "complete-service": Row("completion of a service", completion("session", "add", "--service", ""), goal="30 ms"),
    "complete-session": Row("completion of a session, the nearest 100", completion("session", "cancel", ""), goal="30 ms"),
    "backup": Row("`backup` of {rows} sessions", backup, {"sqlite3 `.backup`": copy_by_sqlite}, runs=3),
    "restore": Row("`restore` of it", restore, runs=3),
    "doctor": Row("`doctor`", on_imported("doctor"),
                  {"sqlite3 `PRAGMA integrity_check`": lambda bench, sizes: Run(
                      ["sqlite3", bench.imported(sizes.rows), "PRAGMA integrity_check"])}, runs=3),
    "dump": Row("`dump`", on_imported("dump"),
                {"sqlite3 `.dump`": lambda bench, sizes: Run(["sqlite3", bench.imported(sizes.rows), ".dump"])}, runs=3),
    "load": Row("`load` of it", load, runs=3),
}
