#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Types every command that a transcript prints, as it stands, right after it was printed.

    pasted.py --program build/dev/practice tests/transcripts/undo.test

"Undo with: practice undo" once took back somebody else's later booking, and after `--db other.db` it changed the
default database. So the commands of the transcript are given their database with --db, and what they print is typed
where the default database is another one, which is not there: it must end with 0 and do what it says. "Undo with"
leaves the data as they were before; "Redo with" says what is done again; "Bring it back with" and "Go back with" leave
what there was when the backup was made. What cannot be typed as it stands is in not_pasted.txt, with the reason.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile

import printed
import terminal
import transcript
from world import ROOT, TIMEOUT, World

# Tells how the program was called, and names the database that it would take anyway.
RECORDER = """#!/bin/sh
call="{calls}/$(date +%s%N)-$$"
env -0 >"$call.env"
default=${{XDG_DATA_HOME:-${{HOME:-}}/.local/share}}/practice/practice.db
case " $* " in *" apply "*|*" load "*|*" restore "*) mkdir -p -m 700 "${{default%/*}}" ;; esac
[ -d "${{default%/*}}" ] || default=
[ -z "${{PRACTICE_DB:-}}" ] || default=
grep -qs '^database' "${{XDG_CONFIG_HOME:-${{HOME:-}}/.config}}/practice/config.yaml" && default=
for word in "$@"; do
    case $word in --db|--db=*|--config|--config=*|--version|--help|-h|help) default= ;; esac
done
printf '%s\\0' "$PWD" "$default" "$@" >"$call.words"
if [ -n "$default" ]; then set -- --db "$default" "$@"; fi
exec "{program}" "$@"
"""
EXCEPTIONS = os.path.join(ROOT, "tests", "transcripts", "not_pasted.txt")
# What an undo adds to, numbers that are never given again, and how often and when a session was changed.
NEVER_BACK = tuple(b'{"table":"' + table for table in (b'operations"', b'changes"', b'sqlite_sequence"', b'uid_sequences"',
                                                       b'practice_identity"'))
COUNTED = re.compile(rb'"(sequence|changed_at)":\d+')
NEEDS_A_YES = re.compile(r"--yes")


class Call:
    """One run of the program: its folder, its variables, its words."""

    def __init__(self, path):
        with open(path + ".env", "rb") as file:
            pairs = file.read().split(b"\0")[:-1]
        self.environment = dict(pair.split(b"=", 1) for pair in pairs if b"=" in pair)
        with open(path + ".words", "rb") as file:
            self.folder, self.default, *self.words = file.read().split(b"\0")[:-1]

    def names_database(self):
        """With --db, told or not."""
        return bool(self.default) or any(word == b"--db" or word.startswith(b"--db=") for word in self.words)

    def database(self):
        """Of a call that names it, or whose environment does; else the default one."""
        for i, word in enumerate(self.words):
            if word.startswith(b"--db="):
                return word[len(b"--db="):]
            if word == b"--db" and i + 1 < len(self.words):
                return self.words[i + 1]
        home = self.environment.get(b"XDG_DATA_HOME") or self.environment.get(b"HOME", b"") + b"/.local/share"
        return self.environment.get(b"PRACTICE_DB") or home + b"/practice/practice.db"


class Scene:
    """The world of a transcript, whose program tells how it was called, and which can be set back."""

    def __init__(self, scratch, program, headers):
        self.program = os.path.abspath(program)
        self.calls = os.path.join(scratch, "calls")
        self.kept = os.path.join(scratch, "kept")
        self.elsewhere = os.path.join(scratch, "elsewhere")
        self.plain = os.path.join(scratch, "plain")
        home = os.path.join(scratch, "home")
        for folder in (self.calls, self.kept, self.elsewhere, self.plain, home):
            os.mkdir(folder)
        os.symlink(self.program, os.path.join(self.plain, "practice"))
        recorder = os.path.join(scratch, "recorder")
        with open(recorder, "w", encoding="utf-8") as file:
            file.write(RECORDER.format(calls=self.calls, program=self.program))
        os.chmod(recorder, 0o755)
        self.world = World(home, recorder, headers)
        self.home = self.world.folder

    def run(self, command, in_terminal):
        """What it prints, and the calls of the program in it."""
        for name in os.listdir(self.calls):
            os.remove(os.path.join(self.calls, name))
        out, err, code = self.world.run(command, in_terminal)
        names = sorted({name.rpartition(".")[0] for name in os.listdir(self.calls)})
        return out, err, code, [Call(os.path.join(self.calls, name)) for name in names]

    def keep(self, name):
        """A copy of the whole home, as it is now."""
        copy = os.path.join(self.kept, name)
        shutil.rmtree(copy, ignore_errors=True)
        subprocess.run(["cp", "-a", self.home, copy], check=True)

    def set_back(self, name):
        """To the copy, which stays."""
        shutil.rmtree(self.home)
        subprocess.run(["cp", "-a", os.path.join(self.kept, name), self.home], check=True)

    def data(self, call, name=None):
        """All rows of the database of a call, now or as it was in a copy."""
        file = os.path.join(call.folder, call.database()).decode()
        if name and file.startswith(self.home):
            file = os.path.join(self.kept, name) + file[len(self.home):]
        if not os.path.exists(file):
            return []
        result = subprocess.run([self.program, "dump", "--no-config", "--db", file], env=self.environment(call),
                                capture_output=True, timeout=TIMEOUT, check=False)
        rows = (line for line in result.stdout.split(b"\n") if line.startswith(b'{"table":'))
        return [COUNTED.sub(b"", row) for row in rows if not row.startswith(NEVER_BACK)]

    def environment(self, call):
        """Of somebody who types in the same shell; where --db was given, it is another database without it. A variable
        that names one was set for the one command only."""
        variables = {name.decode(): value.decode(errors="surrogateescape") for name, value in call.environment.items()}
        by_variable = variables.pop("PRACTICE_DB", "")
        if call.names_database() or by_variable:
            variables["XDG_DATA_HOME"] = self.elsewhere
        return {**variables, "PATH": self.plain + ":/usr/local/bin:/usr/bin:/bin"}

    def paste(self, command, call):
        """As typed at once. Where the command would ask, it is typed in a terminal, and the answer is yes."""
        environment = self.environment(call)
        result = subprocess.run(["/bin/sh", "-c", command], cwd=call.folder, env=environment, stdin=subprocess.DEVNULL,
                                capture_output=True, timeout=TIMEOUT, check=False)
        said = (result.stdout + result.stderr).decode(errors="replace")
        if result.returncode == 2 and NEEDS_A_YES.search(said):
            out, code = terminal.run(command, ["y"], call.folder, environment, self.world.width, TIMEOUT)
            return code, out.decode(errors="replace")
        return result.returncode, said


def what_went_wrong(scene, found, calls):
    """Types a command; the reason when it does not do what it says. `before` and `after` are kept."""
    call = calls[-1]
    shutil.rmtree(scene.elsewhere)
    os.mkdir(scene.elsewhere)
    code, said = scene.paste(found.command.replace("$HOME", scene.home), call)
    if code != 0:
        return f"it ends with {code}:\n" + said
    if os.listdir(scene.elsewhere):
        return "it is about another database"
    number = found.command.split()[-1]
    done = {"Undo with: ": "Undid", "Redo with: ": "Redid"}.get(found.said_before)
    if done and f"{done} {number}: " not in said:
        return f"it does not say '{done} {number}'"
    if len(calls) > 1:  # it is not known what was before the last of them
        return None
    if found.said_before in ("Undo with: ", "Go back with: ") and scene.data(call) != scene.data(call, "before"):
        return "it does not bring back what was before"
    if found.said_before == "Bring it back with: " and scene.data(call) != scene.data(call, "after"):
        return "it does not bring back what was there"
    return None


def check(path, program, exceptions):
    """Runs one transcript and types what it prints; the number of commands typed, and those that failed."""
    document = transcript.read(path)
    typed = failed = 0
    with tempfile.TemporaryDirectory(prefix="pasted-") as scratch:
        scene = Scene(os.path.realpath(scratch), program, document.headers)
        for part in document.parts:
            if isinstance(part, transcript.File):
                scene.world.write(part.name, part.content)
            if not isinstance(part, transcript.Command):
                continue
            prints = any("practice" in line or line == "..." for line in part.expected)
            if prints:
                scene.keep("before")
            out, err, _, calls = scene.run(part, document.document)
            commands = printed.commands_in(out + "\n" + err) if calls else []
            if not prints or not commands or printed.asks_for_help(calls[-1].words):
                continue
            scene.keep("after")
            for found in commands:
                if exceptions.allow(path, found):
                    continue
                typed += 1
                wrong = what_went_wrong(scene, found, calls)
                scene.set_back("after")
                if wrong:
                    failed += 1
                    print(f"{path}:{part.line_number}: {part.source[0]}\n  prints: {found.command}\n  but {wrong}")
    return typed, failed


def main():
    parser = argparse.ArgumentParser(description="Type the commands that transcripts print.")
    parser.add_argument("--program", default=os.path.join(ROOT, "build", "dev", "practice"))
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    exceptions = printed.Exceptions(EXCEPTIONS)
    results = [check(path, arguments.program, exceptions) for path in arguments.files]
    typed, failed = (sum(column) for column in zip(*results))
    print(f"{typed} commands typed, {failed} wrong")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
