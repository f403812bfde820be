#!/bin/sh
# SPDX-License-Identifier: MIT
# The scene for the examples of --help: Lakeside Counseling with bookings of Dana Lee's. 1 and 12 are weekly series on
# Tuesdays, 14 is a group this morning, the others are single sessions.
set -eu
book() { practice session add --quiet --no-input --professional lee "$@" > /dev/null; }

cp examples/lakeside.yaml examples/schedule.csv .
book --client Smithson --service 90834 --at '2026-11-24 09:00' --repeat weekly
for day in 02 03 07 08 09 10 14 15 16; do
    book --client 'Jo Ng' --service 90837 --at "2026-12-$day 11:00"
done
book --client 'Jo Ng' --service 90837 --at '2026-12-17 12:00'
book --client Smith --service 90834 --at '2026-11-24 13:00' --repeat weekly
book --client Smith --service 90834 --at '2026-11-30 11:00'
book --client Smith --client 'Jo Ng' --service 90853 --room 'Group Room' --at '2026-11-23 09:00'
