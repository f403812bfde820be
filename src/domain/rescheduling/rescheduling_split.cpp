// SPDX-License-Identifier: MIT
// A series cut in two, and changed from a date on.
#include <algorithm>

#include "rescheduling_parts.h"
#include "rescheduling_rule.h"

namespace practice::rescheduling {
namespace {

using std::chrono::days;

/// The end of what `split` begins, before the rest of it was cancelled: COUNT is what is left.
std::optional<FormerEnd> former_end_from(const Session& session, Date split) {
    auto former = *session.former_end;
    std::erase_if(former.cancelled, [&](Date slot) { return slot < split; });
    if (!former.count) { return former; }
    auto rule = session.recurrence->rule();
    rule.until.reset();
    rule.count = former.count;
    const Recurrence bare{session.recurrence->anchor(), std::move(rule)};
    *former.count -= static_cast<int>(bare.between(bare.anchor(), split).size());
    return *former.count > 0 ? std::optional{former} : std::nullopt;
}

}  // namespace

Split split_before(const Session& session, Date split, const std::vector<Date>& staying) {
    const auto& old = *session.recurrence;
    Split parts{session, session, staying};
    std::vector<Date> excluded[2];
    std::vector<Date> added[2];
    for (const auto date : old.excluded()) { excluded[date < split ? 0 : 1].push_back(date); }
    for (const auto date : old.added()) { added[date < split ? 0 : 1].push_back(date); }
    for (const auto slot : staying) {
        added[0].push_back(slot);
        if (std::ranges::find(added[1], slot) != added[1].end()) {
            std::erase(added[1], slot);
        } else {
            excluded[1].push_back(slot);
        }
    }
    parts.first.recurrence = Recurrence{old.anchor(), ended_before(old, split), excluded[0], added[0]};
    parts.first.former_end.reset();
    auto& rest = parts.rest;
    if (session.former_end) { rest.former_end = former_end_from(session, split); }
    rest.recurrence = rest_from(old, split, excluded[1], added[1]);
    rest.id = {};
    rest.uid.clear();
    rest.sequence = 0;
    rest.ref.clear();
    rest.reason.clear();
    rest.start = rest.recurrence->anchor() + time_of_day(session.start);
    std::erase_if(parts.first.changes, [&](const auto& entry) {
        return entry.first >= split && std::ranges::find(staying, entry.first) == staying.end();
    });
    std::erase_if(rest.changes, [&](const auto& entry) {
        return entry.first < split || std::ranges::find(staying, entry.first) != staying.end();
    });
    return parts;
}

Session with_moved_on(Session session, const std::vector<Date>& slots, const SessionEdit& edit, const TimeZones& zones,
                      Instant now) {
    for (const auto slot : slots) {
        const auto& change = session.changes.at(slot);
        SessionEdit own;
        if (!change.professional) { own.professional = edit.professional; }
        if (!change.room) { own.room = edit.room; }
        if (!change.clients) { own.clients = edit.clients; }
        if (!change.lines) { own.lines = edit.lines; }
        const auto by_own_services = edit.own_lengths.find(slot);
        if (by_own_services != edit.own_lengths.end()) {
            own.length = by_own_services->second;
        } else if (!change.length) {
            own.length = edit.length;
        }
        if (!change.note) { own.note = edit.note; }
        session = *plan_edit(session, OneSlot{slot}, own, zones, now).after;
    }
    return session;
}

namespace {

/// What lies before the border is not left out by it.
SessionEdit from_there(SessionEdit edit, Date split) {
    if (!edit.excluded || edit.excluded->empty()) { return edit; }
    std::erase_if(*edit.excluded, [&](Date date) { return date < split; });
    if (edit.excluded->empty()) { edit.excluded.reset(); }  // none would bring all back
    return edit;
}

ChangePlan split_and_edited(const Session& session, const Border& border, const SessionEdit& wanted,
                            const TimeZones& zones, Instant now) {
    if (!border.split) { return {session, {}, {}, {}}; }
    const auto split = *border.split;
    const auto edit = from_there(wanted, split);
    // From its first slot on is the whole of it: splitting would leave an empty series behind.
    if (session.recurrence->first() == split) { return edit_series(session, edit, zones, now, border.staying); }
    auto parts = split_before(session, split, border.staying);
    if (!parts.rest.recurrence->first()) {
        if (!border.moved_on.empty()) { return {session, {}, {}, {}}; }
        throw misuse("all dates of " + number_of(session) + " from " + to_string(split) + " on have been already",
                     "correct them one by one: " + to_string(OccurrenceId{session.number(), split}));
    }
    parts.rest.created = parts.rest.changed = now;
    parts.rest.id = session.id;  // as long as a refusal may name it
    auto plan = edit_series(parts.rest, edit, zones, now);
    if (plan.after == parts.rest) {  // nothing is otherwise from then on
        std::erase_if(parts.kept, [&](Date slot) {
            return !edit.excluded || std::ranges::find(*edit.excluded, slot) == edit.excluded->end();
        });
        return {session, {}, parts.kept, {}};
    }
    plan.continuation = std::move(plan.after);
    plan.continuation->id = {};
    plan.after = std::move(parts.first);
    plan.kept.insert(plan.kept.end(), parts.kept.begin(), parts.kept.end());
    std::ranges::sort(plan.kept);
    return plan;
}

}  // namespace

ChangePlan edit_behind(const Session& session, const Border& border, const SessionEdit& edit, const TimeZones& zones,
                       Instant now) {
    auto plan = split_and_edited(session, border, edit, zones, now);
    if (plan.after && !border.moved_on.empty()) {
        auto with = with_moved_on(*plan.after, border.moved_on, edit, zones, now);
        if (with != *plan.after) { plan.moved_on = border.moved_on; }
        plan.after = std::move(with);
    }
    for (const auto slot : border.been) {
        const bool in_vain = edit.excluded && std::ranges::find(*edit.excluded, slot) != edit.excluded->end();
        if (in_vain) { plan.kept.push_back(slot); }
    }
    std::ranges::sort(plan.kept);
    plan.from = border.split;
    plan.been = border.been;
    return plan;
}

}  // namespace practice::rescheduling
