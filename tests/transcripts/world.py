# SPDX-License-Identifier: MIT
"""A home folder, a clock and a path of its own, in which commands run as transcripts and documents show them."""

import os
import re
import shutil
import sqlite3
import subprocess
from dataclasses import dataclass, field

import terminal

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# What `# uses: NAME` applies before the first command.
PRACTICES = {
    "lakeside": os.path.join(ROOT, "examples", "lakeside.yaml"),
    "clinic": os.path.join(ROOT, "tests", "data", "lakeside", "practice.yaml"),
}
EXPORT = re.compile(r"export (\w+)=(\S*)")
TIMEOUT = float(os.environ.get("TRANSCRIPT_TIMEOUT", "60"))  # seconds for one command


@dataclass
class Place:
    """Where and how a world runs: all places show the same."""
    env: list = field(default_factory=list)  # NAME=VALUE; NAME alone: without it
    folder: str = ""  # inside the temporary one


class World:
    """`folder` is empty; `headers` are those of a transcript (README.md beside this file lists them)."""

    def __init__(self, folder, program, headers, place=None):
        place = place or Place()
        self.folder = os.path.join(os.path.realpath(folder), place.folder).rstrip("/")
        os.makedirs(self.folder, exist_ok=True)
        self.width = int(headers.get("width", ["80"])[-1])
        self.work = os.path.join(self.folder, "work")
        programs = os.path.join(self.folder, "bin")
        for made in (self.work, programs):
            os.mkdir(made)
        os.symlink(os.path.abspath(program), os.path.join(programs, "practice"))
        shutil.copytree(os.path.join(ROOT, "examples"), os.path.join(self.work, "examples"))
        self.environment = {
            "PATH": programs + ":/usr/local/bin:/usr/bin:/bin",
            "HOME": self.folder,
            "TMPDIR": self.folder,
            "USER": "dana",
            "LOGNAME": "dana",
            "LC_ALL": "C",
            "NO_COLOR": "1",
            "TERM": "xterm",
            "COLUMNS": str(self.width),
            "PRACTICE_PAGER": "cat",
            "PRACTICE_NOW": headers.get("now", ["2026-11-23T08:00"])[-1],
        }
        for variable in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"):
            if variable in os.environ:
                self.environment[variable] = os.environ[variable]
        for setting in place.env + headers.get("env", []):
            name, given, value = setting.partition("=")
            if given:
                self.environment[name] = value
            else:
                self.environment.pop(name, None)
        for name in headers.get("uses", []):
            self.apply(name)
        for version in headers.get("older", []):
            self.make_older(version)

    def make_older(self, version):
        file = os.path.join(self.work, "older.db")
        with open(os.path.join(ROOT, "tests", "data", "schema", f"step-{version}.sql"), encoding="utf-8") as sql:
            with sqlite3.connect(file) as database:
                database.executescript(sql.read())
        database.close()
        os.chmod(file, 0o600)

    def apply(self, name):
        if name not in PRACTICES:
            raise SystemExit(f"unknown practice '{name}'; there are {', '.join(sorted(PRACTICES))}")
        # From beside the working folder, so that the log says the same wherever that is.
        shutil.copy(PRACTICES[name], os.path.join(self.folder, f"{name}.yaml"))
        result = self.start(["practice", "apply", f"../{name}.yaml"])
        if result.returncode != 0:
            raise SystemExit(f"practice apply {PRACTICES[name]} ended with {result.returncode}:\n"
                             + result.stderr.decode(errors="replace"))

    def write(self, name, content):
        with open(os.path.join(self.work, name), "w", encoding="utf-8") as file:
            file.write(content)

    def start(self, words):
        return subprocess.run(words, cwd=self.work, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, timeout=TIMEOUT, check=False)

    def run(self, command, in_terminal=False):
        """Standard output, standard error and the exit code of one command. A terminal has one screen for both."""
        script = command.script
        exported = EXPORT.fullmatch(script)
        if exported:  # each command has a shell of its own
            self.environment[exported[1]] = exported[2]
        if in_terminal or script.startswith("tty "):
            out, code = terminal.run(script.removeprefix("tty "), command.answers, self.work, self.environment,
                                     self.width, TIMEOUT)
            return self.readable(out), "", code
        if command.answers:
            raise SystemExit(f"line {command.line_number}: answers (<) are for commands in a terminal ($ tty ...)")
        try:
            result = self.start(["/bin/sh", "-c", script])
        except subprocess.TimeoutExpired:
            return "", f"(no end after {TIMEOUT:g} seconds)", -1
        return self.readable(result.stdout), self.readable(result.stderr), result.returncode

    def readable(self, data):
        """Text with this world's folder as $HOME, and control characters made visible (^[ for ESC)."""
        text = data.decode("utf-8", errors="backslashreplace").replace(self.folder, "$HOME")
        return "".join(c if c in "\n\t" or ord(c) >= 32 and ord(c) != 127 else "^" + chr(ord(c) ^ 64) for c in text)
