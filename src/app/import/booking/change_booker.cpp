// SPDX-License-Identifier: MIT
#include "app/import/booking/change_booker.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "app/change/time_off_change.h"
#include "app/import/row_notes.h"
#include "practice/rescheduling.h"
#include "practice/skipping.h"
#include "practice/time_off.h"
#include "store/sessions/session_rows.h"

namespace practice::app {
namespace {

/// What is looked at on that date.
ConflictScope of_date(const ConflictScope& scope, Date date) {
    const bool there =
        scope.only ? std::ranges::binary_search(*scope.only, date) : !std::ranges::binary_search(scope.but, date);
    return {there ? std::vector{date} : std::vector<Date>{}, scope.not_before, {}};
}

}  // namespace

ChangeBooker::ChangeBooker(const ImportRun& run, std::vector<ChangedByFile> changed, ImportTimetable& timetable,
                           RowClashes& clashes)
    : run_{run}, changed_{std::move(changed)}, timetable_{timetable}, clashes_{clashes} {}

void ChangeBooker::make_room() {
    const auto& zones = *run_.office.zones;
    for (std::size_t i = 0; i < changed_.size(); ++i) {
        const auto& changed = changed_[i];
        timetable_.leave_to_caller(changed.before.id);
        auto check = what_to_check(changed.before, changed.after, zones);
        if (!check) { timetable_.timetable().put(changed.after); }
        if (const auto stays = check ? what_stays(changed.after, *check) : std::nullopt) {
            timetable_.timetable().put(*stays);
        }
        if (changed.parts.empty()) {
            save(changed, {}, {});
            continue;
        }
        auto first = changed.parts.front().row;
        for (const auto& part : changed.parts) { first = std::min(first, part.row); }
        by_row_[first] = i;
        clashes_.is_changed_by(changed.before.id, first);
    }
}

bool ChangeBooker::settle(std::size_t row) {
    const auto found = by_row_.find(row);
    if (found == by_row_.end()) { return false; }
    settle(changed_[found->second]);
    return true;
}

Conflicts ChangeBooker::conflicts_of(const ChangedByFile& changed, std::optional<Date> only) {
    const auto& zones = *run_.office.zones;
    auto check = what_to_check(changed.before, changed.after, zones);
    if (!check) { return {}; }
    if (only) {
        check->scope = of_date(check->scope, *only);
        for (auto& scope : check->by_kind) {
            if (scope) { scope = of_date(*scope, *only); }
        }
    }
    auto& timetable = timetable_.covering(changed.after);
    const auto find = [&](const FreeCheck& asked) {
        auto planned = asked.planned;
        planned.id = changed.before.id;
        return with_own_clashes(timetable.conflicts(planned, asked.scope), changed.after, asked, zones);
    };
    auto found = find(*check);
    if (found.none()) { return found; }
    const auto partners = partners_before(found);
    const auto newly = what_is_newly_met(changed.before, changed.after, *check, found,
                                         {partners, timetable.away(), timetable.practice_zone()}, zones);
    if (newly && newly->by_kind == check->by_kind) { return found; }
    auto allowed = std::pair{std::move(found.allowed), std::move(found.allowed_slots)};
    auto rest = newly ? find(*newly) : Conflicts{};
    std::tie(rest.allowed, rest.allowed_slots) = std::move(allowed);
    return rest;
}

/// Those in the way, as they stood before this import; what it books is none of them.
std::vector<Session> ChangeBooker::partners_before(const Conflicts& found) const {
    std::vector<Session> partners;
    const auto all = found.with_allowed();  // a room may be full with those who are allowed
    for (const auto& clash : all.clashes) {
        const bool known = clash.with == nullptr || clashes_.booked_by(clash.with->id) ||
                           std::ranges::find(partners, clash.with->id, &Session::id) != partners.end();
        if (known) { continue; }
        const auto changed =
            std::ranges::find_if(changed_, [&](const ChangedByFile& one) { return one.before.id == clash.with->id; });
        partners.push_back(changed == changed_.end() ? *clash.with : changed->before);
    }
    return partners;
}

/// By so many dates. False: a rule may not have so many.
bool ChangeBooker::lengthen(ChangedByFile& changed, std::int64_t dates) const {
    const auto& given = *changed.after.recurrence;
    auto rule = given.rule();
    if (!rule.count || *rule.count + dates > kLargestCount) { return false; }
    *rule.count += static_cast<int>(dates);
    Recurrence longer{given.anchor(), std::move(rule), given.excluded(), given.added()};
    longer.set_away(given.away());
    changed.after.recurrence = std::move(longer);
    yield_to_what_stands(run_.office, run_.directory, changed.after, yields_of(changed));
    return true;
}

/// What was away for time off that is no reason any more stays away where it is over or clashes. False: nothing is.
bool ChangeBooker::keep_away(ChangedByFile& changed, const Conflicts& conflicts) const {
    if (!changed.before.is_series() || !changed.after.is_series()) { return false; }
    const auto& zone = run_.office.zone(changed.after.time_zone);
    auto away = back_again(changed.before, changed.after);
    std::erase_if(away, [&](Date date) {
        const auto there = occurrence_at(changed.after, zone, date);
        const bool over = there->start < run_.office.now;
        return names(changed, date) || (!over && !std::ranges::binary_search(conflicts.slots, date));
    });
    if (away.empty()) { return false; }
    changed.after = leaving_out(std::move(changed.after), away);
    for (const auto date : away) {
        run_.report.note(run_.source(changed.parts.front().row).line,
                         "stays away: " + to_string(OccurrenceId{changed.before.number(), date}));
    }
    return true;
}

void ChangeBooker::settle(ChangedByFile& changed) {
    auto conflicts = conflicts_of(changed);
    std::vector<Date> left_out;
    if (allow_clashes(changed.after, conflicts, changed.policy)) { conflicts = conflicts_of(changed); }
    if (keep_away(changed, conflicts)) { conflicts = conflicts_of(changed); }
    while (!conflicts.none()) {
        const bool whole = is_about_whole(changed);
        if (std::ranges::any_of(conflicts.slots, [&](Date slot) { return names(changed, slot); })) {
            refuse_dates(changed, conflicts);
            return;
        }
        if (!changed.policy.skips() || !whole || why_no_skip(changed.after, conflicts, changed.named)) {
            refuse(changed, conflicts);
            return;
        }
        const auto own = own_changes_among(changed.before, changed.after, conflicts.slots);
        auto& lost = changed.parts.front().lost;
        lost.insert(lost.end(), own.begin(), own.end());
        auto without = without_clashing(changed.before, changed.after, conflicts.slots);
        left_out = conflicts.slots;
        std::erase_if(left_out, [&](Date slot) { return without.recurrence->occurs_on(slot); });
        const auto missing = changed.held ? *changed.held - dates_held(without) : 0;
        if (missing > 0) {
            if (!lengthen(changed, missing)) {
                refuse(changed, conflicts);
                return;
            }
            conflicts = conflicts_of(changed);
            continue;
        }
        without.sequence = changed.before.sequence;
        without.changed = changed.before.changed;
        changed.after = as_next_version(changed.before, std::move(without), run_.office.now);
        break;
    }
    save(changed, conflicts.with_allowed(), left_out);
}

/// The rows that ask for a date that clashes are wrong; the others as well only where they clash without these.
void ChangeBooker::refuse_dates(const ChangedByFile& changed, const Conflicts& conflicts) {
    const auto named = [&](Date slot) { return names(changed, slot); };
    const bool skips = changed.policy.skips();
    for (const auto& part : changed.parts) {
        const auto first =
            std::ranges::find_if(conflicts.slots, [&part = part](Date slot) { return names(part, slot); });
        if (first == conflicts.slots.end()) { continue; }
        run_.report.reject(part.row, clashes_.refusal(changed.after, conflicts_of(changed, *first), {}), !skips);
    }
    again_ = again_ || run_.options.keep_going || skips;
    const bool whole = is_about_whole(changed);
    if (!whole || again_ || std::ranges::all_of(conflicts.slots, named)) { return; }
    run_.report.reject(changed.parts.front().row,
                       clashes_.refusal(changed.after, conflicts_of(changed), {true, skips, changed.named, {}}));
}

void ChangeBooker::refuse(const ChangedByFile& changed, const Conflicts& conflicts) {
    const bool whole = is_about_whole(changed);
    const bool skips = changed.policy.skips() && !(whole && conflicts.endless);
    const auto refusal = clashes_.refusal(changed.after, conflicts, {whole, changed.policy.skips(), changed.named, {}});
    for (const auto& part : changed.parts) {
        if (whole && part.slot) { continue; }
        run_.report.reject(part.row, refusal, !skips);
    }
    again_ = again_ || run_.options.keep_going || skips;
}

void ChangeBooker::save(const ChangedByFile& changed, const Conflicts& conflicts, const std::vector<Date>& left_out) {
    const bool same = changed.after == changed.before;
    if (!same && run_.writing()) { store::update(*run_.office.database, changed.after, *run_.office.zones); }
    RowResult result{{}, &changed.before, &changed.after, {}, {}, {}, {}, &conflicts, clashes_.naming()};
    if (changed.parts.empty()) {
        run_.report.cancelled(changed.before.number().value);
        run_.sink.row(result);
    }
    result.left_out = left_out;
    for (const auto& part : changed.parts) { report(changed, part, result, same); }
    timetable_.timetable().put(changed.after);  // what conflicts refer to is gone then
}

/// `result`: what is told of all its rows. `same`: nothing has changed in the end.
void ChangeBooker::report(const ChangedByFile& changed, const ChangedByFile::Part& part, const RowResult& result,
                          bool same) {
    run_.report.set(part.row, same ? RowOutcome::unchanged : RowOutcome::changed,
                    RowId{changed.before.number().value, part.slot});
    auto of_row = result;
    of_row.row = part.row;
    of_row.slot = part.slot;
    of_row.kept = part.kept;
    of_row.lost = part.lost;
    of_row.singles = part.singles;
    run_.sink.row(of_row);
    if (same) { return; }
    const auto& left_out = result.left_out;
    const auto is_left_out = [&](Date date) { return std::ranges::find(left_out, date) != left_out.end(); };
    const auto line = run_.source(part.row).line;
    for (const auto& back : part.put_back) {
        if (back.slot && is_left_out(*back.slot)) { continue; }
        run_.report.note(line, to_string(back) + " was changed here since, and is put back to what the file says");
    }
    if (part.slot) { return; }
    note_clashing(run_.report, line, changed.after, {left_out.begin(), left_out.end()}, run_.office);
    if (run_.office.dry_run) { return; }
    for (const auto slot : part.lost) {
        if (!is_left_out(slot)) { continue; }
        run_.report.note(
            line, to_string(OccurrenceId{changed.before.number(), slot}) + " had a change of its own and is no more");
    }
}

}  // namespace practice::app
