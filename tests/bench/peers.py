# SPDX-License-Identifier: MIT
"""Other terminal calendars with the same bookings: a folder of event files that khal has read before, an `apts` file,
`REM` lines. Each lists the same sessions, which is checked before anything is measured."""

import datetime
import json
import os
import re

from measure import Run

WEEK = "2026-11-30"
EVENT_BEGINS, EVENT_ENDS = "BEGIN:VEVENT\r\n", "END:VEVENT\r\n"


def exported(bench, sizes):
    """A calendar file of all bookings: a series is one event with its rule."""
    calendar = bench.path("calendar.ics")
    if not os.path.exists(calendar):
        bench.run(bench.practice, "--db", bench.booked(sizes.small), "export", "ics", "--privacy", "full",
                  "--since", "2020-01-01", "--until", "2030-01-01", "-o", calendar)
    return calendar


def khal(bench, sizes):
    """Its folder has a file for each event. It reads them into a database of its own once; then it looks there."""
    settings = bench.path("khal.conf")
    if not os.path.exists(settings):
        with open(exported(bench, sizes), encoding="utf-8", newline="") as file:
            head, *events = file.read().split(EVENT_BEGINS)
        os.mkdir(bench.path("khal"))
        for number, event in enumerate(events):
            with open(bench.path(f"khal/{number}.ics"), "w", encoding="utf-8", newline="") as file:
                file.write(head + EVENT_BEGINS + event.split(EVENT_ENDS)[0] + EVENT_ENDS + "END:VCALENDAR\r\n")
        with open(settings, "w", encoding="utf-8") as file:
            file.write(f"[calendars]\n[[bench]]\npath = {bench.path('khal')}\n"
                       f"[sqlite]\npath = {bench.path('khal.db')}\n"
                       "[locale]\nlocal_timezone = America/New_York\ndefault_timezone = America/New_York\n"
                       "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
                       "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n")
    return Run(["khal", "-c", settings, "list", WEEK, "7d"])


def calcurse(bench, sizes):
    folder = bench.path("calcurse")
    if not os.path.exists(folder):
        bench.run("calcurse", "-q", "-D", folder, "-i", exported(bench, sizes))
    return Run(["calcurse", "-D", folder, "-Q", "--filter-type", "cal", "--input-datefmt", "4", "--from", WEEK, "--days", "7"])


def remind(bench, sizes):
    """Its lines are written from the bookings as practice lists them."""
    path = bench.path("bookings.rem")
    if not os.path.exists(path):
        bookings = json.loads(bench.asked("--db", bench.booked(sizes.small), "session", "list", "--series", "--json"))
        with open(path, "w", encoding="utf-8") as file:
            for booking in bookings:
                start = datetime.datetime.fromisoformat(booking["start"])
                days = f"{start:%a} FROM {start:%Y-%m-%d}" if booking["recurrence"] else f"{start:%Y-%m-%d}"
                hours, minutes = divmod(booking["length"], 60)
                file.write(f"REM {days} AT {start:%H:%M} DURATION {hours}:{minutes:02} "
                           f"MSG {booking['clients'][0]['name']} ({booking['professional']['code']})\n")
    # -m: weeks start on Monday, as this one does.
    return Run(["remind", "-m", "-s+1", path, WEEK])


CALENDARS = {"calcurse": calcurse, "remind": remind, "khal": khal}


def listed(bench, run):
    """The clients of the sessions that a command lists, in order of their names, as often as they are listed."""
    bench.run(*run.words_of(0))
    return sorted(re.findall(r"Client\d+ Surname\d+", bench.said()))
