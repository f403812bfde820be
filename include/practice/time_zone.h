// SPDX-License-Identifier: MIT
// How wall-clock times and instants meet. This is the only place that decides what a time skipped or
// repeated by daylight saving means (RFC 5545 section 3.3.5): a skipped time is read with the offset
// before the gap (02:30 becomes 03:30), a repeated one is the first of the two.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "practice/civil_time.h"

namespace practice {

/// One zone's offsets as a value: pure, copyable, no library behind it. Loading one by name is the
/// work of a TimeZones.
class TimeZone {
public:
    struct Transition {
        Instant at;
        /// East of UTC, in force from `at` on.
        std::chrono::seconds offset;
    };
    enum class Kind { unique, skipped, repeated };
    struct Lookup {
        Instant instant;
        Kind kind;
    };

    /// REQUIRES: `transitions` ascend. When they span 400 years or more, the last 400 repeat for ever (the
    /// Gregorian calendar repeats after 400 years, to the weekday); otherwise the last offset stays.
    /// Without transitions the zone keeps `first_offset` always.
    TimeZone(std::string name, std::chrono::seconds first_offset, std::vector<Transition> transitions = {});

    [[nodiscard]] const std::string& name() const { return name_; }

    /// The instant of a wall-clock time, and whether that time was unique that day.
    [[nodiscard]] Lookup lookup(LocalTime time) const;
    [[nodiscard]] Instant to_instant(LocalTime time) const { return lookup(time).instant; }

    [[nodiscard]] std::chrono::seconds offset_at(Instant instant) const;
    [[nodiscard]] LocalTime to_local(Instant instant) const {
        return LocalTime{instant.time_since_epoch() + offset_at(instant)};
    }

    /// The wall-clock span around `time` in which one offset holds for the rule above; with it a row of
    /// ascending times is converted by one addition each. Spans end where the next one begins.
    struct Stretch {
        Span<LocalTime> span;
        std::chrono::seconds offset;
        /// How many offset changes came before.
        std::size_t number = 0;
    };
    [[nodiscard]] Stretch stretch_at(LocalTime time) const;
    /// The same, found faster when `time` lies little behind `earlier`, a stretch of this zone.
    [[nodiscard]] Stretch stretch_at(LocalTime time, const Stretch& earlier) const;

    /// The offset changes inside `span`, ascending; none after the year 9999.
    [[nodiscard]] std::vector<Transition> transitions_within(InstantSpan span) const;

private:
    // All changes for ever, numbered from 0; see time_zone.cpp.
    [[nodiscard]] Transition change(std::size_t number) const;
    [[nodiscard]] bool has_change(std::size_t number) const;
    [[nodiscard]] std::chrono::seconds offset_before(std::size_t number) const;
    [[nodiscard]] LocalTime local_change(std::size_t number) const;
    [[nodiscard]] Stretch stretch(std::size_t number) const;
    [[nodiscard]] std::size_t changes_by(Instant instant) const;
    [[nodiscard]] std::size_t changes_by(LocalTime time) const;

    std::string name_;
    std::chrono::seconds first_offset_;
    std::vector<Transition> transitions_;
    std::vector<LocalTime> local_changes_;  // when each of them takes effect for wall-clock times
    /// How many of the last transitions repeat; 0: none does.
    std::size_t repeated_ = 0;
};

/// Converts ascending wall-clock times; equal to TimeZone::to_instant, but amortised one addition each.
/// The zone must outlive it.
class InstantCursor {
public:
    explicit InstantCursor(const TimeZone& zone) : zone_{&zone}, stretch_{zone.stretch_at(LocalTime{})} {}
    [[nodiscard]] Instant to_instant(LocalTime time) {
        if (!stretch_.span.contains(time)) { stretch_ = zone_->stretch_at(time, stretch_); }
        return Instant{time.time_since_epoch() - stretch_.offset};
    }

private:
    const TimeZone* zone_;
    TimeZone::Stretch stretch_;
};

/// Port: finds zones by IANA name.
class TimeZones {
public:
    TimeZones() = default;
    TimeZones(const TimeZones&) = delete;
    TimeZones& operator=(const TimeZones&) = delete;
    virtual ~TimeZones() = default;
    /// Null for a name that is not in the IANA list (paths, "localtime" and "posixrules" included).
    /// The zone lives as long as this object.
    [[nodiscard]] virtual const TimeZone* find(std::string_view iana_name) const = 0;
    /// All names, ascending; for did-you-mean.
    [[nodiscard]] virtual std::vector<std::string> names() const = 0;
};

}  // namespace practice
