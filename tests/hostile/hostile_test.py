#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""No control or bidirectional character of the database reaches a terminal, a pipe or a file, whichever command prints
it; and a crash leaves no core file.

session show, and the first line of edit, move, cancel, restore, mark and delete printed them raw. Here every text of
every noun holds them, put into the file beneath the program, and every command answers: in each format, into a pipe
and on a terminal, with colours and without.
"""

import json
import os
import pty
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PROGRAM = ""

# A colour of the program's own, a sequence that clears the screen, a bell, a C1 control, an override, an isolate, a
# line separator.
EVIL = "\x1b[31mEVIL\x1b[2J\x07\u009b5m\u202e\u2066\u2028"
# Texts that mean something to the program keep their form.
MEANING = {"time_zone", "currency", "kind", "rule", "hours", "start_local", "end_local", "slot", "status", "date",
           "last_date", "charged_per", "privacy", "since", "until", "per", "mode", "file", "uid", "direction", "hash",
           "table_name", "row_key", "action", "before", "after", "name_folded", "state"}
CODES = {"code", "service_code", "modifiers"}
FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029]")
COLOURS = re.compile(r"\x1b\[\d{1,2}m")


def spoil(value):
    """Evil in the middle, so that first and last words still find it."""
    words = value.split(" ")
    return words[0] + " " + EVIL + " " + " ".join(words[1:]) if len(words) > 1 else value + " " + EVIL


def poison(database, columns_too):
    """Puts evil into every text of the file that is free to be anything."""
    connection = sqlite3.connect(database)
    connection.create_function("spoil", 1, spoil)
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for (name,) in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    poisoned = set()
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").fetchall():
        for column in connection.execute(f"PRAGMA table_info({table})").fetchall():
            name, kind = column[1], column[2]
            if kind != "TEXT" or name in MEANING or (name in CODES and not columns_too):
                continue
            done = connection.execute(f"UPDATE OR IGNORE {table} SET {name} = spoil({name}) WHERE {name} IS NOT NULL")
            if done.rowcount > 0:
                poisoned.add(f"{table}.{name}")
    connection.commit()
    connection.close()
    return poisoned


class World:
    def __init__(self):
        self.folder = tempfile.mkdtemp()
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.folder, "PRACTICE_NOW": "2026-11-23T08:00",
                            "PRACTICE_PAGER": "cat", "COLUMNS": "160", "TERM": "xterm", "LC_ALL": "C.UTF-8"}
        self.database = os.path.join(self.folder, ".local/share/practice/practice.db")
        for line in SCENE:
            result = self.run(line)
            assert result.returncode == 0, (line, result.stderr)
        shutil.copy(self.database, self.database + ".clean")

    def run(self, words, terminal=False):
        words = [PROGRAM, *words]
        if not terminal:
            return subprocess.run(words, env=self.environment, cwd=self.folder, capture_output=True, text=True,
                                  stdin=subprocess.DEVNULL, errors="surrogateescape", check=False)
        ours, theirs = pty.openpty()
        process = subprocess.Popen(words, env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL,
                                   stdout=theirs, stderr=theirs)
        os.close(theirs)
        shown = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        os.close(ours)
        process.wait()
        return shown.decode("utf-8", errors="surrogateescape").replace("\r\r\n", "\n").replace("\r\n", "\n")

    def poisoned(self, codes_too):
        shutil.copy(self.database + ".clean", self.database)
        return poison(self.database, codes_too)


SCENE = [
    ["apply", os.path.join(ROOT, "examples", "lakeside.yaml"), "-q"],
    ["client", "edit", "1", "--note", "has a key", "--email", "anna@example.com", "--phone", "555 1234", "-q"],
    ["room", "edit", "Room 1", "--address", "12 Shore Rd", "-q"],
    ["professional", "edit", "lee", "--add-time-off", "2027-02-03..2027-02-05", "-q"],
    ["session", "add", "--professional", "lee", "--client", "1", "--service", "90834", "--at", "2026-11-24 09:00",
     "--repeat", "weekly", "--note", "brings forms", "-q"],
    ["session", "add", "--professional", "lee", "--client", "3", "--service", "90837", "--at", "2026-11-25 11:00", "-q"],
    ["session", "edit", "1@2026-12-08", "--note", "by phone", "-q"],
    ["session", "cancel", "1@2026-12-15", "--reason", "has a cold", "-q"],
    ["recurrence", "add", "fortnight", "--every", "2 weeks", "-q"],
]

LOOKS = [
    "session list --status all", "session list --series", "session show 1", "session show 2", "session show 1@2026-12-15",
    "session show 99", "session invite 2", "client list", "client show 1", "client show Smith", "client show nobody",
    "professional list", "professional show lee", "professional show Dana", "room list", "room show Room", "service list",
    "service show 90834", "recurrence list", "recurrence show fortnight", "calendar agenda", "calendar day 2026-11-24",
    "calendar week", "calendar month", "export ics", "export csv", "export csv --series", "export json", "export jsonl",
    "log list", "log show 5", "log verify", "doctor", "dump", "backup copy.db --dry-run", "config list",
]
CHANGES = [
    "session edit 1 --all --length 50", "session edit 2 --note new", "session move 2 2026-11-25 14:00",
    "session move 2 2026-11-24 09:00", "session move 1 14:00 --all", "session cancel 1@2026-12-22",
    "session cancel 1 --all", "session restore 1@2026-12-15", "session mark 2 attended --allow-future", "session delete 2",
    "session add --professional lee --client 1 --service 90834 --at 2026-11-24 09:00",
    "session add --professional lee --client 4 --service 90834 --at 2026-12-03 09:00 --repeat weekly",
    "session add --professional lee --client Smith --service 90834", "client edit 1 --phone 1", "client archive 5",
    "client delete 6", "client delete 1", "room edit Zoom --address x", "professional edit lee --phone 1",
    "professional transfer lee orr", "room transfer 1 2", "service edit 90834 --price 1.00", "undo 5", "undo 8", "undo",
    "redo", "apply SETTINGS", "apply SETTINGS --prune", "import SCHEDULE",
]
WITH_SPACE = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d)")


def words_of(line):
    settings = os.path.join(ROOT, "examples", "lakeside.yaml")
    schedule = os.path.join(ROOT, "examples", "schedule.csv")
    words = WITH_SPACE.sub(r"\1T\2", line).split()
    return [{"SETTINGS": settings, "SCHEDULE": schedule}.get(word, word) for word in words]


class Texts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.world.folder)

    def check_clean(self, line, what, text):
        own_colour = "\x1b[31mEVIL"
        if own_colour in text:
            self.fail(f"{line} ({what}): a colour came through: {text[:2000]!r}")
        found = FORBIDDEN.search(COLOURS.sub("", text))
        if found:
            self.fail(f"{line} ({what}): {found[0]!r} came through: {text[max(0, found.start() - 200):][:600]!r}")

    def answers(self, line):
        words = words_of(line) + ["--yes"]
        for form in ([], ["--format", "table"], ["--json"], ["--format", "csv"], ["--format", "tsv"]):
            result = self.world.run(words + form + ["--color", "always"] + ["--dry-run"])
            # What is for programs has an escape of its own for each of them, or leaves them out.
            self.check_clean(line, "piped " + " ".join(form), result.stdout.replace("\r\n", "\n"))
            self.check_clean(line, "error " + " ".join(form), result.stderr)
        for form in (["--color", "always"], ["--color", "never"], ["--format", "csv"], ["--json"]):
            shown = self.world.run(words + form + ["--dry-run"], terminal=True)
            self.check_clean(line, "terminal " + " ".join(form), shown)

    def test_no_text_comes_out_raw(self):
        poisoned = self.world.poisoned(codes_too=False)
        self.assertGreater(len(poisoned), 15, poisoned)
        seen = ""
        for line in LOOKS + CHANGES:
            with self.subTest(line):
                self.answers(line)
            seen += self.world.run(words_of(line) + ["--dry-run", "--yes"]).stdout
        self.assertIn("EVIL", seen)  # it was there to be shown

    def test_files_hold_none_either(self):
        self.world.poisoned(codes_too=True)
        written = os.path.join(self.world.folder, "written")
        full = ["--privacy", "full"]
        for words in (["export", "ics", *full], ["export", "ics", *full, "--name", "x" + EVIL], ["session", "invite", "2"],
                      ["export", "csv"], ["export", "csv", "--series"], ["export", "json"], ["export", "jsonl"],
                      ["session", "list", "--json"], ["client", "list", "--format", "csv"], ["log", "show", "5"], ["dump"]):
            with self.subTest(words):
                self.world.run([*words, "-o", written])
                with open(written, encoding="utf-8", newline="") as file:
                    self.check_clean(" ".join(words), "file", file.read().replace("\r\n", "\n"))

    def test_what_was_really_done_is_told_escaped_too(self):
        self.world.poisoned(codes_too=False)
        for line in CHANGES:
            with self.subTest(line):
                result = self.world.run(words_of(line) + ["--yes", "--format", "table", "--color", "always"])
                self.check_clean(line, "done", result.stdout)
                self.check_clean(line, "done, error", result.stderr)

    def test_codes_are_escaped_too(self):
        self.world.poisoned(codes_too=True)
        for line in LOOKS + CHANGES:
            with self.subTest(line):
                self.answers(line)

    def test_no_command_is_forgotten(self):
        known = {" ".join(line.split()[:2]) for line in LOOKS + CHANGES} | {line.split()[0] for line in LOOKS + CHANGES}
        # They show no text of the database, or only in questions and files of their own.
        known |= {"completion", "help", "schema", "config path", "config check", "export fields", "export feeds",
                  "recurrence preview", "load", "restore", "upgrade"}
        table = json.loads(self.world.run(["__commands"]).stdout)
        same = {"add", "edit", "archive", "unarchive", "delete", "list", "show"}  # the same code for every noun
        missing = [row["name"] for row in table["commands"] if not row["hidden"] and row["name"] not in known
                   and row["name"].split()[-1] not in same]
        self.assertEqual(missing, [])


class Crashes(unittest.TestCase):
    def test_a_crash_leaves_no_core_file(self):
        with tempfile.TemporaryDirectory() as folder:
            def allow_cores():
                try:
                    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
                except ValueError:
                    resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
            process = subprocess.Popen([PROGRAM, "load", "-", "--db", os.path.join(folder, "new.db")],
                                       stdin=subprocess.PIPE, preexec_fn=allow_cores, cwd=folder,
                                       env={"PATH": os.environ["PATH"], "HOME": folder})
            # More than a pipe holds: once it was taken, the program has begun to read, and is past its first lines.
            process.stdin.write(b"x" * (1 << 20))
            process.stdin.flush()
            with open(f"/proc/{process.pid}/limits", encoding="ascii") as limits:
                core = next(line for line in limits if line.startswith("Max core file size"))
            process.send_signal(signal.SIGABRT)
            process.stdin.close()
            _, status = os.waitpid(process.pid, 0)
            process.returncode = 0
            self.assertEqual(core.split()[4:6], ["0", "0"])
            self.assertFalse(os.WCOREDUMP(status))
            self.assertEqual([name for name in os.listdir(folder) if name.startswith("core")], [])


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=1)
