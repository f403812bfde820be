#!/usr/bin/env python3
"""as_sql.py DATABASE: the database as SQL text, its version included, on standard output."""
import sqlite3
import sys

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
for pragma in ("application_id", "user_version"):
    print(f"PRAGMA {pragma} = {database.execute(f'PRAGMA {pragma}').fetchone()[0]};")
for line in database.iterdump():
    print(line)
