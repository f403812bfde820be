// SPDX-License-Identifier: MIT
#include "app/import/planning/change_planner.h"

#include <algorithm>

#include "app/change/altered_records.h"
#include "app/change/cancelled_target.h"
#include "app/change/time_off_change.h"
#include "app/import/as_file.h"
#include "app/import/cancelled_by_file.h"
#include "app/import/converted_rows.h"
#include "app/import/row_notes.h"
#include "app/import/words/former_row.h"
#include "app/import/words/said_of_date.h"
#include "app/import/words/untold_dates.h"
#include "practice/skipping.h"
#include "store/sessions/session_rows.h"
#include "store/sqlite/errors.h"

namespace practice::app {
namespace {

/// Sessions are read a stretch of ids at a time: of at most so many, of which every fourth is wanted.
constexpr std::int64_t kStretch = 2'000;
constexpr std::int64_t kSparse = 4;

/// Calls `visit` with each of the wanted sessions, by id.
template <class Visit>
void each_session(store::Database& database, const std::vector<SessionId>& wanted, Visit&& visit) {
    for (std::size_t from = 0; from < wanted.size();) {
        auto to = from + 1;
        const auto first = wanted[from].value;
        while (to < wanted.size() && wanted[to].value - first < kStretch &&
               wanted[to].value - first < kSparse * static_cast<std::int64_t>(to - from + 1)) {
            ++to;
        }
        auto at = from;
        for (auto& session : store::load_sessions_between(database, wanted[from], wanted[to - 1])) {
            if (at < to && session.id == wanted[at]) {
                visit(std::move(session));
                ++at;
            }
        }
        from = to;
    }
}

Refusal needs_yes(std::string what) {
    Problem problem{std::move(what),
                    "leave the row out, or add `yes`; a row that says nothing but another status needs none",
                    {},
                    {}};
    problem.field = "ref";
    return Refusal{RefusalKind::misuse, std::move(problem)};
}

}  // namespace

ChangePlanner::ChangePlanner(const ImportRun& run, const MatchedRows& matched, RememberedRows& remembered)
    : run_{run}, matched_{matched}, remembered_{remembered} {}

RowChange ChangePlanner::change_of(const Session& session, const RowMatch& match, OnConflict on_conflict) {
    const auto& row = run_.source(match.row);
    const bool as_file = run_.options.as_file;
    const auto said = remembered_.said_by(match.row);
    if (said.nothing_new && !as_file) { return {session, {}, {}, {}, {}}; }
    const bool of_event = run_.file().format == ScheduleFormat::calendar && !match.slot;
    if (of_event && said.then && !said.nothing_new && run_.words.value(row, "room").empty() &&
        text::parse_row_words(*said.then).cells.contains("room")) {
        note_no_room(run_.report, row.line, session);
    }
    const auto now = text::words_of_row(run_.file(), row);
    const auto former = said.then && !as_file ? std::optional{words_then(*said.then, now)} : std::nullopt;
    RowBasis basis{former ? &*former : nullptr, as_file, {}, run_.words.alters_records()};
    if (as_file && !match.slot) { basis.of_rows = matched_.dates_of(match.session); }
    return change_by_row(session, match.slot, row, run_.words, on_conflict, run_.office, run_.directory, basis);
}

/// What `as-file` takes back of what was done here: the dates by name, and a row that says what it said last time.
std::vector<OccurrenceId> ChangePlanner::put_back(const Session& before, const RowMatch& match,
                                                  const RowChange& change) const {
    std::vector<OccurrenceId> ids;
    if (!run_.options.as_file) { return ids; }
    const auto dates =
        match.slot ? std::vector<Date>{} : dates_put_back(before, change.after, matched_.dates_of(match.session));
    const bool itself = dates.empty() || is_other_beside_dates(before, change.after);
    if (remembered_.says_as_then(match.row) && itself) { ids.push_back({before.number(), match.slot}); }
    for (const auto date : dates) { ids.push_back({before.number(), date}); }
    return ids;
}

std::vector<ChangedByFile> ChangePlanner::compare() {
    std::vector<SessionId> wanted;
    for (const auto& match : matched_.all()) {
        if (wanted.empty() || wanted.back() != match.session) { wanted.push_back(match.session); }
    }
    std::vector<ChangedByFile> changed;
    each_session(*run_.office.database, wanted, [&](Session session) {
        if (auto one = compare(std::move(session))) { changed.push_back(std::move(*one)); }
    });
    return changed;
}

/// As many dates take place as the row says; a longer series may meet more time off.
void ChangePlanner::hold_as_many(ChangedByFile& changed) const {
    const auto held = [&] { return dates_held(changed.after); };
    if (!changed.held || !changed.after.is_series() || held() == *changed.held) { return; }
    do {
        auto other = holding(changed.after, *changed.held);
        if (!other || other->recurrence == changed.after.recurrence) { return; }
        changed.after = std::move(*other);
        yield_to_what_stands(run_.office, run_.directory, changed.after, yields_of(changed));
    } while (held() < *changed.held);
}

/// Whatever the series is now; what their rows say otherwise than last time is put on top of it.
void ChangePlanner::keep_dates_said(ChangedByFile& changed, std::size_t row) {
    for (const auto& [slot, words] : remembered_.dates_of(row)) {
        const auto said = text::parse_row_words(words);
        changed.after = as_its_row_says(std::move(changed.after), changed.before, slot, said.cells, run_.office);
    }
}

/// False: the row says nothing new, and a record stays as it is. Throws Refusal where it would alter one unasked.
bool ChangePlanner::may_alter(const Session& before, const Session& after, std::size_t row) const {
    if (run_.words.alters_records()) { return true; }
    const auto records = altered_by_row(before, after, run_.office);
    if (records.count == 0) { return true; }
    const auto line = run_.source(row).line;
    if (remembered_.says_as_then(row)) {
        run_.report.note(line, "a record of what has been stays as it was: " + records.list);
        return false;
    }
    if (!run_.office.dry_run) { throw needs_yes(records.told()); }
    run_.report.note(line, records.told() + "; it needs `yes`");
    return true;
}

std::optional<ChangedByFile> ChangePlanner::compare(Session session) {
    ChangedByFile changed{session, std::move(session), {}, run_.options.policy, {}, {}};
    for (const auto& match : matched_.of(changed.before.id)) {
        if (!run_.is_rejected(match.row)) { apply(match, changed); }
    }
    if (changed.parts.empty()) { return std::nullopt; }
    yield_to_what_stands(run_.office, run_.directory, changed.after, yields_of(changed));
    hold_as_many(changed);
    if (!run_.office.dry_run) {  // which tells it with the row
        note_newly_away(run_.report, run_.source(changed.parts.front().row).line, changed, run_.office);
    }
    changed.after = as_next_version(changed.before, std::move(changed.after), run_.office.now);
    return changed;
}

/// What one row makes of what those before it have made.
void ChangePlanner::apply(const RowMatch& match, ChangedByFile& changed) {
    const auto row = match.row;
    const auto& source = run_.source(row);
    auto policy = run_.options.policy;
    try {
        const auto words = run_.words.as_written(source.cells);
        policy = policy_of(words, policy);
        auto base = changed.after;
        if (match.slot && is_left_out(base, *match.slot) && remembered_.left_to_row(row, base.ref, *match.slot)) {
            base = with_date(std::move(base), *match.slot);
        }
        const bool confirmed = base.reason == kCancelledThere && words.status != to_string(Status::cancelled);
        if (confirmed || base.reason == kNoLonger) { base = here_again(std::move(base), run_.office); }
        auto change = change_of(base, match, policy.otherwise);
        note_in_vain(run_.report, source.line, change.after, change.left_out);
        if (!remembered_.says_as_then(row)) { check_not_cancelled(base, change.after, match.slot, run_.office); }
        const bool stays = !may_alter(base, change.after, row);
        const bool same = stays || change.after == changed.after;
        if (same || !run_.office.dry_run) {
            note_dates_lost(run_.report, source.line, changed.before.number(), change);
        }
        if (same) {
            run_.report.set(row, RowOutcome::unchanged);
            return;
        }
        take_over(match, std::move(change), words, changed);
        changed.policy = policy;
    } catch (const store::StorageRefusal&) { throw; } catch (const Refusal& refusal) {
        if (refusal.kind() == RefusalKind::failure) { throw; }
        // Where clashes are skipped, the same file left that date out the last time.
        const bool skipped = policy.skips() && match.slot && is_left_out(changed.after, *match.slot);
        run_.report.reject(row, refusal, !skipped);
    }
}

void ChangePlanner::take_over(const RowMatch& match, RowChange change, const SessionWords& words,
                              ChangedByFile& changed) {
    const auto row = match.row;
    auto back = put_back(changed.after, match, change);
    changed.after = std::move(change.after);
    const bool of_series = !match.slot && changed.after.is_series();
    if (of_series && !run_.options.as_file && changed.after != changed.before) { keep_dates_said(changed, row); }
    if (change.held) { changed.held = change.held; }
    if (change.named) { changed.named = change.named; }
    run_.report.set(row, RowOutcome::changed);
    note_converted(row, run_.words, changed.after, run_.office, run_.report);
    changed.parts.push_back({row, match.slot, std::move(change.kept), std::move(change.lost), std::move(back),
                             std::move(change.singles), dates_given(run_.source(row)), words.practice_uid.has_value()});
}

std::vector<ChangedByFile> ChangePlanner::cancel_missing() {
    auto& database = *run_.office.database;
    std::vector<SessionId> missing;
    for (const auto id : store::sessions_with_ref(database)) {
        if (matched_.of(id).empty()) { missing.push_back(id); }
    }
    std::vector<ChangedByFile> cancelled;
    std::vector<SessionId> not_known;  // would be, did one know that an import has made them
    each_session(database, missing, [&](const Session& session) {
        auto after = cancelled_by_file(session, kNoLonger, run_.office);
        if (!after) { return; }
        if (!remembered_.knows(session.ref)) {
            not_known.push_back(session.id);
            return;
        }
        // A row that comes back is to be applied as a whole.
        remembered_.forget(session.ref);
        cancelled.push_back({session, std::move(*after), {}, {OnConflict::allow}, {}, {}});
    });
    note_not_known(run_.report, not_known, run_.office);
    return cancelled;
}

}  // namespace practice::app
