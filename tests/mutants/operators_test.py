#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Which mutants are made of a line, and of which none."""

import unittest

import operators
import run


def changed(line):
    return {mutant.after.strip() for mutant in operators.mutants_of("a.cpp", "void f() {\n" + line + "\n}\n")}


class Operators(unittest.TestCase):
    def test_an_operand_of_a_chain_is_left_out(self):
        self.assertIn("return a != nullptr && (a->start || a->lines);",
                      changed("    return a != nullptr && (a->start || a->lines || a->note);"))

    def test_a_call_of_its_own_is_left_out(self):
        self.assertIn("", changed("    after_.reason.clear();  // of the end that it had"))
        self.assertIn("", changed("    ++count;"))

    def test_the_last_line_of_a_longer_statement_is_not_taken_for_one(self):
        self.assertNotIn("", changed("    const auto x =\n        first(a);"))

    def test_borders_and_conditions(self):
        found = changed("    if (from < to && !open) { return 2; }")
        for wanted in ("if (from <= to && !open) { return 2; }", "if (from >= to && !open) { return 2; }",
                       "if (from < to || !open) { return 2; }", "if (from < to && open) { return 2; }",
                       "if (from < to) { return 2; }", "if (true) { return 2; }", "if (false) { return 2; }",
                       "if (from < to && !open) { return 3; }", "if (from < to && !open) { return {}; }"):
            self.assertIn(wanted, found)

    def test_words_templates_and_comments_stay(self):
        self.assertEqual(changed('    say("1 < 2 && true");  // a == b'), {""})
        self.assertEqual(changed("    std::vector<Date> found;"), set())
        self.assertEqual(changed("#include <x> // 1 < 2"), set())

    def test_a_mutant_is_named_by_its_line_wherever_that_stands(self):
        one, = [mutant for mutant in operators.mutants_of("a.cpp", "f(x == y);") if "!=" in mutant.after]
        self.assertEqual(one.name, ("a.cpp", "f(x == y);", "f(x != y);"))


class Samples(unittest.TestCase):
    def test_a_sample_stays_when_something_else_changes(self):
        text = "\n".join(f"    use{letter}(a == {letter});" for letter in "bcdefghijklmnop")
        before = operators.mutants_of("a.cpp", text)
        after = operators.mutants_of("a.cpp", "\n\n    more();\n" + text)
        drawn = [mutant.name for mutant in run.sample(before, "1", 10)]
        again = [mutant.name for mutant in run.sample(after, "1", 10)]
        self.assertGreaterEqual(len(set(drawn) & set(again)), 9)
        self.assertNotEqual(drawn, [mutant.name for mutant in run.sample(before, "2", 10)])

    def test_an_equivalent_mutant_needs_a_reason(self):
        block = "# comment\na.cpp\n- x == y;\n+ x <= y;\nx is never less"
        self.assertEqual(run.equivalents(block), {("a.cpp", "x == y;", "x <= y;")})
        with self.assertRaises(SystemExit):
            run.equivalents("a.cpp\n- x == y;\n+ x <= y;\n")

    def test_all_that_are_called_equivalent_exist(self):
        known = run.equivalents(run.read(run.EQUIVALENT))
        self.assertEqual(known - {mutant.name for mutant in run.all_mutants()}, set())


if __name__ == "__main__":
    unittest.main()
