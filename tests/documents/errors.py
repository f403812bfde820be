#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""ERRORS.md: every error that a transcript shows, with the command that shows it, and so made by running them.

    python3 tests/documents/errors.py            # fails when the page is stale, or when a text of the source is not shown
    python3 tests/documents/errors.py --update   # writes the page anew

A text of the source that no transcript shows is a line of errors_not_shown.txt beside this file: what it takes a broken
disk or a second program to see, or what has no transcript yet. --update takes lines out of it and never puts any in.
"""

import argparse
import glob
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
PAGE = os.path.join(ROOT, "ERRORS.md")
NOT_SHOWN = os.path.join(HERE, "errors_not_shown.txt")
CODES = {1: "a file or the storage failed", 2: "misuse of the command line, or a malformed value", 3: "not found",
         4: "ambiguous", 5: "conflict; nothing was written", 6: "some rows of an import were left out",
         7: "the database is busy", 8: "the configuration or a settings file is wrong", 130: "interrupted"}
ERROR = "practice: error: "
MOST_LINES = 6  # of a command that is shown

# What makes an error, in C++: the literals of its first argument that has any are the message.
RAISED = re.compile(r"\b(?:misuse\(|failure\(|Refusal\{\s*RefusalKind::\w+,|refuse\(|problem\(|problems?_?\.push_back\(\{|Problem\{|unreadable\()")
LITERAL = re.compile(r'"((?:\\.|[^"\\])*)"')


class Shown:
    """One error as a transcript shows it."""

    def __init__(self, command, lines, code):
        self.command, self.lines, self.code = command, lines, code
        self.message = lines[0][len(ERROR):]

    def shape(self):
        """The message without what differs from case to case."""
        return re.sub(r"\d+", "0", re.sub(r"'[^']*'", "''", self.message)).replace("[..]", "")


def errors_of(command, output):
    """The errors of one command: each with its details and its hint."""
    found = [line[2:] for line in output if line.startswith("! ")]
    codes = [int(line[1:-1]) for line in output if re.fullmatch(r"\[\d+\]", line)]
    blocks = []
    for line in found:
        if line.startswith(ERROR):
            blocks.append([line])
        elif blocks and (line.startswith("  ") or line.startswith("hint:")):
            blocks[-1].append(line)
    return [Shown(command, block, codes[0] if codes else 0) for block in blocks]


def all_errors():
    errors = []
    for path in sorted(glob.glob(os.path.join(ROOT, "tests", "transcripts", "*.test"))):
        command, output = [], []
        with open(path, encoding="utf-8") as file:
            for line in file.read().splitlines() + ["$ "]:
                if line.startswith("$ "):
                    errors += errors_of(command, output)
                    command, output = [line], []
                elif line.startswith("> ") and not output:
                    command.append(line)
                elif line.startswith("# "):
                    errors += errors_of(command, output)
                    command, output = [], []
                else:
                    output.append(line)
    return errors


def page(errors):
    text = ["# What practice may say is wrong", "",
            "Every error, with a command that shows it, by exit code. `tests/documents/errors.py` makes this page from the",
            "transcripts in `tests/transcripts`, which are run. Where several commands show the same error, one is here.", ""]
    seen = set()
    for code in sorted({error.code for error in errors}):
        of_code = sorted((error for error in errors if error.code == code), key=lambda error: error.shape().lower())
        fresh = []
        for error in of_code:
            if error.shape() not in seen:
                seen.add(error.shape())
                fresh.append(error)
        if not fresh:
            continue
        text += [f"## Exit {code}: {CODES.get(code, 'done, with a remark')}", ""]
        for error in fresh:
            command = error.command if len(error.command) <= MOST_LINES else error.command[:MOST_LINES] + ["> ..."]
            text += ["```"] + command + error.lines + ["```", ""]
    return "\n".join(text)


def first_argument(source):
    """The literals of the first argument that has a long enough one; nothing when there is none."""
    argument, depth, literals, at = "", 0, [], 0
    while at < len(source) and len(literals) == 0:
        char = source[at]
        if char == '"':
            found = LITERAL.match(source, at)
            if not found:
                break
            argument += found.group(0)
            at = found.end()
            continue
        depth += (char in "([{") - (char in ")]}")
        if depth < 0 or char == ";" or (char == "," and depth == 0):
            literals = [text for text in LITERAL.findall(argument) if len(text.strip()) >= 5]
            argument = ""
            if depth < 0 or char == ";":
                break
        else:
            argument += char
        at += 1
    return [with_flags(text.replace('\\"', '"').replace("\\\\", "\\")) for text in literals]


def with_flags(text):
    """As the command line prints it: what the program does names fields, `repeat weekly`."""
    return re.sub(r"`([a-z-]+)([^`]*)`", r"--\1\2", text)


def texts_of_source():
    """(file, the longest piece of the message) of each error that is raised with a text of its own."""
    for folder, _, names in sorted(os.walk(os.path.join(ROOT, "src"))):
        for name in sorted(names):
            if not name.endswith(".cpp"):
                continue
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as file:
                source = file.read()
            for raised in RAISED.finditer(source):
                pieces = [piece for text in first_argument(source[raised.end():raised.end() + 600])
                          for piece in re.split(r"\{[^}]*\}", text) if len(piece.strip()) >= 4]
                if pieces:
                    yield os.path.relpath(path, ROOT), max(pieces, key=len).strip()


def coverage(errors):
    shown = "\n".join(line for error in errors for line in error.lines)
    return {f"{path}: {piece}" for path, piece in texts_of_source() if piece not in shown}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--update", action="store_true")
    arguments = parser.parse_args()
    errors = all_errors()
    text, missing = page(errors), coverage(errors)
    with open(NOT_SHOWN, encoding="utf-8") as file:
        lines = file.read().splitlines()
    if arguments.update:
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(text)
        with open(NOT_SHOWN, "w", encoding="utf-8") as file:
            file.writelines(line + "\n" for line in lines if not line or line.startswith("#") or line in missing)
        return 0
    wrong = []
    with open(PAGE, encoding="utf-8") as file:
        if file.read() != text:
            wrong.append("ERRORS.md is stale; run: python3 tests/documents/errors.py --update")
    wrong += [f"no transcript shows this error: {line}" for line in sorted(missing - set(lines))]
    print("\n".join(wrong), file=sys.stderr if wrong else sys.stdout)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
