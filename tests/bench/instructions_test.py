#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What instructions.py says of counts that differ from those that were accepted."""

import unittest

from instructions import COMMANDS, accepted, complaint, read_counts

KEPT = {"list": (100.0, "first counted"), "undo": (50.0, "first counted")}


class Counts(unittest.TestCase):
    def test_within_the_slack_nothing_is_said(self):
        self.assertEqual(complaint(KEPT, {"list": 102.9, "undo": 48.6}, "count"), [])

    def test_a_command_that_costs_more_is_named_with_what_accepts_it(self):
        self.assertEqual(complaint(KEPT, {"list": 104.0, "undo": 50.0}, "count"),
                         ["list: 104.00 million instructions, which were 100.00 (+4.0%)", "If that is meant: count --update 'why'"])

    def test_so_is_one_that_costs_less(self):
        self.assertIn("undo: 40.00 million instructions, which were 50.00 (-20.0%)",
                      complaint(KEPT, {"list": 100.0, "undo": 40.0}, "count"))

    def test_a_command_that_was_never_counted_is_named(self):
        self.assertIn("show: 7.00 million instructions, not counted before",
                      complaint(KEPT, {"list": 100.0, "undo": 50.0, "show": 7.0}, "count"))

    def test_a_count_without_its_command_is_named(self):
        self.assertIn("undo stands in instructions.tsv and is not counted", complaint(KEPT, {"list": 100.0}, "count"))

    def test_what_is_accepted_has_its_reason_and_the_rest_stays(self):
        self.assertEqual(accepted(KEPT, {"list": 104.0, "undo": 51.0}, "names are folded"),
                         {"list": (104.0, "names are folded"), "undo": (50.0, "first counted")})

    def test_many_small_steps_are_seen_as_a_large_one(self):
        kept = accepted(KEPT, {"list": 102.0, "undo": 50.0}, "the first step")
        self.assertIn("list: 104.00 million instructions, which were 100.00 (+4.0%)",
                      complaint(kept, {"list": 104.0, "undo": 50.0}, "count"))

    def test_every_command_has_a_count_and_a_reason(self):
        kept = read_counts()
        self.assertEqual(list(kept), list(COMMANDS))
        self.assertEqual([name for name, (_, reason) in kept.items() if not reason.strip()], [])


if __name__ == "__main__":
    unittest.main()
