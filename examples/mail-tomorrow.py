#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Mails each professional tomorrow's sessions, clients as initials only. For cron, in the evening by the server's
clock:

    PATH=/usr/local/bin:/usr/bin:/bin
    0 18 * * *  python3 /path/to/mail-tomorrow.py

Whoever has no email, or nothing tomorrow, gets none. MAILER is the command that a message is given to, on its standard
input with all its headers; `/usr/sbin/sendmail -t -i` when not set.
"""

import email.message
import email.policy
import json
import os
import shlex
import subprocess
import sys


def practice(*words):
    """What practice answers; its own error, and its exit code, when it refuses."""
    done = subprocess.run(["practice", *words, "--json"], stdout=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit(done.returncode)
    return json.loads(done.stdout)


def initials(name):
    family, comma, given = name.partition(",")
    words = (given + " " + family if comma else name).split()
    return "".join(word[0] + "." for word in words)


def line(session):
    start, end = session["start"][11:16], session["end"][11:16]
    clients = " and ".join(initials(client["name"]) for client in session["clients"])
    return f"{start}-{end}  {clients}, {session['room']['name']}"


def mail(professional, sessions):
    day = sessions[0]["start"][:10]
    message = email.message.EmailMessage(policy=email.policy.SMTP.clone(linesep="\n"))
    message["To"] = professional["email"]
    message["Subject"] = f"{len(sessions)} session{'' if len(sessions) == 1 else 's'} on {day}"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n".join(line(session) for session in sessions) + "\n")
    mailer = shlex.split(os.environ.get("MAILER", "/usr/sbin/sendmail -t -i"))
    try:
        return subprocess.run(mailer, input=message.as_bytes(), check=False).returncode == 0
    except OSError as error:
        print(f"mail-tomorrow: cannot start {mailer[0]}: {error.strerror}", file=sys.stderr)
        return False


def main():
    failed = []
    for professional in practice("professional", "list"):
        if not professional["email"]:
            continue
        sessions = practice("session", "list", "--professional", professional["code"], "--from", "tomorrow", "--to",
                            "tomorrow")
        if sessions and not mail(professional, sessions):
            failed.append(professional["code"])
    if failed:
        print(f"mail-tomorrow: could not mail to {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
