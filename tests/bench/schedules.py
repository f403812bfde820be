# SPDX-License-Identifier: MIT
"""The data that is measured on: a practice of 16 professionals and 2,000 clients, and its bookings. Always the same, and
brought in by the program itself, so that an older program can be measured on it too."""

import csv
import datetime
import os
import random
import shutil

from measure import Bench

PROFESSIONALS = 16
CLIENTS = 2000
PLACES = 40  # hours of a week
MONDAY = datetime.datetime(2026, 11, 30, 9)
SERIES, RECENT, RECENT_WEEKS, OLDER_WEEKS = 200, 10000, 52, 1600
COLUMNS = ["ref", "professional", "client", "service", "price", "room", "at", "length", "repeat", "every", "unit", "on",
           "ends", "times", "except", "note", "status"]
# As many rows into one table, found by what a schedule is looked through for.
PLAIN_TABLE = ["CREATE TABLE t(" + ", ".join(f'"{column}" TEXT' for column in COLUMNS) + ")",
               "CREATE INDEX t_ref ON t(ref)", "CREATE INDEX t_professional ON t(professional, at)",
               "CREATE INDEX t_client ON t(client, at)"]


def settings(feeds=0):
    """The settings file of the practice, with a feed for each of the first clients."""
    lines = ["practice: {name: Bench, time-zone: America/New_York, currency: USD, week-starts: monday}", "rooms:"]
    lines += [f"  - {{name: Room {i}, kind: in-person}}" for i in range(PROFESSIONALS)]
    lines += ["professionals:"]
    lines += [f'  - {{code: p{i:02}x, name: Given{i} Family{i}, room: Room {i}, hours: {{mon-fri: "09:00-17:00"}}}}'
              for i in range(PROFESSIONALS)]
    lines += ["services:", '  - {code: "90834", description: "Psychotherapy, 45 minutes", length: 45, price: "150.00"}']
    lines += ["clients:"] + [f"  - {{name: {client(i)}}}" for i in range(CLIENTS)]
    lines += ["feeds:"] * bool(feeds) + [f"  - {{name: Feed {i}, file: {i}.ics, client: {client(i)}}}" for i in range(feeds)]
    return "\n".join(lines) + "\n"


def client(number):
    return f"Client{number} Surname{number}"


def row(ref, professional, client_number, at, **more):
    return {"ref": ref, "professional": f"p{professional:02}x", "client": client(client_number), "service": "90834",
            "room": f"Room {professional}", "at": at.strftime("%Y-%m-%d %H:%M"), "length": "45", "status": "scheduled", **more}


def bookings(count):
    """The last year is the same for every count: 200 weekly series that never end and 10,000 single sessions. Whatever is
    left over is older. Nothing of it clashes: each hour of a professional is taken once, each has clients of their own."""
    def booking(i, week, place, **more):
        professional, hour = place // PLACES, place % PLACES
        own = CLIENTS // PROFESSIONALS
        at = MONDAY + datetime.timedelta(weeks=week, days=hour // 8, hours=hour % 8)
        return row(f"B{i:07}", professional, professional * own + (week * PLACES + hour) % own, at, **more)

    for i in range(min(count, SERIES)):
        yield booking(i, -RECENT_WEEKS, i, repeat="weekly")
    # Weeks are filled in turn, so that each of them has as many; the week after next is the last.
    for i in range(min(count - SERIES, RECENT)):
        yield booking(SERIES + i, 1 - i % RECENT_WEEKS, SERIES + i // RECENT_WEEKS)
    for i in range(count - SERIES - RECENT):
        yield booking(SERIES + RECENT + i, -RECENT_WEEKS - 1 - i % OLDER_WEEKS, i // OLDER_WEEKS, status="attended")


def schedule(rows, clients=CLIENTS):
    """Hour by hour of coming weeks, nobody twice at one time; in no order, as the exports of other programs are."""
    order = list(range(rows))
    random.Random(1).shuffle(order)
    for i in order:
        week, hour = divmod(i // PROFESSIONALS, PLACES)
        at = MONDAY + datetime.timedelta(weeks=week, days=hour // 8, hours=hour % 8)
        yield row(f"H{i:07}", i % PROFESSIONALS, i % clients, at)


class Schedules(Bench):
    """A program with its databases and files. Each is made when it is first asked for."""

    def file(self, name, rows):
        """In a process of its own: what this one holds in memory would be counted for those that it starts."""
        path = self.path(name)
        if os.path.exists(path):
            return path
        writer = os.fork()
        if writer == 0:
            with open(path, "w", encoding="utf-8", newline="") as file:
                table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
                table.writeheader()
                table.writerows(rows())
            os._exit(0)
        if os.waitpid(writer, 0)[1] != 0:
            raise SystemExit(f"{path} could not be written")
        return path

    def empty(self, feeds=0):
        """A database with the settings only."""
        path = self.path(f"empty-{feeds}.db")
        if not os.path.exists(path):
            with open(self.path("bench.yaml"), "w", encoding="utf-8") as file:
                file.write(settings(feeds))
            self.run(self.practice, "--db", path, "apply", self.path("bench.yaml"))
        return path

    def filled(self, name, file, rows, feeds=0):
        path = self.path(name)
        if not os.path.exists(path):
            self.copy(self.empty(feeds), name)
            self.run(self.practice, "--db", path, "import", file, "-y", "--max-rows", str(rows))
        return path

    def booked(self, count):
        return self.filled(f"booked-{count}.db", self.file(f"booked-{count}.csv", lambda: bookings(count)), count)

    def table(self, rows):
        return self.file(f"schedule-{rows}.csv", lambda: schedule(rows))

    def imported(self, rows):
        return self.filled(f"imported-{rows}.db", self.table(rows), rows)

    def with_feeds(self, rows, feeds):
        return self.filled(f"feeds-{rows}.db", self.file(f"feeds-{rows}.csv", lambda: schedule(rows, feeds)), rows, feeds)

    def plain(self, rows):
        """The rows in one plain table of SQLite's, as its own program reads them."""
        path = self.path(f"plain-{rows}.db")
        if not os.path.exists(path):
            self.run("sqlite3", path, *PLAIN_TABLE, f".import --csv --skip 1 {self.table(rows)} t")
        return path

    def copy(self, source, name):
        self.remove(name)
        return shutil.copy(source, self.path(name))

    def asked(self, *words):
        self.run(self.practice, *words)
        return self.said()
