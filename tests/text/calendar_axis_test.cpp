// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_axis.h"

#include <catch2/catch.hpp>

#include "support/new_york.h"
#include "text/calendar/calendar_lanes.h"

using namespace practice;
using namespace practice::text;
using namespace std::chrono_literals;

namespace {
const Span<TimeOfDay> whole_day{0h, 24h};
const Date usual = *make_date(2026, 11, 24);
const Date forward = *make_date(2027, 3, 14);
const Date back = *make_date(2026, 11, 1);

std::vector<std::size_t> lanes_of(const std::vector<RowSpan>& spans) {
    std::vector<std::size_t> lanes;
    for (const auto& lane : side_by_side(spans)) { lanes.push_back(lane.lane * 10 + lane.lanes); }
    return lanes;
}
}  // namespace

TEST_CASE("A day has as many hours as the clock gives it") {
    const auto zone = test::new_york();
    CHECK(day_axis(usual, whole_day, 60min, zone).rows.size() == 24);
    CHECK(day_axis(forward, whole_day, 60min, zone).rows.size() == 23);
    CHECK(day_axis(back, whole_day, 60min, zone).rows.size() == 25);
    CHECK(day_axis(back, whole_day, 15min, zone).rows.size() == 100);
    CHECK(day_axis(usual, {9h, 17h}, 30min, zone).rows.size() == 16);
}

TEST_CASE("Rows are whole, follow each other, and cover the day") {
    const auto zone = test::new_york();
    for (const Date date : {usual, forward, back}) {
        const auto day = day_axis(date, whole_day, 30min, zone);
        CHECK(day.spans.front().from == zone.to_instant(date));
        CHECK(day.spans.back().to == zone.to_instant(date + std::chrono::days{1}));
        for (std::size_t i = 0; i < day.spans.size(); ++i) {
            CHECK(day.spans[i].to - day.spans[i].from == 30min);
            if (i > 0) { CHECK(day.spans[i].from == day.spans[i - 1].to); }
        }
    }
}

TEST_CASE("In a week with a change of the clock the days share their rows") {
    const auto zone = test::new_york();
    const auto plain = day_axis(usual, whole_day, 60min, zone);
    const auto short_day = day_axis(forward, whole_day, 60min, zone);
    const auto long_day = day_axis(back, whole_day, 60min, zone);
    const auto spring = shared_rows({plain, short_day});
    CHECK(spring.size() == 24);
    CHECK_FALSE(spans_on(short_day, spring).at(2));  // 02:00 is skipped
    CHECK(spans_on(short_day, spring).at(3));
    const auto autumn = shared_rows({plain, long_day});
    CHECK(autumn.size() == 25);
    CHECK(autumn.at(2) == AxisRow{1h, true});
    CHECK_FALSE(spans_on(plain, autumn).at(2));
    CHECK(spans_on(plain, autumn).at(3)->from == zone.to_instant(usual + 2h));
}

TEST_CASE("What shares rows stands side by side") {
    // Each is lane * 10 + lanes.
    CHECK(lanes_of({{0, 2}, {2, 4}}) == std::vector<std::size_t>{1, 1});
    CHECK(lanes_of({{0, 3}, {2, 4}}) == std::vector<std::size_t>{2, 12});
    CHECK(lanes_of({{0, 9}, {1, 3}, {3, 5}, {9, 10}}) == std::vector<std::size_t>{2, 12, 12, 1});
    CHECK(lanes_of({{0, 2}, {0, 2}, {1, 3}}) == std::vector<std::size_t>{3, 13, 23});
    CHECK(lanes_of({}).empty());
}
