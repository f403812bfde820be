# SPDX-License-Identifier: MIT
"""The commands that the program prints, found in what it printed: "Undo with: practice undo 3"."""

import fnmatch
import json
import os
import re
from dataclasses import dataclass

# The program's name with a flag or a command behind it, and neither a sentence about a practice nor a file's name.
BEGINS = re.compile(r"(?:^|(?<=[ '(\t]))practice (?=--(?:db|config|no-config)\b|(?:apply|backup|calendar|client|complete"
                    r"|completion|config|doctor|dump|export|help|import|load|log|professional|recurrence|redo|restore"
                    r"|room|schema|service|session|undo)\b)")
# What a person writes as it is meant: FILE, ID, "...".
PLACEHOLDER = re.compile(r"(?:^|[\s@'])(?:[A-Z]{2,}|N)(?:$|[\s.'])|\.\.\.(?:$|\s)")


@dataclass
class Printed:
    said_before: str  # "Undo with: "
    command: str


def _end(text, at, quoted):
    """Where the command that begins at `at` ends: with its line or clause, or with the quote around it. A quote that
    opens within it stands at the beginning of a word, or behind \\'."""
    i = at
    while i < len(text):
        if text[i] == "\\":
            i += 2
            continue
        if text[i] in "'\"":
            opens = text[i - 1] in " =" or text[i - 2:i] == "\\'" or text[i] == '"'
            if quoted and text[i] == "'" and not opens:
                return i
            close = text.find(text[i], i + 1)
            if close < 0:
                return len(text)
            i = close + 1
            continue
        rest = text[i:]
        if rest.startswith("\t") or (not quoted and (rest.startswith((", ", "; ", " (", ") ")) or rest == ")")):
            return i
        i += 1
    return len(text)


def _texts(line):
    """The line; of JSON, the texts in it."""
    bare = line.strip().lstrip("[").rstrip(",]")
    if not bare.startswith("{"):
        return [line]
    try:
        waiting, texts = [json.loads(bare)], []
    except ValueError:
        return [line]
    while waiting:
        one = waiting.pop(0)
        if isinstance(one, str):
            texts.append(one)
        elif isinstance(one, (list, dict)):
            waiting[:0] = list(one.values()) if isinstance(one, dict) else one
    return texts


def commands_in(output):
    """Each once, in the order of the text."""
    found = []
    lines = (line for line in output.split("\n") if not line.startswith("practice: error: "))
    for text in (text for line in lines for text in _texts(line)):
        at = 0
        while match := BEGINS.search(text, at):
            quoted = match.start() > 0 and text[match.start() - 1] == "'"
            at = _end(text, match.end(), quoted)
            one = Printed(text[:match.start()].lstrip(), text[match.start():at].strip())
            if one.command not in [other.command for other in found]:
                found.append(one)
    return found


def asks_for_help(words):
    return not words or any(word in (b"--help", b"-h", b"help", b"completion", b"complete") for word in words)


class Exceptions:
    """Patterns of commands that are not typed, each below the reason for it."""

    def __init__(self, path):
        self.patterns = []
        with open(path, encoding="utf-8") as file:
            for line in file:
                line = line.rstrip("\n")
                if not line or line.startswith("#"):
                    continue
                where, _, pattern = line.partition(": ") if re.match(r"[\w*]+: ", line) else ("*", "", line)
                self.patterns.append((where, pattern))
        self.used = set()

    def allow(self, path, found):
        name = os.path.basename(path).partition(".")[0]
        plain = re.sub(r"^practice (?:--db (?:'(?:[^']|'\\'')*'|\S+) |--config \S+ |--no-config )*", "practice ", found.command)
        for where, pattern in self.patterns:
            if fnmatch.fnmatchcase(name, where) and fnmatch.fnmatchcase(plain, pattern):
                self.used.add((where, pattern))
                return True
        return False
