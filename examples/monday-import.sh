#!/bin/sh
# SPDX-License-Identifier: MIT
# What an office does on Monday morning: fetch the schedule that another program writes, look at what it would change,
# import it, publish the feeds, mail which rows could not be booked to whoever mends them. From cron, whose times are
# those of the server's clock, not of the practice's:
#
#   PATH=/usr/local/bin:/usr/bin:/bin
#   0 7 * * 1  SCHEDULE=https://office.example/schedule.csv MAIL_TO=desk@office.example sh /path/to/monday-import.sh
#
# SCHEDULE is an address or a file, of CSV. MAILER is the command that a message is given to, on its standard input with
# all its headers; `/usr/sbin/sendmail -t -i` when not set. The mail has nothing of what the rows say, only their lines
# and the columns that are wrong: the rows themselves stay on this machine, in ~/.local/state/practice/rejects.csv, which
# only its owner can read. A password in the address is not told either. The same schedule again changes nothing, and its
# rejects are mailed again until somebody has mended them. It says nothing when all went well.
set -eu

: "${SCHEDULE:?say where the schedule is: SCHEDULE=https://... or SCHEDULE=file.csv}"
: "${MAIL_TO:?say who mends rejected rows: MAIL_TO=desk@office.example}"
# What is not absolute is not followed (as the XDG rules have it): the mail has to say where the rows are.
case ${XDG_STATE_HOME:-} in
    /*) state=$XDG_STATE_HOME/practice ;;
    *) state=$(cd && pwd)/.local/state/practice ;;
esac
# The address without a name and a password, and without what follows a question mark.
shown=$SCHEDULE
case $shown in
    http://* | https://*) shown=$(printf '%s\n' "$shown" | sed 's|^\([a-z]*://\)[^/?#]*@|\1|; s|[?#].*||') ;;
esac
work=$(umask 077 && mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# What practice said, about the schedule by the name that people know, and the end with that exit code.
give_up() {
    while IFS= read -r line; do
        case $line in *"$work/schedule.csv"*)
            line=${line%%"$work/schedule.csv"*}$shown${line#*"$work/schedule.csv"} ;;
        esac
        printf '%s\n' "$line" >&2
    done < "$work/problems"
    exit "$1"
}

case $SCHEDULE in
    http://* | https://*)
        curl --fail --silent --show-error --max-time 60 --output "$work/schedule.csv" "$SCHEDULE" || {
            echo "monday-import: cannot fetch $shown" >&2
            exit 1
        } ;;
    *) cp "$SCHEDULE" "$work/schedule.csv" ;;
esac

# 0: all rows are right; 6: some would be left out. Anything else (not a schedule at all, no database) ends it here:
# practice has said why.
left_out=0
practice import "$work/schedule.csv" --dry-run --keep-going > "$work/preview" 2> "$work/problems" || left_out=$?
if [ "$left_out" -ne 0 ] && [ "$left_out" -ne 6 ]; then give_up "$left_out"; fi

# Its own exit code counts: somebody may have booked in between.
left_out=0
practice import "$work/schedule.csv" --keep-going --rejects "$work/rejects.csv" --yes --json \
    > "$work/imported" 2> "$work/problems" || left_out=$?
if [ "$left_out" -ne 0 ] && [ "$left_out" -ne 6 ]; then give_up "$left_out"; fi

# Kept before anything else can go wrong; those of the last time are done with. Where they cannot be kept as usual, they
# are in a folder of their own, which stays.
kept=$state/rejects.csv
not_as_usual=0
rm -f "$kept" || not_as_usual=1
if [ "$left_out" -eq 6 ] && ! (umask 077 && mkdir -p "$state" && cat "$work/rejects.csv" > "$kept"); then
    not_as_usual=1
    kept=$(umask 077 && mktemp -d)/rejects.csv
    cp "$work/rejects.csv" "$kept"
    echo "monday-import: cannot write $state/rejects.csv; the rejected rows are in $kept" >&2
fi

# Without any declared feed there is nothing to publish (exit code 3).
published=0
practice export feeds 2> "$work/problems" || published=$?
if [ "$published" -ne 0 ] && [ "$published" -ne 3 ]; then give_up "$published"; fi

# The message about the rows that were left out. What a row says does not go in, nor what practice says of it: in the
# wrong column anything may be a name.
message() {
    printf 'To: %s\nSubject: Rows of the schedule that could not be booked\nMIME-Version: 1.0\n' "$MAIL_TO"
    printf 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n'
    printf 'Auto-Submitted: auto-generated\n\n'
    printf 'The other rows of %s are booked. These are left:\n\n' "$shown"
    python3 - "$work/imported" <<'PYTHON' || return 1
import json, sys
report = json.load(open(sys.argv[1], encoding="utf-8"))
for wrong in report["problems"]:
    field = wrong["field"]
    print(f"  line {wrong['line']}: " + (f"the column '{field}'" if field else "it cannot be booked as it stands"))
PYTHON
    printf '\nThey lie on %s in\n  %s\nwith the reasons in the last column. Mend them in the schedule, ' \
        "$(uname -n)" "$kept"
    printf 'or there, and send them in by hand:\n  practice import %s\n' "$kept"
}

if [ "$left_out" -eq 6 ] && ! { message > "$work/mail" && ${MAILER:-/usr/sbin/sendmail -t -i} < "$work/mail"; }; then
    echo "monday-import: cannot mail the rejected rows; they are in $kept" >&2
    exit 1
fi
exit "$not_as_usual"
