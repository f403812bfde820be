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
import re
import shlex
import shutil
import signal
import sqlite3
import stat
import struct
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
        backup = os.path.join(self.top, "backup.db")
        self.says("root", "backup", backup)
        os.chmod(backup, 0o644)
        for words in (("session", "list"), ("client", "add", "Eve", "--professional", "orr"), ("dump",), ("doctor",),
                      ("restore", backup, "--yes"), ("client", "list", "--db", f"{self.folder}/../srv/practice.db"),
                      ("upgrade",), ("load", "/dev/null")):
            said = self.says(OUTSIDER, *words, code=1)
            self.assertIn("you are not in the group 'users', which shares", said)
            self.assertIn("usermod -aG users nobody; then log in again", said)
            self.assertNotIn("ok ", said)  # of what it cannot see

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
        """The owner, and root, went on working on what was refused to everybody else."""
        self.set_up()
        backup = os.path.join(self.top, "backup.db")
        self.says("root", "backup", backup)
        for change, back, told in (
                (lambda: os.chmod(self.file, 0o664), lambda: os.chmod(self.file, 0o660), "0660 of the group 'users'"),
                (lambda: os.chmod(self.file, 0o600), lambda: os.chmod(self.file, 0o660), "0660 of the group 'users'"),
                (lambda: os.chmod(self.folder, 0o2775), lambda: os.chmod(self.folder, 0o2770), "2770 of the group 'users'"),
                (lambda: os.chmod(self.folder, 0o770), lambda: os.chmod(self.folder, 0o2770), "2770 of the group 'users'"),
                (lambda: os.chown(self.file, -1, grp.getgrnam("games").gr_gid), lambda: os.chown(self.file, -1, GROUP),
                 "not of the group 'users'")):
            change()
            for account, words in (("man", ("client", "list")), ("daemon", ("client", "list")),
                                   ("daemon", ("client", "list", "--db", f"{self.folder}/../srv/practice.db")),
                                   ("daemon", ("room", "add", "Attic")), ("root", ("room", "add", "Attic")),
                                   ("daemon", ("undo", "-n")), ("daemon", ("upgrade",)),
                                   ("daemon", ("restore", backup, "--yes"))):
                if words[0] == "restore":
                    os.chmod(backup, 0o644)
                said = self.says(account, *words, code=1)
                self.assertIn(told, said)
                self.assertIn("makes it so: practice", said)
                self.assertIn("doctor --fix", said)
            variable = self.says("daemon", "client", "list", code=1, PRACTICE_DB=self.file)
            self.assertIn(told, variable)
            # Root may look, and keep a copy of it: by night nobody mends anything.
            self.says("root", "client", "list")
            self.says("root", "backup", os.path.join(self.top, "by-night.db"), "--replace")
            self.says("daemon", "doctor", code=1)
            back()
            self.says("man", "client", "list")
            self.says("daemon", "client", "list")
        os.chmod(self.file, 0o664)
        said = self.says("daemon", "doctor", code=1)
        self.assertIn("not shared as it should be", said)
        self.assertIn("all pages, indexes and rows are whole", said)  # it is looked into all the same
        self.assertEqual(said.count("\tproblem\t"), 1)
        self.assertIn("is shared now: 0660", self.says("daemon", "doctor", "--fix"))
        self.says("man", "doctor")

    def test_an_access_list_opens_it_to_others(self):
        self.set_up()
        for path, kind, rights in ((self.file, "access", 6), (self.folder, "access", 7), (self.folder, "default", 7)):
            entry = lambda tag, may, who=0xffffffff: struct.pack("<HHI", tag, may, who)  # noqa: E731
            listed = (struct.pack("<I", 2) + entry(1, rights) + entry(2, rights, pwd.getpwnam(OUTSIDER).pw_uid)
                      + entry(4, rights) + entry(0x10, rights) + entry(0x20, 0))
            try:
                os.setxattr(path, f"system.posix_acl_{kind}", listed)
            except OSError as error:
                self.skipTest(f"no access control lists here: {error}")
            for account in ("man", "daemon"):
                self.assertIn("(an access control list)", self.says(account, "client", "list", code=1))
            self.assertIn("and an access control list", self.says("daemon", "doctor", code=1))
            self.says("root", "doctor", "--fix")
            self.assertEqual([name for name in os.listxattr(path) if "acl" in name], [])
            self.says("man", "client", "list")

    def test_root_mends_what_is_of_the_wrong_group(self):
        self.set_up()
        os.chown(self.folder, -1, 0)
        os.chown(self.file, -1, grp.getgrnam("games").gr_gid)
        os.chmod(self.file, 0o600)
        said = self.says("man", "doctor", code=1)
        self.assertIn("is not shared as it should be: 2770 of the group 'users'", said)
        self.assertIn("with the group 'users'", self.says("man", "client", "list", code=1))
        self.assertIn("not of the group 'users', which is to share it", self.says("root", "room", "add", "X", code=1))
        self.says("root", "doctor", "--fix")
        self.assertEqual((self.mode_of(self.folder), self.mode_of(self.file)), ("2770 users", "660 users"))
        self.says("man", "doctor")

    def test_it_is_not_made_where_others_could_not_use_it(self):
        for rights, group in ((0o755, GROUP), (0o2770, grp.getgrnam("games").gr_gid), (0o2775, GROUP)):
            os.chown(self.folder, pwd.getpwnam("games").pw_uid, group)
            os.chmod(self.folder, rights)
            said = self.says("games", "apply", "lakeside.yaml", code=1)
            self.assertIn(f"install -d -m 2770 -g users '{self.folder}'", said)
            self.assertEqual(os.listdir(self.folder), [])
        os.chown(self.folder, 0, GROUP)
        os.chmod(self.folder, 0o2770)
        self.set_up()
        self.assertEqual(self.mode_of(self.file), "660 users")

    def test_a_folder_of_everybody_is_not_closed_to_them(self):
        self.set_up()
        os.mkdir(os.path.join(self.folder, "another"))
        os.chmod(self.folder, 0o755)
        said = self.says("root", "doctor", "--fix", code=1)
        self.assertIn("keep the practice in a folder of its own", said)
        self.assertIn(f"where all in it is for the group only: chmod 2770 '{self.folder}'", said)
        self.assertEqual(self.mode_of(self.folder), "755 users")
        # One that the group may write into is its own, whatever lies in it: feeds, for one.
        os.chmod(self.folder, 0o2775)
        self.says("root", "doctor", "--fix")
        self.assertEqual(self.mode_of(self.folder), "2770 users")
        self.says("man", "client", "list")

    def test_a_private_database_is_not_opened_to_the_group(self):
        """Of an account whose own group is the shared one, --fix did so, with its folder."""
        self.set_up()
        own = os.path.join(self.top, "own")
        os.mkdir(own, 0o700)
        os.chown(own, pwd.getpwnam("games").pw_uid, GROUP)
        file = os.path.join(own, "own.db")
        self.says("games", "apply", "lakeside.yaml", "--db", file)
        os.chown(file, -1, GROUP)
        for words in ((), ("--fix",)):
            self.assertIn("for its owner only", self.says("games", "doctor", *words, PRACTICE_DB=file))
        self.assertEqual((self.mode_of(own), self.mode_of(file)), ("700 users", "600 users"))
        # Open to the group by mistake: closed.
        os.chmod(file, 0o660)
        self.says("games", "doctor", "--fix", "--db", file)
        self.assertEqual(self.mode_of(file), "600 users")
        # One that is private in the folder that is shared.
        beside = os.path.join(self.folder, "beside.db")
        shutil.copy(file, beside)
        os.chown(beside, pwd.getpwnam("games").pw_uid, GROUP)
        os.chmod(beside, 0o600)
        self.assertIn("for its owner only", self.says("games", "doctor", "--fix", "--db", beside))
        self.assertEqual(self.mode_of(beside), "600 users")

    def test_a_nightly_backup_by_root_is_everybodys(self):
        """A member's doctor said that there was none, or that it was damaged."""
        self.set_up()
        backups = os.path.join(self.top, "backups")
        os.mkdir(backups)
        os.chown(backups, 0, GROUP)
        os.chmod(backups, 0o2770)
        self.configure(f"database: {self.file}\nshare-with-group: users\nbackup-folder: {backups}\n")
        made = self.says("root", "backup", backups, "--keep", "3", "-q").strip()
        self.assertEqual(self.mode_of(made), "660 users")
        self.assertIn("the newest backup is 0 hours old", self.says("lp", "doctor"))
        self.says("bin", "restore", made, "--yes")
        self.says("man", "backup", backups, "--keep", "1")
        self.assertFalse(os.path.exists(made))

    def test_what_may_not_be_read_is_not_called_damaged(self):
        self.set_up()
        backups = os.path.join(self.top, "backups")
        os.mkdir(backups)
        os.chmod(backups, 0o777)
        made = self.says("root", "backup", backups, "-q").strip()
        self.assertEqual(self.mode_of(made).partition(" ")[0], "600")
        told = "you are not allowed to read"
        self.assertIn(told, self.says("bin", "restore", made, "--yes", code=1))
        self.assertIn(told, self.says("bin", "backup", made, "--replace", code=1))
        # Night after night that is no news: it is told where somebody looks.
        self.assertNotIn(told, self.says("bin", "backup", backups, "--keep", "1"))
        said = self.says("bin", "backup", backups, "--keep", "1", "--dry-run")
        self.assertIn(told, said)
        self.assertNotIn("damaged", said)
        self.configure(f"database: {self.file}\nshare-with-group: users\nbackup-folder: {backups}\n")
        said = self.says("man", "doctor", code=1)
        self.assertIn("no backup of this practice in '" + backups + "' that you are allowed to read", said)
        self.assertIn(told, said)

    def test_without_the_configuration_it_is_somebody_elses(self):
        self.set_up()
        self.assertIn("belongs to another user", self.says("bin", "client", "list", "--db", self.file, "--no-config", code=1))
        self.configure(f"database: {self.file}\n")
        self.assertIn("belongs to another user", self.says("root", "room", "add", "Attic", code=1))
        self.configure(f"database: {self.file}\nshare-with-group: no-such-group\n")
        for words in (("client", "list"), ("config", "check")):
            said = self.says("bin", *words, code=8)
            self.assertIn("there is no group 'no-such-group' to share the practice with, which", said)
            self.assertIn("names in line 2", said)

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
        said = self.says("root", "client", "archive", "1", "--db", file, code=1)
        self.assertIn(f"runuser -u games -- practice COMMAND --db '{file}'", said)
        self.assertEqual(os.listdir(own), ["own.db"])
        self.assertEqual(self.mode_of(file), "600 games")

    def test_feeds_are_of_the_group_that_their_folder_hands_on(self):
        """A folder of feeds was of the exporter's own group, so that the web server could not read what is in it."""
        feeds, own = os.path.join(self.top, "feeds"), os.path.join(self.top, "own")
        web = grp.getgrnam("www-data").gr_gid
        for folder, group, mode in ((feeds, web, 0o2750), (own, pwd.getpwnam("games").pw_gid, 0o700)):
            os.mkdir(folder)
            os.chown(folder, pwd.getpwnam("games").pw_uid, group)
            os.chmod(folder, mode)
        settings = os.path.join(self.top, "feeds.yaml")
        with open(settings, "w", encoding="utf-8") as file:
            file.write(f'feeds: [{{name: each, file: {feeds}/of/each, per: professional, mode: "0640"}}]\n')
        os.chmod(settings, 0o644)
        db = ("--db", os.path.join(own, "own.db"))
        self.says("games", "apply", "lakeside.yaml", *db)
        self.says("games", "apply", settings, *db)
        self.says("games", "export", "feeds", *db)
        self.assertEqual(self.mode_of(f"{feeds}/of"), "2750 www-data")
        self.assertEqual(self.mode_of(f"{feeds}/of/each"), "2750 www-data")
        self.assertEqual(self.mode_of(f"{feeds}/of/each/lee.ics"), "640 www-data")
        # What is narrower, and would lose its group, stays for root to open.
        os.chmod(f"{feeds}/of/each", 0o2700)
        self.says("games", "room", "add", "Attic", *db)
        self.says("games", "export", "feeds", *db)
        self.assertEqual(self.mode_of(f"{feeds}/of/each"), "2700 www-data")

    def test_root_is_told_how_to_upgrade_what_is_another_accounts(self):
        own = os.path.join(self.top, "own")
        os.mkdir(own, 0o700)
        file = os.path.join(own, "old.db")
        with open(os.path.join(ROOT, "tests", "data", "schema", "step-6.sql"), encoding="utf-8") as script:
            database = sqlite3.connect(file)
            database.executescript(script.read())
            database.close()
        os.chmod(file, 0o600)
        for path in (own, file):
            os.chown(path, pwd.getpwnam("games").pw_uid, pwd.getpwnam("games").pw_gid)
        said = self.says("root", "upgrade", "--db", file, code=1)
        typed = re.search("runuser -u games -- practice COMMAND (.*)", said)[1]
        self.assertIn("Brought", self.says("games", "upgrade", *shlex.split(typed), "--format", "table"))

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

    def test_a_home_is_not_opened_to_the_group(self):
        # The configuration named a file in it, and doctor --fix made the folder 2770.
        home = os.path.join(self.top, "home")
        os.makedirs(os.path.join(home, ".ssh"))
        for path in (home, os.path.join(home, ".ssh")):
            os.chown(path, pwd.getpwnam("bin").pw_uid, pwd.getpwnam("bin").pw_gid)
        file = os.path.join(home, "practice.db")
        for mode in (0o700, 0o750, 0o755):
            os.chmod(home, mode)
            self.configure("{}\n")
            if not os.path.exists(file):
                self.says("bin", "--db", file, "apply", "lakeside.yaml")
            self.configure(f"database: {file}\nshare-with-group: users\n")
            self.assertIn("a folder of its own: install -d", self.says("bin", "doctor", code=1))
            self.assertIn("a folder of its own: install -d", self.says("bin", "doctor", "--fix", code=1))
            self.assertEqual(stat.S_IMODE(os.lstat(home).st_mode), mode)
            self.assertEqual(self.mode_of(file), "600 bin")

    def test_the_log_says_who_is_behind_an_account(self):
        self.set_up()
        self.says("games", "client", "add", "One", "--professional", "orr", SUDO_USER="sam")
        self.says("games", "client", "add", "Two", "--professional", "orr", PRACTICE_WHO="Kim\x1b[1m", SUDO_USER="sam")
        self.says("games", "client", "add", "Three", "--professional", "orr", PRACTICE_WHO="games")
        self.says("games", "client", "add", "Four", "--professional", "orr", PRACTICE_WHO="ä" * 100)
        who = [entry["who"] for entry in self.log()][:4]
        self.assertEqual(who[1:], ["games", "games (Kim\\x1b[1m)", "games (sam)"])
        self.assertEqual(who[0], f"games ({'ä' * 63}…)")
        for claimed, shown in (("sam) (root", "games (sam] [root)"), ("  ", "games"), (" games ", "games")):
            self.says("games", "client", "add", f"Of {claimed}", "--professional", "orr", PRACTICE_WHO=claimed)
            self.assertEqual(self.log()[0]["who"], shown)
        of_games = json.loads(self.says("games", "log", "--who", "games", "--json"))
        self.assertEqual([entry["who"] for entry in of_games], [entry["who"] for entry in self.log()][:-1])
        self.assertEqual(len(json.loads(self.says("games", "log", "--who", "sam", "--json"))), 1)
        self.assertEqual(json.loads(self.says("games", "log", "--who", "am", "--json")), [])
        # Each has his own last change.
        self.assertIn("One", self.says("games", "undo", SUDO_USER="sam"))


if __name__ == "__main__":
    if os.geteuid() != 0:
        print("skipped: it takes root to be several accounts")
        sys.exit(77)
    PROGRAM = os.path.realpath(sys.argv.pop(1))
    unittest.main(verbosity=1)
