// SPDX-License-Identifier: MIT
#include "app/import/booking/new_rows.h"

#include "app/import/converted_rows.h"
#include "app/import/row_notes.h"
#include "practice/keyword.h"
#include "store/sessions/session_rows.h"
#include "store/sqlite/errors.h"

namespace practice::app {
namespace {

/// None where it was not written.
std::optional<RowId> id_of(const Session& session, const std::optional<Date>& slot) {
    return session.id.none() ? std::nullopt : std::optional{RowId{session.number().value, slot}};
}

}  // namespace

NewRows::NewRows(const ImportRun& run, const DateRows& dates, ImportTimetable& timetable, RowClashes& clashes)
    : run_{run},
      dates_{dates},
      timetable_{timetable},
      clashes_{clashes},
      booker_{run, dates, timetable, clashes},
      sessions_{*run.office.database, *run.office.zones} {}

void NewRows::import(std::size_t row) {
    if (!has_date_left(row)) {
        pass_over(row);
        return;
    }
    try {
        add(row);
    } catch (const store::StorageRefusal&) {
        throw;  // the row is not what is wrong
    } catch (const ClashesForEver& refusal) {
        run_.report.reject(row, refusal);
        refuse_dates(row);
    } catch (const Refusal& refusal) {
        using enum RefusalKind;
        const auto kind = refusal.kind();
        if (kind == failure || kind == busy || kind == interrupted) { throw; }
        run_.refuse(row, refusal);
        refuse_dates(row);
    }
}

/// None is left of a series that a calendar has as cancelled; or of one that was cancelled before its first date: an
/// export has it, with an end before its beginning.
bool NewRows::has_date_left(std::size_t row) const {
    const auto words = run_.words.as_written(run_.source(row).cells);
    const bool of_calendar = run_.file().format == ScheduleFormat::calendar;
    if (of_calendar && words.rrule && words.status == to_string(Status::cancelled)) { return false; }
    const bool repeats = words.rrule || (words.repeat && !says_single(*words.repeat));
    if (!words.practice_uid || !repeats || !words.at || !words.ends) { return true; }
    constexpr std::size_t date_size = 10;
    const auto first = parse_iso_date(std::string_view{*words.at}.substr(0, date_size));
    const auto last = parse_iso_date(*words.ends);
    return !first || !last || *last >= *first;
}

/// There is nothing to book, and nothing to keep of it for the next time.
void NewRows::pass_over(std::size_t row) {
    run_.report.note(run_.source(row).line, "no date is left of this series: it was cancelled, and is left out");
    run_.report.set(row, RowOutcome::unchanged);
    passed_over_.insert(row);
    for (const auto& date : dates_.of(row)) {
        if (!run_.is_rejected(date.row)) { run_.report.set(date.row, RowOutcome::unchanged); }
        passed_over_.insert(date.row);
    }
}

void NewRows::add(std::size_t row) {
    auto booking = booker_.book(row);
    auto& session = booking.session;
    const auto number = number_of(session);
    if (run_.writing()) { session.id = number; }
    run_.report.set(row, RowOutcome::added, id_of(session, {}));
    tell({row, nullptr, &session, {}, {}, {}, booking.left_out, &booking.conflicts, clashes_.naming()});
    const auto& source = run_.source(row);
    if (!source.note_if_booked.empty()) { run_.report.note(source.line, std::string{source.note_if_booked}); }
    note_converted(row, run_.words, session, run_.office, run_.report);
    if (session.is_series()) { note_in_vain(run_.report, source.line, session, session.recurrence->excluded()); }
    note_away(run_.report, source.line, session, run_.office);
    note_clashing(run_.report, source.line, session, booking.left_out, run_.office);
    report_dates(session, row);
    session.id = number;
    clashes_.is_booked_by(number, row);
    timetable_.timetable().put(session);
}

/// Where nothing is written any more, the number that it would have.
SessionId NewRows::number_of(const Session& session) {
    if (run_.writing()) {
        last_ = sessions_.add(session);
    } else {
        if (!last_) { last_ = store::last_session_id(*run_.office.database); }
        ++last_->value;
    }
    return *last_;
}

void NewRows::report_dates(const Session& session, std::size_t row) {
    const Conflicts none;
    for (const auto& date : dates_.of(row)) {
        if (run_.is_rejected(date.row)) { continue; }
        run_.report.set(date.row, RowOutcome::added, id_of(session, date.slot));
        tell({date.row, nullptr, &session, date.slot, {}, {}, {}, &none, clashes_.naming()});
        note_converted(date.row, run_.words, session, run_.office, run_.report);
    }
}

/// Where nothing is imported anyway, there is nothing wrong with them.
void NewRows::refuse_dates(std::size_t row) {
    if (!run_.writing()) { return; }
    for (const auto& date : dates_.of(row)) {
        if (run_.is_rejected(date.row)) { continue; }
        Problem problem{"its series, line " + std::to_string(run_.source(row).line) + ", was left out",
                        "import both again when that line is right",
                        {},
                        {}};
        problem.field = "ref";
        run_.report.reject(date.row, Refusal{RefusalKind::misuse, std::move(problem)}, run_.options.keep_going);
    }
}

}  // namespace practice::app
