#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The runner itself: that it reads what it writes, that a difference fails, that a terminal is one."""

import contextlib
import io
import os
import tempfile
import unittest

import printed
import run
import transcript

PROGRAM = "/bin/echo"  # stands for practice; the runner does not care

GOOD = """# A trial
# width: 70

$ practice hello; echo oops >&2; exit 3
hello
! oops
[3]

$ cat <<X
> a
>
> # b
> X
a

\\# b

$ tty printf 'Name: '; read x; printf 'Hi %s, code: ' $x; read y; echo "$y at $(stty size)"
< Anna
< 12
Name: Anna
Hi Anna, code: 12
12 at 24 70

$ seq 5; echo uid a81c
1
...
5
uid [..]c

$ printf 'esc \\033[1m, %s\\n' "$HOME"
esc ^[[1m, $HOME
"""


class PrintedCommands(unittest.TestCase):
    """Which of what is printed is a command, and where it ends."""

    def found(self, output):
        return [(one.said_before, one.command) for one in printed.commands_in(output)]

    def test_a_command_ends_with_its_line_its_clause_or_its_quote(self):
        self.assertEqual(self.found("Undo with: practice undo 3\n"), [("Undo with: ", "practice undo 3")])
        self.assertEqual(self.found("note: practice session cancel 1 2 (the first of 9)")[0][1], "practice session cancel 1 2")
        self.assertEqual([command for _, command in self.found("hint: 'practice undo 3' comes first; 'practice log' says")],
                         ["practice undo 3", "practice log"])
        self.assertEqual(self.found("see\tpractice dump | practice load - --db n.db")[0][1],
                         "practice dump | practice load - --db n.db")

    def test_quotes_within_it_belong_to_it(self):
        named = """practice --db 'it'\\''s "our; own".db' undo 3"""
        self.assertEqual(self.found("Undo with: " + named), [("Undo with: ", named)])
        self.assertEqual(self.found(f"hint: '{named}' comes first")[0][1], named)

    def test_it_is_found_in_json(self):
        line = '{"error":{"hint":"\'practice --db \\"a b\\" log\' shows it","problems":[{"hint":null}]}}'
        self.assertEqual(self.found(line), [("'", 'practice --db "a b" log')])

    def test_a_sentence_about_a_practice_is_none(self):
        self.assertEqual(self.found("there is no practice here yet\nthe practice has rooms\nmalpractice log"), [])
        self.assertEqual(self.found("practice: error: 'practice session add' needs a client"), [])


class Runner(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file(self, text, name="trial.test"):
        path = os.path.join(self.folder.name, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def check(self, path, update=False):
        told = io.StringIO()
        with contextlib.redirect_stdout(told):
            good = run.check(path, PROGRAM, update)
        return good, told.getvalue()

    def after_update(self, text, name="trial.test"):
        path = self.file(text, name)
        self.check(path, update=True)
        with open(path, encoding="utf-8") as file:
            return file.read()

    def test_a_file_that_is_right_passes_and_an_update_leaves_it_alone(self):
        self.assertEqual(self.check(self.file(GOOD)), (True, ""))
        self.assertEqual(self.after_update(GOOD), GOOD)

    def test_any_difference_fails(self):
        for right, wrong in (("\nhello\n", "\nhallo\n"), ("\n! oops\n", "\n! whoops\n"), ("! oops\n", ""), ("[3]\n", ""),
                             ("[3]", "[4]"), ("\n5\n", "\n6\n"), ("[..]c", "[..]d"), ("12 at", "13 at"), ("a\n\n\\#", "a\n\\#")):
            self.assertIn(right, GOOD)
            good, told = self.check(self.file(GOOD.replace(right, wrong)))
            self.assertFalse(good, wrong)
            self.assertIn("trial.test:", told)

    def test_an_update_makes_a_file_of_commands_right(self):
        updated = self.after_update("# A trial\n$ practice '$ one'; exit 2\n$ true\n$ echo two\n# End\n")
        self.assertEqual(updated, "# A trial\n$ practice '$ one'; exit 2\n\\$ one\n[2]\n\n$ true\n$ echo two\ntwo\n\n# End\n")
        self.assertTrue(self.check(self.file(updated))[0])

    def test_an_update_keeps_wildcards_that_still_agree(self):
        self.assertEqual(self.after_update("$ echo a 17; echo b\na [..]\n"), "$ echo a 17; echo b\na [..]\nb\n")

    def test_answers_that_are_never_asked_for_fail(self):
        good, told = self.check(self.file("$ tty echo done\n< yes\ndone\n"))
        self.assertFalse(good)
        self.assertIn("never asked for: yes", told)

    def test_stray_text_is_an_error(self):
        with self.assertRaises(SystemExit):
            transcript.read(self.file("echo hello\n"))

    def test_a_file_without_a_command_fails(self):
        self.assertFalse(self.check(self.file("# Nothing\n"))[0])

    def test_markdown_runs_its_console_blocks_in_one_home(self):
        text = ("# Title\n<!-- width: 60 -->\n```sh\nnot run\n```\n\n```console\n$ echo one > file; echo $COLUMNS\n60\n```\n"
                "More.\n```console\n$ cat file\none\n\n$ echo 'practice: error: no' >&2; exit 5\npractice: error: no\n```\n")
        self.assertEqual(self.check(self.file(text, "trial.md")), (True, ""))
        self.assertEqual(self.after_update(text, "trial.md"), text)
        self.assertFalse(self.check(self.file(text.replace("\none\n", "\ntwo\n"), "trial.md"))[0])


if __name__ == "__main__":
    unittest.main()
