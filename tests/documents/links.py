#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that the files and folders which the documents point at or name exist."""

import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
NAMED = re.compile(r"`((?:src|include|tests|examples|man|completions|cmake)/[\w./-]*[\w/])`|`([A-Z]+\.md)`|`([\w-]+\.sh)`")


def main():
    documents = [os.path.join(folder, name) for folder, folders, names in os.walk(ROOT) for name in names
                 if name.endswith(".md") and not re.search(r"/(build|\.|node_modules)", folder[len(ROOT):])]
    wrong = 0
    for document in sorted(documents):
        with open(document, encoding="utf-8") as file:
            text = re.sub(r"```.*?```", "", file.read(), flags=re.DOTALL)
        places = [match[1] for match in LINK.finditer(text)]
        places += [next(filter(None, match.groups())) for match in NAMED.finditer(text)]
        for place in places:
            if not any(os.path.exists(os.path.join(base, place)) for base in (os.path.dirname(document), ROOT)):
                wrong += 1
                print(f"{os.path.relpath(document, ROOT)}: there is no {place}")
    print(f"{len(documents)} documents, {wrong} places that do not exist")
    return 0 if documents and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
