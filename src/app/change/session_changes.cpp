// SPDX-License-Identifier: MIT
#include "app/change/session_changes.h"

#include <algorithm>

#include "app/booking/standing_clashes.h"
#include "app/change/back_with_archived.h"
#include "app/change/marks_to_come.h"
#include "app/change/time_off_change.h"
#include "practice/marks_changed.h"
#include "practice/rescheduling.h"
#include "practice/skipping.h"
#include "practice/time_off.h"
#include "store/sessions/session_rows.h"
#include "text/format_time.h"
#include "text/wording/conflict_text.h"

namespace practice::app {
namespace {

void append(Conflicts& all, Conflicts found) {
    all.clashes.insert(all.clashes.end(), found.clashes.begin(), found.clashes.end());
    all.slots.insert(all.slots.end(), found.slots.begin(), found.slots.end());
    std::ranges::sort(all.slots);
    all.checked += found.checked;
    all.endless = all.endless || found.endless;
}

/// The date that the command names, of a series as it will be.
std::optional<Date> named_date(const ChangedSession& changed) {
    return changed.named ? changed.named : changed.from;
}

/// "2@2026-12-08, 2@2026-12-15".
std::string dates_named(SessionNumber session, const std::vector<Date>& slots) {
    constexpr std::size_t most = 5;
    std::string names;
    for (std::size_t i = 0; i < slots.size() && i < most; ++i) {
        names += (i == 0 ? "" : ", ") + to_string(OccurrenceId{session, slots[i]});
    }
    if (slots.size() > most) { names += " and " + std::to_string(slots.size() - most) + " more"; }
    return names;
}

bool is_one_slot(const ChangedSession& changed) {
    return std::holds_alternative<OneSlot>(changed.scopes.front());
}

}  // namespace

SessionChanges::SessionChanges(Office& office, const Directory& directory, const ClashPolicy& policy)
    : office_{office}, directory_{directory}, policy_{policy} {}

void SessionChanges::apply(std::vector<SessionTarget> targets, const Decide& decide) {
    Problems problems;
    for (auto& target : targets) {
        problems.attempt([&] { plan(std::move(target), decide); });
    }
    problems.raise_if_any(kMostProblems);
    if (ask_about_records_) {
        const auto altered = altered_records();
        if (altered.count > 0) { ask_about_records_(altered); }
    }
    for (auto& changed : changed_) { save(changed); }
    for (auto& changed : changed_) {
        problems.attempt([&] {
            if (changed.after) { check(changed, *changed.after, false); }
            if (changed.continuation) { check(changed, *changed.continuation, true); }
        });
    }
    problems.raise_if_any(kMostProblems);
    BackWithArchived back{office_, directory_};
    for (auto& changed : changed_) {
        forget_gone(changed);
        if (changed.after) { back.add(&changed.before, *changed.after); }
    }
    for (auto& note : back.notes()) { notes_.push_back(std::move(note)); }
    refuse_if_nothing_went();
}

void SessionChanges::plan(SessionTarget target, const Decide& decide) {
    ChangedSession changed;
    changed.before = target.session;
    changed.after = std::move(target.session);
    changed.scopes = std::move(target.scopes);
    Problems problems;
    for (const auto& scope : changed.scopes) {
        if (!changed.after) { break; }
        problems.attempt([&] {
            auto plan = decide(*changed.after, scope);
            changed.after = std::move(plan.after);
            changed.continuation = std::move(plan.continuation);
            changed.kept.insert(changed.kept.end(), plan.kept.begin(), plan.kept.end());
            changed.lost.insert(changed.lost.end(), plan.lost.begin(), plan.lost.end());
            changed.named = plan.named;
            changed.singles = std::move(plan.singles);
            changed.held = plan.held;
            changed.first_concerned = plan.from;
            changed.moved_on = std::move(plan.moved_on);
            changed.been = std::move(plan.been);
            if (!plan.over.empty()) {
                notes_.push_back("over, and left out for good: " + dates_named(changed.before.number(), plan.over));
            }
            if (!plan.nobody_comes.empty()) {
                notes_.push_back("nobody comes any more, so that it is cancelled: " +
                                 dates_named(changed.before.number(), plan.nobody_comes));
            }
        });
    }
    problems.raise_if_any(kMostProblems);
    if (const auto* from = std::get_if<FromDate>(&changed.scopes.front())) { changed.from = from->date; }
    for (const auto* after : {&changed.after, &changed.continuation}) {
        if (*after && !marks_to_come_) { check_marks_have_been(&changed.before, **after, office_); }
    }
    give_way(changed);
    if (changed.after) { changed.after = as_next_version(changed.before, std::move(*changed.after), office_.now); }
    changed_.push_back(std::move(changed));
}

AlteredRecords SessionChanges::altered_records() const {
    AlteredRecords altered;
    for (const auto& changed : changed_) {
        altered.add(changed.before, marks_changed(changed.before, changed.after, changed.continuation, *office_.zones));
    }
    return altered;
}

/// Dates that time off takes are left out; those that the command names are not.
void SessionChanges::give_way(ChangedSession& changed) const {
    YieldScope scope{&changed.before, {}, !policy_.allows_time_off()};
    if (changed.named) { scope.named.push_back(*changed.named); }
    for (const auto& one : changed.scopes) {
        if (const auto* slot = std::get_if<OneSlot>(&one)) { scope.named.push_back(slot->slot); }
    }
    if (changed.after) { yield_to_what_stands(office_, directory_, *changed.after, scope); }
    if (changed.continuation) { yield_to_what_stands(office_, directory_, *changed.continuation, scope); }
    auto& last = changed.continuation ? changed.continuation : changed.after;
    // As many are to take place, and a longer series may meet more time off.
    while (changed.held && last && last->is_series() && dates_held(*last) < *changed.held) {
        auto longer = holding(*last, *changed.held);
        if (!longer) { return; }
        last = std::move(longer);
        yield_to_what_stands(office_, directory_, *last, scope);
    }
}

void SessionChanges::save(ChangedSession& changed) {
    auto& database = *office_.database;
    const auto& zones = *office_.zones;
    if (!changed.after) {
        store::erase(database, changed.before.id);
    } else if (*changed.after != changed.before) {
        store::update(database, *changed.after, zones);
        // What is told is what was written.
        changed.after = store::load_session(database, changed.before.id);
    }
    if (changed.continuation && !changed.continuation->id.stored()) {
        const auto id = store::insert_continuation(database, *changed.continuation, changed.before.id, zones);
        changed.continuation = store::load_session(database, id);
    }
}

void SessionChanges::check(ChangedSession& changed, Session& after, bool continues) {
    const auto* beside = continues && changed.after ? &*changed.after : nullptr;
    keep_away(changed, after);
    if (!changed.stay_away.empty()) { store_again(changed, after, continues); }
    // What is left where it was may be in the way of what has moved: asked again until nothing is.
    auto found = conflicts_of(changed.before, after, beside);
    changed.conflicts.clashes = found.allowed;  // told again, since it is so in another place
    for (; !found.none(); found = conflicts_of(changed.before, after, beside)) {
        settle(changed, after, continues, found);
        append(changed.conflicts, std::move(found));
        if (policy_.allows_all()) { return; }
    }
}

/// What was away for time off that is no reason any more comes back where it can. A date that was named is no such
/// date: it takes place, or clashes.
void SessionChanges::keep_away(ChangedSession& changed, Session& after) {
    if (!after.is_series()) { return; }
    auto back = back_again(changed.before, after);
    std::erase_if(back, [&](Date date) {
        return date == changed.named ||
               std::ranges::find(changed.scopes, ChangeScope{OneSlot{date}}) != changed.scopes.end();
    });
    if (back.empty()) { return; }
    changed.stay_away = staying_away(office_, *office_.database, after, back, notes_, policy_);
    after = leaving_out(std::move(after), changed.stay_away);
}

void SessionChanges::store_again(const ChangedSession& changed, Session& after, bool continues) {
    if (!continues && after != changed.before) {
        after.sequence = changed.before.sequence;
        after.changed = changed.before.changed;
        after = as_next_version(changed.before, std::move(after), office_.now);
    }
    store::update(*office_.database, after, *office_.zones);
}

/// What has moved out of a clash is not let into the next one with the same session.
void SessionChanges::forget_gone(ChangedSession& changed) {
    for (auto* after : {&changed.after, &changed.continuation}) {
        if (!*after || !(*after)->may_clash() || **after == changed.before) { continue; }
        const auto checked = **after;
        forget_lost_permissions(office_, **after);
        if (**after != checked) { store::update(*office_.database, **after, *office_.zones); }
    }
}

/// What the caller wants done about clashes.
void SessionChanges::settle(ChangedSession& changed, Session& after, bool continues, const Conflicts& conflicts) {
    // Those that are not allowed are settled when they are found again, alone.
    if (!allow_clashes(after, conflicts, policy_)) {
        if (!policy_.skips()) { throw clash(changed, after, conflicts); }
        leave_clashing(changed, after, continues, conflicts);
    }
    store_again(changed, after, continues);
}

void SessionChanges::leave_clashing(ChangedSession& changed, Session& after, bool continues,
                                    const Conflicts& conflicts) {
    const auto add = [&](std::vector<Date>& dates, const std::vector<Date>& slots) {
        dates.insert(dates.end(), slots.begin(), slots.end());
        std::ranges::sort(dates);
    };
    if (!continues && (is_one_slot(changed) || !after.is_series())) {
        add(changed.left_alone, conflicts.slots);
        if (!after.is_series() || !changed.before.is_series()) {
            after = changed.before;
        } else {
            for (const auto slot : conflicts.slots) { after = with_slot_of(changed.before, std::move(after), slot); }
        }
        return;
    }
    if (why_no_skip(after, conflicts, named_date(changed))) { throw clash(changed, after, conflicts); }
    add(changed.lost, own_changes_among(changed.before, after, conflicts.slots));
    after = without_clashing(changed.before, std::move(after), conflicts.slots);
    std::vector<Date> left_out;
    std::ranges::copy_if(conflicts.slots, std::back_inserter(left_out),
                         [&](Date slot) { return !after.recurrence->occurs_on(slot); });
    std::vector<Date> cancelled_still;
    std::ranges::set_difference(conflicts.slots, left_out, std::back_inserter(cancelled_still));
    add(changed.left_out, left_out);
    add(changed.singles, cancelled_still);
    if (changed.held) {
        if (auto longer = holding(after, *changed.held)) { after = std::move(*longer); }
    }
}

/// Of several dates those that clash may stay where they are; when that is all that was asked for, the answer is no.
void SessionChanges::refuse_if_nothing_went() {
    const auto stayed = [](const ChangedSession& changed) {
        return !changed.left_alone.empty() && changed.after == changed.before && !changed.continuation;
    };
    if (changed_.empty() || !std::ranges::all_of(changed_, stayed)) { return; }
    Problems problems;
    for (const auto& changed : changed_) {
        problems.attempt([&] { throw clash(changed, *changed.after, changed.conflicts); });
    }
    problems.raise_if_any(kMostProblems);
}

/// The length that it had, when nothing but the new one is in the way.
std::optional<Length> SessionChanges::length_that_fits(const ChangedSession& changed, const Session& after) {
    auto as_long = after;
    auto length = changed.before.length;
    if (const auto* one = std::get_if<OneSlot>(&changed.scopes.front())) {
        const auto was = changed.before.changes.find(one->slot);
        const bool own = was != changed.before.changes.end() && was->second.length;
        if (own) { length = *was->second.length; }
        const auto now = as_long.changes.find(one->slot);
        if (now == as_long.changes.end() || !now->second.length || *now->second.length == length) {
            return std::nullopt;
        }
        now->second.length = length;
    } else {
        if (after.length == length) { return std::nullopt; }
        as_long.length = length;
    }
    return conflicts_of(changed.before, as_long, nullptr).none() ? std::optional{length} : std::nullopt;
}

Refusal SessionChanges::clash(const ChangedSession& changed, const Session& after, const Conflicts& conflicts) {
    const bool many = after.is_series() && !is_one_slot(changed);
    const bool single = !after.is_series() || !is_one_slot(changed);
    const auto what = single ? to_string(OccurrenceId{changed.before.number(), {}})
                             : dates_named(changed.before.number(), conflicts.slots);
    const auto no_skip = many ? why_no_skip(after, conflicts, named_date(changed)) : std::nullopt;
    auto told = conflicts;
    for (auto& one : told.clashes) {
        if (one.itself) { one.itself->session = changed.before.number(); }  // as long as nothing is kept
    }
    const bool several = !single && conflicts.slots.size() > 1;
    Problem problem{
        what + ": " + (several ? "these dates clash" : text::how_often(conflicts, many)) + "; nothing was changed",
        text::clash_hint(after, conflicts, many, no_skip, policy_.skips(), leaves_recurrence_ ? "" : "`at` "),
        std::nullopt, text::clash_lines(told)};
    if (no_skip == NoSkip::endless && leaves_recurrence_) {
        problem.hint = std::string{moves_ ? "give another time; or " : ""} +
                       "with an end, it can leave dates out: practice session edit " +
                       to_string(OccurrenceId{changed.before.number(), {}}) + " `all` `ends DATE` `on-conflict skip`";
    }
    if (no_skip == NoSkip::is_named && !changed.named) {
        const auto first = leaving_out(after, conflicts.slots).recurrence->on_or_after(*changed.from);
        problem.hint = "give another time, or begin with the first date that is free: `from` " + to_string(*first);
    }
    if (const auto length = length_that_fits(changed, after)) {
        problem.hint =
            "as long as before it fits: `length` " + std::to_string(length->count()) + "; or " + problem.hint;
    }
    Refusal refusal{RefusalKind::conflict, std::move(problem)};
    refusal.with_clashes(text::clash_facts(told, office_.zone(after.time_zone)));
    return refusal;
}

/// What is in the way of a changed session, and was not before.
Conflicts SessionChanges::conflicts_of(const Session& before, const Session& after, const Session* beside) {
    const auto& zones = *office_.zones;
    const auto check = what_to_check(before, after, zones, beside);
    if (!check) { return {}; }
    const auto& busy =
        busy_.emplace_back(busy_times(office_, directory_, BusyQuery{check->planned, check->scope, zones}));
    const auto find = [&](const FreeCheck& asked) {
        return with_own_clashes(find_conflicts(asked.planned, busy.booked(), zones, asked.scope), after, asked, zones);
    };
    auto found = find(*check);
    if (found.none()) { return found; }
    const auto partners = partners_before(found);
    const auto newly =
        what_is_newly_met(before, after, *check, found, {partners, busy.away, busy.practice_zone}, zones);
    if (newly && newly->by_kind == check->by_kind) { return found; }
    auto rest = newly ? find(*newly) : Conflicts{};
    rest.allowed = std::move(found.allowed);
    rest.allowed_slots = std::move(found.allowed_slots);
    return rest;
}

/// Those in the way, as they stood before this command.
std::vector<Session> SessionChanges::partners_before(const Conflicts& found) const {
    std::vector<Session> partners;
    const auto all = found.with_allowed();  // a room may be full with those who are allowed
    for (const auto& clash : all.clashes) {
        const bool known =
            clash.with == nullptr || std::ranges::find(partners, clash.with->id, &Session::id) != partners.end();
        if (known) { continue; }
        const auto changed =
            std::ranges::find_if(changed_, [&](const ChangedSession& one) { return one.before.id == clash.with->id; });
        const bool is_new = std::ranges::any_of(changed_, [&](const ChangedSession& one) {
            return one.continuation && one.continuation->id == clash.with->id;
        });
        if (!is_new) { partners.push_back(changed == changed_.end() ? *clash.with : changed->before); }
    }
    return partners;
}

}  // namespace practice::app
