#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures what practice costs beside other programs and its libraries, and writes BENCHMARKS.md.

    cmake --preset release -DPRACTICE_TESTS=ON && cmake --build build/release --target bench
    run.py                         everything, printed only
    run.py --write                 everything, and into BENCHMARKS.md
    run.py --only week --only add  these rows
    run.py --quick                 few runs of small data: whether it works
    run.py --ahead                 before all else that the machine has to do: for a busy one, as root
    run.py --against OLD_PROGRAM   this program and an earlier one in turn; ends with 1 where a row is 3 % slower

A row that was measured on a busy machine does not take the place of a calmer one in BENCHMARKS.md: it is named at the end.
"""

import argparse
import datetime
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import page
import peers
from measure import Figures, in_turn
from rows import QUICK, ROWS, Row, Sizes
from schedules import Schedules

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SLOWER = 1.03
QUIET = 1.0


def output(*words):
    return subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout


def version(package):
    """As Debian numbers it; empty where it is not Debian's."""
    done = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, encoding="utf-8", check=False)
    return done.stdout if done.returncode == 0 else ""


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
    system = platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    file_system = output("stat", "-f", "-c", "%T", tempfile.gettempdir()).strip()
    libraries = ", ".join(f"{package} {version(package)}" for package in ("libical3", "libsqlite3-0", "sqlite3"))
    return (f"{os.cpu_count()} cores of {model}, {system}, {file_system}; built by g++ {output('g++', '-dumpfullversion').strip()}, "
            f"with {libraries}")


def load():
    return round(os.getloadavg()[0], 1)


def filled_in(text, sizes):
    return text.format(**{name: f"{size:,}" for name, size in vars(sizes).items()})


def result(row, sizes, runs, figures, names, missing, before):
    """What is kept of a row. before is the load when it began."""
    def line(name, own):
        low, high = own.middle()
        kept = {"name": filled_in(name, sizes), "median": own.median(), "low": low, "high": high, "cpu": own.median_cpu(),
                "memory": own.memory, "calm": own.is_calm()}
        return {key: round(value, 3) if isinstance(value, float) else value for key, value in kept.items()}
    lines = [line(name, own) for name, own in zip(names, figures)]
    for told, own in zip(lines[1:], figures[1:]):
        told["times"], told["times_cpu"] = round(figures[0].times(own), 4), round(figures[0].times_cpu(own), 4)
    return {"title": filled_in(row.title, sizes), "goal": row.goal, "runs": runs, "date": f"{datetime.date.today()}",
            "load": before, "lines": lines, "missing": missing}


class Measuring:
    def __init__(self, arguments, folder):
        self.quick, self.sizes, self.folder = arguments.quick, QUICK if arguments.quick else Sizes(), folder
        self.build = os.path.abspath(arguments.build)
        self.bench = self.program(os.path.join(self.build, "practice"), "own")
        self.old = self.program(arguments.against, "old") if arguments.against else None

    def program(self, path, name):
        bench = Schedules(path, os.path.join(self.folder, name))
        bench.tools = os.path.join(self.build, "tests", "bench")
        return bench

    def measure(self, row):
        before = load()
        runs = min(row.runs, 3) if self.quick else row.runs
        benches = [self.bench] + [self.old] * bool(self.old)
        usual = [bench.environment for bench in benches]
        for bench in benches:
            bench.environment = {**bench.environment, **row.environment}
        names, missing = ["practice"], []
        compared = [(bench, row.ours(bench, self.sizes)) for bench in benches]
        if self.old:
            names.append("before")
        else:
            for name, beside in row.beside.items():
                if beside in peers.CALENDARS.values() and not shutil.which(name, path=self.bench.environment["PATH"]):
                    missing.append(name)
                    continue
                compared.append((self.bench, beside(self.bench, self.sizes)))
                package = version(name) if beside in peers.CALENDARS.values() else ""
                names.append(f"{name} {package}".strip())
            if row.beside is peers.CALENDARS:
                check_same_sessions(compared, names)
        figures = in_turn(compared, runs)
        for bench, environment in zip(benches, usual):
            bench.environment = environment
        return result(row, self.sizes, runs, figures, names, missing, before)

    def expansion(self):
        """Both in one process, rule by rule; the process runs several times."""
        before, runs = load(), 2 if self.quick else 7
        rates = {}
        for _ in range(runs):
            for told in output(os.path.join(self.build, "tests", "bench", "expansion_bench")).splitlines():
                rule, ours, libicals = told.split("\t")
                rates.setdefault(rule, []).append((float(ours) / 1e6, float(libicals) / 1e6))
        kept = []
        for rule, pairs in rates.items():
            own = Figures([ours for ours, _ in pairs])
            low, high = own.middle()
            kept.append({"rule": rule, "median": round(own.median(), 2), "low": round(low, 2), "high": round(high, 2),
                         "libical": round(statistics.median(theirs for _, theirs in pairs), 5),
                         "times": round(statistics.median(ours / theirs for ours, theirs in pairs)), "calm": own.is_calm()})
        return {"date": f"{datetime.date.today()}", "load": before, "runs": runs, "rates": kept}

    def clean_build(self):
        """CPU time, shared by the cores: what it takes on an idle machine, whatever else runs now."""
        before, folder = load(), os.path.join(self.folder, "build")
        as_others = {"preexec_fn": lambda: os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))}
        subprocess.run(["cmake", "-G", "Ninja", "-S", ROOT, "-B", folder, "-DCMAKE_BUILD_TYPE=Release", "-DPRACTICE_TESTS=OFF"],
                       stdout=subprocess.DEVNULL, check=True)
        begun, cpu = time.perf_counter(), sum(os.times()[2:4])
        subprocess.run(["cmake", "--build", folder, "--target", "practice"], stdout=subprocess.DEVNULL, check=True, **as_others)
        wall, cpu = (time.perf_counter() - begun) * 1000, (sum(os.times()[2:4]) - cpu) * 1000 / os.cpu_count()
        print(f"  the build took {page.time(wall)}, and {page.time(cpu)} of CPU time on each of the cores")
        shutil.rmtree(folder)
        own = Figures([cpu], [cpu])
        title = f"clean release build of the program: CPU time on each of {os.cpu_count()} cores"
        return result(Row(title, None, goal="2 min 30 s"), self.sizes, 1, [own], ["practice"], [], before)

    def row(self, name):
        if name == "expansion":
            return self.expansion()
        return self.clean_build() if name == "build" else self.measure(ROWS[name])


def check_same_sessions(compared, names):
    answers = [peers.listed(bench, run) for bench, run in compared]
    for name, answer in zip(names, answers):
        if not answer or answer != answers[0]:
            raise SystemExit(f"{name} lists {len(answer)} sessions, not the {len(answers[0])} of practice")


def is_calm(row):
    return all(line["calm"] for line in row.get("rates", row.get("lines")))


def is_slower(row):
    """By CPU time, which load disturbs least; by the time on the clock only where it was calm."""
    before = row["lines"][1]
    return before["times_cpu"] > SLOWER or (is_calm(row) and before["times"] > SLOWER)


def tell(name, row):
    lines = page.row_lines(row) if "lines" in row else page.expansion(row).splitlines(keepends=True)[4:]
    print("".join(f"{name:<18}{line}" for line in lines), end="", flush=True)


def keep(measured, name, row):
    """Into what is written, unless it is worse measured than what is there; whether it was."""
    old = measured["rows"].get(name)
    if old and (not is_calm(row) or row["load"] > max(QUIET, old["load"] or 0)):
        return False
    measured["rows"][name] = row
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "release"))
    parser.add_argument("--only", metavar="ROW", action="append", choices=[*ROWS, *page.SPECIAL])
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--ahead", action="store_true")
    parser.add_argument("--against", metavar="OLD_PROGRAM")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if arguments.write and (arguments.quick or arguments.against):
        parser.error("--write keeps whole measurements of this program: without --quick and --against")
    left_out = page.SPECIAL if arguments.against else ["build"] * arguments.quick
    names = [name for name in arguments.only or [*ROWS, *page.SPECIAL] if name not in left_out]
    here, measured = machine(), page.read()
    if measured["machine"] != here:
        if arguments.write and arguments.only and measured["rows"]:
            parser.error(f"BENCHMARKS.md is of {measured['machine']}, and this is {here}: measure all rows")
        measured = {"machine": here, "rows": {}}
    measured["practice"] = output(os.path.join(arguments.build, "practice"), "--version").strip()
    if arguments.ahead:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(1))
    slower, left = [], []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        measuring = Measuring(arguments, folder)
        for name in names:
            row = measuring.row(name)
            tell(name, row)
            if arguments.against and is_slower(row):
                slower.append(f"{name} is slower than before by more than {SLOWER - 1:.0%}")
            if arguments.write:
                if not keep(measured, name, row):
                    left.append(name)
                page.write(measured)
    if left:
        print("The machine was too busy for these, which stay as they were: " + " ".join(f"--only {name}" for name in left))
    print("\n".join(slower), end="\n" if slower else "")
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main())
