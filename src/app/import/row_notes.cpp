// SPDX-License-Identifier: MIT
#include "app/import/row_notes.h"

#include "app/change/time_off_change.h"
#include "store/journal/journal.h"
#include "store/sessions/session_rows.h"
#include "text/session/except_text.h"
#include "text/session/session_text.h"

namespace practice::app {
namespace {

constexpr std::size_t kShown = 5;

Date today_of(const Session& session, const Office& office) {
    return date_of(office.zone(session.time_zone).to_local(office.now));
}

}  // namespace

void note_dates_lost(ImportReport& report, std::size_t line, SessionNumber session, const RowChange& change) {
    const auto id = to_string(OccurrenceId{session, {}});
    for (const auto slot : change.kept) {
        report.note(line, id + "@" + to_string(slot) + " has been already, and stays as it was");
    }
    for (const auto slot : change.lost) {
        report.note(line, id + "@" + to_string(slot) + " had a change of its own and is no more");
    }
    for (const auto slot : change.cancelled) {
        report.note(line, id + "@" + to_string(slot) + " is cancelled, and is not moved; to bring it back: practice " +
                              "session restore " + id + "@" + to_string(slot));
    }
    for (const auto slot : change.singles) {
        report.note(line, id + "@" + to_string(slot) + " was cancelled or left out by itself, and stays out");
    }
    for (const auto slot : change.over) {
        report.note(line, id + "@" + to_string(slot) + " is over, and left out for good");
    }
}

void note_in_vain(ImportReport& report, std::size_t line, const Session& series, const std::vector<Date>& left_out) {
    if (report.file().format == ScheduleFormat::calendar) { return; }  // programs write what nobody has typed
    if (const auto note = text::left_out_in_vain(series, left_out)) { report.note(line, *note); }
}

void note_newly_away(ImportReport& report, std::size_t line, const ChangedByFile& changed, const Office& office) {
    const auto dates = newly_away(changed.before, changed.after);
    for (const auto& words : text::away_in_words(dates, today_of(changed.after, office))) {
        report.note(line, to_string(OccurrenceId{changed.before.number(), {}}) + " leaves out " + words);
    }
}

void note_away(ImportReport& report, std::size_t line, const Session& session, const Office& office) {
    if (office.dry_run || session.away.empty()) { return; }
    for (const auto& words : text::away_in_words(session.away, today_of(session, office))) {
        report.note(line, "leaves out " + words);
    }
}

void note_clashing(ImportReport& report, std::size_t line, const Session& session, const std::vector<Date>& left_out,
                   const Office& office) {
    if (office.dry_run || left_out.empty()) { return; }
    std::vector<DateAway> dates;
    for (const auto date : left_out) { dates.push_back({date, left_out.size() == 1 ? "it clashes" : "they clash"}); }
    for (const auto& words : text::away_in_words(dates, today_of(session, office))) {
        report.note(line, "leaves out " + words + "; " + text::repeats_in_words(session));
    }
}

void note_no_room(ImportReport& report, std::size_t line, const Session& session) {
    report.note(line, "no room is said any more: " + to_string(OccurrenceId{session.number(), {}}) + " stays in " +
                          session.room.name);
}

void note_not_known(ImportReport& report, const std::vector<SessionId>& sessions, Office& office) {
    std::vector<std::string> imported;
    for (const auto id : sessions) {
        const auto number = store::number_of(*office.database, id);
        const auto operations = store::load_operations(*office.database, {.session = number});
        if (!operations.empty() && operations.back().command.starts_with("import ")) {
            imported.push_back(to_string(OccurrenceId{number, {}}));
        }
    }
    if (imported.empty()) { return; }
    std::string list;
    for (std::size_t i = 0; i < imported.size() && i < kShown; ++i) { list += (i > 0 ? ", " : "") + imported[i]; }
    if (imported.size() > kShown) { list += " and " + std::to_string(imported.size() - kShown) + " more"; }
    const std::string which =
        imported.size() == 1 ? "1 session that no row has any more stays: it was"
                             : std::to_string(imported.size()) + " sessions that no row has any more stay: they were";
    report.note(0, which + " imported before it was kept what rows say, or came back here since: " + list +
                       "; cancel by hand what is not to stay");
}

}  // namespace practice::app
