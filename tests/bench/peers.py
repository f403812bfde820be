#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures a week's list out of 10,200 bookings, by practice and by terminal calendars with the same events.

    cmake --build build/release --target bench && python3 tests/bench/peers.py --build build/release

All programs are run in turn, as whole processes, and the medians are given: load on the machine then hits all of
them. What is not installed is named and left out. Before, the answers are compared: all must list the same sessions.
"""

import argparse
import datetime
import json
import os
import re
import shutil
import sys
import tempfile

from bench import Bench, make_databases, tell

BOOKINGS = "10200"
WEEK = "2026-11-30"
EVENT_BEGINS, EVENT_ENDS = "BEGIN:VEVENT\r\n", "END:VEVENT\r\n"


def practice(bench):
    return [bench.practice, "--db", bench.path(f"{BOOKINGS}.db"),
            "session", "list", "--from", WEEK, "--days", "7", "--json"]


def exported(bench):
    """The name of a calendar file of all bookings: a series is one event with its rule."""
    calendar = bench.path("calendar.ics")
    if not os.path.exists(calendar):
        bench.run(bench.practice, "--db", bench.path(f"{BOOKINGS}.db"), "export", "ics", "--privacy", "full",
                  "--since", "2020-01-01", "--until", "2030-01-01", "-o", calendar)
    return calendar


def khal(bench):
    """Its folder has a file for each event. It reads them into a database of its own once; then it looks there."""
    with open(exported(bench), encoding="utf-8", newline="") as file:
        head, *events = file.read().split(EVENT_BEGINS)
    os.mkdir(bench.path("khal"))
    for number, event in enumerate(events):
        with open(bench.path(f"khal/{number}.ics"), "w", encoding="utf-8", newline="") as file:
            file.write(head + EVENT_BEGINS + event.split(EVENT_ENDS)[0] + EVENT_ENDS + "END:VCALENDAR\r\n")
    settings = bench.path("khal.conf")
    with open(settings, "w", encoding="utf-8") as file:
        file.write(f"[calendars]\n[[bench]]\npath = {bench.path('khal')}\n"
                   f"[sqlite]\npath = {bench.path('khal.db')}\n"
                   "[locale]\nlocal_timezone = America/New_York\ndefault_timezone = America/New_York\n"
                   "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
                   "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n")
    return ["khal", "-c", settings, "list", WEEK, "7d"]


def calcurse(bench):
    folder = bench.path("calcurse")
    bench.run("calcurse", "-q", "-D", folder, "-i", exported(bench))
    return ["calcurse", "-D", folder, "-Q", "--filter-type", "cal", "--input-datefmt", "4",
            "--from", WEEK, "--days", "7"]


def remind(bench):
    """Its lines are written from the bookings as practice lists them."""
    bench.run(bench.practice, "--db", bench.path(f"{BOOKINGS}.db"), "session", "list", "--series", "--json")
    with open(bench.path("out"), encoding="utf-8") as file:
        bookings = json.load(file)
    with open(bench.path("bookings.rem"), "w", encoding="utf-8") as file:
        for booking in bookings:
            start = datetime.datetime.fromisoformat(booking["start"])
            days = f"{start:%a} FROM {start:%Y-%m-%d}" if booking["recurrence"] else f"{start:%Y-%m-%d}"
            hours, minutes = divmod(booking["length"], 60)
            file.write(f"REM {days} AT {start:%H:%M} DURATION {hours}:{minutes:02} "
                       f"MSG {booking['clients'][0]['name']} ({booking['professional']['code']})\n")
    # -m: weeks start on Monday, as this one does.
    return ["remind", "-m", "-s+1", bench.path("bookings.rem"), WEEK]


def listed(bench, words):
    """The clients of the sessions that a command lists, in order of their names, as often as they are listed."""
    bench.run(*words)
    with open(bench.path("out"), encoding="utf-8") as file:
        return sorted(re.findall(r"Client\d+ Surname\d+", file.read()))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", default="build/release")
    parser.add_argument("--runs", type=int, default=21, help="how often each program is run")
    parser.add_argument("--without-tz", action="store_true",
                        help="leave TZ unset, as it is for most people: the others then go by the machine's time zone")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="peers-") as folder:
        bench = Bench(arguments.build, folder, arguments.runs)
        if not arguments.without_tz:
            bench.environment["TZ"] = "America/New_York"
        make_databases(bench, [BOOKINGS])
        commands = {"practice": practice(bench)}
        for peer in (khal, calcurse, remind):
            if shutil.which(peer.__name__, path=bench.environment["PATH"]):
                commands[peer.__name__] = peer(bench)
            else:
                print(f"{peer.__name__} is not installed and not measured: apt-get install {peer.__name__}",
                      file=sys.stderr)
        # This is what fills khal's database, too, before anything is measured.
        answers = {name: listed(bench, words) for name, words in commands.items()}
        for name, answer in answers.items():
            if not answer or answer != answers["practice"]:
                raise SystemExit(f"{name} lists {len(answer)} sessions, not the {len(answers['practice'])} of practice")
        walls = dict(zip(commands, bench.in_turn(list(commands.values()))))
        for name, wall in walls.items():
            tell(f"{name}: a week's list, {BOOKINGS} bookings, {len(answers[name])} sessions listed", f"{wall:.1f} ms",
                 f"{wall / walls['practice']:.1f} times as long" if name != "practice" else "")


if __name__ == "__main__":
    sys.exit(main())
