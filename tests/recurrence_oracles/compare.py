#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Compares the engine with its model, python-dateutil and rrule.js over generated rules (always the same ones).

The engine must equal the model, which is the table of RFC 5545 section 3.3.10 day by day, on every rule. Where an
oracle differs from both, the rule must be of a family that this oracle is known to get wrong; FAMILIES says what the
RFC has instead. Usage: compare.py PROGRAM FOLDER, the folder being where setup.sh put rrule.js.
"""

import datetime
import os
import random
import re
import subprocess
import sys
import types
import warnings

import dateutil.rrule

RULES = 3600
ENOUGH = 3000  # so many must agree, lest the families explain too much away
MOST = 60
WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
YEARS = {"DAILY": 2, "WEEKLY": 3, "MONTHLY": 5, "YEARLY": 10}

# ---------------------------------------------------------------------------------------------------------- rules


def numbers(rng, largest, from_end, most):
    chosen = [rng.randint(1, largest) for _ in range(rng.randint(1, most))]
    return sorted({-n if from_end and rng.random() < 0.35 else n for n in chosen})


def weekdays(rng, largest_ordinal):
    days = []
    style = rng.choice(["plain", "plain", "numbered", "mixed"]) if largest_ordinal else "plain"
    for _ in range(rng.randint(1, 5)):
        number = rng.choice([n for n in range(-largest_ordinal, largest_ordinal + 1) if n]) if style != "plain" else 0
        if style == "mixed" and rng.random() < 0.3:
            number = 0
        days.append((str(number) if number else "") + rng.choice(WEEKDAYS))
    return sorted(set(days))


def parts_of(rng, frequency):
    parts = {}
    if rng.random() < 0.25:
        parts["BYMONTH"] = numbers(rng, 12, False, 4)
    if frequency == "YEARLY":
        if rng.random() < 0.2:
            parts["BYWEEKNO"] = numbers(rng, 53, True, 4)
        if rng.random() < 0.2:
            parts["BYYEARDAY"] = numbers(rng, 366, True, 6)
    if frequency != "WEEKLY" and rng.random() < 0.4:
        parts["BYMONTHDAY"] = numbers(rng, 31, True, 5)
    if rng.random() < 0.5:
        ordinal = {"MONTHLY": 5, "YEARLY": 5 if "BYMONTH" in parts else 20}.get(frequency, 0)
        parts["BYDAY"] = weekdays(rng, 0 if "BYWEEKNO" in parts else ordinal)
    if parts and rng.random() < 0.2:
        parts["BYSETPOS"] = numbers(rng, 6, True, 3)
    return parts


def a_rule(rng):
    """One rule as RRULE value, first date, last date looked at."""
    frequency = rng.choice(list(YEARS))
    interval = 1 if rng.random() < 0.6 else rng.randint(2, 13)
    parts = parts_of(rng, frequency)
    anchor = datetime.date(1970, 1, 1) + datetime.timedelta(days=rng.randint(0, 365 * 130))
    end = anchor + datetime.timedelta(days=min(366 * YEARS[frequency] * interval, 366 * 40))
    text = f"FREQ={frequency}"
    if interval > 1:
        text += f";INTERVAL={interval}"
    for name, values in parts.items():
        text += f";{name}=" + ",".join(str(value) for value in values)
    if rng.random() < 0.3:
        text += ";WKST=" + rng.choice(WEEKDAYS)
    ending = rng.random()
    if ending < 0.2:
        text += f";COUNT={rng.randint(1, 40)}"
    elif ending < 0.4:
        text += f";UNTIL={anchor + datetime.timedelta(days=rng.randint(0, 1500)):%Y%m%d}"
    return text, anchor, end


# ------------------------------------------------------------------------------------------------------- families


def field(rule, name):
    found = re.search(rf"(?:^|;){name}=([^;]*)", rule)
    return found.group(1).split(",") if found else []


def weekly_positions(rule):
    return "FREQ=WEEKLY" in rule and bool(field(rule, "BYSETPOS"))


def mixed_weekdays(rule):
    numbered = [day for day in field(rule, "BYDAY") if len(day) > 2]
    return bool(numbered) and len(numbered) < len(field(rule, "BYDAY"))


def week_without_weekday(rule):
    others = field(rule, "BYDAY") + field(rule, "BYMONTHDAY") + field(rule, "BYYEARDAY")
    return bool(field(rule, "BYWEEKNO")) and not others


def weeks_of_years(rule):
    return bool(field(rule, "BYWEEKNO")) and ("INTERVAL=" in rule or bool(field(rule, "BYSETPOS")))


def positions_from_end(rule):
    return any(position.startswith("-") for position in field(rule, "BYSETPOS"))


DATEUTIL = [
    (weekly_positions, "BYSETPOS in a weekly rule: the first week is cut off at DTSTART before positions are counted; in the "
     "RFC a set begins with its interval"),
    (mixed_weekdays, "BYDAY with plain and numbered weekdays: only days that are in both are taken; in the RFC a day of either"),
    (week_without_weekday, "BYWEEKNO without a list of days: all seven days of the week; in the RFC what the rule lacks is "
     "taken from DTSTART, here the weekday"),
    (weeks_of_years, "BYWEEKNO with INTERVAL or BYSETPOS: calendar years are counted, and a week that two of them share is cut "
     "in two; in the RFC numbers of weeks are those of ISO 8601, whose years are whole weeks"),
]
RRULE_JS = DATEUTIL + [
    (positions_from_end, "BYSETPOS from the end: a position before the first date wraps around, and a date named from both "
     "ends is given twice"),
]


def family_of(rule, families):
    for holds, why in families:
        if holds(rule):
            return why
    return None


# -------------------------------------------------------------------------------------------------------- oracles


def with_dateutil(rule, anchor, end):
    start = datetime.datetime.combine(anchor, datetime.time())
    until = re.search(r"UNTIL=(\d{8})", rule)
    last = min(end, datetime.datetime.strptime(until[1], "%Y%m%d").date()) if until else end
    text = re.sub(r";UNTIL=\d+", "", rule) + f";UNTIL={last:%Y%m%d}"
    dates = []
    # It searches to the year MAXYEAR for a date that does not come.
    dateutil.rrule.datetime = types.SimpleNamespace(**{**vars(datetime), "MAXYEAR": end.year})
    try:
        for date in dateutil.rrule.rrulestr(text, dtstart=start):
            if len(dates) == MOST:
                break
            dates.append(date.date().isoformat())
    except (IndexError, ValueError) as error:
        return f"failed: {error}"
    return " ".join(dates)


def compare(name, families, rules, wanted, given):
    """Tells how an oracle did; the number of differences that nothing explains."""
    known, wrong = {}, 0
    for (rule, anchor, _), expected, found in zip(rules, wanted, given):
        if expected == found:
            continue
        why = family_of(rule, families)
        if why:
            known[why] = known.get(why, 0) + 1
            continue
        wrong += 1
        if wrong <= 10:
            print(f"{name} differs on {rule} from {anchor}\n  it has {found[:200]}\n  the RFC {expected[:200]}")
    agree = len(rules) - sum(known.values()) - wrong
    print(f"{name}: {agree} rules agree, {wrong} unexplained")
    for why, times in known.items():
        print(f"  {times:4} {why}")
    return wrong if agree >= ENOUGH else wrong + 1


def main():
    program, folder = sys.argv[1:3]
    if not os.path.isdir(os.path.join(folder, "node_modules", "rrule")):
        print(f"skipped: rrule.js is not installed in {folder}; the setup test installs it, with npm and the network")
        return 77
    warnings.simplefilter("ignore")  # COUNT beside UNTIL, which only shortens the search
    rng = random.Random(5545)
    rules = [a_rule(rng) for _ in range(RULES)]
    text = "".join(f"{rule} {anchor} {end}\n" for rule, anchor, end in rules)

    javascript = subprocess.Popen(["node", sys.path[0] + "/expand.js", folder], stdin=subprocess.PIPE,
                                  stdout=subprocess.PIPE, text=True)
    javascript.stdin.write(text)
    javascript.stdin.close()
    ours = subprocess.run([program], input=text, capture_output=True, text=True, check=True).stdout.splitlines()
    by_dateutil = [with_dateutil(*rule) for rule in rules]
    by_rrule_js = javascript.stdout.read().splitlines()
    if javascript.wait() != 0 or not len(ours) == len(by_rrule_js) == RULES:
        print("an oracle did not answer for all rules")
        return 1

    wrong = 0
    for (rule, anchor, _), line in zip(rules, ours):
        engine, model = line.split("|")
        if engine != model:
            wrong += 1
            print(f"engine and model differ on {rule} from {anchor}\n  engine {engine}\n  model  {model}")
    models = [line.split("|")[1] for line in ours]
    print(f"engine: {RULES - wrong} of {RULES} rules as the model has them, {sum(1 for m in models if m)} with dates")
    wrong += compare("python-dateutil", DATEUTIL, rules, models, by_dateutil)
    wrong += compare("rrule.js", RRULE_JS, rules, models, by_rrule_js)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
