#!/bin/sh
# SPDX-License-Identifier: MIT
# What an office does on Monday morning: fetch the schedule that another program writes, look at what it would change,
# import it, publish the feeds, mail the rows that could not be booked to whoever mends them. From cron:
#
#   PATH=/usr/local/bin:/usr/bin:/bin
#   0 7 * * 1  SCHEDULE=https://office.example/schedule.csv MAIL_TO=desk@office.example sh /path/to/monday-import.sh
#
# SCHEDULE is an address or a file. MAILER is the command that a message is given to, on its standard input with all its
# headers; `/usr/sbin/sendmail -t -i` when not set. The same schedule again changes nothing; its rejects are mailed again
# until somebody has mended them. When they cannot be mailed, they are kept in a file, and it says where. It says nothing
# when all went well.
set -eu

: "${SCHEDULE:?say where the schedule is: SCHEDULE=https://... or SCHEDULE=file.csv}"
: "${MAIL_TO:?say who mends rejected rows: MAIL_TO=desk@office.example}"
work=$(umask 077 && mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

case $SCHEDULE in
    http://* | https://*) curl --fail --silent --show-error --max-time 60 --output "$work/schedule.csv" "$SCHEDULE" ;;
    *) cp "$SCHEDULE" "$work/schedule.csv" ;;
esac

# 0: all rows are right; 6: some would be left out. Anything else (not a schedule at all, no database) ends it here:
# practice has said why.
left_out=0
practice import "$work/schedule.csv" --dry-run --keep-going > "$work/preview" 2> "$work/problems" || left_out=$?
if [ "$left_out" -ne 0 ] && [ "$left_out" -ne 6 ]; then
    cat "$work/problems" >&2
    exit "$left_out"
fi

# Its own exit code counts: somebody may have booked in between.
left_out=0
practice import "$work/schedule.csv" --keep-going --rejects "$work/rejects.csv" --yes \
    > "$work/imported" 2> "$work/problems" || left_out=$?
if [ "$left_out" -ne 0 ] && [ "$left_out" -ne 6 ]; then
    cat "$work/problems" >&2
    exit "$left_out"
fi

# Without any declared feed there is nothing to publish (exit code 3).
published=0
practice export feeds 2> "$work/problems" || published=$?
if [ "$published" -ne 0 ] && [ "$published" -ne 3 ]; then
    cat "$work/problems" >&2
    exit "$published"
fi

if [ "$left_out" -eq 6 ]; then
    {
        printf 'To: %s\nSubject: Rows of the schedule that could not be booked\n' "$MAIL_TO"
        printf 'Content-Type: text/plain; charset=utf-8\n\n'
        printf 'The other rows are booked. These are left; the last column says why.\n'
        printf 'Mend them in the schedule, or send them in again by hand: practice import rejects.csv\n\n'
        cat "$work/rejects.csv"
    } > "$work/mail"
    if ! ${MAILER:-/usr/sbin/sendmail -t -i} < "$work/mail"; then
        state=${XDG_STATE_HOME:-$HOME/.local/state}/practice
        (umask 077 && mkdir -p "$state")
        kept=$(mktemp "$state/rejects-XXXXXX.csv")
        cat "$work/rejects.csv" > "$kept"
        echo "monday-import: cannot mail the rejected rows; they are in $kept" >&2
        exit 1
    fi
fi
