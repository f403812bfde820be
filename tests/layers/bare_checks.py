# SPDX-License-Identifier: MIT
"""rc::check() answers whether a property held. Where nobody asks, the test cannot fail."""

import re

# Strings and comments, which are blanked: their lines stay.
UNREAD = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/', re.DOTALL)
CALL = re.compile(r"(?<![\w:])(?:::\s*)?rc\s*::\s*check\s*\(")
# What hides a call from CALL.
SHORTER = re.compile(r"\busing\s+(namespace\s+rc\s*;|rc\s*::\s*check\b)|\bnamespace\s+\w+\s*=\s*rc\s*;")
# What stands before a call whose answer goes nowhere: the end of another statement or of a condition, a label, a cast.
ENDS = re.compile(r"(^|[;{}):]|\b(else|do)|\bstatic_cast\s*<\s*void\s*>\s*\(|\bstd::ignore\s*=|\bvoid\s*\()\s*$")


def bare_checks(text):
    """(line, what is wrong) of each place."""
    blanked = UNREAD.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    lines = blanked.split("\n")
    blanked = "\n".join("" if line.lstrip().startswith("#") else line for line in lines)
    for call in CALL.finditer(blanked):
        if ENDS.search(blanked[:call.start()]):
            yield blanked.count("\n", 0, call.start()) + 1, "a bare rc::check: write CHECK(rc::check(...))"
    for name in SHORTER.finditer(blanked):
        yield blanked.count("\n", 0, name.start()) + 1, "write rc::check with its namespace, so that a bare one is seen"
