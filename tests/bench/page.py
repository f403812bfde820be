# SPDX-License-Identifier: MIT
"""BENCHMARKS.md, written whole out of measured.json. Nobody types a number into it."""

import json
import os

from rows import ROWS

HERE = os.path.dirname(os.path.abspath(__file__))
MEASURED = os.path.join(HERE, "measured.json")
PAGE = os.path.join(os.path.dirname(os.path.dirname(HERE)), "BENCHMARKS.md")
SPECIAL = ["expansion", "build"]
HEAD = """# Benchmarks

Written by `tests/bench/run.py`, which measures all of it with one command:

```sh
cmake --preset release -DPRACTICE_TESTS=ON && cmake --build build/release --target bench
sh packages.sh bench                                             # the programs that stand beside it
python3 tests/bench/run.py --write                               # --only ROW, --quick, --against OLD_PROGRAM
```

Whole processes are timed, from start to end. What stands beside a command does the same work on the same data, and they
run in turn, so that load on the machine hits both. The time is the median; half of the runs lie in the range after it (all
of them, of fewer than four). *practice takes* is the median of the ratios of the pairs, in time and in CPU time. A goal is
of practice's time, or of its ratio to the line below. The load is that of the machine when a row began: above 1 it was busy,
and the row was measured ahead of all else (`--ahead`). Its ratios are those of a quiet machine, its times up to half as long
again.

"""


def read():
    if not os.path.exists(MEASURED):
        return {"machine": "", "rows": {}}
    with open(MEASURED, encoding="utf-8") as file:
        return json.load(file)


def write(measured):
    measured["rows"] = {name: measured["rows"][name] for name in [*ROWS, *SPECIAL] if name in measured["rows"]}
    with open(MEASURED, "w", encoding="utf-8") as file:
        json.dump(measured, file, indent=1, ensure_ascii=False)
        file.write("\n")
    with open(PAGE, "w", encoding="utf-8") as file:
        file.write(page(measured))


def time(milliseconds):
    if milliseconds >= 100000:
        minutes, seconds = divmod(round(milliseconds / 1000), 60)
        return f"{minutes} min {seconds} s"
    if milliseconds >= 1000:
        return f"{milliseconds / 1000:.{1 if milliseconds >= 10000 else 2}f} s"
    return f"{milliseconds:.{0 if milliseconds >= 100 else 1}f} ms"


def span(line):
    low, high = time(line["low"]), time(line["high"])
    if low == high:
        return ""
    unit = low.split(" ", 1)[1]
    return f"{low.split()[0]} - {high}" if high.endswith(unit) and " " not in unit else f"{low} - {high}"


def times(ratio):
    return f"{ratio:.{2 if ratio < 2 else 1 if ratio < 10 else 0}f}"


def cells(*words):
    return "| " + " | ".join(words) + " |\n"


def row_lines(row):
    """The command's line, and one for each that stands beside it."""
    own, *beside = row["lines"]
    yield cells(row["title"], *figures(own), "", row["goal"], str(row["runs"] or ""), row["date"], load(row))
    for line in beside:
        ratio = f"{times(line['times'])} times ({times(line['times_cpu'])} of CPU)"
        yield cells("— " + line["name"], *figures(line), ratio, "", "", "", "")
    for name in row["missing"]:
        yield cells("— " + name, "not installed", *[""] * 8)


def load(row):
    return "" if row["load"] is None else f"{row['load']:.1f}"


def figures(line):
    return time(line["median"]), span(line), time(line["cpu"]), f"{line['memory']:.0f} MB" if line["memory"] else ""


def page(measured):
    rows = measured["rows"]
    text = HEAD + f"{measured['practice']} on {measured['machine']}.\n\n"
    text += cells("work", "time", "half of the runs", "CPU", "memory", "practice takes", "goal", "runs", "measured", "load")
    text += cells(*["---"] * 10)
    for name, row in rows.items():
        if name != "expansion":
            text += "".join(row_lines(row))
    if "expansion" in rows:
        text += expansion(rows["expansion"])
    lacking = [name for name in [*ROWS, *SPECIAL] if name not in rows]
    if lacking:
        text += "\nNot measured yet: " + ", ".join(lacking) + ".\n"
    return text


def expansion(row):
    text = ("\n## Expansion\nOccurrences of a rule, in millions a second: practice's with their conversion to UTC, libical's iterator "
            f"without.\nMeasured on {row['date']}, load {load(row)}, medians of {row['runs']} runs in turn.\n\n")
    text += cells("rule", "practice", "half of the runs", "libical", "times libical's") + "|---|---|---|---|---|\n"
    for rate in row["rates"]:
        text += cells(f"`{rate['rule']}`", f"{rate['median']:.1f}", f"{rate['low']:.1f} - {rate['high']:.1f}",
                      f"{rate['libical']:.2g}", f"{rate['times']:.0f}")
    return text
