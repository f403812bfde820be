#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares the manual with the program: every command, flag, exit code, variable and key is in it, and no other.

Made pages must be as man/generate.py makes them now, and mandoc must find nothing to say. Prints one line for each fault.
"""

import argparse
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "man"))
import generate  # noqa: E402

MAN = os.path.join(ROOT, "man")
AGAIN = f"then make the manual: {generate.HOW}"
ELSEWHERE = {"man 1", "less 1", "crontab 5", "bash 1", "zsh 1", "fish 1"}  # pages of others that may be referred to


def source(name):
    with open(os.path.join(MAN, "src", name), encoding="utf-8") as file:
        return file.read()


def shown(name, width=78):
    """A page as a reader sees it."""
    result = subprocess.run(["mandoc", "-T", "utf8", "-O", f"width={width}", os.path.join(MAN, name)], capture_output=True, check=True)
    return re.sub(".\b", "", result.stdout.decode())


def lint(names):
    """What mandoc says; whether the pages referred to exist is asked elsewhere."""
    result = subprocess.run(["mandoc", "-T", "lint"] + [os.path.join(MAN, name) for name in names],
                            capture_output=True, check=False)
    lines = result.stdout.decode().split("\n")
    return [line for line in lines if line and "referenced manual not found" not in line and "mandoc.db" not in line]


def commands(table, names, pages):
    """Each command on one page, with all of its flags."""
    place = {}
    for name in names:
        for words in re.findall(r'^\.\\" @commands (.*)$', source(name), re.MULTILINE):
            for noun in words.split():
                if noun in place:
                    yield f"man/src/{name}: practice {noun} is in {place[noun]} already"
                place[noun] = name
    known = {row["name"].split(" ")[0] for row in table["commands"] if not row["hidden"]}
    for noun in sorted(known - set(place)):
        yield (f"practice {noun} has no page: write man/src/practice-{noun}.1 in the manner of man/src/practice-room.1, "
               f"with '@commands {noun}' in it (or name it in a page that is there), {AGAIN}")
    for noun in sorted(set(place) - known):
        yield f"man/src/{place[noun]}: there is no command practice {noun}"
    nouns = {noun["name"] for noun in table["nouns"]}
    for noun in sorted(known ^ nouns):
        yield f"'{noun}' is in only one of the command table and nouns() of src/cli/line/command_table.cpp"
    for row in table["commands"]:
        name = place.get(row["name"].split(" ")[0])
        for flag in row["flags"] if name and not row["hidden"] else []:
            if flag["name"] not in pages[name]:
                yield f"man/{name}: {flag['name']} of practice {row['name']} is missing; {AGAIN}"


# Lines that run another program, which has flags of its own.
OTHERS = re.compile(r"^ +adduser (?:.*\\\n)*.*$", re.MULTILINE)


def flags(table, pages):
    """No page names a flag that no command has."""
    known = {flag["name"] for row in table["commands"] for flag in row["flags"]}
    known |= {flag["name"] for flag in table["flags"]}
    for name, text in pages.items():
        for flag in sorted(set(re.findall(r"(?<![\w-])--[a-z][a-z-]*[a-z]", OTHERS.sub("", text))) - known):
            yield f"man/{name}: no command has the flag {flag}"


def exit_codes(table, pages):
    codes = {str(row["code"]) for row in table["exit_codes"]}
    section = pages["practice.1"].split("\nEXIT STATUS\n")[1].split("\n\nEXAMPLES\n")[0]
    listed = set(re.findall(r"^ {5}(\d+) ", section, re.MULTILINE))
    for code in sorted(codes ^ listed):
        yield f"man/practice.1: exit status {code} is in only one of the program and the manual; {AGAIN}"
    for name, text in pages.items():
        for code in re.findall(r"exit\s+(?:code|status)?\s*(?:is\s+)?(\d+)\b", text):
            if code not in codes:
                yield f"man/{name}: there is no exit status {code}"


def variables(table, pages):
    known = {row["name"] for row in table["variables"]} | {key["variable"] for key in table["configuration"]} - {""}
    for name in sorted(known - set(re.findall(r"\b[A-Z_]+\b", pages["practice.1"]))):
        yield f"man/practice.1: the variable {name} is missing; {AGAIN}"
    for page, text in pages.items():
        for name in sorted(set(re.findall(r"\b(?:PRACTICE|XDG)_[A-Z_]+\b", text)) - known):
            yield f"man/{page}: the program reads no variable {name}"


def keys(table, pages):
    """The keys of the configuration and of settings files."""
    listed = re.findall(r"^ {5}([a-z-]+): ", pages["practice-config.5"], re.MULTILINE)
    for key in sorted({key["name"] for key in table["configuration"]} ^ set(listed)):
        yield f"man/practice-config.5: the key {key} is in only one of the program and the manual; {AGAIN}"
    found = {}
    for section in re.split(r"^\.S[sh] ", source("practice-settings.5"), flags=re.MULTILINE)[1:]:
        found[section.split("\n")[0]] = set(re.findall(r"^\.It Ic (\S+)", section, re.MULTILINE))
    for section in table["settings"]:
        here = found.get(section["name"], set())
        for key in sorted(set(section["keys"]) ^ here):
            where = "is not described" if key in section["keys"] else "is no key of it"
            yield f"man/src/practice-settings.5: {section['name']}: {key} {where}; correct it, {AGAIN}"


def references(names):
    """Every page that is referred to exists."""
    here = {f"{name[:-2]} {name[-1]}" for name in names} | ELSEWHERE
    for name in names:
        for page in re.findall(r"^\.Xr (\S+ \d)", source(name), re.MULTILINE):
            if page not in here:
                yield f"man/src/{name}: there is no page {page.replace(' ', '(')})"


def too_wide(names):
    """What is shown to the letter fits a terminal of 80 columns; text is wrapped."""
    for name in names:
        result = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=80", os.path.join(MAN, name)], capture_output=True,
                                check=True)
        for line in re.sub(".\b", "", result.stdout.decode()).split("\n"):
            if len(line) > 80:
                yield f"man/{name}: wider than 80 columns: {line.strip()}"
        yield from broken(name)


def literal_lines(name):
    """As they are to be seen."""
    with open(os.path.join(MAN, name), encoding="utf-8") as page:
        blocks = re.findall(r"^\.Bd -literal.*?\n(.*?)^\.Ed$", page.read(), re.MULTILINE | re.DOTALL)
    for line in "".join(blocks).split("\n"):
        yield re.sub(r"\\(.)", lambda escape: {"e": "\\", "&": ""}.get(escape[1], escape[1]), line).strip()


def broken(name):
    """What is shown to the letter and does not fit goes on in the next line: who copies it gets two commands."""
    narrow, wide = ({line.strip() for line in shown(name, width).split("\n")} for width in (80, 400))
    for line in literal_lines(name):
        if line in wide and line not in narrow:
            yield f"man/{name}: broken in a terminal of 80 columns: {line}"


def found_by(names):
    """The words by which apropos(1) has to find the program: those of the line under NAME."""
    told = {name: " ".join(re.findall(r"^\.Nd (.*)$", source(name), re.MULTILINE)) for name in names}
    for page, words in (("practice.1", ("booking", "appointment", "schedul", "calendar")),
                        ("practice-session.1", ("booking", "appointment"))):
        for word in words:
            if word not in told[page]:
                yield f"man/src/{page}: 'apropos {word}' does not find it"


def topics(table, names):
    """`practice help` has each page of sections 5 and 7."""
    here = {re.sub(r"^practice-(.*)\.[57]$", r"\1", name) for name in names if name.endswith(("5", "7"))}
    for topic in sorted(here ^ (set(table["topics"]) - {"exit-codes", "environment"})):
        yield f"'{topic}' is in only one of man/src and practice_help_topics of CMakeLists.txt; then build again"


def examples(table):
    for row in table["commands"]:
        if not row["hidden"] and len(row["examples"]) < 2:
            yield f"practice {row['name']}: its row has fewer than two examples"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--program", required=True)
    program = parser.parse_args().program
    if subprocess.run([sys.executable, generate.__file__, "--program", program, "--check"], check=False).returncode:
        return 1
    table = generate.table_of(program)
    names = sorted(name for name in os.listdir(os.path.join(MAN, "src")) if re.search(r"\.[1-8]$", name))
    pages = {name: shown(name) for name in names}
    wrong = lint(names)
    for found in (commands(table, names, pages), flags(table, pages), exit_codes(table, pages),
                  variables(table, pages), keys(table, pages), references(names), topics(table, names),
                  examples(table), too_wide(names), found_by(names)):
        wrong += found
    for line in wrong:
        print(line)
    print(f"{len(names)} pages, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
