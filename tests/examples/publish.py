#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The examples that publish feeds, back up and mail sessions, as far as they run without installing them: publish.py PRACTICE.

What needs a program that is not here is told as skipped; with nothing else wrong the test still passes, since each
check stands alone.
"""

import os
import re
import shutil
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
    """Lakeside with a session of each professional tomorrow, in a home of its own."""

    def __init__(self, program, folder):
        self.folder = folder
        os.symlink(os.path.abspath(program), os.path.join(folder, "practice"))
        self.environment = {"PATH": f"{folder}:/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8",
                            "PRACTICE_NOW": "2026-11-23T18:00", "PRACTICE_DB": os.path.join(folder, "practice.db")}
        self.run("practice", "apply", os.path.join(EXAMPLES, "lakeside.yaml"))
        self.book("lee", "Smith", "9:00")
        self.book("lee", "Ng", "11:00")
        self.book("orr", "Müller", "10:00")

    def book(self, professional, client, time):
        self.run("practice", "session", "add", "-q", "--professional", professional, "--client", client, "--service",
                 "90834", "--at", f"tomorrow {time}", "--no-input")

    def run(self, *words, code=0, **variables):
        done = subprocess.run(words, env={**self.environment, **variables}, cwd=self.folder, text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False)
        expect(done.returncode == code, f"{' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout + done.stderr


class Crontab:
    """An example as cron reads it: settings of the environment, and one command. Cron itself sets next to nothing."""

    def __init__(self, name):
        lines = [line for line in example(name).splitlines() if line and not line.startswith("#")]
        settings = [line for line in lines if re.match(r"[A-Z]+=", line)]
        self.environment = dict(line.split("=", 1) for line in settings)
        fields = lines[-1].split(None, 5)
        expect(len(lines) == len(settings) + 1, "one cron line")
        expect(len(fields) == 6 and all(re.fullmatch(r"[0-9*/,-]+", field) for field in fields[:5]), f"no cron line: {lines}")
        expect("%" not in fields[5], "% ends a command of cron")
        expect("/usr/local/bin" in self.environment.get("PATH", ""), f"{name} does not find /usr/local/bin/practice")
        self.command = fields[5]

    def run(self, world, code=0):
        """With the world's folder as /usr/local/bin."""
        path = self.environment.get("PATH", "/usr/bin:/bin").replace("/usr/local/bin", world.folder)
        return world.run("/bin/sh", "-c", self.command, code=code, PATH=path)


def check_backup(world):
    """The cron line keeps its backups, says nothing when it works, and something when it does not."""
    folder = os.path.join(world.folder, "backups")
    crontab = Crontab("backup.cron")
    crontab.command = crontab.command.replace("/mnt/backups", folder)
    expect(crontab.run(world) == "no backup was made\n", "a disk that is not mounted is not told")
    mounted = os.path.join(world.folder, "mountpoint")
    with open(mounted, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\n")
    os.chmod(mounted, 0o755)
    expect("there is no folder" in crontab.run(world), "a missing folder is not told")
    os.mkdir(folder)
    for _ in range(31):
        expect(crontab.run(world) == "", "the cron line of backups says something")
    expect(len(os.listdir(folder)) == 30, f"{len(os.listdir(folder))} backups")


def check_feeds(world):
    """The command of the cron line and of the unit publishes, and says nothing."""
    settings = os.path.join(world.folder, "feeds.yaml")
    with open(settings, "w", encoding="utf-8") as file:
        file.write("feeds: [{name: Dana Lee, file: lee.ics, professional: lee}]\n")
    world.run("practice", "apply", settings)
    expect(Crontab("feeds.cron").run(world) == "", "the cron line says something")
    expect(os.path.exists(os.path.join(world.folder, "lee.ics")), "the cron line publishes nothing")

    os.remove(os.path.join(world.folder, "lee.ics"))
    start = re.search(r"^ExecStart=(.*)$", example("practice-feeds.service"), re.MULTILINE)[1]
    expect(world.run("sh", "-c", start) == "", "the service says something")
    expect(os.path.exists(os.path.join(world.folder, "lee.ics")), "the service publishes nothing")


def check_units(world):
    program = found("systemd-analyze")
    if program is None:
        return
    for name in ("practice-feeds.service", "practice-feeds.timer"):
        shutil.copy(os.path.join(EXAMPLES, name), world.folder)
    paths = [os.path.join(world.folder, name) for name in ("practice-feeds.service", "practice-feeds.timer")]
    done = subprocess.run([program, "verify", "--user", "--man=no", *paths], capture_output=True, text=True, check=False,
                          env={**os.environ, "HOME": world.folder, "XDG_RUNTIME_DIR": world.folder})
    about = [line for line in done.stderr.splitlines() if "practice-feeds" in line]
    expect(not about, "systemd-analyze: " + "\n".join(about))
    every = re.search(r"^OnCalendar=(.*)$", example("practice-feeds.timer"), re.MULTILINE)[1]
    done = subprocess.run([program, "calendar", every], capture_output=True, text=True, check=False)
    expect(done.returncode == 0, f"systemd does not understand {every}")


def check_nginx(world):
    program = found("nginx")
    if program is None:
        return
    configuration = os.path.join(world.folder, "nginx.conf")
    with open(configuration, "w", encoding="utf-8") as file:
        file.write(f"pid {world.folder}/nginx.pid;\nerror_log stderr;\nevents {{}}\n"
                   f"http {{ access_log off; client_body_temp_path {world.folder}/b; proxy_temp_path {world.folder}/p;\n"
                   f"fastcgi_temp_path {world.folder}/f; uwsgi_temp_path {world.folder}/u; scgi_temp_path {world.folder}/s;\n"
                   f"server {{ listen unix:{world.folder}/web; include {EXAMPLES}/feeds.nginx.conf; }} }}\n")
    done = subprocess.run([program, "-t", "-q", "-p", world.folder, "-c", configuration], capture_output=True, text=True,
                          check=False)
    expect(done.returncode == 0, "nginx: " + done.stderr)


def check_mail(world):
    box = os.path.join(world.folder, "box")
    script = os.path.join(EXAMPLES, "mail-tomorrow.py")
    mailer = f"sh -c 'cat >> {box}; echo ---- >> {box}'"
    expect(world.run("python3", script, MAILER=mailer) == "", "the mailing says something")
    with open(box, encoding="utf-8") as file:
        mails = file.read().split("----\n")[:-1]
    expect(len(mails) == 2, f"{len(mails)} mails")
    expect("To: dana@lakeside.example\n" in mails[0] and "Subject: 2 sessions on 2026-11-24\n" in mails[0], mails[0])
    expect("09:00-09:45  A.S., Room 1\n11:00-11:45  J.N., Room 1\n" in mails[0], mails[0])
    expect("To: sam@lakeside.example\n" in mails[1] and "10:00-10:45  Z.M., Room 2\n" in mails[1], mails[1])
    for name in ("Smith", "Anna", "Ng", "ller"):
        expect(all(name not in mail for mail in mails), f"{name} is in a mail")
    told = world.run("python3", script, code=1, MAILER="false")
    expect("could not mail to lee, orr" in told, told)
    told = world.run("python3", script, code=1, MAILER="/nowhere/sendmail")
    expect("cannot start /nowhere/sendmail" in told, told)
    expect(world.run("python3", script, MAILER="false", PRACTICE_NOW="2026-11-27T18:00") == "", "a mail about nothing")


def main():
    with tempfile.TemporaryDirectory() as folder:
        world = World(sys.argv[1], folder)
        for check in (check_backup, check_feeds, check_units, check_nginx, check_mail):
            check(world)
    for line in WRONG:
        print(line)
    return 1 if WRONG else 0


if __name__ == "__main__":
    sys.exit(main())
