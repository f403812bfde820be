// SPDX-License-Identifier: MIT
#include "conflict_clocks.h"

#include <algorithm>
#include <string>

#include "practice/zone_lookup.h"

namespace practice::conflict {
namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr seconds kDay = days{1};
/// A session lasts a day at most, and no zone has ever skipped more than a day.
constexpr days kNear{3};

template <class Value>
void add_new(std::vector<Value>& list, const Value& value) {
    if (std::find(list.begin(), list.end(), value) == list.end()) { list.push_back(value); }
}

}  // namespace

Clock::Clock(const TimeZone& zone, InstantSpan within) : zone_{&zone} {
    const InstantSpan wide{within.from - kNear, within.to + kNear};
    auto offset = zone.offset_at(wide.from);
    auto since = wide.from;
    for (const auto& transition : zone.transitions_within(wide)) {
        if (transition.offset == offset) { continue; }  // only the zone's abbreviation changed
        note(transition, offset);
        periods_.push_back({{since - kNear, transition.at + kNear}, offset});
        offset = transition.offset;
        since = transition.at;
    }
    periods_.push_back({{since - kNear, wide.to + kNear}, offset});
}

void Clock::note(const TimeZone::Transition& transition, seconds before) {
    const LocalTime at{transition.at.time_since_epoch() + before};
    add_new(disturbances_, {time_of_day(at), std::max(seconds{0}, transition.offset - before)});
}

bool Clock::disturbs(TimeOfDay time, Length length) const {
    // An occurrence that begins less than its length before the change, or in what is skipped; dates apart.
    return std::any_of(disturbances_.begin(), disturbances_.end(), [&](const Disturbance& d) {
        for (auto at = time - 2 * kDay; at < d.time + d.skipped; at += kDay) {
            if (at > d.time - length) { return true; }
        }
        return false;
    });
}

const Clock& Clocks::of(std::string_view zone_name) {
    for (const auto& known : clocks_) {
        if (known.name == zone_name) { return *known.clock; }
    }
    clocks_.push_back({std::string{zone_name}, std::make_unique<Clock>(zone_named(*zones_, zone_name), within_)});
    return *clocks_.back().clock;
}

const std::vector<seconds>& Clocks::differences(const Clock& a, const Clock& b) {
    const auto [entry, is_new] = differences_.try_emplace({&a, &b});
    auto& found = entry->second;
    if (!is_new) { return found; }
    for (const auto& mine : a.periods()) {
        for (const auto& other : b.periods()) {
            if (other.span.from >= mine.span.to) { break; }
            if (mine.span.overlaps(other.span)) { add_new(found, mine.offset - other.offset); }
        }
    }
    return found;
}

const TimeZone& zone_named(const TimeZones& zones, std::string_view name) {
    return stored_zone(zones, name);
}

}  // namespace practice::conflict
