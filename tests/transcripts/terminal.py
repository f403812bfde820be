# SPDX-License-Identifier: MIT
"""Runs a command in a terminal of its own (a pseudo-terminal of fixed size) and types the answers into it."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

HEIGHT = 24
# A question waits for its answer when its line has no end and nothing more was written for this long (seconds).
QUIET = 0.2
# A program that reads without a question gets its next line after this long.
SILENT = 3


def run(script, answers, folder, environment, width, timeout):
    """Everything that the screen showed, typed answers included, and the exit code. ^C as an answer interrupts;
    ^D is the end of the input."""
    child, screen = pty.fork()
    if child == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", HEIGHT, width, 0, 0))
        os.chdir(folder)
        os.execve("/bin/sh", ["/bin/sh", "-c", script], environment)
    answers = list(answers)
    shown = b""
    since_answer = b""
    end = time.monotonic() + timeout
    while True:
        left = end - time.monotonic()
        if left <= 0:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            os.close(screen)
            return shown.replace(b"\r\n", b"\n") + f"\n(no end after {timeout:g} seconds)".encode(), -1
        asked = since_answer and not since_answer.endswith(b"\n")
        if not select.select([screen], [], [], min(left, QUIET if asked else SILENT))[0]:
            if answers:
                since_answer = b""
                os.write(screen, _keys(answers.pop(0)))
            continue
        try:
            data = os.read(screen, 65536)
        except OSError:  # how Linux tells that the other side is closed
            data = b""
        if not data:
            break
        shown += data
        since_answer += data
    os.close(screen)
    status = os.waitpid(child, 0)[1]
    if answers:
        shown += f"\n(never asked for: {', '.join(answers)})".encode()
    return shown.replace(b"\r\n", b"\n"), os.waitstatus_to_exitcode(status)


def _keys(answer):
    return {"^C": b"\x03", "^D": b"\x04"}.get(answer, answer.encode() + b"\n")
