// SPDX-License-Identifier: MIT
// What the fields of a rule are called, in RRULE values and in words.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "practice/recurrence_rule.h"

namespace practice {

struct FrequencyName {
    Frequency frequency;
    std::string_view code;    // of an RRULE
    std::string_view unit;    // "week": "every week", "every 2 weeks"
    std::string_view adverb;  // "weekly"
};
inline constexpr std::array<FrequencyName, 4> kFrequencyNames{{{Frequency::daily, "DAILY", "day", "daily"},
                                                               {Frequency::weekly, "WEEKLY", "week", "weekly"},
                                                               {Frequency::monthly, "MONTHLY", "month", "monthly"},
                                                               {Frequency::yearly, "YEARLY", "year", "yearly"}}};

[[nodiscard]] inline const FrequencyName& names_of(Frequency frequency) {
    return kFrequencyNames.at(static_cast<std::size_t>(frequency));
}
[[nodiscard]] inline std::optional<Frequency> frequency_named(std::string_view code) {
    for (const auto& name : kFrequencyNames) {
        if (name.code == code) { return name.frequency; }
    }
    return std::nullopt;
}

/// By c_encoding().
inline constexpr std::array<std::string_view, 7> kWeekdayCodes{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};

[[nodiscard]] inline std::optional<Weekday> weekday_of_code(std::string_view code) {
    for (unsigned day = 0; day < kWeekdayCodes.size(); ++day) {
        if (kWeekdayCodes[day] == code) { return Weekday{day}; }
    }
    return std::nullopt;
}

/// By number, 1 is January, at index 0.
inline constexpr std::array<std::string_view, 12> kMonthNames{"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};

/// Monday to Friday as a rule's BYDAY.
[[nodiscard]] inline std::vector<RuleDay> working_days() {
    std::vector<RuleDay> days;
    for (unsigned day = 1; day <= 5; ++day) { days.push_back({0, Weekday{day}}); }
    return days;
}

}  // namespace practice
