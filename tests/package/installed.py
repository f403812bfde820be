#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Installs the build into a folder as a packager would (DESTDIR), and uses what is there: the program with its manual
and completions, and the core from another C++ program (examples/clash). The version is the same everywhere."""

import argparse
import glob
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PLACES = ["bin/practice", "share/man/man1/practice.1", "share/bash-completion/completions/practice",
          "share/zsh/vendor-completions/_practice", "share/fish/vendor_completions.d/practice.fish",
          "share/doc/practice/README.md", "share/doc/practice/copyright", "share/doc/practice/examples/lakeside.yaml",
          "include/practice/conflict.h", "include/practice/time/zone_database.h"]


def output(*words, code=0, **more):
    result = subprocess.run(words, capture_output=True, encoding="utf-8", check=False, **more)
    if result.returncode != code:
        raise SystemExit(f"{' '.join(words)} ended with {result.returncode}, not {code}:\n{result.stdout}{result.stderr}")
    return result.stdout


def check_same_version(wanted, installed, program):
    config = glob.glob(os.path.join(installed, "lib", "**", "practiceConfigVersion.cmake"), recursive=True)[0]
    with open(config, encoding="utf-8") as file:
        of_package = re.search(r'PACKAGE_VERSION "([^"]+)"', file.read())[1]
    with open(os.path.join(ROOT, "CHANGELOG.md"), encoding="utf-8") as file:
        of_changelog = re.search(r"^## \[?(\d+\.\d+\.\d+)", file.read(), re.MULTILINE)
    seen = {"program": output(program, "--version").split()[-1], "CMake package": of_package}
    if of_changelog:
        seen["newest in the changelog"] = of_changelog[1]
    for what, version in seen.items():
        if version != wanted:
            raise SystemExit(f"the version of the {what} is {version}, of the project {wanted}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", required=True)
    parser.add_argument("--cmake", required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--flags", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="installed ü ") as folder:
        output(given.cmake, "--install", given.build, "--prefix", "/usr", env={**os.environ, "DESTDIR": folder})
        if os.listdir(folder) != ["usr"]:
            raise SystemExit(f"installed outside of the prefix: {os.listdir(folder)}")
        installed = os.path.join(folder, "usr")
        for place in PLACES:
            if not os.path.isfile(os.path.join(installed, place)):
                raise SystemExit(f"{place} was not installed")
        check_same_version(given.version, installed, os.path.join(installed, "bin", "practice"))

        example = os.path.join(folder, "clash")
        # With ninja, which built practice itself: there may be no make.
        output(given.cmake, "-G", "Ninja", "-S", os.path.join(installed, "share/doc/practice/examples/clash"), "-B", example,
               f"-DCMAKE_PREFIX_PATH={installed}", f"-DCMAKE_CXX_FLAGS={given.flags} -Wall -Wextra -Wpedantic -Werror")
        output(given.cmake, "--build", example)
        program = os.path.join(example, "clash")
        told = output(program, "every 2 weeks on tue", "monthly on 2nd tue", code=5)
        if not re.fullmatch(r"the room is taken \d+ times, first on 2027-01-12\n", told):
            raise SystemExit(f"clash says: {told}")
        told = output(program, "weekly on tue", "weekly on wed")
        if not told.startswith("never in "):
            raise SystemExit(f"clash says: {told}")


if __name__ == "__main__":
    sys.exit(main())
