// SPDX-License-Identifier: MIT
#include "app/import/matched_rows.h"

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
#include "app/problems.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/skipping.h"
#include "store/sessions/session_rows.h"
#include "store/sqlite/errors.h"
#include "text/fold.h"

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

std::vector<Date> dates_given(const ScheduleRow& row) {
    std::vector<Date> dates;
    for (const auto& slot : row.slots) { dates.push_back(slot.slot); }
    return dates;
}

YieldScope yields_of(const ChangedByFile& changed) {
    YieldScope scope{&changed.before, {}, !changed.policy.allows_time_off()};
    for (const auto& part : changed.parts) {
        if (part.slot) { scope.named.push_back(*part.slot); }
        if (!part.carried) { scope.named.insert(scope.named.end(), part.given.begin(), part.given.end()); }
    }
    if (changed.named) { scope.named.push_back(*changed.named); }
    return scope;
}

ClashPolicy policy_of(const SessionWords& words, ClashPolicy of_file) {
    Problems problems;
    if (words.on_conflict && !says_none(*words.on_conflict)) {
        const auto read = [&] {
            if (const auto one = parse_on_conflict(*words.on_conflict)) { return *one; }
            throw misuse(practice::quoted(*words.on_conflict) + " is not what to do about a clash",
                         "use refuse, skip or allow");
        };
        if (const auto one = problems.attempt(read, "on-conflict")) { of_file.otherwise = *one; }
    }
    if (words.allow && !says_none(*words.allow)) {
        const auto read = [&] {
            allow_kinds(of_file, *words.allow);
            return true;
        };
        static_cast<void>(problems.attempt(read, "allow"));
    }
    problems.raise_if_any();
    return of_file;
}

StoredRows::StoredRows(Office& office, const Directory& directory, const ImportWords& words, ImportReport& report,
                       const ClashPolicy& policy, bool as_file)
    : office_{office},
      directory_{directory},
      words_{words},
      report_{report},
      policy_{policy},
      as_file_{as_file},
      imported_{*office.database} {}

std::optional<StoredRows::Match> StoredRows::find(std::string_view ref, bool repeats) {
    auto& database = *office_.database;
    if (const auto found = store::find_by_ref(database, ref)) { return Match{found->id, {}, 0}; }
    if (const auto found = store::find_by_uid(database, ref)) { return Match{found->id, {}, 0}; }
    const auto slot = as_slot(ref);
    if (!slot) { return std::nullopt; }
    auto found = store::find_by_ref(database, slot->ref);
    if (!found) { found = store::find_by_uid(database, slot->ref); }
    if (!found || (!found->series && !repeats)) { return std::nullopt; }
    return Match{found->id, slot->slot, 0};
}

void StoredRows::refuse_twice(std::size_t row, std::size_t first) {
    const auto& rows = words_.file().rows;
    const auto refuse = [&](std::size_t one, std::size_t other) {
        Problem problem{"line " + std::to_string(rows[other].line) + " is about the same session",
                        "give each row a ref of its own, or leave one of the two out",
                        {},
                        {}};
        problem.field = "ref";
        report_.reject(one, Refusal{RefusalKind::misuse, std::move(problem)});
    };
    if (report_.outcome(first) != RowOutcome::rejected) { refuse(first, row); }
    refuse(row, first);
}

void StoredRows::match(const SlotRows& slots) {
    std::unordered_set<std::size_t> of_series;
    for (const auto& [series, list] : slots) {
        for (const auto& slot : list) { of_series.insert(slot.row); }
    }
    const auto& rows = words_.file().rows;
    const bool any_stored = store::last_session_id(*office_.database).value > 0;
    std::unordered_map<std::string_view, std::size_t> seen;
    seen.reserve(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto ref = words_.ref(rows[row]);
        if (ref.empty()) { continue; }
        if (const auto [first, is_new] = seen.try_emplace(ref, row); !is_new) {
            refuse_twice(row, first->second);
            continue;
        }
        if (!any_stored) { continue; }
        if (auto match = find(ref, of_series.contains(row))) {
            match->row = row;
            if (!slots.empty()) { matched_.insert(row); }
            matches_.push_back(*match);
        } else {
            find_deleted(row, ref);
        }
    }
    if (deleted_ > 0) {
        const bool one = deleted_ == 1;
        report_.note(0, std::to_string(deleted_) +
                            (one ? " row is about a session that was deleted here since, or has another ref now"
                                 : " rows are about sessions that were deleted here since, or have other refs now") +
                            "; `as-file` books " + (one ? "it" : "them") + " again");
    }
    // The session as a whole before its slots.
    std::ranges::sort(matches_, [](const Match& a, const Match& b) {
        return std::tuple{a.session, a.slot, a.row} < std::tuple{b.session, b.slot, b.row};
    });
    for (std::size_t i = 1; i < matches_.size(); ++i) {
        const auto& one = matches_[i - 1];
        if (one.session == matches_[i].session && one.slot == matches_[i].slot) {
            refuse_twice(matches_[i].row, one.row);
        }
    }
}

/// What was deleted here does not come back as long as its row says what it said.
void StoredRows::find_deleted(std::size_t row, std::string_view ref) {
    if (as_file_) { return; }
    const auto said = said_by(row, ref);
    if (!said.then || !said.nothing_new) { return; }
    as_then_.insert(row);
    matched_.insert(row);
    report_.set(row, RowOutcome::unchanged);
    ++deleted_;
}

StoredRows::Said StoredRows::said_by(std::size_t row, std::string_view ref) {
    const auto& file = words_.file();
    auto now = text::words_of_row(file, file.rows[row]);
    Said said{imported_.find(ref), text::to_text(now), false};
    if (!said.then) { return said; }
    if (*said.then != said.now) {
        auto then = text::parse_row_words(*said.then);
        for (const auto date : file.rows[row].untold) {
            if (const auto slot = then.slots.find(date); slot != then.slots.end()) { now.slots.insert(*slot); }
        }
        said.now = text::to_text(said_by_now(file, std::move(then), std::move(now)));
    }
    said.nothing_new = *said.then == said.now;
    return said;
}

RowChange StoredRows::change_of(const Session& session, const Match& match, OnConflict on_conflict) {
    const auto& row = words_.file().rows[match.row];
    const auto said = said_by(match.row, words_.ref(row));
    if (said.nothing_new) { as_then_.insert(match.row); }
    if (said.nothing_new && !as_file_) { return {session, {}, {}, {}, {}}; }
    const bool of_event = words_.file().format == ScheduleFormat::calendar && !match.slot;
    if (of_event && said.then && !said.nothing_new && words_.value(row, "room").empty() &&
        text::parse_row_words(*said.then).cells.contains("room")) {
        note_no_room(report_, row.line, session);
    }
    const auto former = said.then && !as_file_ ? std::optional{text::parse_row_words(*said.then)} : std::nullopt;
    RowBasis basis{former ? &*former : nullptr, as_file_, {}, words_.alters_records()};
    if (as_file_ && !match.slot) { basis.of_rows = slots_of_rows(match.session); }
    return change_by_row(session, match.slot, row, words_, on_conflict, office_, directory_, basis);
}

std::vector<Date> StoredRows::slots_of_rows(SessionId session) const {
    std::vector<Date> slots;
    for (auto at = std::ranges::lower_bound(matches_, session, {}, &Match::session);
         at != matches_.end() && at->session == session; ++at) {
        if (at->slot) { slots.push_back(*at->slot); }
    }
    return slots;
}

/// What `as-file` takes back of what was done here: the dates by name, and a row that says what it said last time.
std::vector<OccurrenceId> StoredRows::put_back(const Session& before, const Match& match,
                                               const RowChange& change) const {
    std::vector<OccurrenceId> ids;
    if (!as_file_) { return ids; }
    const auto dates =
        match.slot ? std::vector<Date>{} : dates_put_back(before, change.after, slots_of_rows(match.session));
    const bool itself = dates.empty() || is_other_beside_dates(before, change.after);
    if (as_then_.contains(match.row) && itself) { ids.push_back({before.number(), match.slot}); }
    for (const auto date : dates) { ids.push_back({before.number(), date}); }
    return ids;
}

void StoredRows::keep_words(const std::unordered_set<std::size_t>& but) {
    const auto& file = words_.file();
    for (std::size_t row = 0; row < file.rows.size(); ++row) {
        const auto outcome = report_.outcome(row);
        if (outcome == RowOutcome::pending || outcome == RowOutcome::rejected) { continue; }
        if (as_then_.contains(row) || but.contains(row)) { continue; }
        const auto ref = words_.ref(file.rows[row]);
        if (!ref.empty()) { imported_.put(ref, said_by(row, ref).now); }
    }
    imported_.write();
}

void StoredRows::compare() {
    std::vector<SessionId> wanted;
    for (const auto& match : matches_) {
        if (wanted.empty() || wanted.back() != match.session) { wanted.push_back(match.session); }
    }
    std::size_t from = 0;
    each_session(*office_.database, wanted, [&](Session session) {
        while (from < matches_.size() && matches_[from].session < session.id) { ++from; }
        auto to = from;
        while (to < matches_.size() && matches_[to].session == session.id) { ++to; }
        compare(std::move(session), from, to);
        from = to;
    });
}

/// As many dates take place as the row says; a longer series may meet more time off.
void StoredRows::hold_as_many(ChangedByFile& changed) const {
    const auto held = [&] { return dates_held(changed.after); };
    if (!changed.held || !changed.after.is_series() || held() == *changed.held) { return; }
    do {
        auto other = holding(changed.after, *changed.held);
        if (!other || other->recurrence == changed.after.recurrence) { return; }
        changed.after = std::move(*other);
        yield_to_what_stands(office_, directory_, changed.after, yields_of(changed));
    } while (held() < *changed.held);
}

/// Whatever the series is now; what their rows say otherwise than last time is put on top of it.
void StoredRows::keep_dates_said(ChangedByFile& changed, std::string_view ref) {
    for (const auto& [slot, words] : imported_.dates_of(ref)) {
        const auto said = text::parse_row_words(words);
        changed.after = as_its_row_says(std::move(changed.after), changed.before, slot, said.cells, office_);
    }
}

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

void StoredRows::compare(Session session, std::size_t from, std::size_t to) {
    ChangedByFile changed{session, std::move(session), {}, policy_, {}, {}};
    for (auto i = from; i < to; ++i) {
        const auto row = matches_[i].row;
        if (report_.outcome(row) == RowOutcome::rejected) { continue; }
        const auto& source = words_.file().rows[row];
        auto policy = policy_;
        try {
            const auto words = words_.as_written(source.cells);
            policy = policy_of(words, policy_);
            auto base = changed.after;
            const bool confirmed = base.reason == kCancelledThere && words.status != to_string(Status::cancelled);
            if (confirmed || base.reason == kNoLonger) { base = here_again(std::move(base), office_); }
            auto change = change_of(base, matches_[i], policy.otherwise);
            if (!as_then_.contains(row)) { check_not_cancelled(base, change.after, matches_[i].slot, office_); }
            const bool stays = !may_alter(base, change.after, row);
            if (stays || change.after == changed.after) {
                note_dates_lost(report_, source.line, changed.before.number(), change);
                report_.set(row, RowOutcome::unchanged);
                continue;
            }
            if (!office_.dry_run) { note_dates_lost(report_, source.line, changed.before.number(), change); }
            auto back = put_back(changed.after, matches_[i], change);
            changed.after = std::move(change.after);
            const bool of_series = !matches_[i].slot && changed.after.is_series();
            if (of_series && !as_file_ && changed.after != changed.before) {
                keep_dates_said(changed, words_.ref(source));
            }
            changed.policy = policy;
            if (change.held) { changed.held = change.held; }
            if (change.named) { changed.named = change.named; }
            report_.set(row, RowOutcome::changed);
            note_converted(row, words_, changed.after, office_, report_);
            changed.parts.push_back({row, matches_[i].slot, std::move(change.kept), std::move(change.lost),
                                     std::move(back), std::move(change.singles), dates_given(source),
                                     words.practice_uid.has_value()});
        } catch (const store::StorageRefusal&) { throw; } catch (const Refusal& refusal) {
            if (refusal.kind() == RefusalKind::failure) { throw; }
            // Where clashes are skipped, the same file left that date out the last time.
            const auto slot = matches_[i].slot;
            const bool skipped = policy.skips() && slot && is_left_out(changed.after, *slot);
            report_.reject(row, refusal, !skipped);
        }
    }
    if (changed.parts.empty()) { return; }
    yield_to_what_stands(office_, directory_, changed.after, yields_of(changed));
    hold_as_many(changed);
    if (!office_.dry_run) {  // which tells it with the row
        note_newly_away(report_, words_.file().rows[changed.parts.front().row].line, changed, office_);
    }
    changed.after = as_next_version(changed.before, std::move(changed.after), office_.now);
    changed_.push_back(std::move(changed));
}

void StoredRows::cancel_missing() {
    std::vector<SessionId> missing;
    for (const auto id : store::sessions_with_ref(*office_.database)) {
        const auto found = std::ranges::lower_bound(matches_, id, {}, &Match::session);
        if (found == matches_.end() || found->session != id) { missing.push_back(id); }
    }
    std::vector<SessionId> not_known;
    each_session(*office_.database, missing, [&](const Session& session) {
        if (!cancel(session)) { not_known.push_back(session.id); }
    });
    note_not_known(report_, not_known, office_);
}

/// False: it would be cancelled, did one know that an import has made it.
bool StoredRows::cancel(const Session& session) {
    auto after = cancelled_by_file(session, kNoLonger, office_);
    if (!after) { return true; }
    if (!imported_.find(session.ref)) { return false; }
    // A row that comes back is to be applied as a whole.
    store::forget_imported(*office_.database, session.ref);
    changed_.push_back({session, std::move(*after), {}, {OnConflict::allow}, {}, {}});
    return true;
}

}  // namespace practice::app
