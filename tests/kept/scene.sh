#!/bin/sh
# A practice that has been used a little: every table has rows, and the journal an operation of each kind.
# scene.sh PROGRAM FOLDER: makes FOLDER/practice.db.
set -eu
program=$1 folder=$2
HOME=$folder USER=dana LOGNAME=dana PRACTICE_DB=$folder/practice.db PRACTICE_NOW=2026-11-23T08:00 TZ=UTC
export HOME USER LOGNAME PRACTICE_DB PRACTICE_NOW TZ
p() { "$program" "$@" --no-input -q >/dev/null; }
cd "$folder"

cat > settings.yaml <<'END'
practice: {name: Lakeside, time-zone: America/New_York, currency: USD, week-starts: monday}
rooms:
  - {name: Room 1, kind: in-person, capacity: 2, address: 12 Shore Rd}
  - {name: Video, kind: virtual, link: "https://video.example/lakeside"}
professionals:
  - {code: lee, name: Dana Lee, email: dana@lakeside.example, phone: 555 0100, room: Room 1, fees: {"90834": "140.00"},
     hours: {mon-fri: "09:00-17:00"}, time-off: [{from: 2026-12-24, to: 2026-12-26, reason: "winter, \"away\""}]}
  - {code: orr, name: Sam Orr}
services:
  - {code: "90834", description: "Psychotherapy, 45 minutes", length: 45, price: "150.00"}
  - {code: "90853", description: Group, length: 90, price: "60.00", per: client}
recurrences:
  - {name: every-6-weeks, every: 6 weeks}
clients:
  - {name: Anna Smith, professionals: [lee], email: anna@example.com, phone: 555 0101, note: parking, fees: {"90834": "120.00"}}
  - {name: Zoë Müller, professionals: [lee, orr], time-zone: Europe/Berlin}
  - {name: Jo Ng, professionals: [lee]}
END
if [ "${FEEDS:-yes}" = yes ]; then
    printf 'feeds:\n  - {name: lee, file: lee.ics, professional: lee, since: 2026-12-01, until: +12w}\n' >> settings.yaml
fi
p apply settings.yaml
p session add --professional lee --client smith --service 90834 --modifier 95 --at '2026-12-01 14:00' --repeat weekly \
    --except 2026-12-15 --note 'by the door'
p session add --professional lee --client ng --client müller --service 90853 --at '2026-12-02 10:00' --repeat biweekly \
    --times 6
p session add --professional lee --client ng --service 90834 --at '2026-12-03 09:00' --room Video
p session move 1@2026-12-08 '2026-12-09 15:00'
p session edit 1@2026-12-22 --client ng --service 90834=99.00 --note 'instead'
p session cancel 3 --reason 'a cold'
PRACTICE_NOW=2026-12-02T12:00 "$program" session mark 2@2026-12-02 attended --client ng --no-input -q >/dev/null
p session move 1 '15:00' --from 2027-01-12
p client edit smith --phone 555-0199 --note none
p room edit 'Room 1' --capacity 3
p undo
p redo
p client add 'Al Smithson' --professional orr
p client delete smithson --yes
p session delete 3 --yes
p undo
p service edit 90834 --price 160
printf 'ref,client,service,at\nx-1,ng,90834,2027-02-02 09:00\n' > rows.csv
p import rows.csv --professional lee
