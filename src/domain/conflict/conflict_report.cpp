// SPDX-License-Identifier: MIT
// A room for c > 1 sessions is full for a planned occurrence at the moments at which c others are in it. So
// its overlaps are kept until all are known; then, for each planned occurrence, the starts and ends of the
// others are walked in order, and those that are there while c or more are there clash. Where one more was allowed, the
// c that were there without it need no permission among themselves.
#include "conflict_report.h"

#include <algorithm>
#include <tuple>

namespace practice::conflict {
namespace {

/// The spans, within `planned`, in which at least `capacity` of `others` are there.
std::vector<InstantSpan> full_spans(InstantSpan planned, const std::vector<InstantSpan>& others, int capacity) {
    struct Step {
        Instant at;
        int change;
    };
    std::vector<Step> steps;
    for (const auto& other : others) {
        steps.push_back({std::max(other.from, planned.from), 1});
        steps.push_back({std::min(other.to, planned.to), -1});
    }
    // Who leaves at a moment is gone before who comes at that moment.
    std::sort(steps.begin(), steps.end(),
              [](const Step& a, const Step& b) { return std::tie(a.at, a.change) < std::tie(b.at, b.change); });
    std::vector<InstantSpan> full;
    int present = 0;
    for (const auto& step : steps) {
        if (step.change > 0 && ++present == capacity) { full.push_back({step.at, step.at}); }
        if (step.change < 0 && present-- == capacity) { full.back().to = step.at; }
    }
    return full;
}

int kind_order(ClashKind kind) {
    switch (kind) {
        case ClashKind::room: return 0;
        case ClashKind::professional: return 1;
        case ClashKind::client: return 2;
    }
    return 3;
}

bool takes_part(const std::vector<InstantSpan>& full, const InstantSpan& span) {
    return std::ranges::any_of(full, [&](const InstantSpan& one) { return one.overlaps(span); });
}

/// Whether two may be in one room, or two dates of one session.
bool share_by_permission(const Session& one, const Session& other) {
    const bool same = &one == &other || (!one.id.none() && one.id == other.id);
    const auto permits = [same](const Session& session, const Session& with) {
        const auto pair =
            same ? AllowedClash{ClashKind::room, AllowedClash::Itself{}} : AllowedClash{ClashKind::room, with.id};
        if (!same && with.id.none()) { return false; }
        return std::ranges::any_of(session.allowed, [&](const AllowedClash& permission) { return permission == pair; });
    };
    return permits(one, other) || permits(other, one);
}

SessionId id_of(const Clash& clash) {
    return clash.with ? clash.with->id : SessionId{};
}

}  // namespace

void Report::add(const PlannedGroup& group, const Claims& claims, const Source& source,
                 std::span<const Overlap> overlaps, bool endless) {
    if (overlaps.empty()) { return; }
    each_shared(group.claims, claims, [&](const Thing& thing) {
        if (thing.kind == ClashKind::room && group.claims.room->capacity > 1) {
            for (const auto& overlap : overlaps) { in_rooms_.push_back({&group, thing, source, overlap, endless}); }
            return;
        }
        auto& found = entry(thing, source);
        for (const auto& overlap : overlaps) { count(group, overlap, found, endless); }
    });
}

Report::Found& Report::entry(const Thing& thing, const Source& source) {
    auto& found = found_[Key{thing.kind, thing.id, source}];
    found.thing = thing;
    return found;
}

void Report::count(const PlannedGroup& group, const Overlap& overlap, Found& found, bool endless) {
    const auto start = group.occurrences[overlap.planned].start;
    const auto number = group.first_number + overlap.planned;
    const auto key = std::tuple{start, number, overlap.with.from};
    if (found.numbers.empty() || key < std::tuple{found.first_start, found.first, found.with.with.from}) {
        found.first_start = start;
        found.first = number;
        found.with = overlap;
    }
    found.numbers.push_back(number);
    if (endless && planned_->endless_after && start >= *planned_->endless_after) { found.endless = true; }
}

void Report::judge_rooms() {
    const auto number = [](const InRoom& in) {
        return std::tuple{in.room.id, in.group->first_number + in.overlap.planned};
    };
    std::stable_sort(in_rooms_.begin(), in_rooms_.end(),
                     [&](const InRoom& a, const InRoom& b) { return number(a) < number(b); });
    for (auto from = in_rooms_.begin(); from != in_rooms_.end();) {
        const auto to =
            std::find_if(from, in_rooms_.end(), [&](const InRoom& in) { return number(in) != number(*from); });
        judge_room({from, to});
        from = to;
    }
}

void Report::judge_room(std::span<const InRoom> together) {
    const auto& group = *together.front().group;
    const auto& planned = group.occurrences[together.front().overlap.planned];
    std::vector<InstantSpan> others;
    for (const auto& in : together) { others.push_back(in.overlap.with); }
    const auto full = full_spans({planned.start, planned.end}, others, group.claims.room->capacity);
    for (const auto& in : together) {
        if (takes_part(full, in.overlap.with) && needs_allowance(planned, in, together)) {
            count(group, in.overlap, entry(in.room, in.source), in.endless);
        }
    }
}

bool Report::needs_allowance(const PlannedOccurrence& planned, const InRoom& one,
                             std::span<const InRoom> together) const {
    const auto& self = *planned_->session;
    const auto& with = *one.source.session;
    if (share_by_permission(self, with)) { return true; }  // told as allowed
    std::vector<InstantSpan> others;
    for (const auto& in : together) {
        const auto& third = *in.source.session;
        const bool is_extra = share_by_permission(self, third) && share_by_permission(with, third);
        if (!is_extra) { others.push_back(in.overlap.with); }
    }
    if (others.size() == together.size()) { return true; }
    const auto full = full_spans({planned.start, planned.end}, others, one.group->claims.room->capacity);
    return takes_part(full, one.overlap.with);
}

AllowedClash Report::pair_of(const Key& key) const {
    if (key.source.away != nullptr) {
        return {key.kind, AwayStretch{key.source.away->professional, key.source.away->span}};
    }
    if (key.source.session == planned_->session) { return {key.kind, AllowedClash::Itself{}}; }
    return {key.kind, key.source.session->id};
}

bool Report::is_allowed(const Clash& clash) const {
    const auto& planned = *planned_->session;
    const auto covers = [](const std::vector<AllowedClash>& permissions, const AllowedClash& pair) {
        return std::any_of(permissions.begin(), permissions.end(),
                           [&](const AllowedClash& permission) { return permission.covers(pair); });
    };
    if (covers(planned.allowed, clash.pair)) { return true; }
    return clash.with != nullptr && !planned.id.none() && covers(clash.with->allowed, {clash.kind, planned.id});
}

Clash Report::told(const Key& key, Found& found) const {
    std::sort(found.numbers.begin(), found.numbers.end());
    found.numbers.erase(std::unique(found.numbers.begin(), found.numbers.end()), found.numbers.end());
    Clash clash;
    clash.kind = key.kind;
    clash.pair = pair_of(key);
    clash.what = *found.thing.name;
    if (key.source.session == planned_->session) {
        clash.itself = OccurrenceId{planned_->session->number(), found.with.with_slot};
    } else {
        clash.with = key.source.session;
    }
    if (key.source.away) { clash.reason = key.source.away->reason; }
    const auto group = std::find_if(planned_->groups.rbegin(), planned_->groups.rend(),
                                    [&](const PlannedGroup& g) { return g.first_number <= found.first; });
    const auto& first = group->occurrences[found.first - group->first_number];
    if (planned_->session->is_series()) { clash.slot = first.slot; }
    clash.planned = {planned_->zone->to_local(first.start), planned_->zone->to_local(first.end)};
    clash.with_slot = found.with.with_slot;
    clash.with_span = found.with.with;
    clash.with_local = {planned_->zone->to_local(clash.with_span.from), planned_->zone->to_local(clash.with_span.to)};
    clash.count = static_cast<std::int64_t>(found.numbers.size());
    return clash;
}

std::vector<Date> Report::slots_of(const std::vector<bool>& numbers) const {
    std::vector<Date> slots;
    for (const auto& group : planned_->groups) {
        for (std::size_t i = 0; i < group.occurrences.size(); ++i) {
            if (numbers[group.first_number + i]) { slots.push_back(group.occurrences[i].slot); }
        }
    }
    std::sort(slots.begin(), slots.end());
    return slots;
}

Conflicts Report::finish() {
    judge_rooms();
    Conflicts result;
    result.checked = planned_->count;
    std::vector<std::pair<Instant, Clash>> clashes;
    std::vector<bool> clashing(static_cast<std::size_t>(planned_->count));
    auto clashing_as_allowed = clashing;
    for (auto& [key, found] : found_) {
        clashes.emplace_back(found.first_start, told(key, found));
        const bool allowed = is_allowed(clashes.back().second);
        result.endless = result.endless || (found.endless && !allowed);
        auto& numbers = allowed ? clashing_as_allowed : clashing;
        for (const auto number : found.numbers) { numbers[number] = true; }
    }
    // Found in the order of things' numbers, which decides among several clients of one session.
    std::stable_sort(clashes.begin(), clashes.end(), [](const auto& a, const auto& b) {
        const auto order = [](const auto& c) {
            return std::tuple{c.first, kind_order(c.second.kind), id_of(c.second), c.second.with_span.from};
        };
        return order(a) < order(b);
    });
    for (auto& [start, clash] : clashes) {
        auto& list = is_allowed(clash) ? result.allowed : result.clashes;
        list.push_back(std::move(clash));
    }
    result.slots = slots_of(clashing);
    result.allowed_slots = slots_of(clashing_as_allowed);
    return result;
}

}  // namespace practice::conflict
