// SPDX-License-Identifier: MIT
#include "app/import/planning/row_matcher.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "store/sessions/session_rows.h"

namespace practice::app {
namespace {

/// `repeats`: the file makes a series of it, should it not be one.
std::optional<RowMatch> find_stored(store::Database& database, std::string_view ref, bool repeats) {
    const auto find = [&](std::string_view name) {
        const auto found = store::find_by_ref(database, name);
        return found ? found : store::find_by_uid(database, name);
    };
    if (const auto found = find(ref)) { return RowMatch{found->id, {}, 0}; }
    const auto slot = as_slot(ref);
    if (!slot) { return std::nullopt; }
    const auto found = find(slot->ref);
    if (!found || (!found->series && !repeats)) { return std::nullopt; }
    return RowMatch{found->id, slot->slot, 0};
}

void refuse_twice(const ImportRun& run, std::size_t row, std::size_t first) {
    const auto refuse = [&](std::size_t one, std::size_t other) {
        Problem problem{"line " + std::to_string(run.source(other).line) + " is about the same session",
                        "give each row a ref of its own, or leave one of the two out",
                        {},
                        {}};
        problem.field = "ref";
        run.report.reject(one, Refusal{RefusalKind::misuse, std::move(problem)});
    };
    if (!run.is_rejected(first)) { refuse(first, row); }
    refuse(row, first);
}

/// What was deleted here does not come back as long as its row says what it said.
bool stays_deleted(const ImportRun& run, std::size_t row, RememberedRows& remembered) {
    if (run.options.as_file) { return false; }
    const auto said = remembered.said_by(row);
    if (said.nothing_new) { run.report.set(row, RowOutcome::unchanged); }
    return said.nothing_new;
}

void note_deleted(ImportReport& report, std::size_t count) {
    if (count == 0) { return; }
    report.note(0, std::to_string(count) +
                       (count == 1 ? " row is about a session that was deleted here since, or has another ref now"
                                   : " rows are about sessions that were deleted here since, or have other refs now") +
                       "; `as-file` books " + (count == 1 ? "it" : "them") + " again");
}

}  // namespace

MatchedRows::MatchedRows(std::vector<RowMatch> rows, std::unordered_set<std::size_t> settled)
    : rows_{std::move(rows)}, settled_{std::move(settled)} {
    std::ranges::sort(rows_, [](const RowMatch& a, const RowMatch& b) {
        return std::tuple{a.session, a.slot, a.row} < std::tuple{b.session, b.slot, b.row};
    });
}

std::span<const RowMatch> MatchedRows::of(SessionId session) const {
    const auto found = std::ranges::equal_range(rows_, session, {}, &RowMatch::session);
    return {found.begin(), found.end()};
}

std::vector<Date> MatchedRows::dates_of(SessionId session) const {
    std::vector<Date> dates;
    for (const auto& match : of(session)) {
        if (match.slot) { dates.push_back(*match.slot); }
    }
    return dates;
}

MatchedRows match_rows(const ImportRun& run, const SlotRows& dates, RememberedRows& remembered) {
    std::unordered_set<std::size_t> of_series;
    for (const auto& [series, list] : dates) {
        for (const auto& slot : list) { of_series.insert(slot.row); }
    }
    const auto& rows = run.file().rows;
    auto& database = *run.office.database;
    // Where all sessions were deleted, it is known still what the rows said.
    const bool any_known = store::last_session_id(database).value > 0 || remembered.any();
    std::vector<RowMatch> found;
    std::unordered_set<std::size_t> settled;
    std::size_t deleted = 0;
    std::unordered_map<std::string_view, std::size_t> seen;
    seen.reserve(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto ref = run.words.ref(rows[row]);
        if (ref.empty()) { continue; }
        if (const auto [first, is_new] = seen.try_emplace(ref, row); !is_new) {
            refuse_twice(run, row, first->second);
            continue;
        }
        if (!any_known) { continue; }
        if (auto match = find_stored(database, ref, of_series.contains(row))) {
            match->row = row;
            if (!dates.empty()) { settled.insert(row); }
            found.push_back(*match);
        } else if (stays_deleted(run, row, remembered)) {
            settled.insert(row);
            ++deleted;
        }
    }
    note_deleted(run.report, deleted);
    MatchedRows matched{std::move(found), std::move(settled)};
    const auto all = matched.all();
    for (std::size_t i = 1; i < all.size(); ++i) {
        const auto& one = all[i - 1];
        if (one.session == all[i].session && one.slot == all[i].slot) { refuse_twice(run, all[i].row, one.row); }
    }
    return matched;
}

}  // namespace practice::app
