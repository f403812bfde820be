#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Five accounts and root, who share a practice, and one who does not.

Whoever is in the group can do everything, at the same time as the others too; what one leaves behind in a crash the
next one rolls back; and nobody outside of the group can do anything. The accounts are those that every Debian has.

    group_test.py PROGRAM
"""

import collections
import concurrent.futures
import json
import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import unittest

import grp
import pwd

from day import SESSIONS_IN_DECEMBER, Day

PROGRAM = ""
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GROUP = grp.getgrnam("users").gr_gid
MEMBERS = ("daemon", "bin", "games", "man", "lp")
OUTSIDER = "nobody"


class Shared(unittest.TestCase):
    def setUp(self):
        os.umask(0o022)
        self.top = tempfile.mkdtemp(prefix="practice-shared-")
        self.addCleanup(shutil.rmtree, self.top)
        os.chmod(self.top, 0o755)
        for folder in ("bin", "etc", "etc/practice"):
            os.mkdir(os.path.join(self.top, folder))
        # Where a build lies others may not come to it.
        self.program = shutil.copy(PROGRAM, os.path.join(self.top, "bin", "practice"))
        self.folder = os.path.join(self.top, "srv")
        os.mkdir(self.folder)
        os.chown(self.folder, 0, GROUP)
        os.chmod(self.folder, 0o2770)
        self.file = os.path.join(self.folder, "practice.db")
        self.configure(f"database: {self.file}\nshare-with-group: users\n")
        shutil.copy(os.path.join(ROOT, "examples", "lakeside.yaml"), self.top)

    def configure(self, text):
        with open(os.path.join(self.top, "etc", "practice", "config.yaml"), "w", encoding="utf-8") as file:
            file.write(text)

    def start(self, account, *words, **variables):
        entry = pwd.getpwnam(account)

        def become():
            os.umask(0o077)
            os.setgroups([GROUP] if account in MEMBERS else [])
            os.setgid(entry.pw_gid)
            os.setuid(entry.pw_uid)

        environment = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8",
                       "XDG_CONFIG_DIRS": os.path.join(self.top, "etc"), "PRACTICE_NOW": "2026-11-23T09:00"}
        for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if name in os.environ:
                environment[name] = os.environ[name]
        return subprocess.Popen([self.program, *words], env={**environment, **variables}, cwd=self.top, text=True,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                preexec_fn=become)

    def says(self, account, *words, code=0, **variables):
        process = self.start(account, *words, **variables)
        out, err = process.communicate()
        self.assertEqual(process.returncode, code, f"{account}: {' '.join(words)}: {out}{err}")
        return out + err

    def set_up(self):
        self.says("daemon", "apply", "lakeside.yaml")

    def mode_of(self, path):
        status = os.lstat(path)
        return f"{stat.S_IMODE(status.st_mode):o} {grp.getgrgid(status.st_gid).gr_name}"

    def log(self):
        return json.loads(self.says("bin", "log", "--json", "--count", "1000"))

    def test_a_day_of_five_accounts(self):
        self.set_up()
        self.assertEqual(self.mode_of(self.file), "660 users")
        with concurrent.futures.ThreadPoolExecutor() as pool:
            days = list(pool.map(lambda account: Day(account, self.says).work(), MEMBERS))
        self.assertEqual([day.commands for day in days], [60] * len(MEMBERS))
        by = collections.Counter(entry["who"] for entry in self.log())
        by["daemon"] -= 1  # who set it up
        self.assertEqual(by, {day.account: day.changes for day in days})
        for account in MEMBERS:
            sessions = json.loads(self.says("root", "session", "list", "--professional", account, "--from", "2026-12-01",
                                            "--to", "2026-12-31", "--json"))
            self.assertEqual(len(sessions), SESSIONS_IN_DECEMBER, account)
            self.assertIn(f"{account}@example.com", self.says("root", "client", "show", f"Ada {account.title()}"))
        self.says("man", "log", "verify")
        for account in (*MEMBERS, "root"):
            self.assertIn("shared with the group 'users', and nobody else", self.says(account, "doctor"))
        self.assertEqual(self.mode_of(self.file), "660 users")

    def test_of_sixteen_who_want_one_hour_one_gets_it(self):
        self.set_up()
        words = ("session", "add", "--professional", "lee", "--client", "smith", "--service", "90834",
                 "--at", "2026-12-01 10:00")
        running = [self.start(account, *words) for account in MEMBERS[:4] for _ in range(4)]
        for process in running:
            process.communicate()
        self.assertEqual(sorted(process.returncode for process in running), [0] + [5] * 15)
        self.assertEqual(len(self.log()), 2)

    def test_who_is_not_in_the_group_can_do_nothing(self):
        self.set_up()
        for words in (("session", "list"), ("client", "add", "Eve", "--professional", "orr"), ("dump",), ("doctor",)):
            self.assertIn("not allowed", self.says(OUTSIDER, *words, code=1))

    def test_one_sees_what_the_crash_of_another_left(self):
        self.set_up()
        before = self.says("bin", "dump")
        child = os.fork()
        if child == 0:
            self.crash()
        os.waitpid(child, 0)
        self.assertEqual(self.mode_of(self.file + "-journal"), "660 users")
        self.assertEqual(self.says("bin", "dump"), before)
        self.assertFalse(os.path.exists(self.file + "-journal"))
        self.says("games", "client", "add", "New Client", "--professional", "orr")

    def crash(self):
        """In the middle of a change whose first pages are in the file already."""
        os.setgroups([GROUP])
        os.setgid(pwd.getpwnam("man").pw_gid)
        os.setuid(pwd.getpwnam("man").pw_uid)
        database = sqlite3.connect(self.file, isolation_level=None)
        for sql in ("PRAGMA cache_size = 1", "BEGIN IMMEDIATE", "CREATE TABLE junk (text)"):
            database.execute(sql)
        for _ in range(2000):
            database.execute("INSERT INTO junk VALUES (?)", ("x" * 1000,))
        os.kill(os.getpid(), signal.SIGKILL)

    def test_a_rollback_file_that_was_just_made_is_in_nobodys_way(self):
        """Others failed at random: it belongs to another user, and has not got its rights yet."""
        self.set_up()
        journal = self.file + "-journal"
        os.close(os.open(journal, os.O_CREAT | os.O_WRONLY, 0o600))
        os.chown(journal, pwd.getpwnam("lp").pw_uid, GROUP)
        self.says("man", "client", "list")
        # One that holds something would be rolled back into the database.
        with open(journal, "wb") as file:
            file.write(b"x" * 512)
        os.chmod(journal, 0o600)
        os.chown(journal, pwd.getpwnam("lp").pw_uid, GROUP)
        said = self.says("man", "client", "list", code=1)
        self.assertIn("an interrupted change, belongs to another user", said)
        self.assertNotIn("chmod", said)

    def test_nothing_looser_is_taken(self):
        self.set_up()
        for change, back, told in (
                (lambda: os.chmod(self.file, 0o664), lambda: os.chmod(self.file, 0o660), "chmod 660"),
                (lambda: os.chmod(self.file, 0o600), lambda: os.chmod(self.file, 0o660), "chmod 660"),
                (lambda: os.chmod(self.folder, 0o2775), lambda: os.chmod(self.folder, 0o2770), "chmod 2770"),
                (lambda: os.chmod(self.folder, 0o770), lambda: os.chmod(self.folder, 0o2770), "chmod 2770"),
                (lambda: os.chown(self.file, -1, grp.getgrnam("games").gr_gid), lambda: os.chown(self.file, -1, GROUP),
                 "belongs to another user")):
            change()
            said = self.says("man", "client", "list", code=1)
            self.assertIn(told, said)
            back()
            self.says("man", "client", "list")
        os.chmod(self.file, 0o664)
        self.assertIn("not shared as it should be", self.says("daemon", "doctor", code=1))
        self.assertIn("is shared now: 0660", self.says("daemon", "doctor", "--fix"))
        self.says("man", "doctor")

    def test_without_the_configuration_it_is_somebody_elses(self):
        self.set_up()
        self.assertIn("belongs to another user", self.says("bin", "client", "list", "--db", self.file, "--no-config", code=1))
        self.configure(f"database: {self.file}\n")
        self.assertIn("belongs to another user", self.says("root", "room", "add", "Attic", code=1))
        self.configure(f"database: {self.file}\nshare-with-group: no-such-group\n")
        self.assertIn("there is no group 'no-such-group'", self.says("bin", "client", "list", code=8))

    def test_a_practice_of_ones_own_stays_ones_own(self):
        self.set_up()
        own = os.path.join(self.top, "own")
        os.mkdir(own)
        os.chown(own, pwd.getpwnam("games").pw_uid, pwd.getpwnam("games").pw_gid)
        file = os.path.join(own, "own.db")
        self.says("games", "apply", "lakeside.yaml", "--db", file)
        self.assertEqual(self.mode_of(file), "600 games")
        self.assertIn("for its owner only", self.says("games", "doctor", "--db", file))
        self.assertIn("belongs to another user", self.says("bin", "client", "list", "--db", file, code=1))
        # Root looks into it, and leaves it as it is.
        self.assertIn("Anna Smith", self.says("root", "client", "list", "--db", file))
        self.says("root", "doctor", "--db", file)
        self.says("root", "backup", os.path.join(self.top, "own-backup.db"), "--db", file)
        self.assertIn("only its owner can change it", self.says("root", "client", "archive", "1", "--db", file, code=1))
        self.assertEqual(os.listdir(own), ["own.db"])
        self.assertEqual(self.mode_of(file), "600 games")

    def test_root_looks_after_it(self):
        self.set_up()
        self.says("root", "session", "list")
        self.says("root", "backup", os.path.join(self.top, "backup.db"))
        self.says("root", "client", "add", "Rooted Client", "--professional", "orr")
        self.assertIn("Rooted", self.says("games", "client", "list"))
        self.says("games", "restore", os.path.join(self.top, "backup.db"), "--yes", code=1)  # root's, for root only
        self.says("root", "restore", os.path.join(self.top, "backup.db"), "--yes")
        self.assertNotIn("Rooted", self.says("lp", "client", "list"))
        kept = [name for name in os.listdir(self.folder) if "before-restore" in name]
        self.assertEqual([self.mode_of(os.path.join(self.folder, name)) for name in kept], ["660 users"])
        self.assertIn("Rooted", self.says("man", "client", "list", "--db", os.path.join(self.folder, kept[0])))

    def test_an_older_file_is_brought_up_to_date_by_any_of_them(self):
        with sqlite3.connect(self.file) as database:
            with open(os.path.join(ROOT, "tests", "data", "schema", "step-6.sql"), encoding="utf-8") as sql:
                database.executescript(sql.read())
        database.close()
        os.chown(self.file, pwd.getpwnam("lp").pw_uid, GROUP)
        os.chmod(self.file, 0o660)
        self.says("bin", "session", "list")
        self.says("bin", "client", "add", "New Client", "--professional", "orr")
        self.assertEqual(self.mode_of(self.file + ".version-6"), "660 users")
        self.says("games", "client", "list", "--db", self.file + ".version-6")

    def test_the_log_says_who_is_behind_an_account(self):
        self.set_up()
        self.says("games", "client", "add", "One", "--professional", "orr", SUDO_USER="sam")
        self.says("games", "client", "add", "Two", "--professional", "orr", PRACTICE_WHO="Kim\x1b[1m", SUDO_USER="sam")
        self.says("games", "client", "add", "Three", "--professional", "orr", PRACTICE_WHO="games")
        self.says("games", "client", "add", "Four", "--professional", "orr", PRACTICE_WHO="ä" * 100)
        who = [entry["who"] for entry in self.log()][:4]
        self.assertEqual(who[1:], ["games", "games (Kim\\x1b[1m)", "games (sam)"])
        self.assertEqual(who[0], f"games ({'ä' * 63}…)")
        # Each has his own last change.
        self.assertIn("One", self.says("games", "undo", SUDO_USER="sam"))


if __name__ == "__main__":
    if os.geteuid() != 0:
        print("skipped: it takes root to be several accounts")
        sys.exit(77)
    PROGRAM = os.path.realpath(sys.argv.pop(1))
    unittest.main(verbosity=1)
