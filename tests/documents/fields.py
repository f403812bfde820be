#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares the fields that practice-output(7) lists with those that commands print.

A list of fields stands below a comment that says who prints them: `.\\" @fields booking besides date: COMMAND`, where the list
`date` is above it. COMMAND runs on the scene of scene.sh. A field within another is listed as `clients[].name`; a field
that is listed as a whole may hold anything.
"""

import argparse
import json
import os
import re
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "transcripts"))
import transcript  # noqa: E402
from world import World  # noqa: E402


def lists(path):
    """(line number, command, fields) of each list, with the fields of the list that it goes on from."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    named = {}
    for number, line in enumerate(lines, 1):
        found = re.match(r'\.\\" @fields ([\w-]+)(?: besides ([\w-]+))?: (.*)$', line)
        if found:
            end = lines.index(".El", number)
            items = [re.match(r"\.It Va (\S+)$", line) for line in lines[number:end]]
            named[found[1]] = named.get(found[2], []) + [item[1] for item in items if item]
            yield number, found[3], named[found[1]]


def paths(value, listed, prefix=""):
    """The fields of a value as they are listed; not those within a field that is listed as a whole."""
    found = set()
    for name, inner in value.items():
        path = prefix + name
        inside = [field for field in listed if field.startswith((path + ".", path + "[]."))]
        items = inner if isinstance(inner, list) else [inner]
        dots = path + ("[]." if isinstance(inner, list) else ".")
        if inside and any(isinstance(item, dict) for item in items):
            for item in items:
                found |= paths(item, listed, dots)
        else:
            found.add(path)
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    page = os.path.join(ROOT, "man", "src", "practice-output.7")
    wrong, seen = [], 0
    with tempfile.TemporaryDirectory(prefix="fields-") as folder:
        world = World(folder, program, {"uses": ["lakeside"], "env": ["PRACTICE_PROFESSIONAL=lee"]})
        world.run(transcript.Command(0, ["$ sh " + os.path.join(HERE, "scene.sh")]))
        for number, command, fields in lists(page):
            seen += 1
            out, err, _ = world.run(transcript.Command(0, ["$ " + command]))
            try:
                answer = json.loads(out)
            except ValueError:
                wrong.append(f"{page}:{number}: {command}: no JSON: {err.strip()}")
                continue
            printed = set()
            for one in answer if isinstance(answer, list) else [answer]:
                printed |= paths(one, fields)
            for field in sorted(printed - set(fields)):
                wrong.append(f"{page}:{number}: '{field}' of {command} is not described")
            for field in sorted(set(fields) - printed):
                wrong.append(f"{page}:{number}: {command} prints no field '{field}'")
    for line in wrong:
        print(line)
    print(f"{seen} lists of fields, {len(wrong)} faults")
    return 1 if wrong or seen < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
