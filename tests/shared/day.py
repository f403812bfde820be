# SPDX-License-Identifier: MIT
"""A day's work of one account: sixty commands, on people and sessions of its own, among which the others work.

Each is a function of what the commands before it said: words in, and what they answered out.
"""


class Day:
    """Runs the commands by `says(account, *words)`, which fails when the program does."""

    def __init__(self, account, says):
        self.account = account
        self.says = says
        self.commands = 0
        self.changes = 0

    def asks(self, *words):
        self.commands += 1
        return self.says(self.account, *words)

    def changes_by(self, *words):
        self.changes += 1
        return self.asks(*words)

    def books(self, client, when, *more):
        return self.changes_by("session", "add", "--professional", self.account, "--client", client, "--service", "90834",
                               "--at", when, "-q", *more).strip()

    def work(self):
        me = self.account
        clients = [f"{first} {me.title()}" for first in ("Ada", "Bea", "Cy", "Di")]
        self.changes_by("room", "add", f"Room of {me}")
        self.changes_by("professional", "add", f"Dr {me.title()}", "--code", me, "--room", f"Room of {me}",
                        "--hours", "mon-fri 08:00-18:00")
        for client in clients:
            self.changes_by("client", "add", client, "--professional", me)
        for hour, client in enumerate(clients):
            series = self.books(client, f"2026-11-30 {9 + hour}:00", "--repeat", "weekly")
            self.asks("session", "show", series)
            self.changes_by("session", "move", f"{series}@2026-12-07", f"2026-12-08 {9 + hour}:00")
            self.changes_by("session", "cancel", f"{series}@2026-12-14")
            self.changes_by("session", "edit", f"{series}@2026-12-21", "--note", f"by {me}")
            self.asks("session", "list", "--client", client, "--from", "2026-11-30", "--to", "2026-12-31")
            single = self.books(client, f"2026-12-03 {9 + hour}:00")
            self.changes_by("session", "delete", single, "--yes")
            self.changes_by("undo")  # brings back what it deleted itself, whatever others did since
            self.asks("session", "show", single)
            self.changes_by("session", "restore", f"{series}@2026-12-14")
            self.changes_by("session", "move", series, f"{13 + hour}:00", "--from", "2026-12-28")
        for words in (("calendar", "week", "2026-12-01"), ("export", "ics", "--professional", me), ("dump",)):
            self.asks(*words)
        self.changes_by("client", "edit", clients[0], "--email", f"{me}@example.com")
        self.changes_by("undo")
        self.changes_by("redo")
        return self


#: What is left of it in December: four series of five dates, moved, and four single sessions.
SESSIONS_IN_DECEMBER = 4 * (4 + 1)
