// SPDX-License-Identifier: MIT
// Under the rule of time_zone.h the wall clock maps to UTC by one offset per stretch: a change at
// instant T from offset a to b takes effect, for wall-clock times, at T + max(a, b). That keeps the gap
// with the offset before it, and the repeated hour with its first pass.
#include "practice/time_zone.h"

#include <algorithm>
#include <cassert>

namespace practice {
namespace {

using std::chrono::seconds;

constexpr std::chrono::days kCycle{146'097};  // 400 Gregorian years, a whole number of weeks

/// Times behind the table are looked up 400, 800 ... years earlier.
template <class Point>
seconds back_into_table(Point time, Point end) {
    if (time < end) { return seconds{0}; }
    const auto cycles = (time - end) / std::chrono::duration_cast<seconds>(kCycle) + 1;
    return cycles * std::chrono::duration_cast<seconds>(kCycle);
}

}  // namespace

TimeZone::TimeZone(std::string name, seconds first_offset, std::vector<Transition> transitions)
    : name_{std::move(name)}, first_offset_{first_offset}, transitions_{std::move(transitions)} {
    assert(std::is_sorted(transitions_.begin(), transitions_.end(),
                          [](const Transition& a, const Transition& b) { return a.at < b.at; }));
}

TimeZone::Stretch TimeZone::stretch_at(LocalTime time) const {
    constexpr Span<LocalTime> always{LocalTime::min(), LocalTime::max()};
    if (transitions_.empty()) { return {always, first_offset_}; }
    const LocalTime table_end{transitions_.back().at.time_since_epoch() + transitions_.back().offset};
    const auto shift = back_into_table(time, table_end);
    const LocalTime looked_up = time - shift;
    const auto effective = [this](std::size_t i) {
        const auto before = i == 0 ? first_offset_ : transitions_[i - 1].offset;
        return LocalTime{transitions_[i].at.time_since_epoch() + std::max(before, transitions_[i].offset)};
    };
    std::size_t low = 0;
    std::size_t high = transitions_.size();
    while (low < high) {  // the first transition not yet in effect
        const auto middle = low + (high - low) / 2;
        if (effective(middle) <= looked_up) { low = middle + 1; } else { high = middle; }
    }
    // Only the stretches of the table itself are exact on both sides; those at its rim are cut there.
    const auto from = low == 0 ? (shift == seconds{0} ? always.from : looked_up) : effective(low - 1);
    const auto to = low == transitions_.size() ? looked_up + seconds{1} : effective(low);
    const auto cut_to = std::min(to, shift == seconds{0} ? table_end : to);
    Stretch stretch{{from, std::max(cut_to, looked_up + seconds{1})}, low == 0 ? first_offset_ : transitions_[low - 1].offset};
    if (stretch.span.from != always.from) { stretch.span.from += shift; }
    stretch.span.to += shift;
    return stretch;
}

TimeZone::Lookup TimeZone::lookup(LocalTime time) const {
    const auto stretch = stretch_at(time);
    const Instant instant{time.time_since_epoch() - stretch.offset};
    const auto offset = offset_at(instant);
    if (offset != stretch.offset) { return {instant, Kind::skipped}; }
    // Repeated: a later instant shows the same wall-clock time once more.
    if (!transitions_.empty()) {
        const auto next = stretch_at(stretch.span.to);
        const Instant again{time.time_since_epoch() - next.offset};
        if (next.offset < stretch.offset && offset_at(again) == next.offset) { return {instant, Kind::repeated}; }
    }
    return {instant, Kind::unique};
}

seconds TimeZone::offset_at(Instant instant) const {
    if (transitions_.empty()) { return first_offset_; }
    const auto looked_up = instant - back_into_table(instant, transitions_.back().at);
    const auto after = std::upper_bound(transitions_.begin(), transitions_.end(), looked_up,
                                        [](Instant at, const Transition& t) { return at < t.at; });
    return after == transitions_.begin() ? first_offset_ : std::prev(after)->offset;
}

std::vector<TimeZone::Transition> TimeZone::transitions_within(InstantSpan span) const {
    std::vector<Transition> found;
    if (transitions_.empty()) { return found; }
    for (auto shift = seconds{0}; transitions_.front().at + shift < span.to;
         shift += std::chrono::duration_cast<seconds>(kCycle)) {
        for (const auto& transition : transitions_) {
            const Transition moved{transition.at + shift, transition.offset};
            const bool repeated = shift != seconds{0} && moved.at <= transitions_.back().at + shift - kCycle;
            if (span.contains(moved.at) && !repeated) { found.push_back(moved); }
        }
    }
    return found;
}

}  // namespace practice
