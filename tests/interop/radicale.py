#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Radicale takes a feed by PUT, whole and each event of its own, and gives back by GET what was put: the same events,
property by property. What comes back from it is the same practice again.

Usage: radicale.py PRACTICE. The server listens on a free port of this machine only, and keeps its data in a temporary
folder. Ends with 77 (skipped) when Radicale or python3-icalendar is missing.
"""

import csv
import http.client
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

try:
    import icalendar
except ImportError as missing:
    print(f"skipped: {missing}; install python3-icalendar")
    sys.exit(77)

from interop_world import ZONES, World, feed_of, make_world

CONFIGURATION = """[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[rights]
type = authenticated
[storage]
filesystem_folder = {folder}/collections
[web]
type = none
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    def __init__(self, folder):
        self.port = free_port()
        path = os.path.join(folder, "radicale.conf")
        with open(path, "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(port=self.port, folder=folder))
        with open(os.path.join(folder, "radicale.log"), "wb") as log:
            self.process = subprocess.Popen(["radicale", "--config", path], stdout=log, stderr=log,
                                            env={"PATH": os.environ["PATH"], "HOME": folder, "LC_ALL": "C.UTF-8"})
        self.wait()

    def wait(self):
        for _ in range(200):
            if self.process.poll() is not None:
                raise SystemExit("radicale ended at once")
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("radicale does not answer")

    def request(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Content-Type": "text/calendar; charset=utf-8", "Authorization": "Basic ZGFuYTp4"}
        connection.request(method, path, body.encode() if body is not None else None, headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, text

    def close(self):
        self.process.terminate()
        self.process.wait(10)


def told(calendar_text):
    """Every event as its properties, in an order of no importance."""
    calendar = icalendar.Calendar.from_ical(calendar_text)
    return sorted(sorted(line for line in event.to_ical().decode().replace("\r\n ", "").splitlines())
                  for event in calendar.walk("VEVENT"))


MOST_APART = 120


def by_uid(feed):
    """The feed taken apart: for each UID a calendar with all that has it. The first of many single ones are enough."""
    calendar = icalendar.Calendar.from_ical(feed)
    zones = calendar.walk("VTIMEZONE")
    parts = {}
    for event in calendar.walk("VEVENT"):
        part = parts.get(str(event["UID"]))
        if part is None:
            part = parts[str(event["UID"])] = icalendar.Calendar()
            part.add("VERSION", "2.0")
            part.add("PRODID", str(calendar["PRODID"]))
            for zone in zones:
                part.add_component(zone)
        part.add_component(event)
    return {uid: part.to_ical().decode() for uid, part in list(parts.items())[:MOST_APART]}


def wrong_in(server, feed, name):
    wrong = []
    status, answer = server.request("PUT", f"/dana/{name}/", feed)
    if status not in (200, 201):
        return [f"PUT of the whole: {status} {answer[:200]}"]
    status, back = server.request("GET", f"/dana/{name}/")
    if status != 200 or told(back) != told(feed):
        wrong.append(f"GET of the whole ({status}) gives other events")
    server.request("MKCALENDAR", f"/dana/{name}-apart/")
    for number, (uid, event) in enumerate(by_uid(feed).items()):
        status, answer = server.request("PUT", f"/dana/{name}-apart/{number}.ics", event)
        if status not in (200, 201):
            wrong.append(f"PUT of {uid}: {status} {answer[:200]}")
            continue
        status, back = server.request("GET", f"/dana/{name}-apart/{number}.ics")
        if status != 200 or told(back) != told(event):
            wrong.append(f"GET of {uid} ({status}) gives another event")
    return wrong


def bookings(world):
    """All that is booked, but for what each database has of its own."""
    rows = csv.DictReader(io.StringIO(world.run("export", "csv", "--series")))
    own = ("ref", "id", "on-conflict", "practice uid")
    return sorted(str({name: value for name, value in row.items() if name not in own}) for row in rows)


def lost_in(server, world, zone, name):
    """What another practice has not, or has otherwise, that reads the calendar from the server."""
    _, back = server.request("GET", f"/dana/{name}/")
    with tempfile.TemporaryDirectory() as home:
        other = World(sys.argv[1], home, zone)
        file = os.path.join(home, "back.ics")
        with open(file, "w", encoding="utf-8") as stream:
            stream.write(back)
        other.run("import", file, "--on-conflict", "allow")
        there = bookings(other)
    here = bookings(world)
    return [f"only here: {row}" for row in here if row not in there] + [f"only there: {row}" for row in there if row not in here]


def main():
    if shutil.which("radicale") is None:
        print("skipped: radicale is not installed")
        return 77
    all_right = True
    # The server waits for the disk at every PUT, unless there is none.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        server = Server(folder)
        try:
            for number, zone in enumerate(ZONES):
                with tempfile.TemporaryDirectory() as home:
                    world = make_world(sys.argv[1], home, zone)
                    feed = feed_of(world, "--privacy", "full")
                    wrong = wrong_in(server, feed, f"zone{number}")
                    wrong += lost_in(server, world, zone, f"zone{number}")
                print(f"{zone}: {len(told(feed))} events, {len(wrong)} wrong")
                for line in wrong[:10]:
                    print("  " + line)
                all_right = all_right and not wrong
        finally:
            server.close()
    return 0 if all_right else 1


if __name__ == "__main__":
    sys.exit(main())
