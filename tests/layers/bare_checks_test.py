#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A property test that cannot fail is found wherever it stands. It was seen at the beginnings of lines of .cpp files only."""

import unittest

from bare_checks import bare_checks

ASKED = ["CHECK(rc::check(property));", "REQUIRE(\n    rc::check(\"name\",\n property));", "const bool held = rc::check(p);",
         "return rc::check(p);", "if (!rc::check(p)) { FAIL(); }", "CHECK((a && rc::check(p)));", "// rc::check(p)",
         'note("; rc::check(p)");', "/* so:\n rc::check(p); */", "held = a ? b : (rc::check(p));", "src::check(p);",
         'CHECK(rc::check("a;b", [] { f(); }));', "use(x, rc::check(p));"]
BARE = ["rc::check(p);", "TEST_CASE(\"x\") { rc::check(p); }", "f(); rc::check(p);", "if (a) rc::check(p);",
        "else\n    rc::check(p);", "rc::\n  check(p);", "rc::check\n(p);", "::rc::check(p);", "(void)rc::check(p);",
        "static_cast<void>(rc::check(p));", "std::ignore = rc::check(p);", "void(rc::check(p));", "{\n\n  rc::check(\n p); }",
        "case 1: rc::check(p);", "do rc::check(p); while (0);", "f(); /* why */ rc::check(p);", "f();  // why\nrc::check(p);",
        "#include <a>\nrc::check(p);", "for (;;) rc :: check (p);", "using namespace rc;", "using rc::check;",
        "namespace quick = rc;"]


class BareChecks(unittest.TestCase):
    def test_an_answer_that_somebody_asks_for_is_none(self):
        for text in ASKED:
            self.assertEqual(list(bare_checks("int a;\n" + text)), [], text)

    def test_an_answer_that_goes_nowhere_is_one_wherever_it_stands(self):
        for text in BARE:
            self.assertEqual(len(list(bare_checks(text))), 1, text)
            self.assertEqual(len(list(bare_checks("int a;\n" + text))), 1, text)

    def test_its_line_is_told(self):
        self.assertEqual([line for line, _ in bare_checks('f("\\"");\n\n/*\n*/ g();  rc::check(p);\nrc::check(q);')], [4, 5])


if __name__ == "__main__":
    unittest.main()
