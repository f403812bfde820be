#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the examples of every verb's --help: each must work as it stands, on the example practice.

scene.sh beside this file sets the scene once; each example then runs in a copy of it. An example that is meant to be
refused says so in its description: "(exit 5)". One that asks first must work with --yes.
"""

import argparse
import json
import os
import re
import shutil
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "transcripts"))
import transcript  # noqa: E402
from world import World  # noqa: E402

# What the examples of a verb need besides the scene.
BEFORE = {
    "client add": "practice client edit Smith --name 'Maya Smith'",
    "client archive": "practice client add 'Lu Chen' && practice client add 'Tom Reyes'",
    "client delete": "practice client add 'Lu Chen'",
    "export feeds": "printf 'feeds: [{name: Lakeside, file: lakeside.ics}]' | practice apply -",
    "professional delete": "for n in 3 4 5 6; do practice client edit $n --professional lee; done",
    "redo": "practice undo 14",
    "room delete": "practice room add 'Room 3'",
    "service delete": "practice service add 90899 --price 10.00",
}
# The clock of a verb whose examples are about what has been.
CLOCK = {"session mark": "2026-12-08T18:00"}


def verbs(world):
    """All verbs of the command table."""
    table = json.loads(run(world, "practice __commands")[0])
    return [row["name"] for row in table["commands"] if not row["hidden"]]


def run(world, script):
    return world.run(transcript.Command(0, ["$ " + script]))


def examples(text):
    """(what, command) of each example of a help page."""
    section = text.split("\nExamples:\n")[1] if "\nExamples:\n" in text else ""
    return re.findall(r"^  # (.*)\n  (practice (?:.*\\\n)*.*)$", section, re.MULTILINE)


def too_wide(text):
    return [f"wider than 80: {line}" for line in text.split("\n") if len(line) > 80]


def check(world, verb, scene):
    """Runs the examples of one verb; returns what went wrong."""
    out, err, code = run(world, f"practice {verb} --help")
    if code != 0:
        return [f"practice {verb} --help: exit {code}: {err}"]
    found = examples(out)
    wrong = too_wide(out)
    wrong += [] if len(found) >= 2 else [f"practice {verb} --help: fewer than two examples"]
    if found and not any(f"practice {verb.split()[0]}" in command for _, command in found):
        wrong.append(f"practice {verb} --help: no example of it")
    for what, command in found:
        expected = re.search(r"\(exit (\d+)\)", what)
        for name in (".local", ".config", "work"):
            shutil.rmtree(os.path.join(world.folder, name), ignore_errors=True)
            if os.path.isdir(os.path.join(scene, name)):
                shutil.copytree(os.path.join(scene, name), os.path.join(world.folder, name))
        out, err, code = run(world, BEFORE.get(verb, "true"))
        if code != 0:
            wrong.append(f"{BEFORE[verb]}\n    exit {code}: {err.strip()}")
        if verb in CLOCK:
            command = f"export PRACTICE_NOW={CLOCK[verb]}; {command}"
        out, err, code = run(world, command)
        if code == 2 and "--yes" in err and " --yes" not in command:
            out, err, code = run(world, command + " --yes")
        if code != (int(expected[1]) if expected else 0):
            wrong.append(f"{command}\n    exit {code}: {err.strip()}")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--program", required=True)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="examples-") as folder:
        world_folder, scene = os.path.join(folder, "world"), os.path.join(folder, "scene")
        os.mkdir(world_folder)
        world = World(world_folder, arguments.program, {"uses": ["lakeside"], "env": ["PRACTICE_PROFESSIONAL=lee"]})
        out, err, code = run(world, "sh " + os.path.join(HERE, "scene.sh"))
        if code != 0:
            print(f"scene.sh: exit {code}\n{out}{err}")
            return 1
        shutil.copytree(world_folder, scene, symlinks=True)
        names = verbs(world)
        wrong = [line for verb in names for line in check(world, verb, scene)]
    if len(names) < 5:
        wrong.append(f"there are only {len(names)} verbs")
    for line in wrong:
        print(line)
    print(f"{len(names)} verbs, {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
