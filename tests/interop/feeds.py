#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Feeds as other programs read them: each expands an exported feed over three years, and has to find what `practice
session list` finds, instant by instant, in zones of all kinds and across their changes.

Usage: feeds.py PRACTICE PROGRAM [FOLDER], where PROGRAM is recurring-ical-events, or ical.js or node-ical with the folder
that has their packages. Ends with 77 (skipped) when the program is missing.
"""

import datetime
import json
import os
import subprocess
import sys
import tempfile

from interop_world import FIRST, LAST, UTC, ZONES, booked, differences, feed_of, make_world

HERE = os.path.dirname(os.path.abspath(__file__))


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def by_recurring_ical_events():
    try:
        import icalendar
        import recurring_ical_events
    except ImportError as missing:
        skip(f"{missing}; install python3-icalendar and python3-recurring-ical-events")

    def expand(feed):
        calendar = icalendar.Calendar.from_ical(feed)
        found = recurring_ical_events.of(calendar).between(FIRST, LAST + datetime.timedelta(days=2))
        return sorted((event["DTSTART"].dt.astimezone(UTC), event["DTEND"].dt.astimezone(UTC)) for event in found)
    return expand


def by_node(package, folder):
    if not os.path.isdir(os.path.join(folder, "node_modules", package)):
        skip(f"{package} is not installed in {folder}; the setup test installs it, with npm and the network")

    def expand(feed):
        # Whole days in UTC: nothing is booked just before the first.
        since, until = FIRST - datetime.timedelta(days=1), LAST + datetime.timedelta(days=2)
        done = subprocess.run(["node", os.path.join(HERE, "expand.js"), package, str(since), str(until)], input=feed,
                              env={**os.environ, "NODE_PATH": os.path.join(folder, "node_modules"), "TZ": "UTC"},
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise SystemExit(f"{package}: exit {done.returncode}\n{done.stderr}")
        return sorted(tuple(datetime.datetime.fromtimestamp(at / 1000, UTC) for at in span)
                      for span in json.loads(done.stdout))
    return expand


def compare(program, zone, expand):
    with tempfile.TemporaryDirectory() as folder:
        world = make_world(program, folder, zone)
        feed = feed_of(world)
        ours, theirs = booked(world), expand(feed)
        wrong = differences(ours, theirs)
        print(f"{zone}: {len(ours)} sessions, {feed.count('BEGIN:VEVENT')} events, {len(wrong)} differences")
        for line in wrong[:10]:
            print("  " + line)
        return not wrong and len(ours) > 500


def main():
    program, other = sys.argv[1], sys.argv[2]
    expand = by_recurring_ical_events() if other == "recurring-ical-events" else by_node(other, sys.argv[3])
    results = [compare(program, zone, expand) for zone in ZONES]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
