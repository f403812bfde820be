// SPDX-License-Identifier: MIT
// Runs recurrence_cases.txt: each case from its start, again from each later slot, by windows, and day
// by day.
#include <catch2/catch.hpp>

#include "practice/recurrence_text.h"
#include "recurrence_case_file.h"
#include "recurrence_model.h"
#include "time/zone_database.h"

using namespace practice;
using namespace practice::test;
using std::chrono::days;

namespace {

std::vector<std::string> in_iso(const std::vector<Date>& dates) {
    std::vector<std::string> texts;
    for (const auto date : dates) { texts.push_back(to_string(date)); }
    return texts;
}

std::vector<Date> from(const std::vector<Date>& dates, std::size_t index) {
    return {dates.begin() + static_cast<std::ptrdiff_t>(index), dates.end()};
}

void runs_forward(const Recurrence& recurrence, const RecurrenceCase& expected) {
    const auto most = expected.slots.size() + (expected.goes_on ? 0 : 1);
    CHECK(in_iso(recurrence.next(kFirstDate, most)) == in_iso(expected.slots));
    if (expected.goes_on) {
        CHECK(recurrence.never_ends());
        CHECK(recurrence.next(kFirstDate, most + 1).size() == most + 1);
    }
    CHECK(recurrence.first() == (expected.slots.empty() ? std::nullopt : std::optional{expected.slots.front()}));
}

void ends_where_it_should(const Recurrence& recurrence, const RecurrenceCase& expected) {
    if (recurrence.never_ends()) {
        CHECK_FALSE(recurrence.last());
    } else if (expected.slots.empty()) {
        CHECK_FALSE(recurrence.last());
    } else {
        CHECK(recurrence.last() == expected.slots.back());
    }
}

void runs_from_each_slot(const Recurrence& recurrence, const RecurrenceCase& expected) {
    const auto& slots = expected.slots;
    const auto most = slots.size() + (expected.goes_on ? 0 : 1);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        CHECK(in_iso(recurrence.next(slots[i], most - i)) == in_iso(from(slots, i)));
        CHECK(in_iso(recurrence.next(slots[i] + days{1}, most - i - 1)) == in_iso(from(slots, i + 1)));
        CHECK(in_iso(recurrence.between(slots[i], slots.back())) ==
              in_iso({slots.begin() + static_cast<std::ptrdiff_t>(i), slots.end() - 1}));
    }
}

void knows_each_day(const Recurrence& recurrence, const RecurrenceCase& expected) {
    if (expected.slots.empty()) { return; }
    std::vector<Date> found;
    const auto last = std::min(expected.slots.back(), expected.slots.front() + days{4'000});
    for (auto date = expected.slots.front() - days{40}; date <= last; date += days{1}) {
        if (recurrence.occurs_on(date)) { found.push_back(date); }
        if (recurrence.occurs_on(date)) { CHECK((recurrence.weekdays() >> weekday_of(date).c_encoding() & 1U) == 1U); }
    }
    auto known = expected.slots;
    while (known.back() > last) { known.pop_back(); }
    CHECK(in_iso(found) == in_iso(known));
}

/// The model is held to the same cases, where that takes it no thousand years.
void agrees_with_the_model(const RecurrenceRule& rule, const RecurrenceCase& expected) {
    const bool only_rule = expected.excluded.empty() && expected.added.empty() && !expected.slots.empty();
    if (!only_rule || expected.slots.back() - expected.anchor > days{12'000}) { return; }
    const auto until = expected.goes_on ? expected.slots.back() : expected.anchor + days{12'000};
    CHECK(in_iso(model::dates(rule, expected.anchor, std::min(until, kLastDate - days{1}))) == in_iso(expected.slots));
}

void starts_at_the_instants(const RecurrenceCase& expected, const TimeZone& zone) {
    InstantCursor cursor{zone};
    REQUIRE(expected.starts.size() <= expected.slots.size());
    for (std::size_t i = 0; i < expected.starts.size(); ++i) {
        const LocalTime start = expected.slots[i] + expected.start;
        CHECK(to_string(zone.to_instant(start)) == expected.starts[i]);
        CHECK(to_string(cursor.to_instant(start)) == expected.starts[i]);
    }
}

}  // namespace

TEST_CASE("Recurrences give the dates of the RFC's examples and of the edge cases") {
    const practice::time::ZoneDatabase zones;
    const auto cases = read_recurrence_cases(TESTS_DIR "/domain/recurrence_cases.txt");
    REQUIRE(cases.size() > 80);
    for (const auto& expected : cases) {
        INFO(expected.title);
        INFO(expected.rrule);
        const auto* zone = zones.find(expected.zone);
        REQUIRE(zone != nullptr);
        const auto rule = resolve_until(parse_rrule(expected.rrule), expected.start, *zone);
        const Recurrence recurrence{expected.anchor, rule, expected.excluded, expected.added};
        runs_forward(recurrence, expected);
        ends_where_it_should(recurrence, expected);
        runs_from_each_slot(recurrence, expected);
        knows_each_day(recurrence, expected);
        agrees_with_the_model(rule, expected);
        starts_at_the_instants(expected, *zone);
    }
}
