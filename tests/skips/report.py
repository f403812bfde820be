#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What was skipped in a run of ctest, and why. The one place that knows the rule: what cannot be fetched or is not there is
skipped and said at the end; where CI is set, a skip is a failure.

    report.py RESULTS.xml

The results are what `ctest --output-junit` writes. A test that is skipped as a whole ends with 77, one that leaves a part
out passes; both print "skipped: WHY". Ends with 1 where something was skipped and CI is set.
"""

import os
import re
import sys
import xml.etree.ElementTree

WHY = re.compile(r"^\W*skipped: *(.+?) *$", re.MULTILINE)


def skips(file):
    """(test, why), in the order of the tests."""
    for case in xml.etree.ElementTree.parse(file).iter("testcase"):
        said = case.findtext("system-out") or ""
        whys = list(dict.fromkeys(WHY.findall(said)))
        skipped = case.find("skipped")
        as_a_whole = skipped is not None and skipped.get("message", "").startswith(("SKIP_", "Disabled"))
        if as_a_whole and not whys:
            whys = [(said.strip().splitlines() or ["it does not say why"])[-1]]
        # What fails, or cannot be started, is told by ctest.
        if as_a_whole or case.get("status") == "run":
            yield from ((case.get("name"), why) for why in whys)


def main():
    found = list(skips(sys.argv[1]))
    if not found:
        return 0
    print("\nSkipped:")
    for test, why in found:
        print(f"  {test}: {why}")
    if not os.environ.get("CI"):
        return 0
    print("CI is set, so that is a failure.")
    return 1


if __name__ == "__main__":
    sys.exit(main())
