#!/usr/bin/env python3
"""Databases and dumps of every released version of the tables are read as they are, brought up to date, opened, undone,
done again, restored and loaded, for ever.

tests/data/schema has one of each: step-N.sql is a database as the program of that time wrote it, as SQL text, and
step-N.jsonl its dump. scene.sh made them.
"""
import argparse
import json
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

KEPT = pathlib.Path(__file__).resolve().parent.parent / "data" / "schema"
JOURNAL = ("operations", "changes", "sqlite_sequence")
# What is never taken back: calendars ignore what is older than what they have.
ONLY_RISES = ("sequence", "changed_at")


class Practice:
    def __init__(self, program, file):
        self.program, self.file = program, file

    def run(self, *words, expected=0):
        environment = {"HOME": str(self.file.parent), "PATH": os.environ["PATH"], "PRACTICE_NOW": "2026-11-23T09:00"}
        done = subprocess.run([self.program, *words, "--db", str(self.file)], env=environment, capture_output=True,
                              text=True, check=False)
        if done.returncode != expected:
            raise SystemExit(f"{' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def rows(self):
        return rows_of(self.run("dump"))

    def standing(self):
        """The operations that can be undone, newest first."""
        return [entry["operation"] for entry in json.loads(self.run("log", "--json"))
                if entry["undoes"] is None and not entry["undone"]]


def rows_of(dump):
    """By table, all rows but the journal's, in their order."""
    tables = {}
    for line in dump.splitlines():
        row = json.loads(line)
        if row.get("table", JOURNAL[0]) not in JOURNAL:
            tables.setdefault(row.pop("table"), []).append(row)
    return tables


def check(condition, what):
    if not condition:
        raise SystemExit(what)


def check_has(now, then, what, without=()):
    """Every row of `then` in `now`, with the columns that it had then."""
    for table, rows in then.items():
        found = now.get(table, [])
        check(len(found) == len(rows), f"{what}: {table} has {len(found)} rows, and should have {len(rows)}")
        for one, other in zip(found, rows):
            for column in other.keys() - set(without):
                check(one[column] == other[column], f"{what}: {table}.{column}: {one[column]!r}, not {other[column]!r}")


def make(file, kept):
    with sqlite3.connect(file) as database:
        database.executescript((KEPT / f"{kept}.sql").read_text(encoding="utf-8"))
    database.close()
    file.chmod(0o600)


def version_of(file):
    with sqlite3.connect(file) as database:
        version = database.execute("PRAGMA user_version").fetchone()[0]
    database.close()
    return version


READING = (("session", "list", "--series", "--json"), ("session", "show", "1", "--json"), ("client", "list", "--json"),
           ("session", "list", "--from", "2026-11-01", "--to", "2027-06-30", "--json"), ("calendar", "month", "2026-12"),
           ("room", "list"), ("professional", "list", "--json"), ("log", "--json"), ("log", "verify"),
           ("export", "ics"), ("export", "json"))
DRY = (("client", "add", "New Client", "--professional", "orr", "-n"), ("session", "cancel", "1", "--all", "-n"),
       ("undo", "-n"), ("upgrade", "-n"),
       ("session", "add", "--professional", "orr", "--client", "2", "--service", "90834", "--room", "Video", "--at",
        "2027-03-03 12:00", "--repeat", "weekly", "-n"))
# With the exit code. The last two are none: there is nothing to change.
REFUSED = ((5, "session", "add", "--professional", "lee", "--client", "2", "--service", "90834", "--at",
            "2026-12-22 14:10"),
           (2, "session", "edit", "1", "--room", "Video"), (3, "client", "edit", "77", "--phone", "1"),
           (2, "client", "add", "", "--professional", "orr"),
           (0, "client", "edit", "1", "--name", "Anna Smith"), (0, "room", "edit", "Video", "--name", "Video"))


def read_as_it_is(practice, kept):
    """Whoever only looks, tries or is refused leaves the file byte for byte, and sees what it holds."""
    make(practice.file, kept)
    before = practice.file.read_bytes()
    answers = [practice.run(*words) for words in READING]
    then = {table: rows for table, rows in practice.rows().items() if table != "practice_identity"}
    for words in DRY:
        practice.run(*words)
    for code, *words in REFUSED:
        practice.run(*words, expected=code)
    practice.run("doctor")
    backup = practice.file.parent / "backup.db"
    practice.run("backup", str(backup))
    check(practice.file.read_bytes() == before, "reading, dry runs and refusals changed the file")
    check(sorted(file.name for file in practice.file.parent.iterdir()) == ["backup.db", "practice.db"],
          "reading, dry runs and refusals left a file behind")
    check(version_of(backup) == int(kept.removeprefix("step-")), "a backup is not of the version of the file")

    told = json.loads(practice.run("upgrade", "--json"))
    check((told["from"], told["to"]) == (version_of(backup), version_of(practice.file)), f"upgrade tells {told}")
    kept_file = pathlib.Path(told["kept"])
    check(kept_file.name == f"practice.db.version-{told['from']}", f"kept as {kept_file}")
    check(version_of(kept_file) == told["from"], "what was kept is not what was there")
    check_has(practice.rows(), then, "brought up to date")
    for words, answer in zip(READING, answers):
        check(practice.run(*words) == answer, f"{' '.join(words)}: another answer than before it was brought up to date")
    check(json.loads(practice.run("upgrade", "--json"))["kept"] is None, "brought up to date twice")

    look = Practice(practice.program, kept_file)
    check(look.run(*READING[0]) == answers[0], "the copy that was kept cannot be looked into")
    practice.run("client", "add", "New Client", "--professional", "orr")
    practice.run("restore", str(kept_file), "--yes")
    check_has(practice.rows(), then, "restored")
    practice.run("undo", str(practice.standing()[1]))  # before the restore, which is an entry of the log
    practice.run("doctor")


def mended(practice, kept):
    make(practice.file, kept)
    practice.run("doctor", "--fix")
    check(version_of(practice.file) > int(kept.removeprefix("step-")), "doctor --fix did not bring it up to date")
    practice.run("doctor")


def one_process_upgrades(practice, kept):
    """Of several at once one brings it up to date, and all have their way."""
    make(practice.file, kept)
    environment = {"HOME": str(practice.file.parent), "PATH": os.environ["PATH"], "PRACTICE_NOW": "2026-11-23T09:00"}
    running = [subprocess.Popen([practice.program, "client", "add", f"New {name}", "--professional", "orr", "-q", "--db",
                                 str(practice.file)], env=environment, stdout=subprocess.DEVNULL)
               for name in ("Avery", "Blake", "Casey", "Drew")]
    check([one.wait() for one in running] == [0] * 4, "not all of four at once could write")
    check(len(json.loads(practice.run("client", "list", "--json"))) >= 4, "what one of four wrote is missing")
    practice.run("log", "verify")
    practice.run("doctor")


def opened_and_undone(practice, kept):
    make(practice.file, kept)
    practice.run("client", "add", "New Client", "--professional", "orr")
    practice.run("undo", str(practice.standing()[0]))
    then = rows_of((KEPT / f"{kept}.jsonl").read_text(encoding="utf-8"))
    check_has(practice.rows(), then, "opened")
    practice.run("doctor")

    undone = []
    while standing := practice.standing():
        practice.run("undo", str(standing[0]))
        undone.append(standing[0])
    check(not any(table in then for table in practice.rows() if table.startswith("session")), "undone: sessions are left")
    for number in reversed(undone):
        practice.run("redo", str(number))
    then.pop("uid_sequences", None)  # every session was gone once
    check_has(practice.rows(), then, "undone and done again", ONLY_RISES)
    practice.run("log", "verify")
    practice.run("doctor")


def loaded(practice, kept):
    practice.run("load", str(KEPT / f"{kept}.jsonl"))
    check_has(practice.rows(), rows_of((KEPT / f"{kept}.jsonl").read_text(encoding="utf-8")), "loaded")
    practice.run("undo", str(practice.standing()[0]))
    practice.run("log", "verify")
    practice.run("doctor")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    program = str(pathlib.Path(parser.parse_args().program).resolve())
    kept = sorted(file.stem for file in KEPT.glob("step-*.sql"))
    with tempfile.TemporaryDirectory() as folder:
        new = Practice(program, pathlib.Path(folder) / "practice.db")
        new.run("load", str(KEPT / f"{kept[-1]}.jsonl"))
        now = version_of(new.file)
        check(len(kept) == now - 1, f"{KEPT}: there is not a kept database of each version before {now}")
        version = new.run("--version").split()[-1]
        check(version.split(".")[1] == str(now), f"the tables are of version {now}, so {version} should be 0.{now}.x")
    for name in kept:
        for what in (read_as_it_is, mended, one_process_upgrades, opened_and_undone, loaded):
            with tempfile.TemporaryDirectory() as folder:
                print(name, what.__name__.replace("_", " "), flush=True)
                what(Practice(program, pathlib.Path(folder) / "practice.db"), name)


if __name__ == "__main__":
    sys.exit(main())
