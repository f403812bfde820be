#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Makes the manual: man/src is prose, and the command table gives the synopsis, the flags and the examples.

    man/generate.py --program build/dev/practice            writes man/practice*.[1-8] and man/help/*.txt
    man/generate.py --program build/dev/practice --check    writes nothing; tells which of them are stale

A page of man/src is mdoc(7), with two things besides: fenced blocks (```console, ```yaml FILE), whose commands a test
runs, and comments that are replaced:

    .\\" @synopsis NOUN...     one line for each verb
    .\\" @commands NOUN...     each verb with its arguments and flags
    .\\" @examples NOUN...     the examples of --help
    .\\" @overview  @flags  @exit-codes  @variables  @configuration  @columns ROWS     what the program lists of itself

`practice help TOPIC` shows man/help, the pages of sections 5 and 7 as mandoc(1) formats them.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import textwrap

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = os.path.join(HERE, "src")
HOW = "cmake --build build/dev --target manual"
# Pages that show another one.
ALIASES = {"practice-redo.1": "practice-undo.1", "practice-load.1": "practice-dump.1",
           "practice-restore.1": "practice-backup.1"}
MADE = '.\\" Made by man/generate.py from man/src/{} and the command table: change those.\n'
WIDEST_EXAMPLE = 70
WIDEST_OUTPUT = 73  # behind an indentation of 7
WIDEST_LINE = 79
ACCOUNT = "dana"  # what [..] of an output stands for


def table_of(program):
    """What the program says of itself: `practice __commands`."""
    return json.loads(subprocess.run([program, "__commands"], capture_output=True, check=True).stdout)


def text(words):
    """Words as a text line of mdoc, each sentence on a line of its own."""
    lines = re.sub(r"(?<=[a-zA-Z)\"'0-9][.:!?]) (?=[A-Z'])", "\n", words).replace("\\", "\\e").split("\n")
    return "\n".join(wrapped(("\\&" if line.startswith((".", "'")) else "") + escaped(line)) for line in lines)


def escaped(line):
    """Quotes, dashes and letters as they are typed."""
    line = re.sub(r"(?<![\w-])--?(?=\w)", lambda dashes: "\\-" * len(dashes[0]), line).replace("'", "\\(aq")
    return re.sub(r"[^\0-\x7f]", escaped_letter, line)


def escaped_letter(letter):
    return f"\\[u{ord(letter[0]):04X}]"


def wrapped(line):
    """A text line in lines that are no longer than mandoc likes; none begins like a macro."""
    lines = textwrap.wrap(line, WIDEST_LINE, break_long_words=False, break_on_hyphens=False) or [line]
    return "\n".join(("\\&" if at and one.startswith((".", "\\(aq")) else "") + one for at, one in enumerate(lines))


def argument(word):
    """A word behind a macro: never taken for one itself."""
    word = word.replace("\\", "\\e").replace("'", "\\(aq").replace('"', "\\(dq")
    return "\\&" + word if re.fullmatch(r"[A-Z][a-z0-9]{1,2}|[.,:;()\[\]?!|]", word) else word


def transcript(lines):
    """Commands and what they print, in lines that fit a page: as one types them on several lines, as a terminal wraps."""
    shown = []
    for line in lines:
        if line.startswith("$ "):
            shown += broken(line[2:])
        elif len(line) > WIDEST_OUTPUT:
            indent = " " * (len(line) - len(line.lstrip(" ")))
            shown += textwrap.wrap(line.strip(" "), WIDEST_OUTPUT, initial_indent=indent,
                                   subsequent_indent=indent + "    ", break_on_hyphens=False)
        else:
            shown.append(line)
    return shown


def literal(lines):
    """Lines shown to the letter."""
    shown = [re.sub(r"[^\0-\x7f]", escaped_letter, line.replace("\\", "\\e").replace("[..]", ACCOUNT)
                    .replace("-", "\\-").replace("'", "\\(aq")) for line in lines]
    shown = ["\\&" + line if line.startswith(".") else line for line in shown]
    return [".Bd -literal -offset 2n"] + shown + [".Ed"]


def sentence(words):
    """The help of a flag, a fragment, as a sentence."""
    first = re.match(r"[a-z]+(?=[ ,;:]|$)", words)
    return (words[0].upper() + words[1:] if first else words) + "."


def choices_of(flag):
    return " | ".join(argument(choice) for choice in flag["choices"].split("|"))


def flag_items(flags):
    lines = [".Bl -tag -width Ds"]
    for flag in flags:
        item = f".It Fl {flag['short'][1:]} , Fl {flag['name'][1:]}" if flag["short"] else f".It Fl {flag['name'][1:]}"
        if flag["choices"]:
            item += " Cm " + choices_of(flag)
        elif flag["value"]:
            item += " Ar " + argument(flag["value"])
        help_ = flag["help"]
        told = help_ + "." if flag["choices"].split("|")[0] == help_.split(" ")[0] else sentence(help_)
        lines += [item, text(told)] + (["May be repeated."] if flag["repeatable"] else [])
    return lines + [".El"]


def arguments_of(command):
    """What stands behind the verb in a synopsis."""
    shown = ""
    for spec in command["arguments"]:
        dots = " ..." if spec["many"] else ""
        name = argument(spec["name"])
        shown += f" Ar {name}{dots}" if spec["required"] else f" Op Ar {name}{dots}"
    return shown


def of_nouns(table, nouns):
    """The visible commands whose first word is one of `nouns`, in the table's order."""
    return [row for row in table["commands"] if not row["hidden"] and row["name"].split(" ")[0] in nouns]


def synopsis(table, nouns):
    lines = []
    for row in of_nouns(table, nouns):
        lines += [f".Nm practice {row['name']}"]
        if row["arguments"]:
            lines += [f".{arguments_of(row)[1:]}"]
        lines += [".Op Ar flags"]
    return lines


def commands(table, nouns):
    lines = []
    for row in of_nouns(table, nouns):
        lines += [f".Ss practice {row['name']}", text(row["summary"] + ".")]
        for paragraph in filter(None, row["description"].split("\n")):
            lines += [".Pp", text(paragraph)]
        if row["arguments"]:
            lines += [".Bl -tag -width Ds"]
            for spec in row["arguments"]:
                lines += [f".It Ar {argument(spec['name'])}", text(sentence(spec["help"]))]
            lines += [".El"]
        if row["flags"]:
            lines += [".Pp", "Its flags are:"] + flag_items(row["flags"])
    return lines


def broken(command):
    """A command in lines that fit a page."""
    lines, rest = [], "$ " + command
    while len(rest) > WIDEST_EXAMPLE:
        # Not inside a quoted word.
        breaks = [at.start() for at in re.finditer(r" (?=--|\||>|'|[a-z])", rest[:WIDEST_EXAMPLE])
                  if rest[:at.start()].count("'") % 2 == 0 and at.start() > 10]
        flags = [at for at in breaks if rest[at:].startswith((" --", " |", " >"))]
        if not breaks:
            break
        at = max(flags or breaks)
        lines.append(rest[:at] + " \\")
        rest = "    " + rest[at + 1:]
    return lines + [rest]


def examples(table, nouns):
    lines = []
    for row in of_nouns(table, nouns):
        for example in row["examples"]:
            what = re.sub(r" \(exit \d+\)", "", example["what"])
            lines += ([".Pp"] if lines else []) + [text(what + ":")] + literal(broken(example["command"]))
    return lines


def overview(table, _):
    lines = []
    group = None
    for noun in table["nouns"]:
        if noun["group"] != group:
            lines += ([".El"] if group else []) + [f".Ss {noun['group']}", ".Bl -tag -width Ds"]
            group = noun["group"]
        verbs = [row["name"].split(" ")[1] for row in of_nouns(table, [noun["name"]]) if " " in row["name"]]
        page = ALIASES.get(f"practice-{noun['name']}.1", f"practice-{noun['name']}.1")[:-2]
        lines += [f".It Cm {noun['name']}" + (" Ar verb" if verbs else ""), text(noun["summary"] + ".")]
        lines += ["Verbs:"] + [f".Cm {argument(verb)}" + (" ," if verb != verbs[-1] else " .") for verb in verbs] \
            if verbs else []
        lines += [f"See .Xr {page} 1 .".replace("See .Xr", "See\n.Xr")]
    return lines + [".El"]


def exit_codes(table, _):
    lines = [".Bl -tag -width Ds"]
    for row in table["exit_codes"]:
        lines += [f".It {row['code']}", text(sentence(row["meaning"]) if " " in row["meaning"]
                                             else row["meaning"].capitalize() + ".")]
    return lines + [".El"]


def variables(table, _):
    keys = [(key["variable"], key["help"]) for key in table["configuration"] if key["variable"]]
    lines = [".Bl -tag -width Ds"]
    for name, meaning in keys + [(row["name"], row["meaning"]) for row in table["variables"]]:
        lines += [f".It Ev {name}", text(sentence(meaning))]
    return lines + [".El"]


def configuration(table, _):
    lines = [".Bl -tag -width Ds"]
    for key in table["configuration"]:
        value = choices_of(key)
        lines += [f".It Ic {key['name']} :" + (f" Cm {value}" if value else " Ar text"), text(sentence(key["help"]))]
        if key["built_in"]:
            lines += ["When it is not given:", f".Cm {argument(key['built_in'])} ."]
        if key["variable"]:
            lines += ["Variable:", f".Ev {key['variable']} ."]
    return lines + [".El"]


def columns(table, rows):
    lines = [".Bl -tag -width Ds"]
    for column in next(file["columns"] for file in table["columns"] if file["rows"] == rows[0]):
        help_ = re.sub(r", instead of the word [A-Z]+$", "", column["help"]).replace("--repeat", "repeat")
        lines += [f".It Ic {column['name']}", text(sentence(help_))]
    return lines + [".El"]


MAKERS = {"synopsis": synopsis, "commands": commands, "examples": examples, "overview": overview,
          "flags": lambda table, _: flag_items(table["flags"]), "exit-codes": exit_codes, "variables": variables,
          "configuration": configuration, "columns": columns}


def page(table, name):
    """The whole page that man/src/NAME makes."""
    with open(os.path.join(SOURCES, name), encoding="utf-8") as file:
        lines = file.read().split("\n")
    made, fence, of_commands = [], None, False
    for number, line in enumerate(lines, 1):
        directive = re.match(r'\.\\" @([a-z-]+)((?: [a-z-]+)*)$', line)
        text_follows = line and not line.startswith((".Sh", ".Ss", ".Pp", ".El", ".It", '.\\"', "```"))
        if fence is None and text_follows and made and made[-1] == ".Ed":
            made.append(".Pp")
        if fence is not None:
            if line == "```":
                made += literal(transcript(fence) if of_commands else fence)
                fence = None
            else:
                fence.append(line)
        elif line.startswith("```"):
            fence, of_commands = [], line == "```console"
        elif directive and directive[1] in MAKERS:
            made += MAKERS[directive[1]](table, directive[2].split())
        elif directive:
            raise SystemExit(f"man/src/{name}:{number}: there is no @{directive[1]}")
        elif line.startswith('.\\"') and number > 1:
            continue  # what tests read
        elif line.startswith((".", "'")):
            made.append(re.sub(r"[^\0-\x7f]", escaped_letter, line.replace("'", "\\(aq")))
        elif line or number < len(lines):
            made.append(wrapped(escaped(line)))
    top = made[0] + "\n" + MADE.format(name)
    return top + "\n".join(made[1:]) + "\n"


def plain(path):
    """A page as plain text for `practice help`: without header and footer, its name as a title."""
    shown = subprocess.run(["mandoc", "-T", "utf8", "-O", "width=78,indent=3", path], capture_output=True, check=True)
    lines = re.sub(".\b", "", shown.stdout.decode()).split("\n")
    body = "\n".join(lines[1:-2]).strip("\n")
    title = re.match(r"NAME\n +\S+ \S (.*(?:\n +.*)*)\n", body)
    heading = " ".join(title[1].split())
    return heading[0].upper() + heading[1:] + "\n\n" + body[title.end():].strip("\n") + "\n"


def write(path, content, check):
    """Writes a file that has changed; True when it had."""
    try:
        with open(path, encoding="utf-8") as file:
            if file.read() == content:
                return False
    except FileNotFoundError:
        pass
    if not check:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--program", required=True)
    parser.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    table = table_of(arguments.program)
    sources = sorted(name for name in os.listdir(SOURCES) if re.search(r"\.[1-8]$", name))
    stale = [name for name in sources if write(os.path.join(HERE, name), page(table, name), arguments.check)]
    stale += [name for name, shown in ALIASES.items() if shown in sources and write(
        os.path.join(HERE, name), f".so man1/{shown}\n", arguments.check)]
    for name in sources:
        topic = re.fullmatch(r"practice-(\w+)\.[57]", name)
        if topic and not (arguments.check and name in stale):
            path = os.path.join(HERE, "help", topic[1] + ".txt")
            stale += [f"help/{topic[1]}.txt"] if write(path, plain(os.path.join(HERE, name)), arguments.check) else []
    for name in stale:
        print(f"man/{name}: " + ("stale" if arguments.check else "made"))
    if arguments.check and stale:
        print(f"The manual does not say what the command table and man/src say. Make it again: {HOW}")
    return 1 if arguments.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
