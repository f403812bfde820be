# SPDX-License-Identifier: MIT
"""A transcript file as data: commands with what they should print, and the text between them.

README.md beside this file describes the format. `read` takes a file apart so that `Transcript.text` with no
changes gives it back to the letter; `run.py` runs the commands and `agrees` compares what they print.
"""

import re
from dataclasses import dataclass, field

EXIT_CODE = re.compile(r"\[(\d+)\]$")
HEADER = re.compile(r"#\s*(uses|older|now|width|env):\s*(.*?)\s*$")
DOCUMENT_HEADER = re.compile(r'(?:<!--|\.\\")\s*(uses|older|now|width|env):\s*(.*?)\s*(?:-->)?\s*$')
FILE_FENCE = re.compile(r"```\w+ (\S+)$")  # ```yaml lakeside.yaml
ANY_LINES = "..."
ANY_TEXT = "[..]"


@dataclass
class Command:
    line_number: int
    source: list  # the `$ ` line, `> ` continuations and `< ` answers, as they stand
    expected: list = field(default_factory=list)  # as they stand

    @property
    def script(self):
        return "\n".join(line[2:] for line in self.source if line.startswith(("$ ", "> ")) or line == ">")

    @property
    def answers(self):
        return [line[2:] for line in self.source if line == "<" or line.startswith("< ")]


@dataclass
class File:
    """A file that a document shows, in a block that names it: it is there for the commands below."""
    name: str
    source: list  # with its fences
    expected: list = field(default_factory=list)

    @property
    def content(self):
        return "\n".join(self.source[1:-1]) + "\n"


@dataclass
class Transcript:
    path: str
    document: bool  # fenced blocks in a text for readers: Markdown, or a page of the manual
    parts: list  # str (one line of prose), Command or File
    headers: dict

    @property
    def commands(self):
        return [part for part in self.parts if isinstance(part, Command)]

    def text(self):
        lines = []
        for part in self.parts:
            lines += [part] if isinstance(part, str) else part.source + part.expected
        return "\n".join(lines) + "\n"

    def space_out(self):
        """Puts a blank line below each output that a command or a comment follows at once."""
        spaced = []
        for part, following in zip(self.parts, self.parts[1:] + [""]):
            spaced.append(part)
            closes = isinstance(following, str) and (following == "" or following.startswith("```"))
            if isinstance(part, Command) and part.expected and not closes:
                spaced.append("")
        self.parts = spaced


def _ends_output(line, document):
    if document:
        return line.startswith(("$ ", "```"))
    return line.startswith(("$ ", "# ")) or line == "#"


def read(path):
    document = not path.endswith(".test")
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    if lines[-1] == "":
        lines.pop()
    parts, headers, inside, i = [], {}, not document, 0
    while i < len(lines):
        line = lines[i]
        if inside and line.startswith("$ "):
            command = Command(i + 1, [line])
            i += 1
            while i < len(lines) and (lines[i].startswith(("> ", "< ")) or lines[i] in (">", "<")):
                command.source.append(lines[i])
                i += 1
            while i < len(lines) and not _ends_output(lines[i], document):
                command.expected.append(lines[i])
                i += 1
            # Blank lines before the next command are the file's, not the output's.
            blank = []
            while command.expected and command.expected[-1] == "":
                blank.append(command.expected.pop())
            parts += [command] + blank
            continue
        if document and FILE_FENCE.match(line):
            end = lines.index("```", i)
            parts.append(File(FILE_FENCE.match(line)[1], lines[i:end + 1]))
            i = end + 1
            continue
        if document and line.startswith("```"):
            inside = line == "```console"
        elif not document and line and not line.startswith("#"):
            raise SystemExit(f"{path}:{i + 1}: neither a command ($ ...) nor a comment (# ...): {line}")
        found = (DOCUMENT_HEADER if document else HEADER).match(line)
        if found:
            headers.setdefault(found[1], []).append(found[2])
        parts.append(line)
        i += 1
    return Transcript(path, document, parts, headers)


def _escape(line):
    """A line of output as it is written into a .test file."""
    special = line.startswith(("$ ", "# ", "! ", "> ", "< ", "\\")) or line in ("#", "!", ">", "<", ANY_LINES)
    return "\\" + line if special or EXIT_CODE.match(line) else line


def _lines(text):
    lines = text.split("\n")
    while lines and lines[-1] == "":
        lines.pop()
    return lines


def as_expected(out, err, code, document):
    """What a command did, in the lines that a file would have for it."""
    if document:  # written for readers, as a terminal shows it; an error shows itself
        told = "practice: error:" in out
        return _lines(out) + ([] if code == 0 or told else [f"[{code}]"])
    lines = [_escape(line) for line in _lines(out)]
    lines += [("! " + line).rstrip() for line in _lines(err)]
    return lines + ([f"[{code}]"] if code else [])


def line_agrees(expected, actual):
    if expected == actual:
        return True
    if ANY_TEXT not in expected:
        return False
    pattern = ".*".join(re.escape(piece) for piece in expected.split(ANY_TEXT))
    return re.fullmatch(pattern, actual) is not None


def agrees(expected, actual):
    """Whether all lines agree, where `...` stands for any number of lines."""
    if ANY_LINES not in expected:
        return len(expected) == len(actual) and all(map(line_agrees, expected, actual))
    gap = expected.index(ANY_LINES)
    if len(actual) < gap or not all(map(line_agrees, expected[:gap], actual)):
        return False
    rest = expected[gap + 1:]
    return any(agrees(rest, actual[start:]) for start in range(gap, len(actual) + 1))


def merged(expected, actual):
    """`actual`, with the wildcards of `expected` kept wherever a line of it still agrees."""
    kept = [line for line in expected if ANY_TEXT in line]
    result = []
    for line in actual:
        match = next((k for k in kept if line_agrees(k, line)), None)
        result.append(match or line)
    return result
