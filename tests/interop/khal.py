#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""khal imports a feed and lists it: three years, instant by instant, in all zones. It runs in UTC, so that its own
clock is no help.

Usage: khal.py PRACTICE. Ends with 77 (skipped) when khal is missing.
"""

import datetime
import os
import shutil
import subprocess
import sys
import tempfile

from interop_world import FIRST, LAST, UTC, ZONES, booked, differences, feed_of, make_world

CONFIGURATION = """[calendars]
[[practice]]
path = {folder}/calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = practice
[sqlite]
path = {folder}/khal.db
"""


def khal(folder, *words):
    environment = {"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8", "TZ": "UTC",
                   "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder}
    done = subprocess.run(["khal", "-c", os.path.join(folder, "khal.conf"), *words], env=environment,
                          stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode != 0 or "Traceback" in done.stderr or "critical" in done.stderr.lower():
        raise SystemExit(f"khal {' '.join(words)}: exit {done.returncode}\n{done.stdout[-500:]}{done.stderr[-2000:]}")
    return done.stdout


def listed(folder, feed):
    path = os.path.join(folder, "feed.ics")
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(feed)
    with open(os.path.join(folder, "khal.conf"), "w", encoding="utf-8") as file:
        file.write(CONFIGURATION.format(folder=folder))
    os.mkdir(os.path.join(folder, "calendar"))
    khal(folder, "import", "--batch", "-a", "practice", path)
    form = "{start-date-long} {start-time}|{end-date-long} {end-time}"
    lines = khal(folder, "list", "--notstarted", "--format", form, "--day-format", "",
                 str(FIRST - datetime.timedelta(days=1)), str(LAST + datetime.timedelta(days=2))).splitlines()
    spans = set()
    for line in filter(None, lines):
        start, end = line.split("|")
        spans.add(tuple(datetime.datetime.strptime(time, "%Y-%m-%d %H:%M").replace(tzinfo=UTC) for time in (start, end)))
    return sorted(spans)


def compare(program, zone):
    with tempfile.TemporaryDirectory() as folder:
        world = make_world(program, folder, zone)
        ours, theirs = booked(world), listed(folder, feed_of(world))
        wrong = differences(ours, theirs)
        print(f"{zone}: {len(ours)} sessions, {len(theirs)} listed, {len(wrong)} differences")
        for line in wrong[:10]:
            print("  " + line)
        return not wrong and len(ours) > 500


def main():
    if shutil.which("khal") is None:
        print("skipped: khal is not installed")
        return 77
    return 0 if all([compare(sys.argv[1], zone) for zone in ZONES]) else 1


if __name__ == "__main__":
    sys.exit(main())
