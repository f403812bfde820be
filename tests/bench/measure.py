# SPDX-License-Identifier: MIT
"""Runs whole processes, start to end, as a person or a script would wait for them, and says what they took.

What is compared runs in turn, A B, B A, A B: load on the machine then hits all of it, and a ratio is taken of each pair.
"""

import dataclasses
import os
import resource
import statistics
import subprocess
import time

NOW = "2026-11-23T08:00"


@dataclasses.dataclass
class Run:
    """A command to measure: its words, and what has to be done before, which is not measured. Both are told how often it
    ran already. The exit statuses that are right are allowed."""
    words: object
    before: object = None
    allowed: tuple = (0,)

    def words_of(self, times):
        return self.words(times) if callable(self.words) else self.words


@dataclasses.dataclass
class Figures:
    """Of each run, in order, the milliseconds that it took and those of CPU time; the most memory that one took (MB)."""
    walls: list
    cpu: list = dataclasses.field(default_factory=list)
    memory: float = 0

    def median(self):
        return statistics.median(self.walls)

    def median_cpu(self):
        return statistics.median(self.cpu) if self.cpu else 0

    def middle(self):
        """Half of the runs lie between the two; all of them where they are few."""
        if len(self.walls) < 4:
            return min(self.walls), max(self.walls)
        low, _, high = statistics.quantiles(self.walls, n=4, method="inclusive")
        return low, high

    def is_calm(self, most=0.10):
        low, high = self.middle()
        return high - low <= most * self.median()

    def times(self, other):
        """How many times as long as the other: the median over the pairs."""
        return median_ratio(self.walls, other.walls)

    def times_cpu(self, other):
        return median_ratio(self.cpu, other.cpu)


def median_ratio(own, other):
    return statistics.median(mine / beside for mine, beside in zip(own, other))


class Bench:
    """A program that is measured, in a folder of its own with its own settings and data."""

    def __init__(self, practice, folder):
        self.practice, self.folder = os.path.abspath(practice), folder
        os.makedirs(folder, exist_ok=True)
        self.environment = {
            "PATH": "/usr/bin:/bin", "LC_ALL": "C", "HOME": folder, "PRACTICE_NOW": NOW,
            "XDG_CONFIG_HOME": os.path.join(folder, "config"), "XDG_DATA_HOME": os.path.join(folder, "data"),
        }

    def path(self, name):
        return os.path.join(self.folder, name)

    def remove(self, *names):
        for name in names:
            if os.path.exists(self.path(name)):
                os.remove(self.path(name))

    def run(self, *words, allowed=(0,)):
        """Its wall time and its CPU time in milliseconds, and its peak memory in MB, 0 where that is too little to see. What it
        said is in the files out and err."""
        with open(self.path("out"), "wb") as out, open(self.path("err"), "wb") as err:
            begun = time.perf_counter()
            process = subprocess.Popen(words, env=self.environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
            _, status, usage = os.wait4(process.pid, 0)
            wall = (time.perf_counter() - begun) * 1000
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in allowed:
            with open(self.path("err"), encoding="utf-8", errors="replace") as err:
                raise SystemExit(f"{' '.join(words)} ended with {process.returncode}:\n{err.read(2000)}")
        # A process begins as a copy of this one, and counts what that had: less cannot be seen.
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        cpu = (usage.ru_utime + usage.ru_stime) * 1000
        return wall, cpu, usage.ru_maxrss / 1024 if usage.ru_maxrss > own else 0

    def said(self):
        with open(self.path("out"), encoding="utf-8") as out:
            return out.read()


def in_turn(runs, times):
    """The figures of each of the runs [(bench, Run)], the first and the last to go changing places every time."""
    figures = [Figures([]) for _ in runs]
    for i in range(times):
        order = list(range(len(runs)))
        for number in order if i % 2 == 0 else reversed(order):
            bench, run = runs[number]
            if run.before:
                run.before(i)
            wall, cpu, memory = bench.run(*run.words_of(i), allowed=run.allowed)
            figures[number].walls.append(wall)
            figures[number].cpu.append(cpu)
            figures[number].memory = max(figures[number].memory, memory)
    return figures
