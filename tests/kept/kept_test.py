#!/usr/bin/env python3
"""Databases and dumps of every released version of the tables are opened, undone, done again and loaded, for ever.

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

    def run(self, *words):
        environment = {"HOME": str(self.file.parent), "PATH": os.environ["PATH"], "PRACTICE_NOW": "2026-11-23T09:00"}
        done = subprocess.run([self.program, *words, "--db", str(self.file)], env=environment, capture_output=True,
                              text=True, check=False)
        if done.returncode != 0:
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


def opened_and_undone(practice, kept):
    with sqlite3.connect(practice.file) as database:
        database.executescript((KEPT / f"{kept}.sql").read_text(encoding="utf-8"))
    database.close()
    practice.file.chmod(0o600)
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
    check(len(kept) >= 5, f"{KEPT}: the kept databases are missing")
    for name in kept:
        for what in (opened_and_undone, loaded):
            with tempfile.TemporaryDirectory() as folder:
                print(name, what.__name__.replace("_", " "), flush=True)
                what(Practice(program, pathlib.Path(folder) / "practice.db"), name)


if __name__ == "__main__":
    sys.exit(main())
