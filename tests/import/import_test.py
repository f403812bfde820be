#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Imports whole schedules: a group practice's, a large one with one bad row, one that is killed or interrupted.

    import_test.py PROGRAM [unittest's arguments]
"""

import csv
import datetime
import json
import os
import pty
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest

DATA = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "lakeside")
SCHEDULE = os.path.join(DATA, "schedule.csv")
PROGRAM = "practice"


class World:
    """A practice of its own, with the people and rooms of tests/data/lakeside."""

    def __init__(self):
        self.temporary = tempfile.TemporaryDirectory(prefix="import-")
        self.folder = self.temporary.name
        self.database = os.path.join(self.folder, "practice.db")
        self.environment = {**os.environ, "HOME": self.folder, "PRACTICE_NOW": "2026-11-23T08:00", "LC_ALL": "C",
                            "PRACTICE_DB": self.database, "XDG_CONFIG_HOME": self.folder}
        self.done("apply", os.path.join(DATA, "practice.yaml"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def run(self, *words):
        return subprocess.run([PROGRAM, *words], env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL,
                              capture_output=True, encoding="utf-8", timeout=600, check=False)

    def done(self, *words):
        result = self.run(*words)
        assert result.returncode == 0, f"{' '.join(words)}: exit {result.returncode}: {result.stderr}"
        return result.stdout

    def start(self, *words, **more):
        return subprocess.Popen([PROGRAM, *words], env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, **more)

    def sessions(self):
        """Ref, sequence and uid of each, as they are stored; an interrupted change is rolled back by looking."""
        with sqlite3.connect(self.database) as database:
            assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return database.execute("SELECT ref, sequence, uid FROM sessions ORDER BY ref").fetchall()

    def write(self, name, rows):
        with open(self.path(name), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
        return self.path(name)


def lakeside():
    with open(SCHEDULE, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def made_up(count):
    """One session after the other of one professional, eighteen a day from 2030 on, none at night when clocks change."""
    first = datetime.datetime(2030, 1, 1, 5)
    return [{"ref": f"M{i:06}", "professional": "rowe", "client": "Colt Yundt", "service": "90834", "room": "Video",
             "at": (first + datetime.timedelta(days=i // 18, hours=i % 18)).strftime("%Y-%m-%d %H:%M"), "length": "45"}
            for i in range(count)]


class Imports(unittest.TestCase):
    def setUp(self):
        self.world = World()
        self.addCleanup(self.world.temporary.cleanup)

    def tally(self, *words):
        return self.world.done("import", *words).splitlines()[0].split(": ", maxsplit=1)[1]

    def test_a_real_schedule_comes_in_with_one_command_and_the_same_again_changes_nothing(self):
        self.assertEqual(self.tally(SCHEDULE), "2876 added, 0 changed, 0 unchanged")
        before = self.world.sessions()
        self.assertEqual(self.tally(SCHEDULE), "0 added, 0 changed, 2876 unchanged")
        self.assertEqual(self.world.sessions(), before)
        self.world.done("undo", "-y")
        self.assertEqual(self.world.sessions(), [])

    def test_a_changed_row_changes_its_session_and_no_other(self):
        self.tally(SCHEDULE)
        before = {ref: (sequence, uid) for ref, sequence, uid in self.world.sessions()}
        rows = lakeside()
        changed = [row for row in rows if row["repeat"]][7]
        changed["length"] = str(int(changed["length"]) - 5)
        self.assertEqual(self.tally(self.world.write("changed.csv", rows)), "0 added, 1 changed, 2875 unchanged")
        after = {ref: (sequence, uid) for ref, sequence, uid in self.world.sessions()}
        different = {ref for ref, what in after.items() if what != before[ref]}
        self.assertEqual(different, {changed["ref"]})
        self.assertEqual(after[changed["ref"]], (before[changed["ref"]][0] + 1, before[changed["ref"]][1]))

    def test_ten_thousand_rows_of_which_one_is_bad_change_nothing(self):
        rows = made_up(10_000)
        rows[9_998]["at"] = "2031-02-30 10:00"
        result = self.world.run("import", self.world.write("bad.csv", rows))
        self.assertEqual(result.returncode, 2)
        self.assertIn("bad.csv:10000, at: 2031-02-30 10:00", result.stderr)
        self.assertEqual(self.world.sessions(), [])

    def test_clashes_inside_a_file_are_named_by_line(self):
        rows = made_up(3)
        rows[2]["at"] = "2030-01-01 05:30"
        result = self.world.run("import", self.world.write("clash.csv", rows))
        self.assertEqual(result.returncode, 5)
        self.assertIn("Kaela Rowe has line 2 (", result.stderr)
        self.assertIn("Kaela Rowe has line 3 (", result.stderr)
        self.assertEqual(self.world.sessions(), [])

    def test_only_the_first_fifty_problems_are_told_and_the_others_counted(self):
        rows = made_up(70)
        for row in rows:
            row["service"] = "nothing"
        result = self.world.run("import", self.world.write("bad.csv", rows))
        self.assertEqual(result.stderr.count("no service has"), 50)
        self.assertIn("... and 20 more", result.stderr)
        self.assertEqual(result.returncode, 3)

    def test_rejects_can_be_mended_and_fed_back(self):
        rows = made_up(20)
        rows[4]["client"] = "Colt Yundd"
        rows[9]["at"] = rows[8]["at"]
        result = self.world.run("import", self.world.write("some.csv", rows), "--keep-going", "--rejects",
                                self.world.path("rejects.csv"))
        self.assertEqual(result.returncode, 6)
        self.assertIn("18 added, 0 changed, 0 unchanged, 2 rejected", result.stdout)
        with open(self.world.path("rejects.csv"), encoding="utf-8", newline="") as file:
            rejects = list(csv.DictReader(file))
        self.assertEqual([row["ref"] for row in rejects], ["M000004", "M000009"])
        self.assertTrue(all(row["reason"] for row in rejects))
        rejects[0]["client"], rejects[1]["at"] = "Colt Yundt", "2031-01-01 10:00"
        self.assertEqual(self.tally(self.world.write("mended.csv", rejects)), "2 added, 0 changed, 0 unchanged")

    def test_what_was_killed_half_way_changed_nothing(self):
        file = self.world.write("many.csv", made_up(8_000))
        for pause in (0.02, 0.1, 0.3, 0.6, 1.0):
            running = self.world.start("import", file)
            time.sleep(pause)
            running.kill()
            out, _ = running.communicate()
            self.assertIn(len(self.world.sessions()), (8_000,) if out else (0, 8_000))
            if self.world.sessions():
                self.world.done("undo", "-y")

    def test_an_interrupt_leaves_nothing_half_done(self):
        file = self.world.write("many.csv", made_up(30_000))
        running = self.world.start("import", file, stderr=subprocess.PIPE)
        while not os.path.exists(self.world.database + "-journal") and running.poll() is None:
            time.sleep(0.005)
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=120)
        if running.returncode != 0:  # 0: it was faster
            self.assertEqual(running.returncode, 130)
            self.assertIn(b"interrupted; nothing was imported", err)
            self.assertEqual(self.world.sessions(), [])

    def test_progress_is_drawn_on_a_terminal_and_nowhere_else(self):
        file = self.world.write("many.csv", made_up(30_000))
        result = self.world.run("import", file, "--dry-run", "--json", "-o", "/dev/null")
        self.assertEqual(result.stderr, "")
        ours, theirs = pty.openpty()
        running = self.world.start("import", file, stderr=theirs)
        os.close(theirs)
        drawn = b""
        while True:
            try:
                drawn += os.read(ours, 65536)
            except OSError:
                break
        running.communicate()
        if running.returncode == 0 and drawn:  # nothing: it took less than half a second
            self.assertRegex(drawn, rb"Importing: [0-9,]+ of 30,000 rows, [0-9,]+ a second, [0-9,]+ s left")
            self.assertTrue(drawn.endswith(b"\r\x1b[K"))

    def test_the_report_for_programs_names_each_row_that_was_new(self):
        report = json.loads(self.world.done("import", self.world.write("new.csv", made_up(3)), "--json"))
        self.assertEqual([report[name] for name in ("added", "changed", "unchanged", "rejected")], [3, 0, 0, 0])
        self.assertEqual([(row["line"], row["ref"], row["outcome"]) for row in report["rows"]],
                         [(2, "M000000", "added"), (3, "M000001", "added"), (4, "M000002", "added")])


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
