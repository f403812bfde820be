#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Whatever a test could not try is said at the end, and is a failure in CI.

Three scripts kept to that, and eleven tests ended quietly as skipped: one of CI's machines could have lost its network, and
with it the comparisons with other programs, without a word.

    report_test.py CTEST
"""

import os
import re
import subprocess
import sys
import tempfile
import unittest

CTEST = ""
HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(HERE)


def report(ci, **tests):
    """What is said of a run of these tests, each a command of the shell, and the exit status."""
    with tempfile.TemporaryDirectory(prefix="practice-skips-") as folder:
        with open(os.path.join(folder, "CTestTestfile.cmake"), "w", encoding="utf-8") as file:
            for name, command in tests.items():
                start = command if command.startswith("/") else f'"sh" "-c" "{command}"'
                file.write(f'add_test({name} {start})\n'
                           f'set_tests_properties({name} PROPERTIES SKIP_RETURN_CODE 77)\n')
        results = os.path.join(folder, "results.xml")
        subprocess.run([CTEST, "--test-dir", folder, "--output-junit", results], capture_output=True, check=False)
        environment = {name: value for name, value in os.environ.items() if name != "CI"}
        done = subprocess.run([sys.executable, os.path.join(HERE, "report.py"), results], text=True, capture_output=True,
                              check=False, env={**environment, **({"CI": "true"} if ci else {})})
        return done.stdout + done.stderr, done.returncode


class Report(unittest.TestCase):
    def test_a_skipped_test_is_named_with_its_reason(self):
        said, code = report(False, moon="echo skipped: no moon tonight; exit 77", sun="true")
        self.assertEqual((said, code), ("\nSkipped:\n  moon: no moon tonight\n", 0))

    def test_in_ci_it_is_a_failure(self):
        said, code = report(True, moon="echo skipped: no moon tonight; exit 77", sun="true")
        self.assertEqual(code, 1)
        self.assertIn("  moon: no moon tonight\n", said)

    def test_so_is_a_part_that_a_test_leaves_out(self):
        said, code = report(True, sky="echo skipped: no moon; echo skipped: no stars; echo skipped: no moon")
        self.assertEqual(code, 1)
        self.assertIn("Skipped:\n  sky: no moon\n  sky: no stars\n", said)

    def test_one_that_does_not_say_why_is_named_as_well(self):
        self.assertIn("  moon: it does not say why\n", report(False, moon="exit 77")[0])

    def test_of_what_ran_nothing_is_said_also_in_ci(self):
        self.assertEqual(report(True, sun="echo skipped nothing", moon="echo skipped: no moon; exit 1"), ("", 0))

    def test_what_cannot_be_started_is_a_failure_of_its_own(self):
        self.assertEqual(report(True, sun="true", program="/no/such/program"), ("", 0))

    def test_all_that_end_as_skipped_say_so_and_leave_the_rest_to_the_report(self):
        wrong = []
        for folder, _, names in os.walk(TESTS):
            for name in names:
                path = os.path.join(folder, name)
                if not name.endswith((".py", ".sh")) or folder == HERE:
                    continue
                with open(path, encoding="utf-8") as file:
                    text = file.read()
                ends = re.search(r"(exit|return|exit\()\s*77\b", text)
                if ends and not re.search(r"(print\(f?|echo )\"skipped: ", text):
                    wrong.append(f"{path} ends with 77 and does not print why")
                if re.search(r"\bCI\b.*\b77\b|\$\{CI", text):
                    wrong.append(f"{path} has a rule of its own")
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    CTEST = sys.argv.pop(1)
    unittest.main()
