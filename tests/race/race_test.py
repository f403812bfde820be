#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Eight processes that want the same at once.

An undo that came between another one's choice and its look brought the change back, and said that it was undone. Of
eight that undo one operation exactly one does, and seven are told that it is undone. Of eight that undo their last change each takes back
another one, or is told that its one was undone in between.

Two backups at once in one second wanted one name: one of them failed, so a night's backup was missing. With --keep 1 each
removed the other's. Of eight at once each has a name, behind those of all that were there, and the newest stays.

    race_test.py PROGRAM
"""

import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = ""
RACERS = 8
ROUNDS = 5
SETTINGS = """practice: {name: Lakeside, time-zone: America/New_York, currency: USD}
professionals: [{code: lee, name: Dana Lee}]
"""


class Races(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="practice-race-")
        self.addCleanup(self.folder.cleanup)
        home = self.folder.name
        self.environment = {"PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C.UTF-8",
                            "PRACTICE_NOW": "2026-11-23T09:00"}
        with open(os.path.join(home, "settings.yaml"), "w", encoding="utf-8") as file:
            file.write(SETTINGS)
        self.does("apply", "settings.yaml")

    def does(self, *words):
        done = subprocess.run([PROGRAM, *words], env=self.environment, cwd=self.folder.name, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def clients(self):
        return [client["name"] for client in json.loads(self.does("client", "list", "--json"))]

    def operations(self):
        return json.loads(self.does("log", "--json"))

    def race(self, *words):
        """(exit code, standard error) of each of as many processes, which begin together."""
        # Each waits for the end of a pipe, which comes when all are there.
        reader, writer = os.pipe()
        racers = [subprocess.Popen(["sh", "-c", 'read -r start; exec "$@" < /dev/null', "sh", PROGRAM, *words],
                                   env=self.environment, cwd=self.folder.name, text=True, stdin=reader,
                                   stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(RACERS)]
        os.close(reader)
        os.close(writer)
        ends = []
        for racer in racers:
            told = racer.communicate()[1]
            ends.append((racer.returncode, told))
        return ends

    def test_one_operation_is_undone_once(self):
        for turn in range(ROUNDS):
            self.does("client", "add", f"Anna {turn}", "--professional", "lee")
            wanted = self.operations()[0]["operation"]
            ends = self.race("undo", str(wanted))
            self.assertEqual([code for code, _ in ends].count(0), 1, ends)
            for code, told in ends:
                self.assertIn(code, (0, 2), told)
                self.assertEqual(f"{wanted} is undone already" in told, code == 2, told)
            self.assertEqual(self.clients(), [])
            self.assertEqual([operation["undoes"] for operation in self.operations()].count(wanted), 1)

    def test_the_last_change_is_undone_once_and_nothing_else_in_its_place(self):
        for turn in range(ROUNDS):
            names = [f"Bo Round{turn}Racer{number}" for number in range(RACERS)]
            for name in names:
                self.does("client", "add", name, "--professional", "lee")
            before = self.clients()
            ends = self.race("undo")
            done = [code for code, _ in ends].count(0)
            # Who came late enough to see the first undo takes back the change before it; who did not is told.
            self.assertGreaterEqual(done, 1, ends)
            self.assertEqual([code for code, _ in ends if code != 0], [5] * (RACERS - done), ends)
            for code, told in ends:
                self.assertEqual("was undone in between" in told, code == 5, told)
            self.assertEqual(self.clients(), [name for name in before if name not in names[RACERS - done:]])
            undone = [operation["undoes"] for operation in self.operations() if operation["undoes"]]
            self.assertEqual(len(undone), len(set(undone)), "one change was undone twice")

    def test_of_backups_at_once_each_has_a_name_and_the_last_one_stays(self):
        box = os.path.join(self.folder.name, "box")
        os.mkdir(box)
        for turn in range(1, ROUNDS + 1):
            ends = self.race("backup", "box")
            self.assertEqual([code for code, _ in ends], [0] * RACERS, ends)
            self.assertEqual(sorted(os.listdir(box)), [f"practice-2026-11-23T140000Z-{number:03}.db"
                                                       for number in range(1, turn * RACERS + 1)])
        for _ in range(ROUNDS):
            before = max(os.listdir(box))
            ends = self.race("backup", "box", "--keep", "1")
            self.assertEqual([code for code, _ in ends], [0] * RACERS, ends)
            left = os.listdir(box)
            self.assertEqual(len(left), 1, left)
            self.assertEqual(int(left[0][-6:-3]), int(before[-6:-3]) + RACERS)
            self.does("--db", os.path.join(box, left[0]), "doctor", "-q")


if __name__ == "__main__":
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main()
