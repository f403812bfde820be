#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The Monday of an office, examples/monday-import.sh: monday.py PRACTICE."""

import os
import re
import shutil
import sys
import tempfile

import publish
from publish import Crontab, World, expect

WRONG_ROWS = "K-105,lee,Nobody Known,90834,2026-12-11 10:00,,,\nK-106,lee,Anna Smith,90834,2026-12-11 18:77,,,\n"
WRONG_ROWS += "K-107,Anna Smith,lee,90834,Jo Ng,,,\n"  # in the wrong columns
KEPT = ".local/state/practice/rejects.csv"


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def main():
    with tempfile.TemporaryDirectory() as folder:
        world = World(sys.argv[1], folder)
        schedule, box = os.path.join(folder, "schedule.csv"), os.path.join(folder, "box")
        feed = os.path.join(folder, "lee.ics")
        crontab = Crontab("monday-import.sh")
        crontab.put("https://office.example/schedule.csv", schedule)
        mailer = f"tee -a {box}"

        # All rows are right: booked, nobody is mailed, nothing is said. No feed is declared yet.
        good = publish.example("schedule.csv")
        write(schedule, good)
        expect(crontab.run(world, MAILER=mailer) == "", "it says something when all went well")
        expect(not os.path.exists(box), "a mail about nothing")
        refs = world.practice("export", "csv", "--series", "--from", "2026-12-01", "--to", "2026-12-31")
        expect(all(f"K-10{i}," in refs for i in (1, 2, 3, 4)), f"not booked: {refs}")

        # One row is wrong: it is mailed with the reason, the others are as they were, the feed is there.
        settings = os.path.join(folder, "feeds.yaml")
        write(settings, f"feeds: [{{name: Dana Lee, file: {feed}, professional: lee}}]\n")
        world.practice("apply", settings)
        write(schedule, good + WRONG_ROWS)
        before = world.practice("dump")
        crontab.run(world, MAILER=mailer)
        expect(world.practice("dump") == before, "a schedule that is in already changed something")
        mail = read(box)
        head, _, text = mail.partition("\n\n")
        expect("To: desk@office.example" in head and "MIME-Version: 1.0" in head, mail)
        expect("line 6: the column 'client'\n" in text and "line 7: the column 'at'\n" in text, mail)
        expect("line 8: the column 'professional'\n" in text, mail)
        expect("line 2:" not in mail, "rows that are right were mailed")
        expect(all(word not in mail for word in ("Nobody", "Smith", "Ng", "K-10", "18:77")), "what a row says went out by mail")
        expect(schedule in text and KEPT in text, "the mail does not say where the rows are")
        rejects = os.path.join(folder, KEPT)
        expect("K-105,lee,Nobody Known" in read(rejects), "the rejected rows are not where the mail says")
        expect(os.stat(rejects).st_mode & 0o077 == 0, "others may read the rejected rows")
        expect(os.path.exists(feed), "no feed was published")

        # The mail cannot be sent: the feeds are published all the same, and the rejected rows are kept.
        os.remove(feed)
        told = crontab.run(world, code=1, MAILER="false")
        expect(f"they are in {rejects}\n" in told, f"rejected rows are lost: {told}")
        expect("K-105,lee,Nobody Known" in read(rejects), "rejected rows are lost")
        expect(os.path.exists(feed), "no feed was published, because a mail could not be sent")

        # Where they are kept nothing can be written: they are kept elsewhere, the feeds are published, the mail goes out.
        os.remove(feed)
        os.remove(rejects)
        os.rmdir(os.path.dirname(rejects))
        write(os.path.dirname(rejects), "in the way")
        told = crontab.run(world, code=1, MAILER=mailer)
        elsewhere = re.search(r"; the rejected rows are in (\S+/rejects\.csv)$", told, re.MULTILINE)[1]
        expect("K-105,lee,Nobody Known" in read(elsewhere), "rejected rows are lost")
        expect(os.stat(elsewhere).st_mode & 0o077 == 0 or os.stat(os.path.dirname(elsewhere)).st_mode & 0o077 == 0,
               "others may read the rejected rows")
        expect(elsewhere in read(box), "the mail does not say where the rows are")
        expect(os.path.exists(feed), "no feed was published, because rows could not be kept")
        shutil.rmtree(os.path.dirname(elsewhere))
        os.remove(os.path.dirname(rejects))

        # A folder of feeds that the web server may enter.
        write(settings, f"feeds: [{{name: Each, file: {folder}/web, per: professional, mode: \"0640\"}}]\n")
        world.practice("apply", settings)
        crontab.run(world, MAILER=mailer)
        mode = os.stat(os.path.join(folder, "web")).st_mode & 0o777
        expect(mode == 0o750, f"the folder of feeds has the mode {mode:o}")

        # Once they are mended, nothing is left of them.
        write(schedule, good)
        expect(crontab.run(world, MAILER=mailer) == "", "it says something when all went well")
        expect(not os.path.exists(rejects), "rejected rows of before are still there")

        before = world.practice("dump")
        # No schedule at all: the exit code tells, and nothing is changed.
        write(schedule, "Dear all,\nplease find attached\n")
        told = crontab.run(world, code=2, MAILER=mailer)
        expect("practice: error:" in told and schedule in told, f"the schedule is not named: {told}")
        expect("/tmp/tmp" not in told.replace(folder, ""), f"a file that is gone is named: {told}")
        crontab.put(schedule, "nowhere.csv")
        crontab.run(world, code=1, MAILER=mailer)
        expect(world.practice("dump") == before, "a file that is no schedule changed something")
    for line in publish.WRONG:
        print(line)
    return 1 if publish.WRONG else 0


if __name__ == "__main__":
    sys.exit(main())
