#!/bin/sh
# SPDX-License-Identifier: MIT
# The scene for the examples of --help: Lakeside Counseling with a few bookings. Session 1 is a single one, session
# 12 Anna Smith's weekly series on Tuesdays, with an occurrence on 2026-12-08.
set -eu
book() { practice session add --quiet --no-input "$@" > /dev/null; }

book --client Müller --service 90791 --professional orr --at '2026-12-01 10:00'
for day in 2026-12-02 2026-12-03 2026-12-04 2026-12-07 2026-12-09 2026-12-10 2026-12-11 2026-12-14 2026-12-15 2026-12-16; do
    book --client 'Jo Ng' --service 90837 --professional orr --at "$day 15:00"
done
book --client Smith --service 90834 --professional lee --at '2026-11-24 14:00' --repeat weekly
