// SPDX-License-Identifier: MIT
#include "conflict_planned.h"

namespace practice::conflict {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr unsigned kEveryWeekday = 0x7F;

class Layout {
public:
    Layout(const Session& session, const TimeZone& zone, const ConflictScope& scope, seconds horizon)
        : session_{session}, zone_{zone}, scope_{scope}, horizon_{horizon} {
        planned_.session = &session;
        planned_.zone = &zone;
    }

    Planned run() {
        if (session_.is_series()) {
            add_usual_slots();
            for (const auto& [slot, change] : session_.changes) { add_changed(slot, change); }
        } else if (takes_time(session_.status) && asked_for(date_of(session_.start))) {
            add_one(claims_of(session_), session_.start, session_.length, date_of(session_.start), true);
        }
        number();
        return std::move(planned_);
    }

private:
    [[nodiscard]] bool asked_for(Date slot) const {
        if (std::binary_search(scope_.but.begin(), scope_.but.end(), slot)) { return false; }
        return !scope_.only || std::binary_search(scope_.only->begin(), scope_.only->end(), slot);
    }
    [[nodiscard]] bool too_early(Instant start) const { return scope_.not_before && start < *scope_.not_before; }

    void add_usual_slots() {
        const auto& rule = *session_.recurrence;
        PlannedGroup group;
        group.claims = claims_of(session_);
        group.time = time_of_day(session_.start);
        group.length = session_.length;
        group.rule = &rule;
        group.weekdays = rule.weekdays() & kEveryWeekday;
        if (scope_.only) {
            InstantCursor instants{zone_};
            for (const Date slot : *scope_.only) {
                if (rule.occurs_on(slot)) { add_usual(group, slot, instants.to_instant(slot + group.time)); }
            }
        } else {
            walk(group);
        }
        if (!group.occurrences.empty()) { planned_.groups.push_back(std::move(group)); }
    }

    void walk(PlannedGroup& group) {
        auto from = kFirstDate;
        if (scope_.not_before) { from = std::max(from, date_of(zone_.to_local(*scope_.not_before)) - days{2}); }
        SlotCursor slots{*group.rule, from};
        InstantCursor instants{zone_};
        while (const auto slot = slots.next()) {
            const auto start = instants.to_instant(*slot + group.time);
            if (!limit_) {
                const auto base = too_early(start) ? *scope_.not_before : start;
                limit_ = base + horizon_;
                if (group.rule->never_ends()) { planned_.endless_after = base + horizon_ / 2; }
            }
            if (start >= *limit_) { return; }
            add_usual(group, *slot, start);
        }
    }

    void add_usual(PlannedGroup& group, Date slot, Instant start) {
        if (too_early(start) || !asked_for(slot)) { return; }
        if (!session_.changes.empty()) {
            const auto change = session_.changes.find(slot);
            if (change != session_.changes.end() && !stands_as_planned(change->second)) { return; }
        }
        group.occurrences.push_back({start, start + group.length, slot});
    }

    void add_changed(Date slot, const SlotChange& change) {
        if (!takes_time(change.status) || stands_as_planned(change) || !asked_for(slot)) { return; }
        if (!session_.recurrence->occurs_on(slot)) { return; }
        add_one(claims_of(session_, change), change.start.value_or(slot + time_of_day(session_.start)),
                change.length.value_or(session_.length), slot, !change.room);
    }

    void add_one(const Claims& claims, LocalTime at, Length length, Date slot, bool usual_room) {
        const auto start = zone_.to_instant(at);
        if (too_early(start) || (limit_ && start >= *limit_)) { return; }
        PlannedGroup group;
        group.claims = claims;
        group.usual_room = usual_room;
        group.time = time_of_day(at);
        group.length = length;
        group.weekdays = 1U << weekday_of(date_of(at)).c_encoding();
        group.occurrences.push_back({start, start + length, slot});
        planned_.groups.push_back(std::move(group));
    }

    void number() {
        for (auto& group : planned_.groups) {
            group.first_number = static_cast<std::uint32_t>(planned_.count);
            planned_.count += static_cast<std::int64_t>(group.occurrences.size());
            const InstantSpan span{group.occurrences.front().start, group.occurrences.back().end};
            if (&group == &planned_.groups.front()) { planned_.span = span; }
            planned_.span = {std::min(planned_.span.from, span.from), std::max(planned_.span.to, span.to)};
        }
    }

    const Session& session_;
    const TimeZone& zone_;
    const ConflictScope& scope_;
    const seconds horizon_;
    std::optional<Instant> limit_;
    Planned planned_;
};

}  // namespace

bool Planned::has(Date slot, bool usual) const {
    for (const auto& group : groups) {
        if ((group.rule != nullptr) != usual) { continue; }
        const auto at = std::partition_point(group.occurrences.begin(), group.occurrences.end(),
                                             [&](const PlannedOccurrence& one) { return one.slot < slot; });
        if (at != group.occurrences.end() && at->slot == slot) { return true; }
    }
    return false;
}

void Planned::use_room(const RoomName& room) {
    for (auto& group : groups) {
        if (group.usual_room) { group.claims.room = room.kind == RoomKind::in_person ? &room : nullptr; }
    }
}

Planned lay_out(const Session& session, const TimeZone& zone, const ConflictScope& scope, seconds horizon) {
    return Layout{session, zone, scope, horizon}.run();
}

}  // namespace practice::conflict
