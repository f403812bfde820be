#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What run.py makes of what it measured: medians, ratios, which row takes the place of which, and the page."""

import tempfile
import unittest

import page
from measure import Bench, Figures, Run, in_turn
from rows import ROWS, Row, Sizes
from run import is_slower, keep, result


def row(walls, load=0.1, **beside):
    figures = [Figures(walls, walls)] + [Figures(other, other) for other in beside.values()]
    return result(Row("a week's list", None, goal="5 ms"), Sizes(), len(walls), figures, ["practice", *beside], [], load)


class Measured(unittest.TestCase):
    def test_a_ratio_is_of_pairs_so_that_load_which_comes_and_goes_hits_both(self):
        self.assertEqual(Figures([10, 10, 90, 90]).times(Figures([5, 5, 45, 45])), 2)

    def test_who_runs_first_changes_every_time(self):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            bench, order = Bench("/bin/true", folder), []
            in_turn([(bench, Run(["/bin/true"], before=lambda i, name=name: order.append(f"{name}{i}"))) for name in "AB"], 3)
        self.assertEqual(order, ["A0", "B0", "B1", "A1", "A2", "B2"])

    def test_a_program_that_fails_is_not_measured(self):
        with tempfile.TemporaryDirectory(prefix="bench-") as folder, self.assertRaises(SystemExit):
            in_turn([(Bench("/bin/false", folder), Run(["/bin/false"]))], 1)

    def test_more_than_three_percent_slower_than_before_is_told(self):
        self.assertTrue(is_slower(row([104.0] * 5, before=[100.0] * 5)))
        self.assertFalse(is_slower(row([102.0] * 5, before=[100.0] * 5)))


class Kept(unittest.TestCase):
    def kept(self, old, new):
        measured = {"rows": {"week": old} if old else {}}
        return keep(measured, "week", new)

    def test_the_first_is_kept_whatever_it_is(self):
        self.assertTrue(self.kept(None, row([5, 50, 500, 5000], load=9.0)))

    def test_a_calm_row_takes_the_place_of_an_older_one(self):
        self.assertTrue(self.kept(row([5.0] * 5), row([6.0] * 5)))

    def test_one_of_a_busy_machine_or_with_noise_does_not(self):
        self.assertFalse(self.kept(row([5.0] * 5), row([6.0] * 5, load=4.0)))
        self.assertFalse(self.kept(row([5.0] * 5), row([5, 6, 7, 8, 9])))

    def test_one_that_was_measured_on_a_machine_as_busy_can_be_measured_again(self):
        self.assertTrue(self.kept(row([5.0] * 5, load=4.0), row([6.0] * 5, load=3.5)))


class Page(unittest.TestCase):
    def test_it_has_each_row_with_what_stands_beside_it(self):
        measured = {"machine": "2 cores", "practice": "practice 1.2.3", "rows": {"week": row([5.0] * 5, calcurse=[20.0] * 5)}}
        text = page.page(measured)
        self.assertIn("| a week's list | 5.0 ms |  | 5.0 ms |  |  | 5 ms | 5 |", text)
        self.assertIn("| — calcurse | 20.0 ms |  | 20.0 ms |  | 0.25 times (0.25 of CPU) |", text)
        self.assertEqual(text, page.page(measured))

    def test_what_is_not_installed_and_what_was_not_measured_is_said(self):
        lacking = {**row([5.0]), "missing": ["remind"]}
        text = page.page({"machine": "2 cores", "practice": "practice 1.2.3", "rows": {"week": lacking}})
        self.assertIn("| — remind | not installed |", text)
        self.assertIn("Not measured yet: start, week-without-tz,", text)

    def test_the_page_is_what_was_measured(self):
        with open(page.PAGE, encoding="utf-8") as file:
            self.assertEqual(file.read(), page.page(page.read()))

    def test_every_title_and_what_is_beside_it_can_be_filled_in(self):
        for name, one in ROWS.items():
            for text in (one.title, *one.beside):
                self.assertNotIn("{", text.format(**vars(Sizes())), name)


if __name__ == "__main__":
    unittest.main()
