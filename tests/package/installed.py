#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Installs the build into a folder as a packager would (DESTDIR), and uses what is there: the program with its manual,
completions and examples, and the core from other C++ programs (examples/clash, a shared library). The version is the same
everywhere, and the documents point at what is there."""

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
          "include/practice/conflict.h", "include/practice/time/zone_database.h",
          "share/doc/libpractice-dev/README.md", "share/doc/libpractice-dev/copyright",
          "share/doc/libpractice-dev/examples/clash/clash.cpp",
          "include/practice-app/app/office.h", "share/doc/libpractice-dev/examples/office/office.cpp"]
# A plug-in of somebody's: it needs no time zones, so no cctz, and position-independent code.
PLUGIN_CMAKE = """cmake_minimum_required(VERSION 3.22)
project(plugin LANGUAGES CXX)
set(CMAKE_FIND_LIBRARY_SUFFIXES .nothing)
find_package(practice REQUIRED COMPONENTS domain)
if(TARGET cctz::cctz OR TARGET practice::time)
  message(FATAL_ERROR "practice::domain brought cctz along")
endif()
add_library(plugin SHARED plugin.cpp)
# All of the library, whatever of it is used.
target_include_directories(plugin PRIVATE $<TARGET_PROPERTY:practice::domain,INTERFACE_INCLUDE_DIRECTORIES>)
target_link_libraries(plugin PRIVATE -Wl,--whole-archive $<TARGET_FILE:practice::domain> -Wl,--no-whole-archive)
"""
PLUGIN = """#include <practice/recurrence_text.h>
bool repeats(const char* words) { return practice::parse_recurrence(words) == practice::parse_recurrence("weekly"); }
"""
NO_CCTZ_CMAKE = """cmake_minimum_required(VERSION 3.22)
project(none LANGUAGES CXX)
set(CMAKE_FIND_LIBRARY_SUFFIXES .nothing)
find_package(practice QUIET)
if(NOT practice_FOUND OR NOT TARGET practice::domain OR TARGET practice::time)
  message(FATAL_ERROR "without components, practice is not what can be had")
endif()
find_package(practice COMPONENTS time)
if(practice_FOUND)
  message(FATAL_ERROR "practice::time was found without cctz")
endif()
"""


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


def check_links(document):
    """What an installed document points at is installed."""
    with open(document, encoding="utf-8") as file:
        text = re.sub(r"```.*?```", "", file.read(), flags=re.DOTALL)
    for place in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text):
        if not os.path.exists(os.path.join(os.path.dirname(document), place)):
            raise SystemExit(f"{document}: {place} was not installed")


def check_headers(installed):
    """The headers that the core's document names are there."""
    with open(os.path.join(installed, "share/doc/libpractice-dev/README.md"), encoding="utf-8") as file:
        headers = re.findall(r"<(practice/[a-z_/]+\.h)>", file.read())
    for header in headers:
        if not os.path.isfile(os.path.join(installed, "include", header)):
            raise SystemExit(f"the document of the headers names {header}, which was not installed")
    if len(headers) < 10:
        raise SystemExit(f"the document of the headers names {headers} only")


def configured(given, installed, folder, name, files):
    """A CMake project of these files, configured against what is installed."""
    source = os.path.join(folder, name)
    os.mkdir(source)
    for file, text in files.items():
        with open(os.path.join(source, file), "w", encoding="utf-8") as out:
            out.write(text)
    build = os.path.join(source, "build")
    output(given.cmake, "-G", "Ninja", "-S", source, "-B", build, f"-DCMAKE_PREFIX_PATH={installed}",
           f"-DCMAKE_CXX_FLAGS={given.flags.replace('-no-pie', '')} -std=c++20")
    return build


def check_office(given, installed, folder):
    """A program without a command line of ours: it books in a database, lists the week, and takes it back."""
    build = os.path.join(folder, "office")
    output(given.cmake, "-G", "Ninja", "-S", os.path.join(installed, "share/doc/practice/examples/office"), "-B", build,
           f"-DCMAKE_PREFIX_PATH={installed}", f"-DCMAKE_CXX_FLAGS={given.flags} -Wall -Wextra -Wpedantic -Werror")
    output(given.cmake, "--build", build)
    program = os.path.join(build, "office")
    database = os.path.join(folder, "office.db")
    practice = [os.path.join(installed, "bin", "practice"), "--db", database, "--no-config"]
    environment = {**os.environ, "PRACTICE_NOW": "2026-11-23T08:00"}
    output(*practice, "apply", os.path.join(installed, "share/doc/practice/examples/lakeside.yaml"), env=environment)
    told = output(program, database, "Anna Smith", "90834", "2026-12-01 16:00")
    if told != "booked 1\n2026-12-01 16:00 lee: Anna Smith\nundone\n":
        raise SystemExit(f"office says: {told}")
    if output(*practice, "session", "list", "--from", "2026-12-01", "-q", env=environment):
        raise SystemExit("what office took back is still booked")
    log = output(*practice, "log", "--json", env=environment)
    if '"who":"the example"' not in log:
        raise SystemExit(f"who booked is not told: {log}")
    refused = subprocess.run([program, database, "Nobody", "90834", "2026-12-01 16:00"], capture_output=True,
                             encoding="utf-8", check=False)
    if refused.returncode != 1 or "Nobody" not in refused.stderr:
        raise SystemExit(f"office says of a client who is not there: {refused}")


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
        for package in ("practice", "libpractice-dev"):
            check_links(os.path.join(installed, "share/doc", package, "README.md"))
        check_headers(installed)
        # quickstart.sh builds nothing where there are no sources.
        told = output("sh", os.path.join(installed, "share/doc/practice/examples/quickstart.sh"),
                      env={**os.environ, "PATH": os.path.join(installed, "bin") + ":" + os.environ["PATH"]})
        if "BEGIN:VEVENT" not in told or "practice is here: " + installed not in told:
            raise SystemExit(f"quickstart.sh of the package says: {told}")

        plugin = configured(given, installed, folder, "plugin", {"CMakeLists.txt": PLUGIN_CMAKE, "plugin.cpp": PLUGIN})
        output(given.cmake, "--build", plugin)
        configured(given, installed, folder, "none", {"CMakeLists.txt": NO_CCTZ_CMAKE})

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
        check_office(given, installed, folder)


if __name__ == "__main__":
    sys.exit(main())
