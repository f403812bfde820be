#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks the layers: which folder includes what, which library is used where, who reads the clock, how long files are.

The compiler cannot keep these rules, because all libraries live in one system folder. Prints one line for each
breach, as FILE:LINE: what is wrong.
"""

import os
import re
import sys

from bare_checks import bare_checks

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LONGEST = 400  # lines
MOST_FILES = 30  # of a folder below src
ADAPTERS = ("time", "store", "ical", "config", "text")
# What the program does, without a command line: these may be included by it, and it by src/cli only.
APP_INCLUDES = ADAPTERS + ("app",)

# A library's headers begin like this; these folders of src/ may include them. A header of the system that is not
# here and not in the C++ library is for POSIX_FOLDERS only.
LIBRARIES = {
    "CLI/": ("cli",),
    "SQLiteCpp/": ("store",),
    "sqlite3": ("store",),
    "nettle/": ("store",),
    "libical/": ("ical",),
    "ical.h": ("ical",),
    "yaml-cpp/": ("config",),
    "cctz/": ("time",),
    "fmt/": ("text", "app", "cli"),
    "nlohmann/": ("text", "cli"),
    "utf8proc": ("text",),
}
POSIX_FOLDERS = ("cli", "app", "store", "time", "config", "ical", "main.cpp")
POSIX = re.compile(r"(unistd|fcntl|dlfcn|grp|pwd|poll|signal|termios|spawn|dirent|sys/\w+|linux/\w+)\.h$")
STANDARD = re.compile(r"[a-z_0-9]+$")  # <vector>, <cstdint>
STREAMS = re.compile(r"(iostream|ostream|istream|iosfwd|fstream|sstream|print)$")
CLOCK = re.compile(r"\b(system_clock|steady_clock|high_resolution_clock|file_clock)::now\b|"
                   r"\b(clock_gettime|gettimeofday|localtime(_r)?|gmtime(_r)?)\s*\(|(?<![\w.>])(std::)?time\s*\(\s*(NULL|nullptr|0|&)")
INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)[>"]')


def files():
    for top in ("include", "src"):
        for folder, _, names in sorted(os.walk(os.path.join(ROOT, top))):
            for name in sorted(names):
                if name.endswith((".h", ".cpp")):
                    yield os.path.relpath(os.path.join(folder, name), ROOT)


def layer_of(path):
    """'domain', the adapter's or cli's folder, or 'main.cpp'."""
    parts = path.split("/")
    return "domain" if parts[0] == "include" else parts[1]


def breach_of_own_include(path, layer, header):
    """What is wrong with an #include "..." of this project; None if nothing."""
    if "/" not in header and os.path.isfile(os.path.join(ROOT, os.path.dirname(path), header)):
        return None  # a neighbour
    first = header.split("/")[0]
    if first == "practice":
        return None
    if layer in ("cli", "main.cpp"):
        return None if first in APP_INCLUDES + ("cli",) else f'"{header}" is named by no folder of src/'
    if layer == "app":
        if header.startswith("text/calendar"):
            return f'"{header}" draws calendars for a terminal: that is for src/cli'
        return None if first in APP_INCLUDES else f'src/app includes "{header}": it knows no command line'
    if layer == "domain":
        return None if first == "domain" else f'the domain includes "{header}"'
    return None if first == layer else f'src/{layer} includes "{header}"'


def breach_of_library_include(layer, header):
    for prefix, layers in LIBRARIES.items():
        if header.startswith(prefix):
            return None if layer in layers else f"<{header}> is for src/{', src/'.join(layers)} only"
    if layer == "app" and STREAMS.match(header):
        return f"<{header}> in src/app: what it has to say it returns"
    if STANDARD.match(header):
        return None
    if POSIX.match(header):
        return None if layer in POSIX_FOLDERS else f"<{header}> in src/{layer}: that touches the system"
    return f"<{header}> is no header that tests/layers/layers.py knows"


def without_comments(line):
    return re.sub(r'"(\\.|[^"\\])*"', '""', line).split("//")[0]


NONE = re.compile(r'[!=]= "none"|"none" [!=]=|is_keyword\([^)]*"none"\)')

# A flag in words for people: what the program does names the field, `repeat weekly`, and src/cli the flag.
FLAG = re.compile(r"(?<![\w-])--[a-z]")
LITERAL = re.compile(r'"(?:\\.|[^"\\])*"')


def names_flag(line):
    words = [*LITERAL.findall(line), LITERAL.sub("", line).partition("//")[2]]
    return any(FLAG.search(text) for text in words)


RIM = ("src/cli/run.cpp", "src/cli/answer/screen.cpp", "src/cli/real_environment.cpp")


GROUPS = ("values", "calendar", "practice", "recurrence", "session", "conflict", "rescheduling", "booking", "feeds",
          "settings", "exchange")


def group_of_domain(path):
    """'recurrence' for src/domain/recurrence/recurrence_days.cpp; None for a file of none."""
    parts = path.split("/")
    return parts[2] if parts[:2] == ["src", "domain"] and len(parts) > 3 else None


def breach_of_group(path, header, home):
    """A group of the domain that includes one behind it. `home`: the group of each header in include/practice."""
    group = group_of_domain(path)
    other = header.split("/")[1] if header.startswith("domain/") else home.get(header.split("/")[-1])
    if group is None or other is None or GROUPS.index(other) <= GROUPS.index(group):
        return None
    return f'domain/{group} includes "{header}" of {other}, which is built upon it'


def homes_of_headers():
    """Which group the source of a public header is in: {"session.h": "session"}."""
    home = {}
    for folder, _, names in os.walk(os.path.join(ROOT, "src", "domain")):
        group = os.path.basename(folder)
        home.update({name[:-4] + ".h": group for name in names if name.endswith(".cpp") and group in GROUPS})
    return home


def breaches_of_folders():
    for folder, _, names in sorted(os.walk(os.path.join(ROOT, "src"))):
        if len(names) > MOST_FILES:
            yield os.path.relpath(folder, ROOT), f"{len(names)} files; {MOST_FILES} is the most of a folder"


# What goes out as it is. Hints, details and notes are completed by cli/invocation.h on their way.
PRINTS = re.compile(r"\b(?:print|print_line)\(([^;]*);")
COMMAND = re.compile(r'"[^"]*\bpractice (apply|backup|calendar|client|config|doctor|dump|export|import|load|log|'
                     r"professional|recurrence|redo|restore|room|service|session|undo)\b")


def breaches_of_printed_commands(path, text):
    """A command that is printed has the --db and the --config that were given."""
    if path.startswith("src/cli/"):
        for statement in PRINTS.finditer(text):
            if COMMAND.search(statement[1]):
                yield text.count("\n", 0, statement.start()) + 1, "a command is printed by context.command(...)"


def breaches_of_tests():
    for folder, _, names in sorted(os.walk(os.path.join(ROOT, "tests"))):
        for name in sorted(name for name in names if name.endswith((".h", ".cpp"))):
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as file:
                for number, what in bare_checks(file.read()):
                    yield os.path.relpath(path, ROOT), number, what


def breaches(path, home):
    layer = layer_of(path)
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        lines = file.read().split("\n")
    if len(lines) - 1 > LONGEST:
        yield LONGEST + 1, f"{len(lines) - 1} lines; {LONGEST} is the most"
    if not lines[0].startswith("// SPDX-License-Identifier: MIT"):
        yield 1, "no line with the licence at the top"
    if layer == "main.cpp" and len(lines) - 1 > 40:
        yield 41, "main.cpp has more than 40 lines"
    yield from breaches_of_printed_commands(path, "\n".join(lines))
    for number, line in enumerate(lines, 1):
        include = INCLUDE.match(line)
        if include:
            own = include[1] == '"'
            wrong = breach_of_own_include(path, layer, include[2]) if own else breach_of_library_include(layer, include[2])
            if own and not wrong:
                wrong = breach_of_group(path, include[2], home)
            if own and wrong and any(include[2].startswith(prefix) for prefix in LIBRARIES):
                wrong = f'"{include[2]}" is a library: write <{include[2]}>'
            if wrong:
                yield number, wrong
        elif path not in RIM and re.search(r"\benvironment\.out\b", without_comments(line)):
            yield number, "standard output is written by cli/screen.h, which escapes what a terminal obeys"
        elif path != "src/domain/values/keyword.cpp" and NONE.search(line):
            yield number, "whether a word is none is asked of practice/keyword.h: says_none()"
        elif layer in ("app", "domain") and names_flag(line):
            yield number, "a flag: name the field in backquotes, `repeat weekly`; cli/line/invocation.h prints the flag"
        elif layer != "time" and CLOCK.search(without_comments(line)):
            yield number, "only src/time reads the clock"


def main():
    seen = wrong = 0
    home = homes_of_headers()
    for path in files():
        seen += 1
        for number, what in breaches(path, home):
            wrong += 1
            print(f"{path}:{number}: {what}")
    for folder, what in breaches_of_folders():
        wrong += 1
        print(f"{folder}: {what}")
    for path, number, what in breaches_of_tests():
        wrong += 1
        print(f"{path}:{number}: {what}")
    if seen == 0:
        print("no source files found")
    else:
        print(f"{seen} files, {wrong} breaches")
    return 0 if seen and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
