// SPDX-License-Identifier: MIT
// What is told of rows that are about sessions which are there: records, dates that stay out, time off.
#include "app/import/matched_rows.h"

#include "app/change/altered_records.h"
#include "app/change/time_off_change.h"
#include "text/session/session_text.h"

namespace practice::app {
namespace {

Refusal needs_yes(std::string what) {
    Problem problem{std::move(what),
                    "leave the row out, or add `yes`; a row that says nothing but another status needs none",
                    {},
                    {}};
    problem.field = "ref";
    return Refusal{RefusalKind::misuse, std::move(problem)};
}

}  // namespace

/// False: the row says nothing new, and a record stays as it is. Throws Refusal where it would alter one unasked.
bool StoredRows::may_alter(const Session& before, const Session& after, std::size_t row) {
    if (words_.alters_records()) { return true; }
    const auto records = altered_by_row(before, after, office_);
    if (records.count == 0) { return true; }
    const auto line = words_.file().rows[row].line;
    if (as_then_.contains(row)) {
        report_.note(line, "a record of what has been stays as it was: " + records.list);
        return false;
    }
    if (!office_.dry_run) { throw needs_yes(records.told()); }
    report_.note(line, records.told() + "; it needs `yes`");
    return true;
}

/// A dry run tells it with the row.
void StoredRows::note_lost(std::size_t line, SessionId session, const RowChange& change) {
    const auto id = to_string(OccurrenceId{session, {}});
    for (const auto slot : change.kept) {
        report_.note(line, id + "@" + to_string(slot) + " has been already, and stays as it was");
    }
    for (const auto slot : change.lost) {
        report_.note(line, id + "@" + to_string(slot) + " had a change of its own and is no more");
    }
    for (const auto slot : change.cancelled) {
        report_.note(line, id + "@" + to_string(slot) + " is cancelled, and is not moved; to bring it back: practice " +
                               "session restore " + id + "@" + to_string(slot));
    }
    for (const auto slot : change.singles) {
        report_.note(line, id + "@" + to_string(slot) + " was cancelled or left out by itself, and stays out");
    }
    for (const auto slot : change.over) {
        report_.note(line, id + "@" + to_string(slot) + " is over, and left out for good");
    }
}

/// A dry run tells it with the row.
void StoredRows::note_away(const ChangedByFile& changed) {
    if (office_.dry_run) { return; }
    const auto line = words_.file().rows[changed.parts.front().row].line;
    const auto today = date_of(office_.zone(changed.after.time_zone).to_local(office_.now));
    for (const auto& words : text::away_in_words(newly_away(changed.before, changed.after), today)) {
        report_.note(line, to_string(OccurrenceId{changed.before.id, {}}) + " leaves out " + words);
    }
}

}  // namespace practice::app
