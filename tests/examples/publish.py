#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The examples that publish feeds, back up and mail sessions, as far as they run without installing them: publish.py PRACTICE.

What needs a program that is not here is told as skipped; with nothing else wrong the test still passes, since each
check stands alone.
"""

import http.client
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EXAMPLES = os.path.join(TOP, "examples")
WRONG = []


def expect(right, what):
    if not right:
        WRONG.append(what)


def found(program):
    path = shutil.which(program, path=os.environ.get("PATH", "") + ":/usr/sbin:/sbin")
    if path is None:
        print(f"skipped: no {program} here")
    return path


def example(name):
    with open(os.path.join(EXAMPLES, name), encoding="utf-8") as file:
        return file.read()


class World:
    """Lakeside with a session of each professional tomorrow, in a home of its own. What runs there has the environment
    that cron gives, and the clock."""

    def __init__(self, program, folder):
        self.folder = folder
        # In the place of /usr/local/bin, where cron does not look.
        self.local = os.path.join(folder, "local")
        os.mkdir(self.local)
        os.symlink(os.path.abspath(program), os.path.join(self.local, "practice"))
        self.environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "LOGNAME": "dana", "SHELL": "/bin/sh",
                            "PRACTICE_NOW": "2026-11-23T18:00"}
        self.practice("apply", os.path.join(EXAMPLES, "lakeside.yaml"))
        self.book("lee", "Smith", "9:00")
        self.book("lee", "Ng", "11:00")
        self.book("orr", "Müller", "10:00")

    def book(self, professional, client, time):
        self.practice("session", "add", "-q", "--professional", professional, "--client", client, "--service", "90834",
                      "--at", f"tomorrow {time}", "--no-input")

    def run(self, *words, code=0, **variables):
        done = subprocess.run(words, env={**self.environment, **variables}, cwd=self.folder, text=True,
                              encoding="utf-8", stdin=subprocess.DEVNULL, capture_output=True, check=False)
        expect(done.returncode == code, f"{' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr

    def practice(self, *words):
        return self.run(os.path.join(self.local, "practice"), *words)

    def path(self, path):
        """A search path with this world's folder in the place of /usr/local/bin."""
        return path.replace("/usr/local/bin", self.local)


class Crontab:
    """The lines for cron of an example, in a file of their own or in the comments at the top of a script: settings of the
    environment, and one command. Cron itself sets next to nothing."""

    def __init__(self, name):
        lines = [re.sub(r"^(#  )? +", "", line) for line in example(name).splitlines()]
        self.environment = {}
        for line in lines:
            setting = re.fullmatch(r"([A-Z_]+)=(\S*)", line)
            command = re.fullmatch(r"(?:[0-9*/,-]+\s+){5}(.*)", line)
            if setting:
                self.environment.setdefault(setting[1], setting[2])
            if command:
                self.command = command[1]
                break
        expect("%" not in self.command, "% ends a command of cron")
        expect("/usr/local/bin" in self.environment.get("PATH", ""), f"{name} does not find /usr/local/bin/practice")
        expect(re.search(r"\bserver('s|.s clock)", " ".join(lines)), f"{name} does not say whose clock cron goes by")
        self.command = self.command.replace("/path/to/", EXAMPLES + "/")

    def put(self, written, real):
        """In the place of what is only an example."""
        expect(written in self.command, f"no {written} in {self.command}")
        self.command = self.command.replace(written, real)

    def run(self, world, code=0, **variables):
        path = world.path(self.environment.get("PATH", "/usr/bin:/bin"))
        return world.run("/bin/sh", "-c", self.command, code=code, PATH=path, **variables)


def stand_in(world, program, text):
    """A program that is found before the system's."""
    file = os.path.join(world.local, program)
    with open(file, "w", encoding="utf-8") as script:
        script.write("#!/bin/sh\n" + text)
    os.chmod(file, 0o755)
    return file


def check_backup(world):
    """The cron line keeps its backups, says nothing when it works, and something when it does not."""
    folder = os.path.join(world.folder, "backups")
    crontab = Crontab("backup.cron")
    crontab.put("/mnt/backups", folder)
    expect(crontab.run(world) == "no backup was made\n", "a disk that is not mounted is not told")
    mounted = stand_in(world, "mountpoint", "")
    expect("there is no folder" in crontab.run(world), "a missing folder is not told")
    os.mkdir(folder)
    for _ in range(31):
        expect(crontab.run(world) == "", "the cron line of backups says something")
    expect(len(os.listdir(folder)) == 30, f"{len(os.listdir(folder))} backups")
    os.remove(mounted)


def check_feeds(world):
    """The cron line publishes, and says nothing."""
    settings = os.path.join(world.folder, "feeds.yaml")
    with open(settings, "w", encoding="utf-8") as file:
        file.write(f"feeds: [{{name: Dana Lee, file: {world.folder}/lee.ics, professional: lee}}]\n")
    world.practice("apply", settings)
    expect(Crontab("feeds.cron").run(world) == "", "the cron line says something")
    expect(os.path.exists(os.path.join(world.folder, "lee.ics")), "the cron line publishes nothing")


SERVICES = ("practice-feeds.service", "practice-backup.service", "system/practice-feeds.service",
            "system/practice-backup.service")
TIMERS = ("practice-feeds.timer", "practice-backup.timer")


def start(world, service, code=0):
    """What systemd runs, one command after the other as long as they succeed, with its own search path."""
    folder = os.path.join(world.folder, "backups")
    commands = re.findall(r"^ExecStart(?:Pre)?=(.*)$", example(service), re.MULTILINE)
    script = " && ".join(commands).replace("/mnt/backups", folder)
    path = world.path("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin")
    return world.run("/bin/sh", "-c", script, code=code, PATH=path)


def check_services(world):
    """Each publishes or backs up, of a user and of the system, and fails where it must."""
    feed = os.path.join(world.folder, "lee.ics")
    backups = os.path.join(world.folder, "backups")
    for service in (one for one in SERVICES if "feeds" in one):
        os.remove(feed)
        expect(start(world, service) == "", f"{service} says something")
        expect(os.path.exists(feed), f"{service} publishes nothing")
    for service in (one for one in SERVICES if "backup" in one):
        before = set(os.listdir(backups))
        start(world, service, code=32)  # mountpoint's own
        expect(set(os.listdir(backups)) == before, f"{service} writes where no disk is mounted")
        mounted = stand_in(world, "mountpoint", "")
        start(world, service)
        expect(len(set(os.listdir(backups)) - before) == 1, f"{service} makes no backup")
        os.remove(mounted)
    for service in SERVICES:
        expect(("\nUser=practice\n" in example(service)) == service.startswith("system/"), f"{service}: whose is it?")


def check_units(world):
    program = found("systemd-analyze")
    if program is None:
        return
    for manager, of_system in (("--user", False), ("--system", True)):
        names = [name for name in SERVICES if name.startswith("system/") == of_system] + list(TIMERS)
        folder = os.path.join(world.folder, "units" + manager)
        os.mkdir(folder)
        paths = [shutil.copy(os.path.join(EXAMPLES, name), folder) for name in names]
        done = subprocess.run([program, "verify", manager, "--man=no", *paths], capture_output=True, text=True, check=False,
                              env={**os.environ, "HOME": world.folder, "XDG_RUNTIME_DIR": world.folder})
        about = [line for line in done.stderr.splitlines() if "practice-" in line]
        expect(not about, "systemd-analyze: " + "\n".join(about))
    for name in TIMERS:
        every = re.search(r"^OnCalendar=(.*)$", example(name), re.MULTILINE)[1]
        done = subprocess.run([program, "calendar", every], capture_output=True, text=True, check=False)
        expect(done.returncode == 0, f"systemd does not understand {every}")


def check_nginx(world):
    """The feeds are served, and nothing that is mistyped beside one, with its secret path, comes into a log."""
    program = found("nginx")
    if program is None:
        return
    # Its workers are another account.
    os.chmod(world.folder, 0o755)
    feeds = os.path.join(world.folder, "served")
    os.makedirs(os.path.join(feeds, "folder"))
    for folder in (feeds, os.path.join(feeds, "folder")):
        os.chmod(folder, 0o755)
    for name, mode in (("lee.ics", 0o644), ("closed.ics", 0o000)):
        with open(os.path.join(feeds, name), "w", encoding="utf-8") as file:
            file.write("BEGIN:VCALENDAR\n")
        os.chmod(file.name, mode)
    os.symlink("lee.ics", os.path.join(feeds, "link.ics"))
    included = os.path.join(world.folder, "feeds.nginx.conf")
    with open(included, "w", encoding="utf-8") as file:
        file.write(example("feeds.nginx.conf").replace("/srv/feeds", feeds))
    configuration = os.path.join(world.folder, "nginx.conf")
    with open(configuration, "w", encoding="utf-8") as file:
        file.write(f"pid {world.folder}/nginx.pid;\nerror_log {world.folder}/log;\nevents {{}}\n"
                   f"http {{ access_log {world.folder}/log; client_body_temp_path {world.folder}/b;\n"
                   f"proxy_temp_path {world.folder}/p; fastcgi_temp_path {world.folder}/f;\n"
                   f"uwsgi_temp_path {world.folder}/u; scgi_temp_path {world.folder}/s;\n"
                   f"server {{ listen unix:{world.folder}/web; root {world.folder}; include {included}; }} }}\n")
    # It goes to the background once it listens.
    command = [program, "-p", world.folder, "-c", configuration]
    started = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    expect(started.returncode == 0, "nginx: " + started.stderr)
    if started.returncode != 0:
        return
    try:
        ask_nginx(os.path.join(world.folder, "web"))
    finally:
        subprocess.run([*command, "-s", "stop"], check=True, capture_output=True)
    with open(os.path.join(world.folder, "log"), encoding="utf-8") as file:
        logged = file.read()
    expect("/elsewhere" in logged, "nginx logs nothing at all")
    expect(SECRET not in logged, f"the secret path is in a log of nginx: {logged}")


SECRET = "REPLACE-WITH-A-LONG-RANDOM-WORD"


class Unix(http.client.HTTPConnection):
    """To a server that listens at a file."""

    def __init__(self, file):
        super().__init__("localhost", timeout=30)
        self.file = file

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.file)


def status(file, path, method="GET"):
    connection = Unix(file)
    connection.request(method, path)
    answer = connection.getresponse().status
    connection.close()
    return answer


def ask_nginx(file):
    expect(status(file, "/elsewhere") == 404, "nginx finds what is not there")
    for path, wanted in ((f"/calendar/{SECRET}/lee.ics", 200), (f"/calendar/{SECRET}/lea.ics", 404),
                         (f"/calendar/{SECRET}/lee", 404), (f"/calendar/{SECRET}/folder/lee.ics", 404),
                         (f"/calendar/{SECRET}/", 403), (f"/calendar/{SECRET}", 404), (f"/calendar/{SECRET}lee.ics", 404),
                         (f"/calendar/{SECRET}/link.ics", 403), (f"/calendar/{SECRET.lower()}/lee.ics", 404)):
        got = status(file, path)
        expect(got == wanted, f"nginx answers {got} to {path}")
    # Root may read what is closed to others.
    expect(status(file, f"/calendar/{SECRET}/closed.ics") in (200, 403), "nginx: a feed that it may not read")
    expect(status(file, f"/calendar/{SECRET}/lee.ics", "DELETE") == 403, "nginx lets feeds be deleted")
    # It answers one after the other, so all that it logs of the others is in the log by now.
    status(file, "/elsewhere")


def check_mail(world):
    box = os.path.join(world.folder, "box")
    crontab = Crontab("mail-tomorrow.py")
    mailer = f"sh -c 'cat >> {box}; echo ---- >> {box}'"
    expect(crontab.run(world, MAILER=mailer) == "", "the mailing says something")
    with open(box, encoding="utf-8") as file:
        mails = file.read().split("----\n")[:-1]
    expect(len(mails) == 2, f"{len(mails)} mails")
    expect("To: dana@lakeside.example\n" in mails[0] and "Subject: 2 sessions on 2026-11-24\n" in mails[0], mails[0])
    expect("09:00-09:45  A.S., Room 1\n11:00-11:45  J.N., Room 1\n" in mails[0], mails[0])
    expect("To: sam@lakeside.example\n" in mails[1] and "10:00-10:45  Z.M., Room 2\n" in mails[1], mails[1])
    for name in ("Smith", "Anna", "Ng", "ller"):
        expect(all(name not in mail for mail in mails), f"{name} is in a mail")
    told = crontab.run(world, code=1, MAILER="false")
    expect("could not mail to lee, orr" in told, told)
    told = crontab.run(world, code=1, MAILER="/nowhere/sendmail")
    expect("cannot start /nowhere/sendmail" in told, told)
    expect(crontab.run(world, MAILER="false", PRACTICE_NOW="2026-11-27T18:00") == "", "a mail about nothing")


def main():
    with tempfile.TemporaryDirectory() as folder:
        world = World(sys.argv[1], folder)
        for check in (check_backup, check_feeds, check_services, check_units, check_nginx, check_mail):
            check(world)
    for line in WRONG:
        print(line)
    return 1 if WRONG else 0


if __name__ == "__main__":
    sys.exit(main())
