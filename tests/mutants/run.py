#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Mutation testing of src/domain: small faults are put into a copy of the sources, one at a time, and the tests should
see each. What no test sees is printed as a diff. README.md says what to do with it.

Usage: run.py [--count N] [--seed TEXT] [--jobs N] [--only PATH] [FILE:LINE...]"""

import argparse
import difflib
import glob
import hashlib
import os
import shutil
import subprocess
import sys
import time

import operators

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
COPY = os.path.join(ROOT, "build", "mutants")
BUILD = os.path.join(COPY, "build", "mutants")
EQUIVALENT = os.path.join(HERE, "equivalent.txt")
COPIED = ("CMakeLists.txt", "cmake", "completions", "examples", "include", "man", "src", "tests", "README.md",
          "CHANGELOG.md", "ERRORS.md", "LICENSE")

# What could see a mutant, the quickest first: a name, what is built for it, and the command, run in BUILD.
FEW = {"RC_PARAMS": "max_success=15"}
STAGES = [("domain, quickly", ["domain_tests"], ["tests/domain_tests", "--abort"], FEW),
          ("domain", ["domain_tests"], ["tests/domain_tests", "--abort"], {})]
STAGES += [(folder, [f"{folder}_tests"], [f"tests/{folder}_tests", "--abort"], {})
           for folder in ("store", "text", "ical", "config")]
STAGES += [("transcripts", ["practice"], ["ctest", "-R", "^transcripts[.]", "--stop-on-failure"], {}),
           ("cli", ["cli_tests"], ["tests/cli_tests", "--abort"], {})]


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def copy_sources():
    """Only what differs is written, so that little is built again."""
    wanted = set()
    for top in COPIED:
        path = os.path.join(ROOT, top)
        for folder, folders, names in [(ROOT, [], [top])] if os.path.isfile(path) else os.walk(path):
            folders[:] = [name for name in folders if name not in ("node_modules", "__pycache__")]
            for name in names:
                source = os.path.join(folder, name)
                target = os.path.join(COPY, os.path.relpath(source, ROOT))
                wanted.add(target)
                with open(source, "rb") as file:
                    data = file.read()
                if os.path.isfile(target):
                    with open(target, "rb") as file:
                        if file.read() == data:
                            continue
                os.makedirs(os.path.dirname(target), exist_ok=True)
                shutil.copy(source, target)
    for folder, folders, names in os.walk(COPY):
        folders[:] = [name for name in folders if name not in ("build", "__pycache__")]
        for path in (os.path.join(folder, name) for name in names):
            if path not in wanted:
                os.remove(path)


def quiet(words, environment=None, limit=None):
    """Whether the command ended well, what it said, and the seconds it took; None for one that was stopped."""
    began = time.monotonic()
    with subprocess.Popen(words, cwd=BUILD, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          start_new_session=True, env={**os.environ, **(environment or {})}) as process:
        try:
            said, _ = process.communicate(timeout=limit)
            good = process.returncode == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            said, _ = process.communicate()
            good = None
    return good, said.decode("utf-8", "replace"), time.monotonic() - began


def build(targets, jobs):
    return quiet(["cmake", "--build", BUILD, "--parallel", str(jobs), "--target", *targets])


class Trial:
    """The copy, built, and what each stage takes when nothing is wrong."""

    def __init__(self, jobs, options):
        self.jobs = jobs
        self.limits = {}
        os.makedirs(BUILD, exist_ok=True)
        copy_sources()
        self.must(quiet(["cmake", "-G", "Ninja", "-S", COPY, "-B", BUILD, "-DCMAKE_BUILD_TYPE=None",
                         "-DCMAKE_CXX_FLAGS=-O0 -D_GLIBCXX_ASSERTIONS", "-DPRACTICE_TESTS=ON",
                         f"-DCMAKE_PROJECT_INCLUDE={HERE}/quick.cmake", *options]))
        print("building ...", flush=True)
        self.must(build(sorted({target for _, targets, _, _ in STAGES for target in targets}), jobs))
        print("testing without a mutant ...", flush=True)
        for name, _, words, environment in STAGES:
            seconds = self.must(quiet(self.command(words), environment))
            self.limits[name] = 10 * seconds + 20  # an endless loop is stopped then

    def command(self, words):
        return words + ["--parallel", str(self.jobs), "--timeout", "60"] if words[0] == "ctest" else words

    @staticmethod
    def must(result):
        good, said, seconds = result
        if not good:
            raise SystemExit(f"without a mutant already this fails:\n{said[-4000:]}")
        return seconds

    def seen_by(self, mutant):
        """The stage that saw it; "no compiler" where it is no program at all; None for a survivor."""
        path = os.path.join(COPY, mutant.path)
        good_text = read(path)
        lines = good_text.split("\n")
        lines[mutant.line] = mutant.after
        write(path, "\n".join(lines))
        try:
            for name, targets, words, environment in STAGES:
                if not build(targets, self.jobs)[0]:
                    return "no compiler"
                good, _, _ = quiet(self.command(words), environment, self.limits[name])
                if not good:
                    return name if good is False else f"{name}, by its time"
        finally:
            write(path, good_text)
        return None


def all_mutants():
    found = []
    for path in sorted(glob.glob(os.path.join(ROOT, "src", "domain", "**", "*.cpp"), recursive=True)):
        found += operators.mutants_of(os.path.relpath(path, ROOT), read(path))
    return found


def sample(mutants, seed, count):
    """The same ones as long as their lines are the same: what changes elsewhere does not draw others."""
    def lot(mutant):
        return hashlib.sha256("\0".join((seed, *mutant.name)).encode()).digest()
    return sorted(sorted(mutants, key=lot)[:count], key=lambda mutant: (mutant.path, mutant.line))


def equivalents(text):
    """Names of the mutants that cannot be seen: blocks of a path, a line `- before`, one `+ after`, and the reason."""
    names = set()
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        if len(lines) < 4 or not lines[1].startswith("-") or not lines[2].startswith("+") or not lines[3].strip():
            raise SystemExit(f"equivalent.txt: a path, '- before', '+ after' and a reason are wanted:\n{block}")
        names.add((lines[0], lines[1][1:].strip(), lines[2][1:].strip()))
    return names


def diff(mutant):
    before = read(os.path.join(ROOT, mutant.path)).split("\n")
    after = before[:mutant.line] + [mutant.after] + before[mutant.line + 1:]
    return "\n".join(difflib.unified_diff(before, after, mutant.path, mutant.operator, lineterm=""))


def chosen(given):
    mutants = all_mutants()
    known = equivalents(read(EQUIVALENT))
    stale = known - {mutant.name for mutant in mutants}
    if stale:
        raise SystemExit("equivalent.txt: no such mutant any more:\n" + "\n".join(map(str, sorted(stale))))
    mutants = [mutant for mutant in mutants if mutant.name not in known and mutant.path.startswith(given.only)]
    if given.places:
        return [mutant for mutant in mutants if f"{mutant.path}:{mutant.line + 1}" in given.places]
    return sample(mutants, given.seed, given.count)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=30, help="how many are tried (30)")
    parser.add_argument("--seed", default="1", help="which ones")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time (2)")
    parser.add_argument("--only", default="", help="of files whose path begins so")
    parser.add_argument("--cmake", action="append", default=[], metavar="OPTION",
                        help="for the build: --cmake=-DCMAKE_CXX_COMPILER_LAUNCHER=ccache")
    parser.add_argument("--list", action="store_true", help="names them, and tries none")
    parser.add_argument("places", nargs="*", metavar="FILE:LINE", help="all of these lines, instead of a sample")
    given = parser.parse_args()
    wanted = chosen(given)
    if given.list:
        print("\n\n".join(map(diff, wanted)))
        return 0
    trial = Trial(given.jobs, given.cmake)
    survivors = []
    counts = {}
    for number, mutant in enumerate(wanted, 1):
        seen = trial.seen_by(mutant)
        counts[seen] = counts.get(seen, 0) + 1
        print(f"{number}/{len(wanted)} {mutant.path}:{mutant.line + 1} {mutant.operator}: {seen or 'SURVIVES'}", flush=True)
        if seen is None:
            survivors.append(mutant)
            print(diff(mutant), flush=True)
    print(f"\n{len(wanted)} mutants: " + ", ".join(f"{count} {seen or 'seen by none'}" for seen, count in counts.items()))
    for mutant in survivors:
        print(f"\n{diff(mutant)}")
    return 1 if survivors else 0


if __name__ == "__main__":
    sys.exit(main())
