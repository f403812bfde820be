// SPDX-License-Identifier: MIT
// Reads recurrence_cases.txt; its head says what a case looks like.
#pragma once

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "practice/civil_time.h"
#include "practice/plain_text.h"

namespace practice::test {

struct RecurrenceCase {
    std::string title;
    std::string rrule;
    Date anchor;
    TimeOfDay start;
    std::string zone = "America/New_York";
    std::vector<Date> excluded;
    std::vector<Date> added;
    std::vector<Date> slots;
    bool goes_on = false;
    std::vector<std::string> starts;
};

/// "1997 Sep 2-4,9; Oct 7": the year stays until another is named.
inline std::vector<Date> read_dates(const std::string& text) {
    std::vector<Date> dates;
    int year = 0;
    for (const auto group : split(text, ';')) {
        std::istringstream words{std::string{group}};
        std::string month;
        std::string days;
        if (is_digit(group.at(0))) { words >> year; }
        words >> month >> days;
        unsigned number = 1;
        while (short_name(std::chrono::month{number}) != month) { ++number; }
        for (const auto run : split(days, ',')) {
            const auto dash = run.find('-');
            const auto first = std::stoul(std::string{run.substr(0, dash)});
            const auto last = dash == std::string_view::npos ? first : std::stoul(std::string{run.substr(dash + 1)});
            for (auto day = first; day <= last; ++day) {
                dates.push_back(make_date(year, number, static_cast<unsigned>(day)).value());
            }
        }
    }
    return dates;
}

inline void read_field(RecurrenceCase& read, const std::string& name, std::string value) {
    if (name == "RRULE") {
        read.rrule = value;
    } else if (name == "DTSTART") {
        read.anchor = parse_iso_date(value.substr(0, 10)).value();
        read.start =
            std::chrono::hours{std::stoi(value.substr(11, 2))} + std::chrono::minutes{std::stoi(value.substr(14))};
    } else if (name == "TZID") {
        read.zone = value;
    } else if (name == "EXDATE") {
        read.excluded = read_dates(value);
    } else if (name == "RDATE") {
        read.added = read_dates(value);
    } else if (name == "SLOTS") {
        read.goes_on = value.ends_with(" ...");
        if (read.goes_on) { value.resize(value.size() - 4); }
        if (value != "none") { read.slots = read_dates(value); }
    } else if (name == "STARTS") {
        for (const auto start : split(value, ' ')) { read.starts.emplace_back(start); }
    } else {
        throw std::runtime_error{"no field of a case: " + name};
    }
}

inline std::vector<RecurrenceCase> read_recurrence_cases(const std::string& path) {
    std::vector<RecurrenceCase> cases;
    std::ifstream file{path};
    std::string title;
    for (std::string line; std::getline(file, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with("# ")) {
            title = line.substr(2);
        } else if (line.starts_with("RRULE: ")) {
            cases.push_back({});
            cases.back().title = title;
            cases.back().rrule = line.substr(7);
        } else if (colon != std::string::npos && !line.starts_with('#')) {
            read_field(cases.back(), line.substr(0, colon), line.substr(colon + 2));
        }
    }
    return cases;
}

}  // namespace practice::test
