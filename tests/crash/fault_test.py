#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a changing command leaves behind when it fails in the middle: the state before it, or the state after it.

Runs each command once to list its system calls that touch the disk, then once for each of them with a fault at
that call: the process is killed, or the call fails with ENOSPC or EIO. After every run the database must be sound
and equal to what it was before or to what an undisturbed run makes of it; a command that says 0 must have been kept,
one that says otherwise must not (unless its message says so), and no command may crash by itself.

    fault_test.py PROGRAM [--fault kill|full-disk|disk-error|memory] [--long | --few] [-- COMMAND ...]
    fault_test.py PROGRAM --names

Every command that changes something is tried; --names compares them with the program's own list. With --long at each of its
calls. Without, those that write in ways of their own at each call, or each other one where they make hundreds, and all
others at eight of theirs, each at other ones.
With `memory`, the process may have so much of it and no more, from what lets it start to what is enough: ten limits
between these, with --long in steps of 64 kB.

A backup counts as part of the state, and so does a file of an answer: it is there whole, or is what it was before. After a
restore what was there before must be kept beside it.

With a COMMAND, only that one. Exit status 77 when strace cannot inject here.
"""

import argparse
import collections
import contextlib
import glob
import json
import math
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CALLS = "pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,renameat,renameat2,openat,mkdir"
FAULTS = {"kill": "signal=KILL", "full-disk": "error=ENOSPC", "disk-error": "error=EIO"}
# About how many calls of one command, and of one that is only sampled; and how many limits of memory.
MOST_CALLS = 60
MOST_SAMPLED = 8
MOST_LIMITS = 10
MEMORY_STEP = 1 << 16
DONE = (0, 6)  # all of it; all but the wrong rows
SETUP = [
    ["apply", os.path.join(ROOT, "examples", "lakeside.yaml")],
    ["backup", "data/earlier.db"],
    ["backup", "data/box"],
    ["export", "ics", "-o", "data/lee.ics"],
    ["dump", "-o", "data/dump.jsonl"],
    ["session", "add", "--client", "1", "--professional", "lee", "--room", "Room 1", "--service", "90834",
     "--at", "2026-12-01 14:00", "--repeat", "weekly"],
    ["session", "add", "--client", "3", "--professional", "orr", "--room", "Room 2", "--service", "90834",
     "--at", "2026-12-03 09:00", "--repeat", "weekly"],
    ["session", "cancel", "2@2026-12-10"],
    ["session", "add", "--client", "5", "--professional", "orr", "--room", "Room 2", "--service", "90834",
     "--at", "2026-11-02 14:00", "--allow-past"],
    ["session", "add", "--client", "2", "--professional", "lee", "--room", "Room 2", "--service", "90834",
     "--at", "2026-12-01 16:00", "--repeat", "weekly"],
    ["session", "cancel", "4", "--all"],
    # Nobody uses these: they are there to be brought back and to be deleted.
    ["recurrence", "add", "every-7-weeks", "--every", "7 weeks"],
    ["professional", "add", "may", "--name", "May Finn"],
    ["client", "add", "Pat Rowe", "--professional", "lee"],
    ["room", "add", "Attic"],
    ["service", "add", "90899", "--length", "50", "--price", "80"],
    ["professional", "archive", "may", "-y"],
    ["client", "archive", "Pat Rowe"],
    ["room", "archive", "Attic"],
    ["service", "archive", "90899"],
    ["client", "edit", "2", "--phone", "555 0109"],
    ["undo"],
    ["dump", "-o", "all.jsonl"],
]
COMMANDS = [
    ["session", "add", "--client", "1", "--professional", "lee", "--room", "Room 1", "--service", "90834",
     "--at", "2026-12-02 10:00", "--repeat", "weekly", "--except", "2026-12-16"],
    ["session", "cancel", "1@2026-12-08"],
    ["session", "delete", "1", "--all", "-y"],
    ["import", os.path.join(ROOT, "tests", "crash", "schedule.csv")],
    ["undo"],
    ["backup", "data/backup.db"],
    ["restore", "data/earlier.db", "-y"],
    ["import", "many.csv", "--keep-going", "--rejects", "rejects.csv"],
    ["load", "all.jsonl"],
    ["backup", "data/box", "--keep", "1"],
    ["upgrade"],
]
# The rest of what changes anything: without --long at every few of its calls.
MORE_COMMANDS = [
    ["session", "move", "1@2026-12-08", "2026-12-09 15:00"],
    ["session", "move", "1", "15:00", "--from", "2026-12-15"],
    ["session", "edit", "1", "--all", "--note", "by the door"],
    ["session", "restore", "2@2026-12-10"],
    ["session", "restore", "4", "--all"],
    ["session", "delete", "1@2026-12-08", "-y"],
    ["session", "mark", "3", "attended", "--allow-future"],
    ["client", "add", "Ida Hart", "--professional", "lee"],
    ["client", "edit", "1", "--phone", "555 0100"],
    ["client", "archive", "2"],
    ["client", "unarchive", "Pat Rowe"],
    ["client", "delete", "Pat Rowe", "-y"],
    ["room", "add", "Room 9"],
    ["room", "edit", "Room 2", "--capacity", "2"],
    ["room", "archive", "Group Room"],
    ["room", "transfer", "Room 1", "Group Room", "-y"],
    ["room", "unarchive", "Attic"],
    ["room", "delete", "Attic", "-y"],
    ["professional", "add", "ames", "--name", "Kim Ames"],
    ["professional", "edit", "lee", "--phone", "555 0101"],
    ["professional", "transfer", "lee", "orr", "-y"],
    ["professional", "archive", "orr", "-y"],
    ["professional", "unarchive", "may"],
    ["professional", "delete", "may", "-y"],
    ["service", "add", "90785", "--length", "30", "--price", "20"],
    ["service", "edit", "90834", "--price", "175"],
    ["service", "archive", "90847"],
    ["service", "unarchive", "90899"],
    ["service", "delete", "90899", "-y"],
    ["recurrence", "add", "every-9-weeks", "--every", "9 weeks"],
    ["recurrence", "delete", "every-7-weeks", "-y"],
    ["apply", "more.yaml"],
    ["apply", "fewer.yaml", "--prune", "-y"],
    ["import", "clients.csv", "--as", "clients"],
    ["import", "calendar.ics", "--professional", "orr", "--service", "90834", "--room", "Video"],
    ["redo"],
    ["doctor", "--fix"],
    # These change no database. Each way to write a file has one of them.
    ["export", "ics", "-o", "data/lee.ics"],
    ["dump", "-o", "data/dump.jsonl"],
]
# Differs from run to run, and is neither wrong nor right.
RANDOM_COLUMNS = {("sessions", "uid"), ("practice_identity", "uid")}
OLDER = os.path.join(ROOT, "tests", "data", "schema", "step-6.sql")
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VEVENT
UID:a@example.com
DTSTART:20270301T150000Z
DTEND:20270301T154500Z
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:Ben García
END:VEVENT
BEGIN:VEVENT
UID:a@example.com
RECURRENCE-ID:20270308T150000Z
DTSTART:20270309T150000Z
DTEND:20270309T154500Z
SUMMARY:Ben García
END:VEVENT
END:VCALENDAR
"""
# What is said where the change stands, although the command failed: of its end, of its answer, of an answer's file.
STANDS = ("may not survive a power cut", "all the same", "what was asked for has been done")


def write_files(folder):
    """What the commands read. One row of the sessions is wrong."""
    rows = ["ref,client,professional,room,service,at"]
    rows += [f"M{day}-{hour},{1 + day % 5},orr,Video,90834,2027-03-{day:02} {hour:02}:00" for day in range(1, 11)
             for hour in range(9, 17)]
    rows.insert(40, "M0,99,orr,Video,90834,2027-03-20 09:00")
    texts = {"many.csv": rows, "clients.csv": ["name,professional", "Ida Hart,lee", "Bo Diaz,orr"],
             "more.yaml": ["rooms:", "  - {name: Room 9}", "clients:", "  - {name: Cy Moss, professionals: [lee]}"],
             "calendar.ics": CALENDAR.splitlines()}
    with open(os.path.join(ROOT, "examples", "lakeside.yaml"), encoding="utf-8") as file:
        texts["fewer.yaml"] = [line for line in file.read().splitlines() if "Ben García" not in line]
    for name, lines in texts.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")


class World:
    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.file = os.path.join(folder, "data", "practice.db")
        self.environment = {**os.environ, "HOME": folder, "PRACTICE_NOW": "2026-11-23T09:00", "LC_ALL": "C.UTF-8",
                            "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}

    def run(self, words, strace=(), memory=None):
        full = [*strace, self.program, "--db", self.file, "--no-config", "--no-input", *words]
        return subprocess.run(full, env=self.environment, cwd=self.folder, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False, timeout=120,
                              preexec_fn=memory and (lambda: resource.setrlimit(resource.RLIMIT_AS, (memory, memory))))

    def keep(self):
        saved = self.folder + ".saved"
        shutil.rmtree(saved, ignore_errors=True)
        shutil.copytree(os.path.dirname(self.file), saved)

    def bring_back(self):
        shutil.rmtree(os.path.dirname(self.file), ignore_errors=True)
        shutil.copytree(self.folder + ".saved", os.path.dirname(self.file))

    def state(self):
        """All rows of all tables, of the backup too; also rolls back what was left behind, as any reader does."""
        database = rows_of(self.file) if os.path.exists(self.file) else {}
        # A new file without rows is as good as none.
        state = {"the database": database if any(database.values()) else {}}
        folder = os.path.dirname(self.file)
        backup = os.path.join(folder, "backup.db")
        if os.path.exists(backup):
            state["the backup"] = rows_of(backup)
        # Killed before the older one is removed, there are two: the last one counts.
        state["the last backup"] = rows_of(max(glob.glob(os.path.join(folder, "box", "*.db"))))
        for name in ("lee.ics", "dump.jsonl"):
            with open(os.path.join(folder, name), "rb") as file:
                state[name] = file.read()
        return state

    def left_behind(self):
        """Names of temporary files."""
        return glob.glob(os.path.join(os.path.dirname(self.file), "**", ".*"), recursive=True)

    def kept(self):
        """The states that restores have kept."""
        folder = os.path.dirname(self.file)
        return [rows_of(os.path.join(folder, name)) for name in os.listdir(folder) if ".before-restore-" in name]


def rows_of(file):
    database = sqlite3.connect(file)
    try:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",), "damaged"
        assert not database.execute("PRAGMA foreign_key_check").fetchall(), "dangling rows"
        assert not database.execute("SELECT 1 FROM operations WHERE hash IS NULL").fetchall(), "open operation"
        tables = [row[0] for row in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")]
        state = {}
        for table in tables:
            columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
            wanted = [column for column in columns if (table, column) not in RANDOM_COLUMNS]
            state[table] = database.execute(f"SELECT {', '.join(wanted)} FROM {table} ORDER BY 1, 2, 3").fetchall() \
                if len(wanted) > 2 else sorted(database.execute(f"SELECT {', '.join(wanted)} FROM {table}"))
        return state
    finally:
        database.close()


def strace_can_inject():
    try:
        done = subprocess.run(["strace", "-f", "-o", "/dev/null", "-e", "trace=unlink", "-e", "inject=unlink:error=EIO",
                               "true"], capture_output=True, check=False)
    except OSError:
        return False
    return done.returncode == 0


def disk_calls(world, words):
    """(name, n): the nth call of that name; of one undisturbed run, from the first call about the database on."""
    log = world.folder + ".strace"
    done = world.run(words, ["strace", "-f", "-y", "-o", log, "-e", "trace=" + CALLS])
    if done.returncode not in DONE:
        sys.exit(f"{' '.join(words)}: {done.stderr.decode()}")
    with open(log, encoding="utf-8", errors="replace") as file:
        lines = [line for line in file if re.match(r"\d+ +\w+\(", line)]
    calls, seen = [], collections.Counter()  # strace counts each name by itself
    begun = False
    for line in lines:
        name = re.match(r"\d+ +(\w+)", line)[1]
        seen[name] += 1
        about_data = os.path.dirname(world.file) in line
        begun = begun or about_data
        # The sanitizers write to pipes of their own.
        if begun and (name != "write" or about_data or re.search(r"write\([12]<", line)):
            calls.append((name, seen[name]))
    return calls


def check(world, words, fault, call, before, after):
    """None, or what is wrong after this run."""
    world.bring_back()
    prepare(world, words)
    if fault == "memory":
        done = world.run(words, memory=call)
    else:
        inject = f"inject={call[0]}:{FAULTS[fault]}:when={call[1]}"
        done = world.run(words, ["strace", "-f", "-o", "/dev/null", "-e", "trace=" + call[0], "-e", inject])
    told = done.stderr.decode(errors="replace")
    if fault != "kill" and (done.returncode < 0 or done.returncode > 8 or "Sanitizer" in told):
        return f"ended with {done.returncode}: {told}"
    try:
        state = world.state()
    except (AssertionError, sqlite3.DatabaseError) as error:
        return f"left a bad file: {error}"
    if state not in (before, after):
        return "left neither the state before nor the one after"
    if done.returncode in DONE and state != after:
        return "said that it was done, but it is not"
    if words[0] == "restore" and state == after and before["the database"] not in world.kept():
        return "did not keep what was there"
    if fault != "kill" and (fault == "memory" or call[0] != "unlink") and world.left_behind():
        return f"left {world.left_behind()} behind"
    # Output that fails after the commit is an error too, and the change stands.
    told += done.stdout.decode(errors="replace")
    if fault != "kill" and done.returncode not in DONE and state == after and not any(word in told for word in STANDS):
        return f"said that it failed, but it was done: {told}"
    return None


def prepare(world, words):
    """A dump is loaded into a new database; times are mended that the time-zone data has made wrong."""
    if words[0] == "load":
        os.remove(world.file)
    if words[0] == "upgrade":
        os.remove(world.file)
        with open(OLDER, encoding="utf-8") as sql, contextlib.closing(sqlite3.connect(world.file)) as database:
            database.executescript(sql.read())
        os.chmod(world.file, 0o600)
    if words[0] == "doctor":
        database = sqlite3.connect(world.file)
        trigger = database.execute("SELECT sql FROM sqlite_schema WHERE name = 'journal_sessions_update'").fetchone()[0]
        database.executescript("BEGIN; DROP TRIGGER journal_sessions_update;"
                               f"UPDATE sessions SET starts_at = starts_at + 3600; {trigger}; COMMIT")
        database.close()


def memory_limits(world, words, share):
    """From what lets the program start to what is enough for the command; none when it cannot be limited."""
    step = 1 << 19
    def least(command, at):
        while world.run(command, memory=at).returncode not in DONE:
            at += step
            if at > 1 << 28:
                return None
        return at
    start = least(["--version"], step)
    if start is None:
        return []
    enough = start
    while True:
        world.bring_back()
        prepare(world, words)
        if world.run(words, memory=enough).returncode in DONE or enough > 1 << 28:
            break
        enough += step
    return list(range(start, enough, max(MEMORY_STEP, int((enough - start) / (MOST_LIMITS * share)))))


def faults_of(world, words, fault, share, place):
    """Where to let it fail; a command that is only sampled fails at other places than the one before it."""
    world.bring_back()
    if fault == "memory":
        return memory_limits(world, words, share)
    prepare(world, words)
    calls = disk_calls(world, words)
    most = share * (MOST_SAMPLED if words in MORE_COMMANDS else MOST_CALLS)
    stride = max(1, int(len(calls) / most))
    return calls[(place + list(FAULTS).index(fault)) % stride::stride]


def test_command(world, words, fault, share, place):
    world.keep()
    prepare(world, words)
    before = world.state()
    done = world.run(words)
    if done.returncode not in DONE:
        sys.exit(f"{' '.join(words)}: {done.stderr.decode()}")
    after = world.state()
    if before == after:
        sys.exit(f"{' '.join(words)}: changes nothing")
    places = faults_of(world, words, fault, share, place)
    wrong = 0
    for call in places:
        problem = check(world, words, fault, call, before, after)
        if problem:
            wrong += 1
            where = f"{call >> 10} kB" if fault == "memory" else f"{call[0]} number {call[1]}"
            print(f"{' '.join(words)}: {fault} at {where}: {problem}")
    print(f"{' '.join(words)}: {fault} at {len(places)} places, {wrong} wrong", flush=True)
    world.bring_back()
    return wrong


def check_names(program):
    """Whether each command that changes something is tried, and what is tried is a command."""
    done = subprocess.run([program, "__commands"], capture_output=True, check=True)
    rows = json.loads(done.stdout)["commands"]
    tried = {name for words in COMMANDS + MORE_COMMANDS for name in (words[0], " ".join(words[:2]))}
    missing = sorted({row["name"] for row in rows if row["changes"]} - tried)
    for name in missing:
        print(f"practice {name} changes something, and is not tried here")
    print(f"{sum(row['changes'] for row in rows)} commands change something, {len(missing)} are not tried")
    return 1 if missing else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--fault", choices=[*FAULTS, "memory"], default="kill")
    parser.add_argument("--long", dest="share", action="store_const", const=math.inf, help="at each call of each command")
    parser.add_argument("--few", dest="share", action="store_const", const=1 / 3, help="at a third of the usual places")
    parser.add_argument("--names", action="store_true", help="only whether each command that changes something is there")
    parser.set_defaults(share=1)
    words = sys.argv[1:]
    end = words.index("--") if "--" in words else len(words)
    arguments = parser.parse_args(words[:end])
    command = words[end + 1:]
    if arguments.names:
        return check_names(os.path.abspath(arguments.program))
    if arguments.fault != "memory" and not strace_can_inject():
        print("skipped: strace cannot inject faults here")
        return 77
    with tempfile.TemporaryDirectory(prefix="practice-crash-") as top:
        world = World(os.path.abspath(arguments.program), os.path.join(top, "home"))
        os.makedirs(os.path.join(os.path.dirname(world.file), "box"))
        write_files(world.folder)
        for words in SETUP:
            done = world.run(words)
            if done.returncode != 0:
                sys.exit(f"{' '.join(words)}: {done.stderr.decode()}")
        commands = [command] if command else COMMANDS + MORE_COMMANDS
        wrong = sum(test_command(world, words, arguments.fault, arguments.share, place)
                    for place, words in enumerate(commands))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
