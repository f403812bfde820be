# SPDX-License-Identifier: MIT
"""What is changed in a line of C++ to make a mutant of it. Works on text: a mutant that does not compile is passed over."""

import re
from typing import NamedTuple


class Mutant(NamedTuple):
    path: str  # from the root of the project
    line: int  # counted from 0
    operator: str
    before: str
    after: str

    @property
    def name(self):
        """What it is, wherever in its file the line stands by now."""
        return (self.path, self.before.strip(), self.after.strip())


# What is written with blanks around it (clang-format sees to that), so that no template or pointer is meant.
SWAPPED = {
    "border of a comparison": [(" < ", " <= "), (" <= ", " < "), (" > ", " >= "), (" >= ", " > ")],
    "comparison turned round": [(" == ", " != "), (" != ", " == "), (" < ", " >= "), (" > ", " <= ")],
    "and for or": [(" && ", " || "), (" || ", " && ")],
    "arithmetic": [(" + ", " - "), (" - ", " + "), (" * ", " / "), (" / ", " * "), (" % ", " / "), (" += ", " -= "),
                   (" -= ", " += "), ("++", "--")],
    "bits": [(" & ", " | "), (" | ", " & "), (" << ", " >> "), (" >> ", " << "), (" |= ", " &= "), (" &= ", " |= ")],
    "truth": [("true", "false"), ("false", "true")],
    "end of a loop": [("break;", "continue;"), ("continue;", "break;")],
    "neighbour in the library": [
        ("min(", "max("), ("max(", "min("), ("any_of(", "all_of("), ("all_of(", "any_of("), ("none_of(", "any_of("),
        ("lower_bound(", "upper_bound("), ("upper_bound(", "lower_bound("), ("front()", "back()"), ("back()", "front()"),
        ("floor<", "ceil<"), ("ceil<", "floor<")],
}
NUMBER = re.compile(r"(?<![\w.\"'])(\d+)(?=(?:min|h|s)?\b)(?![.\w']*')")
NEGATION = re.compile(r"(?<![\w)\]])!(?=[\w(])")
CONDITION = re.compile(r"\bif \(([^;{}]*)\) (?=\{)")
ALTERNATIVE = re.compile(r"(?<= )\?(?= )")
RETURNED = re.compile(r"^(\s+|.*\{ )return (?!(?:false|nullptr|std::nullopt|0|none);)([^{};]+);")
STATEMENT = re.compile(r"^\s+(?!return|throw|const|auto|using|break|continue|case|default|static|delete|co_)"
                       r"(?:[\w:.\[\]*()]|->)+(?:\(.*\)| [-+*/|&]?= .+);$|^\s+(?:\+\+|--)[\w.]+;$")


def blanked(text):
    """The text with the same places, but blanks for what is in comments and quotes."""
    def blank(found):
        return re.sub(r"[^\n]", " ", found[0])
    return re.sub(r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<!\d)\'(?:\\.|[^\'\\\n])+\'', blank, text,
                  flags=re.DOTALL)


def end_of_operand(code, start):
    """Where the operand of && or || that begins at `start` ends."""
    depth = 0
    for place in range(start, len(code)):
        if code[place] in "([{":
            depth += 1
        elif code[place] in ")]}":
            depth -= 1
            if depth < 0:
                return place
        elif depth == 0 and (code[place] in ";,?" or code.startswith((" && ", " || "), place)):
            return place
    return len(code) if depth == 0 else None


def whole(text):
    return all(text.count(a) == text.count(b) for a, b in ("()", "[]", "{}"))


def changes(line, code):
    """Operator and changed line, for each that can be made of a line whose code is `code`."""
    for operator, pairs in SWAPPED.items():
        for old, new in pairs:
            edge = r"\b" if old[0].isalpha() else ""
            for found in re.finditer(edge + re.escape(old), code):
                yield operator, line[:found.start()] + new + line[found.end():]
    for found in NUMBER.finditer(code):
        for new in (int(found[1]) + 1, int(found[1]) - 1):
            if new >= 0:
                yield "number", line[:found.start(1)] + str(new) + line[found.end(1):]
    for found in NEGATION.finditer(code):
        yield "not left out", line[:found.start()] + line[found.end():]
    for found in CONDITION.finditer(code):
        for constant in ("true", "false"):
            if whole(found[1]) and " = " not in found[1]:
                yield "condition decided", line[:found.start(1)] + constant + line[found.end(1):]
    for found in ALTERNATIVE.finditer(code):
        yield "alternative decided", line[:found.start()] + "&& false ?" + line[found.end():]
    for found in re.finditer(r" (?:&&|\|\|) ", code):
        end = end_of_operand(code, found.end())
        if end is not None:
            yield "operand left out", line[:found.start()] + line[end:]
    for found in RETURNED.finditer(code):
        yield "nothing returned", line[:found.start(2)] + "{}" + line[found.end(2):]
    if STATEMENT.match(code.rstrip()) and whole(code):
        yield "statement left out", ""


def mutants_of(path, text):
    lines = text.split("\n")
    codes = blanked(text).split("\n")
    found = {}
    for number, (line, code) in enumerate(zip(lines, codes)):
        if code.lstrip().startswith(("#", "namespace", "using", "template")):
            continue
        if number > 0 and not re.search(r"(^|[;{}:])\s*$", codes[number - 1]):
            continues = True  # the statement began in a line before
        else:
            continues = False
        for operator, changed in changes(line, code):
            if changed != line and not (operator == "statement left out" and continues):
                found.setdefault((number, changed), Mutant(path, number, operator, line, changed))
    return list(found.values())
