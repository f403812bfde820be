// SPDX-License-Identifier: MIT
// Under the rule of time_zone.h the wall clock maps to UTC by one offset per stretch: a change at
// instant T from offset a to b takes effect, for wall-clock times, at T + max(a, b). That keeps the gap
// with the offset before it, and the repeated hour with its first pass.
//
// Behind the table's end its last 400 years are read again, so that the changes form one endless row;
// change() gives the n-th of it.
#include "practice/time_zone.h"

#include <algorithm>
#include <cassert>

namespace practice {
namespace {

using std::chrono::seconds;

constexpr seconds kCycle = std::chrono::days{146'097};  // 400 Gregorian years, a whole number of weeks

/// How many cycles `time` must go back to lie before `end`.
template <class Point>
std::int64_t cycles_behind(Point time, Point end) {
    return time < end ? 0 : (time - end) / kCycle + 1;
}

}  // namespace

TimeZone::TimeZone(std::string name, seconds first_offset, std::vector<Transition> transitions)
    : name_{std::move(name)}, first_offset_{first_offset}, transitions_{std::move(transitions)} {
    const auto earlier = [](const Transition& a, const Transition& b) { return a.at < b.at; };
    assert(std::is_sorted(transitions_.begin(), transitions_.end(), earlier));
    local_changes_.reserve(transitions_.size());
    for (std::size_t number = 0; number < transitions_.size(); ++number) {
        local_changes_.push_back(local_change(number));
    }
    if (transitions_.empty() || transitions_.back().at - transitions_.front().at < kCycle) { return; }
    const auto begin = std::upper_bound(transitions_.begin(), transitions_.end(),
                                        Transition{transitions_.back().at - kCycle, {}}, earlier);
    repeated_ = static_cast<std::size_t>(transitions_.end() - begin);
}

TimeZone::Transition TimeZone::change(std::size_t number) const {
    const auto size = transitions_.size();
    if (number < size) { return transitions_[number]; }
    const auto behind = number - size;
    const auto cycles = static_cast<std::int64_t>(behind / repeated_) + 1;
    const auto& original = transitions_[size - repeated_ + behind % repeated_];
    return {original.at + cycles * kCycle, original.offset};
}

seconds TimeZone::offset_before(std::size_t number) const {
    return number == 0 ? first_offset_ : change(number - 1).offset;
}

/// When the change takes effect for wall-clock times.
LocalTime TimeZone::local_change(std::size_t number) const {
    const auto [at, offset] = change(number);
    return LocalTime{at.time_since_epoch() + std::max(offset, offset_before(number))};
}

bool TimeZone::has_change(std::size_t number) const {
    return number < transitions_.size() || repeated_ > 0;
}

std::size_t TimeZone::changes_by(Instant instant) const {
    if (transitions_.empty()) { return 0; }
    const auto cycles = repeated_ == 0 ? 0 : cycles_behind(instant, transitions_.back().at);
    const auto after = std::upper_bound(transitions_.begin(), transitions_.end(), instant - cycles * kCycle,
                                        [](Instant at, const Transition& t) { return at < t.at; });
    return static_cast<std::size_t>(after - transitions_.begin()) + static_cast<std::size_t>(cycles) * repeated_;
}

std::size_t TimeZone::changes_by(LocalTime time) const {
    if (transitions_.empty()) { return 0; }
    const auto cycles = repeated_ == 0 ? 0 : cycles_behind(time, local_changes_.back());
    const auto after = std::upper_bound(local_changes_.begin(), local_changes_.end(), time - cycles * kCycle);
    return static_cast<std::size_t>(after - local_changes_.begin()) + static_cast<std::size_t>(cycles) * repeated_;
}

TimeZone::Stretch TimeZone::stretch(std::size_t number) const {
    return {{number == 0 ? LocalTime::min() : local_change(number - 1),
             has_change(number) ? local_change(number) : LocalTime::max()},
            offset_before(number),
            number};
}

TimeZone::Stretch TimeZone::stretch_at(LocalTime time) const {
    return stretch(changes_by(time));
}

TimeZone::Stretch TimeZone::stretch_at(LocalTime time, const Stretch& earlier) const {
    constexpr int kAhead = 3;  // a year has two changes as a rule
    auto near = earlier;
    for (int i = 0; i < kAhead && near.span.to <= time && has_change(near.number); ++i) {
        const auto number = near.number + 1;
        near = {{near.span.to, has_change(number) ? local_change(number) : LocalTime::max()},
                change(near.number).offset,
                number};
    }
    return near.span.contains(time) ? near : stretch_at(time);
}

TimeZone::Lookup TimeZone::lookup(LocalTime time) const {
    const auto next = changes_by(time);
    const auto before = offset_before(next);
    const Instant instant{time.time_since_epoch() - before};
    if (!has_change(next)) { return {instant, Kind::unique}; }
    // From min(before, after) on, the wall clock of the coming change is under way.
    const auto [at, after] = change(next);
    const bool early = time < LocalTime{at.time_since_epoch() + std::min(before, after)};
    if (early || after == before) { return {instant, Kind::unique}; }
    return {instant, after > before ? Kind::skipped : Kind::repeated};
}

seconds TimeZone::offset_at(Instant instant) const {
    return offset_before(changes_by(instant));
}

std::vector<TimeZone::Transition> TimeZone::transitions_within(InstantSpan span) const {
    std::vector<Transition> found;
    const Instant end{
        std::min(span.to.time_since_epoch(), (kLastDate + std::chrono::days{2}).time_since_epoch() + seconds{0})};
    auto number = changes_by(span.from);
    if (number > 0 && change(number - 1).at == span.from) { --number; }
    for (; has_change(number); ++number) {
        const auto next = change(number);
        if (next.at >= end) { break; }
        if (next.offset != offset_before(number)) { found.push_back(next); }
    }
    return found;
}

}  // namespace practice
