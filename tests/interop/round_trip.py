#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What `practice export ics --privacy full` writes, `practice import` reads back: an empty practice with the same
settings then has the same occurrences for five years, changes and cancellations included.

Usage: round_trip.py PRACTICE. The first practice is the group practice of tests/data/lakeside with its 2,876 rows, the
second one of its own with series of all kinds that have many exceptions, made by another calendar's file.
"""

import datetime
import json
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LAKESIDE = os.path.join(os.path.dirname(HERE), "data", "lakeside")
NOW = "2026-11-23T08:00"
FROM, TO = "2026-11-24", "2031-11-22"

SETTINGS = """
practice: {name: Round Trip, time-zone: America/New_York, currency: USD}
professionals: [{code: lee, name: Dana Lee}, {code: orr, name: Sam Orr}]
rooms: [{name: Room 1, kind: in-person, capacity: 500}, {name: Video, kind: virtual, link: "https://video.example/x"}]
services: [{code: "90834", description: "Psychotherapy, 45 minutes", length: 45, price: "150.00"}]
clients: [{name: "Smith, Anna \\"A\\"; \\\\ Müller 😀", professionals: [lee]}, {name: Jo Ng, professionals: [lee, orr]}]
"""
ANNA = 'Smith\\, Anna "A"\\; \\\\ Müller 😀'


class Practice:
    def __init__(self, program, folder, settings):
        os.mkdir(folder)
        self.program = os.path.abspath(program)
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C", "PRACTICE_NOW": NOW,
                            "XDG_CONFIG_HOME": folder + "/config", "XDG_DATA_HOME": folder + "/data",
                            "ASAN_OPTIONS": "detect_leaks=0"}
        self("apply", settings)

    def __call__(self, *words, text=None):
        done = subprocess.run([self.program, *words], env=self.environment, capture_output=True, timeout=300, check=False,
                              input=None if text is None else text.encode(), stdin=subprocess.DEVNULL if text is None else None)
        if done.returncode != 0:
            raise AssertionError(f"practice {' '.join(words)[:200]}: exit {done.returncode}\n{done.stderr.decode()[:4000]}")
        return done.stdout.decode()

    def occurrences(self, *words):
        """What takes place, without what is this database's own (numbers, ids), and whether it is a series' date."""
        found = []
        for one in json.loads(self("session", "list", "--from", FROM, "--to", TO, "--json", *words)):
            start = datetime.datetime.fromisoformat(one["start"])
            end = datetime.datetime.fromisoformat(one["end"])
            found.append((start.astimezone(datetime.timezone.utc).isoformat(), (end - start).total_seconds(),
                          one["professional"]["code"], one["room"]["name"], [c["name"] for c in one["clients"]],
                          [(s["code"], s["units"], s["price"], s["modifiers"]) for s in one["services"]],
                          one["price"], one["status"]))
        return sorted(found)


def differences(before, after):
    seen = {str(one) for one in before}, {str(one) for one in after}
    lines = [f"  - {one}" for one in sorted(seen[0] - seen[1])[:5]] + [f"  + {one}" for one in sorted(seen[1] - seen[0])[:5]]
    return "\n".join(lines)


def check(what, holds, details=""):
    print(("ok    " if holds else "WRONG ") + what)
    if not holds:
        print(details)
        check.failed = True


check.failed = False


def round_trip(name, first, second):
    for flags, listed in (((), ()), (("--show-cancelled",), ("--status", "all"))):
        feed = first("export", "ics", "--privacy", "full", *flags)
        target = second(name + "".join(flags))
        told = target("import", "-", text=feed).splitlines()[0]
        before, after = first.occurrences(*listed), target.occurrences(*listed)
        check(f"{name} {' '.join(flags)}: {len(before)} occurrences come back; {told}", before and before == after,
              differences(before, after))
        again = target("import", "-", text=feed).splitlines()[0]
        check(f"{name} {' '.join(flags)}: the same again changes nothing: {again}", "0 added, 0 changed," in again)
    return feed, target


def event(uid, start, rule, extra="", length=45, summary=ANNA):
    return (f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{summary}\r\nDTSTART;TZID=America/New_York:{start:%Y%m%dT%H%M%S}\r\n"
            f"DURATION:PT{length}M\r\n{'RRULE:' + rule if rule else 'X-NONE:1'}\r\n{extra}END:VEVENT\r\n")


def calendar_with_exceptions():
    """Series at times of their own, so that nothing clashes: each has a quarter of an hour of the day to itself."""
    chance = random.Random(5545)
    rules = [("WEEKLY", 7), ("WEEKLY;INTERVAL=2", 14), ("DAILY;COUNT=400", 1), ("WEEKLY;COUNT=60", 7),
             ("DAILY;INTERVAL=3;UNTIL=20290301", 3), ("WEEKLY;BYDAY=MO,WE", None), ("MONTHLY;BYDAY=-1FR", None),
             ("MONTHLY;BYMONTHDAY=31", None), ("MONTHLY;BYDAY=FR;BYSETPOS=2,4", None), ("YEARLY", None), ("WEEKLY;WKST=SU", 7)]
    text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
    for number in range(88):
        rule, step = rules[number % len(rules)]
        first = {"WEEKLY;BYDAY=MO,WE": datetime.date(2026, 11, 30), "MONTHLY;BYDAY=-1FR": datetime.date(2026, 11, 27),
                 "MONTHLY;BYMONTHDAY=31": datetime.date(2026, 12, 31), "MONTHLY;BYDAY=FR;BYSETPOS=2,4": datetime.date(2026, 12, 11),
                 }.get(rule, datetime.date(2026, 11, 24))
        start = datetime.datetime.combine(first, datetime.time(6)) + datetime.timedelta(minutes=10 * number)
        uid, extra, overrides = f"series-{number}", "", ""
        for slot in chance.sample(range(1, 50), 12) if step else []:
            day = start + datetime.timedelta(days=slot * step)
            stamp = f"TZID=America/New_York:{day:%Y%m%dT%H%M%S}"
            kind = chance.choice(["out", "shorter", "cancelled", "who"])
            if kind == "out":
                extra += f"EXDATE;{stamp}\r\n"
                continue
            body = {"shorter": "", "cancelled": "STATUS:CANCELLED\r\n", "who": ""}[kind]
            overrides += event(uid, day, "", f"RECURRENCE-ID;{stamp}\r\n{body}", 5 if kind == "shorter" else 9,
                               "Jo Ng" if kind == "who" else ANNA)
        text += event(uid, start, "FREQ=" + rule, extra, 9) + overrides
    return text + "END:VCALENDAR\r\n"


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        count = iter(range(1_000))

        def fresh(settings):
            return Practice(program, f"{folder}/{next(count)}", settings)

        lakeside = os.path.join(LAKESIDE, "practice.yaml")
        clinic = fresh(lakeside)
        clinic("import", os.path.join(LAKESIDE, "schedule.csv"))
        round_trip("lakeside", clinic, lambda _: fresh(lakeside))

        settings = f"{folder}/settings.yaml"
        with open(settings, "w", encoding="utf-8") as file:
            file.write(SETTINGS)
        calendar = calendar_with_exceptions()
        first = fresh(settings)
        words = ("import", "-", "--professional", "lee", "--service", "90834", "--room", "Room 1", "--on-conflict", "allow")
        print(first(*words, text=calendar).splitlines()[0])
        again = first(*words, text=calendar).splitlines()[0]
        check(f"another calendar's file, the same again: {again}", "0 added, 0 changed," in again)
        moved = calendar.replace("DURATION:PT9M\r\nRRULE:FREQ=YEARLY", "DURATION:PT8M\r\nRRULE:FREQ=YEARLY", 1)
        once = first(*words, text=moved).splitlines()[0]
        check(f"one event changed changes that only: {once}", "0 added, 1 changed," in once)
        first(*words, text=calendar)
        feed = first("export", "ics", "--privacy", "full", "--show-cancelled")
        second = fresh(settings)
        second("import", "-", "--on-conflict", "allow", text=feed)
        before, after = first.occurrences("--status", "all"), second.occurrences("--status", "all")
        check(f"exceptions: {len(before)} occurrences come back", before and before == after, differences(before, after))
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())
