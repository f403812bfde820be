// SPDX-License-Identifier: MIT
// How the wall clocks of the zones in play stand to each other over a span of time, told in so few numbers
// that two series can be found apart without looking at their dates.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "practice/time_zone.h"

namespace practice::conflict {

/// One zone over the span asked about.
class Clock {
public:
    Clock(const TimeZone& zone, InstantSpan within);

    [[nodiscard]] const TimeZone& zone() const { return *zone_; }

    /// Whether an occurrence at this time of day and of this length is out of step on some date: it begins
    /// in a skipped time, or the clock changes while it lasts. Errs towards true.
    [[nodiscard]] bool disturbs(TimeOfDay time, Length length) const;

    /// An offset with the span in which occurrences may be at it, wide enough to count two occurrences as
    /// simultaneous that are only near each other.
    struct Period {
        InstantSpan span;
        std::chrono::seconds offset;
    };
    [[nodiscard]] const std::vector<Period>& periods() const { return periods_; }

private:
    /// Of a change of offset: the time of day at which it strikes, on the clock as it was before, and how much is
    /// skipped.
    struct Disturbance {
        TimeOfDay time;
        std::chrono::seconds skipped;
        bool operator==(const Disturbance&) const = default;
    };
    void note(const TimeZone::Transition& transition, std::chrono::seconds before);

    const TimeZone* zone_;
    std::vector<Disturbance> disturbances_;  // each kind once
    std::vector<Period> periods_;            // ascending
};

/// The clocks of all zones met, each made once.
class Clocks {
public:
    Clocks(const TimeZones& zones, InstantSpan within) : zones_{&zones}, within_{within} {}

    /// Throws Refusal(misuse) for a name that is no zone. The clock lives as long as this object.
    [[nodiscard]] const Clock& of(std::string_view zone_name);

    /// All differences (offset of `a` less offset of `b`) that two occurrences which overlap can have. Errs
    /// towards more.
    [[nodiscard]] const std::vector<std::chrono::seconds>& differences(const Clock& a, const Clock& b);

private:
    struct Named {
        std::string name;
        std::unique_ptr<Clock> clock;
    };
    const TimeZones* zones_;
    InstantSpan within_;
    std::vector<Named> clocks_;
    std::map<std::pair<const Clock*, const Clock*>, std::vector<std::chrono::seconds>> differences_;
};

/// Throws Refusal(misuse) for a name that is no zone.
[[nodiscard]] const TimeZone& zone_named(const TimeZones& zones, std::string_view name);

}  // namespace practice::conflict
