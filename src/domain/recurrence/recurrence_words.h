// SPDX-License-Identifier: MIT
// The words of a typed recurrence, and the list of days after "on".
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "practice/recurrence_rule.h"

namespace practice {

/// Small letters, cut at blanks, a comma being a word; read from left to right.
class Words {
public:
    explicit Words(std::string_view text);

    [[nodiscard]] bool at_end() const { return at_ == words_.size(); }
    /// The word `ahead` of the next one; empty behind the last.
    [[nodiscard]] std::string_view peek(std::size_t ahead = 0) const;
    void skip() { ++at_; }
    /// Takes the next word if it is one of these.
    bool take(std::initializer_list<std::string_view> any);

private:
    std::vector<std::string> words_;
    std::size_t at_ = 0;
};

/// "on tue,thu", "on the 2nd tue and last fri", "on 1,15", "on last day", "on march 5", "in june".
struct DayList {
    std::vector<Weekday> weekdays;  // without a number
    std::vector<RuleDay> numbered;  // "2nd tue"
    std::vector<int> month_days;    // "15", "last day"
    std::vector<int> working_days;  // "1st weekday", counted within Monday to Friday
    std::vector<int> months;        // "in june"
    bool month_before_day = false;  // "march 5 and june 7": to be taken in pairs
    [[nodiscard]] bool has_days() const {
        return !weekdays.empty() || !numbered.empty() || !month_days.empty() || !working_days.empty();
    }
};

/// Reads on until a word that does not belong to such a list.
[[nodiscard]] DayList read_day_list(Words& words);

/// "tue", "tuesday", "tuesdays", "tu"; for the days that "mon-fri" or "weekdays" means, several.
[[nodiscard]] std::vector<Weekday> weekdays_named(std::string_view word);
/// "2", "2nd", "second", "-1", "last"; 0 for anything else.
[[nodiscard]] int number_named(std::string_view word);
/// Whether the word counts something that the next word names: "12 times".
[[nodiscard]] bool is_times(std::string_view word);

}  // namespace practice
