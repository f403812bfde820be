#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Completes command lines in the real shells: bash and zsh at a terminal of their own, with a person's key strokes,
fish by its `complete -C`. What is checked is the line that stands there after Tab, and what the shell would offer.

    python3 tests/completions/shells.py --program build/dev/practice bash|zsh|fish
"""

import argparse
import os
import pty
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import termios

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCRIPTS = os.path.join(ROOT, "completions")
LONGEST = 60  # seconds for one answer, on the slowest machine

# A line, and the line after Tab: what one candidate, or what all of them have in common, adds.
LINES = [
    ("practice sess", "practice session "),
    ("practice session ca", "practice session cancel "),
    ("practice session add --cl", "practice session add --client "),
    ("practice session add --client Smith --prof", "practice session add --client Smith --professional "),
    ("practice session add --service 90853 --ro", "practice session add --service 90853 --room "),
    # Ids keep their "@", at which bash parts words.
    ("practice session cancel 1@2026-11-2", "practice session cancel 1@2026-11-24 "),
    ("practice session cancel 1@", "practice session cancel 1@202"),
    # Names: spaces, accents and quotes come out as the shell takes them.
    ("practice session add --room Gr", "practice session add --room Group\\ Room "),
    ("practice session add --room 'Gr", "practice session add --room 'Group Room' "),
    ("practice session add --room Group\\ Ro", "practice session add --room Group\\ Room "),
    ("practice session add --room=Vi", "practice session add --room=Video "),
    ("practice client show Mar", "practice client show María\\ García "),
    ("practice client show Sian", "practice client show Sian\\ O\\'Brien "),
    ("practice client show O\\'B", "practice client show O\\'Brien,\\ Sian "),
    ("practice client show 'Mar", "practice client show 'María García' "),
    # Another database, in a folder with a space.
    ("practice --db 'other place/p.db' room show Att", "practice --db 'other place/p.db' room show Attic "),
    ("practice --db other\\ place/p.db room show Att", "practice --db other\\ place/p.db room show Attic "),
    # Files are the shell's own.
    ("practice apply lake", "practice apply lakeside.yaml "),
    # Nothing fits: nothing happens.
    ("practice session add --service 99999", "practice session add --service 99999"),
    ("practice nonsense ", "practice nonsense "),
]
# The same letters without case and accents; fish shows only what has the letters that were typed.
REPLACED = [
    ("practice client show garcia", "practice client show García,\\ María "),
    ("practice room show gr", "practice room show Group\\ Room "),
]
# What fish offers, with descriptions.
OFFERED = [
    ("practice session mark 1@2026-11-24 no", ["no-show"]),
    ("practice session add --service 9083", ["90834\tPsychotherapy, 45 minutes, 150.00 USD",
                                            "90837\tPsychotherapy, 60 minutes, 180.00 USD"]),
    ("practice session cancel 1@2026-11", ["1@2026-11-24\tTue 2026-11-24 09:00 Room 1 lee"]),
    ("practice session add --room=V", ["--room=Video\tvirtual"]),
    ("practice client show Mar", ["María García\tclient 4"]),
    ("practice --db 'other place/p.db' room show A", ["Attic\tin-person"]),
    ("practice apply lake", ["lakeside.yaml"]),
    ("practice nonsense ", []),
]


class World:
    """A home with a practice, and the program first on the path."""

    def __init__(self, program, home):
        self.home = home
        self.bin = os.path.join(home, "bin")
        self.work = os.path.join(home, "work")
        for folder in (self.bin, os.path.join(self.work, "other place"), os.path.join(home, ".config", "practice")):
            os.makedirs(folder)
        os.symlink(os.path.abspath(program), os.path.join(self.bin, "practice"))
        self.environment = {"PATH": self.bin + ":/usr/bin:/bin", "HOME": home, "LC_ALL": "C.UTF-8", "TERM": "dumb",
                            "PRACTICE_NOW": "2026-11-23T08:00", "COLUMNS": "200", "LINES": "50"}
        with open(os.path.join(home, ".config", "practice", "config.yaml"), "w", encoding="utf-8") as file:
            file.write("completion-client-names: yes\n")
        settings = """
practice: {name: Lakeside, time-zone: America/New_York, currency: USD}
professionals: [{code: lee, name: Dana Lee, room: Room 1}, {code: orr, name: Sam Orr}]
rooms: [{name: Room 1}, {name: Room 2}, {name: Group Room}, {name: Video, kind: virtual}]
services:
  - {code: "90834", description: "Psychotherapy, 45 minutes", length: 45, price: "150.00"}
  - {code: "90837", description: "Psychotherapy, 60 minutes", length: 60, price: "180.00"}
clients: [{name: Anna Smith}, {name: Al Smithson}, {name: "Sian O'Brien"}, {name: María García}]
"""
        other = "practice: {name: Other, time-zone: Europe/Berlin, currency: EUR}\nrooms: [{name: Attic}]\n"
        for name, text in (("lakeside.yaml", settings), ("other place/other.yaml", other)):
            with open(os.path.join(self.work, name), "w", encoding="utf-8") as file:
                file.write(text)
        self.run("practice", "apply", "lakeside.yaml")
        self.run("practice", "--db", "other place/p.db", "apply", "other place/other.yaml")
        self.run("practice", "session", "add", "--professional", "lee", "--client", "Anna Smith", "--service", "90834",
                 "--at", "2026-11-24 09:00", "--repeat", "weekly")

    def run(self, *words):
        return subprocess.run(words, env=self.environment, cwd=self.work, check=True, stdout=subprocess.PIPE,
                              encoding="utf-8").stdout


class Terminal:
    """A shell at a terminal; a key (Ctrl-X Ctrl-L) makes it tell the line that stands there."""

    def __init__(self, world, *words):
        self.seen = ""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(world.work)
            os.execvpe(words[0], words, world.environment)
        mode = termios.tcgetattr(self.fd)
        mode[3] &= ~termios.ECHO
        termios.tcsetattr(self.fd, termios.TCSANOW, mode)

    def type(self, text):
        os.write(self.fd, text.encode())

    def until(self, pattern):
        """The match, once it is there; what came before it is forgotten."""
        while not (found := re.search(pattern, self.seen, re.S)):
            if not select.select([self.fd], [], [], LONGEST)[0]:
                raise SystemExit(f"the shell says no more; last: {self.seen[-500:]!r}")
            try:
                self.seen += os.read(self.fd, 65536).decode(errors="replace")
            except OSError as error:
                raise SystemExit(f"the shell has ended; last: {self.seen[-500:]!r}") from error
        self.seen = self.seen[found.end():]
        return found

    def after_tab(self, line):
        self.type(line + "\t\x18\x0c")
        told = self.until(r"LINE<(.*?)>LINE").group(1)
        self.type("\x15")
        return told

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def bash(world):
    setup = (f"source {SCRIPTS}/practice.bash\nPS1='' PS2=''\nbind 'set enable-bracketed-paste off'\n"
             "bind 'set bell-style none'\nbind -x '\"\\C-x\\C-l\": printf \"LINE<%s>LINE\" \"$READLINE_LINE\"'\n")
    start = os.path.join(world.home, "bashrc")
    with open(start, "w", encoding="utf-8") as file:
        file.write(setup)
    terminal = Terminal(world, "bash", "--noprofile", "--rcfile", start, "-i")
    terminal.type("echo 'READY'':'\n")
    terminal.until("READY:")
    return terminal


def zsh(world):
    setup = (f"fpath=({SCRIPTS} $fpath)\nPS1='' PS2=''\nunsetopt zle_bracketed_paste prompt_cr prompt_sp\nsetopt no_beep\n"
             "autoload -Uz compinit && compinit -u -D\n"
             "tell() { print -rn -- \"LINE<$BUFFER>LINE\" }\nzle -N tell\nbindkey -e\nbindkey '^X^L' tell\nbindkey '^U' kill-whole-line\n"
             "zstyle ':completion:*' list-prompt ''\nunsetopt auto_menu list_ambiguous\n")
    with open(os.path.join(world.home, ".zshrc"), "w", encoding="utf-8") as file:
        file.write(setup)
    world.environment["ZDOTDIR"] = world.home
    terminal = Terminal(world, "zsh", "-d", "-i")
    terminal.type("echo 'READY'':'\n")
    terminal.until("READY:")
    return terminal


def at_terminal(world, start, lines):
    terminal = start(world)
    wrong = []
    for line, expected in lines:
        told = terminal.after_tab(line)
        if told != expected:
            wrong.append(f"{line!r} and Tab\n  expected {expected!r}\n  seen     {told!r}")
    terminal.end()
    return wrong


def in_fish(world):
    wrong = []
    for line, expected in OFFERED:
        quoted = line.replace("\\", "\\\\").replace("'", "\\'")
        seen = world.run("fish", "-N", "-c", f"source {SCRIPTS}/practice.fish; complete -C '{quoted}'").splitlines()
        if seen != expected:
            wrong.append(f"{line!r}\n  expected {expected!r}\n  seen     {seen!r}")
    return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("shell", choices=["bash", "zsh", "fish"])
    arguments = parser.parse_args()
    if shutil.which(arguments.shell) is None:
        raise SystemExit(f"{arguments.shell} is not installed; run: sh packages.sh tests")
    with tempfile.TemporaryDirectory() as home:
        world = World(arguments.program, home)
        if arguments.shell == "fish":
            wrong = in_fish(world)
        else:
            wrong = at_terminal(world, {"bash": bash, "zsh": zsh}[arguments.shell], LINES + REPLACED)
        left = world.run("practice", "completion", arguments.shell)
        names = {"bash": "practice.bash", "zsh": "_practice", "fish": "practice.fish"}
        with open(os.path.join(SCRIPTS, names[arguments.shell]), encoding="utf-8") as file:
            if file.read() != left:
                wrong.append(f"practice completion {arguments.shell} prints another script than completions/ has")
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
