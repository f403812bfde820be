// SPDX-License-Identifier: MIT
// Weekdays as words: one, a list, a range.
#include <algorithm>
#include <array>

#include "practice/plain_text.h"
#include "practice/refusal.h"
#include "practice/working_hours.h"

namespace practice {
namespace {

[[noreturn]] void refuse(std::string_view text) {
    throw misuse(quoted(text) + " is not a weekday", "type mon, tue, wed, thu, fri, sat, sun, mon-fri or daily");
}

Weekday weekday_named(std::string_view text) {
    const auto day = parse_weekday(text);
    if (!day) { refuse(text); }
    return *day;
}

/// The days that one element of the list means; a range may run past Sunday (sat-mon).
std::vector<Weekday> days_of(std::string_view part) {
    if (part == "daily") { part = "mon-sun"; }
    if (part == "weekdays") { part = "mon-fri"; }
    if (part == "weekends") { part = "sat-sun"; }
    const auto dash = part.find('-');
    const Weekday first = weekday_named(part.substr(0, dash));
    const Weekday last = dash == std::string_view::npos ? first : weekday_named(part.substr(dash + 1));
    std::vector<Weekday> days{first};
    while (days.back() != last) { days.push_back(days.back() + std::chrono::days{1}); }
    return days;
}

}  // namespace

std::optional<Weekday> parse_weekday(std::string_view raw) {
    // Beside the short and the long names, the longer short forms in use.
    struct Form {
        std::string_view text;
        unsigned day;
    };
    constexpr std::array<Form, 18> forms{{{"sun", 0},
                                          {"mon", 1},
                                          {"tue", 2},
                                          {"wed", 3},
                                          {"thu", 4},
                                          {"fri", 5},
                                          {"sat", 6},
                                          {"tues", 2},
                                          {"weds", 3},
                                          {"thur", 4},
                                          {"thurs", 4},
                                          {"sunday", 0},
                                          {"monday", 1},
                                          {"tuesday", 2},
                                          {"wednesday", 3},
                                          {"thursday", 4},
                                          {"friday", 5},
                                          {"saturday", 6}}};
    constexpr std::size_t longest = 20;
    if (raw.size() > longest) { return std::nullopt; }
    const std::string text = small_letters(trimmed(raw));
    for (const auto& form : forms) {
        if (form.text == text) { return Weekday{form.day}; }
    }
    return std::nullopt;
}

std::vector<Weekday> parse_weekdays(std::string_view raw) {
    constexpr std::size_t longest = 1000;
    if (raw.size() > longest) { refuse(raw); }
    const std::string text = small_letters(raw);
    std::array<bool, 7> meant{};
    for (const auto part : split(text, ',')) {
        for (const Weekday day : days_of(part)) { meant.at(day.c_encoding()) = true; }
    }
    std::vector<Weekday> days;
    for (unsigned day = 1; day <= 7; ++day) {
        if (meant.at(day % 7)) { days.emplace_back(day); }
    }
    return days;
}

}  // namespace practice
