// SPDX-License-Identifier: MIT
// Reads rules, one a line: "RRULE FIRST LAST", the dates as YYYY-MM-DD. Prints for each what the engine and
// what the model gives from FIRST to LAST, at most kMost dates: "DATES|DATES".
#include <iostream>
#include <sstream>
#include <string>

#include "domain/recurrence_model.h"
#include "practice/recurrence.h"
#include "practice/recurrence_text.h"

namespace {

using namespace practice;

constexpr std::size_t kMost = 60;

std::string joined(const std::vector<Date>& dates) {
    std::string text;
    for (const auto date : dates) {
        if (!text.empty()) { text += ' '; }
        text += to_string(date);
    }
    return text;
}

std::vector<Date> engine(const RecurrenceRule& rule, Date anchor, Date last) {
    auto dates = Recurrence{anchor, rule}.between(kFirstDate, last + std::chrono::days{1});
    if (dates.size() > kMost) { dates.resize(kMost); }
    return dates;
}

}  // namespace

int main() {
    std::string rrule, first, last;
    while (std::cin >> rrule >> first >> last) {
        const auto rule = parse_rrule(rrule).rule;
        const auto anchor = parse_iso_date(first).value();
        const auto end = parse_iso_date(last).value();
        std::cout << joined(engine(rule, anchor, end)) << '|' << joined(model::dates(rule, anchor, end, kMost)) << '\n';
    }
}
