# SPDX-License-Identifier: MIT
"""A practice with sessions of all kinds, for other programs to read: in zones of all kinds and across their changes."""

import datetime
import json
import os
import shlex
import subprocess

UTC = datetime.timezone.utc
NOW = "2026-11-23T08:00"
FIRST = datetime.date(2026, 11, 24)
LAST = datetime.date(2029, 11, 30)
ZONES = ["America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Tokyo", "Asia/Jerusalem"]

# What is booked in each zone: time, --repeat, further words. Never at one time with another.
BOOKINGS = [
    ("2026-11-24 08:00", ["--repeat", "weekly"]),
    ("2026-11-25 09:00", ["--repeat", "biweekly", "--except", "2026-12-09,2027-03-17"]),
    ("2026-11-26 10:00", ["--repeat", "weekdays", "--ends", "2027-06-30"]),
    ("2026-11-27 11:00", ["--repeat", "monthly on last fri"]),
    ("2026-11-30 12:00", ["--repeat", "monthly on last day"]),
    ("2026-12-01 13:00", ["--repeat", "every 2 weeks on tue,thu", "--times", "40"]),
    ("2026-12-02 14:00", ["--repeat", "daily", "--ends", "2027-04-30"]),
    ("2026-12-03 15:00", ["--repeat", "yearly"]),
    ("2026-12-04 16:00", []),
    ("2026-12-06 02:30", ["--repeat", "weekly on sun", "--times", "30"]),
    ("2026-12-06 01:40", ["--repeat", "weekly on sun", "--times", "60"]),
]
CHANGES = [
    "session move 1@2026-12-08 '2026-12-10 20:00'",
    "session cancel 1@2027-03-16",
    "session edit 3@2026-12-07 --length 20",
    "session cancel 6@2026-12-01",
    "session edit 8@2027-12-03 --length 90",
]


def settings(zone):
    return f"""
practice: {{name: Interop, time-zone: {zone}, currency: EUR}}
professionals: [{{code: lee, name: Dana Lee, room: Room 1}}]
rooms: [{{name: Room 1, kind: in-person}}, {{name: Video, kind: virtual, link: "https://video.example/x"}}]
services: [{{code: "90834", description: "Psychotherapy, 45 minutes", length: 45, price: "150.00"}}]
clients: [{{name: Anna Smith, professionals: [lee]}}]
"""


class World:
    def __init__(self, program, folder, zone):
        self.program, self.folder = program, folder
        self.environment = {"PATH": os.environ["PATH"], "HOME": folder, "PRACTICE_NOW": NOW,
                            "PRACTICE_DB": os.path.join(folder, "practice.db")}
        path = os.path.join(folder, "settings.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(settings(zone))
        self.run("apply", path)

    def run(self, *words):
        done = subprocess.run([self.program, *words], env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"practice {' '.join(words)}: exit {done.returncode}\n{done.stderr}")
        return done.stdout


def booked(world):
    listed = json.loads(world.run("session", "list", "--json", "--from", str(FIRST), "--to", str(LAST)))
    return sorted((datetime.datetime.fromisoformat(one["start"]).astimezone(UTC),
                   datetime.datetime.fromisoformat(one["end"]).astimezone(UTC)) for one in listed)


def make_world(program, folder, zone):
    """Books and changes everything in one zone."""
    world = World(program, folder, zone)
    for at, words in BOOKINGS:
        world.run("session", "add", "--client", "Smith", "--service", "90834", "--at", at, "--virtual", "-q",
                  "--on-conflict", "allow", *words)
    for change in CHANGES:
        world.run(*shlex.split(change), "-q")
    return world


def feed_of(world, *words):
    return world.run("export", "ics", "--until", str(LAST), *words)


def differences(ours, theirs):
    """Spans that only one of the two has, a line each. At the edge of the window programs differ in what they mean."""
    behind = datetime.datetime.combine(LAST + datetime.timedelta(days=1), datetime.time(), UTC)
    edge = behind - datetime.timedelta(days=1)
    wrong = [f"only practice: {one[0]} - {one[1]}" for one in sorted(set(ours) - set(theirs)) if one[0] < behind]
    wrong += [f"only the feed: {one[0]} - {one[1]}" for one in sorted(set(theirs) - set(ours)) if one[0] < edge]
    twice = len(theirs) - len(set(theirs))
    return wrong + ([f"{twice} twice in the feed"] if twice else [])
