// SPDX-License-Identifier: MIT
// The rule is read off the zone's own changes, not off its name or its file: every change of the span has to
// fit one and the same description, and no year may lack one.
#include "practice/zone_rule.h"

namespace practice {
namespace {

using std::chrono::seconds;
using std::chrono::year;

constexpr unsigned kLast = 1U;  // bit 0; bits 1 to 4: first to fourth

/// What a weekday of a month may be called.
unsigned ordinals_of(std::chrono::year_month_day date) {
    const auto day = static_cast<unsigned>(date.day());
    const auto length = static_cast<unsigned>((date.year() / date.month() / std::chrono::last).day());
    const unsigned nth = (day - 1) / 7 + 1;
    return (nth <= 4 ? 1U << nth : 0U) | (day + 7 > length ? kLast : 0U);
}

/// One of the two changes of a year, with all ordinals that have fitted so far.
struct Candidate {
    ZoneRule::Change change;
    unsigned ordinals = 0;
    year last_year{};
};

/// False when the change does not fit what came before.
bool fit(std::optional<Candidate>& candidate, LocalTime wall, seconds from, seconds to) {
    const auto date = fields_of(date_of(wall));
    const auto ordinals = ordinals_of(date);
    const auto month = static_cast<unsigned>(date.month());
    if (!candidate) {
        candidate = {{month, 0, weekday_of(date_of(wall)), time_of_day(wall), from, to}, ordinals, date.year()};
        return ordinals != 0;
    }
    auto& [change, fitting, last_year] = *candidate;
    const ZoneRule::Change seen{month, 0, weekday_of(date_of(wall)), time_of_day(wall), from, to};
    if (!(seen == change) || date.year() != last_year + std::chrono::years{1}) { return false; }
    last_year = date.year();
    fitting &= ordinals;
    return fitting != 0;
}

ZoneRule::Change chosen(const Candidate& candidate) {
    auto change = candidate.change;
    change.ordinal = -1;
    for (int nth = 4; nth >= 1; --nth) {
        if ((candidate.ordinals >> static_cast<unsigned>(nth) & 1U) != 0) { change.ordinal = nth; }
    }
    return change;
}

}  // namespace

LocalTime ZoneRule::Change::in(year in_year) const {
    const std::chrono::month in_month{month};
    if (ordinal < 0) { return Date{in_year / in_month / day[std::chrono::last]} + time; }
    return Date{in_year / in_month / day[static_cast<unsigned>(ordinal)]} + time;
}

seconds ZoneRule::offset_at(Instant instant) const {
    if (!to_daylight) { return standard; }
    const LocalTime local{instant.time_since_epoch() + standard};
    const auto in_year = fields_of(date_of(local)).year();
    const auto at = [in_year](const Change& change) {
        return Instant{(change.in(in_year)-change.from).time_since_epoch()};
    };
    const auto forward = at(*to_daylight);
    const auto back = at(*to_standard);
    const bool daylight = forward < back ? forward <= instant && instant < back : instant < back || forward <= instant;
    return daylight ? to_daylight->to : standard;
}

std::optional<ZoneRule> rule_of(const TimeZone& zone, InstantSpan span) {
    auto offset = zone.offset_at(span.from - seconds{1});
    std::optional<Candidate> forward;
    std::optional<Candidate> back;
    int seen = 0;
    for (const auto& [at, to] : zone.transitions_within(span)) {
        auto& candidate = to > offset ? forward : back;
        if (!fit(candidate, LocalTime{at.time_since_epoch() + offset}, offset, to)) { return std::nullopt; }
        offset = to;
        ++seen;
    }
    if (seen == 0) { return ZoneRule{zone.name(), offset, std::nullopt, std::nullopt}; }
    if (!forward || !back || forward->change.to != back->change.from || back->change.to != forward->change.from) {
        return std::nullopt;
    }
    // Two for each whole year; fit() has seen to it that no year between the first and the last lacks one.
    const auto years = (span.to - span.from) / std::chrono::years{1};
    if (seen < 2 * years - 1) { return std::nullopt; }
    ZoneRule rule{zone.name(), back->change.to, chosen(*forward), chosen(*back)};
    // A change may be missing before the first one that was seen.
    if (rule.offset_at(span.from) != zone.offset_at(span.from)) { return std::nullopt; }
    return rule;
}

}  // namespace practice
