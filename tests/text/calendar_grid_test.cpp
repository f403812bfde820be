// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_grid.h"

#include <catch2/catch.hpp>

#include "text/calendar/calendar_agenda.h"
#include "text/calendar/calendar_grid_text.h"
#include "text/calendar/calendar_month.h"
#include "text/calendar_sessions.h"
#include "text/fold.h"

using namespace practice;
using namespace practice::text;
using namespace std::chrono_literals;
using test::Booked;

namespace {

const Date monday = *make_date(2026, 11, 23);

GridRequest week_of(const std::vector<CalendarEntry>& entries, Date first, const TimeZone& zone) {
    GridRequest request;
    for (int i = 0; i < 7; ++i) {
        GridColumn column;
        column.date = first + std::chrono::days{i};
        column.title = "Day " + std::to_string(i);
        column.short_title = std::to_string(i);
        if (i < 5) { column.open = {{column.date + 9h, column.date + 12h}, {column.date + 13h, column.date + 17h}}; }
        for (const auto& entry : entries) {
            const InstantSpan day{zone.to_instant(column.date), zone.to_instant(column.date + std::chrono::days{1})};
            if (entry.span().overlaps(day)) { column.entries.push_back(&entry); }
        }
        request.columns.push_back(std::move(column));
    }
    request.present = {zone.to_instant(first + std::chrono::days{1} + 10h + 7min),
                       first + std::chrono::days{1} + 10h + 7min};
    request.narrow_empty = true;
    return request;
}

/// A week with everything that is hard to draw.
Booked busy_week() {
    Booked booked;
    booked.add(monday + 9h, 45min, "Anna Smith");
    booked.add(monday + 9h + 45min, 50min, "秀珍 石", "p10");
    booked.add(monday + 33h, 60min, "Nguyễn Thị Minh Khai");
    booked.add(monday + 33h, 90min, "e\u0301ve\u0300 Zoe\u0308");
    booked.add(monday + 33h + 30min, 45min, "👩‍👩‍👧 Family");
    booked.add(monday + 57h, 10min, "Jo").status = Status::no_show;
    booked.add(monday + 57h + 10min, 15min, "Al").status = Status::attended;
    booked.add(monday + 95h, 120min, "Night").room.kind = RoomKind::is_virtual;
    for (int i = 0; i < 12; ++i) { booked.add(monday + 81h, 45min, "Somebody " + std::to_string(i)); }
    return booked;
}

bool is_drawn(const std::string& line) {
    return line.find("│") != std::string::npos || line.find("─┬─") != std::string::npos ||
           line.find("─┴─") != std::string::npos;
}

}  // namespace

TEST_CASE("Every line of a grid is equally wide, at any width, in any script") {
    auto booked = busy_week();
    for (std::size_t columns = 70; columns <= 200; columns += 7) {
        for (const bool twelve : {false, true}) {
            CalendarStyle style;
            style.terminal.width = columns;
            style.twelve_hours = twelve;
            const auto& entries = booked.entries(style);
            const auto grids = lay_out(week_of(entries, monday, booked.zone()), booked.zone(), style);
            for (const auto& line : test::lines_of(grid_text(grids, style))) {
                INFO(columns << ": " << line);
                if (is_drawn(line)) { CHECK(width(line) == columns); }
                CHECK((is_drawn(line) || width(line) <= columns || line.find("did not fit") != std::string::npos));
            }
            const auto month = lay_out_month(std::chrono::year{2026} / 11, entries, monday, std::chrono::Sunday,
                                             [](Date date) { return date != monday; });
            for (const auto& line : test::lines_of(month_text(month, style, Omit::nothing))) {
                INFO(columns << ": " << line);
                if (is_drawn(line)) { CHECK(width(line) == columns); }
            }
        }
    }
}

TEST_CASE("Blocks stay in their column and never cover each other; none is lost") {
    auto booked = busy_week();
    for (const std::size_t columns : {60U, 80U, 140U, 200U}) {
        CalendarStyle style;
        style.terminal.width = columns;
        const auto request = week_of(booked.entries(style), monday, booked.zone());
        const auto grids = lay_out(request, booked.zone(), style);
        REQUIRE(grids.size() == 1);
        for (std::size_t c = 0; c < request.columns.size(); ++c) {
            const auto& column = grids[0].columns[c];
            std::size_t hidden = 0;
            for (const auto count : column.hidden) { hidden += count; }
            CHECK(column.blocks.size() + hidden + column.outside.size() == request.columns[c].entries.size());
            for (std::size_t i = 0; i < column.blocks.size(); ++i) {
                const auto& a = column.blocks[i];
                CHECK(a.width >= 1);
                CHECK(a.left + a.width <= column.width);
                CHECK(a.first_row + a.rows <= grids[0].rows.size());
                for (std::size_t j = i + 1; j < column.blocks.size(); ++j) {
                    const auto& b = column.blocks[j];
                    const bool rows = a.first_row < b.first_row + b.rows && b.first_row < a.first_row + a.rows;
                    const bool across = a.left < b.left + b.width && b.left < a.left + a.width;
                    CHECK_FALSE((rows && across));
                }
            }
        }
    }
}

TEST_CASE("The hours are those that sessions and working hours need") {
    Booked booked;
    CalendarStyle style;
    booked.add(monday + 7h + 30min, 45min, "Early");
    const auto request = week_of(booked.entries(style), monday, booked.zone());
    CHECK(hours_needed(request.columns) == Span<TimeOfDay>{7h, 17h});
    GridColumn nothing;
    nothing.date = monday;
    CHECK(hours_needed({nothing}) == Span<TimeOfDay>{9h, 17h});
}

TEST_CASE("What lies outside the hours asked for is counted, not lost") {
    Booked booked;
    CalendarStyle style;
    booked.add(monday + 20h, 45min, "Late");
    auto request = week_of(booked.entries(style), monday, booked.zone());
    request.hours = Span<TimeOfDay>{9h, 17h};
    const auto text = grid_text(lay_out(request, booked.zone(), style), style);
    CHECK(text.find("1 outside the hours shown") != std::string::npos);
}

TEST_CASE("ASCII is ASCII, and colours change no text") {
    Booked booked;
    booked.add(monday + 9h, 45min, "Anna Smith").status = Status::attended;
    CalendarStyle style;
    style.terminal.ascii = true;
    const auto request = week_of(booked.entries(style), monday, booked.zone());
    const auto plain = grid_text(lay_out(request, booked.zone(), style), style);
    for (const char c : plain) { CHECK((c == '\n' || (c >= ' ' && c <= '~'))); }
    style.terminal.colour = true;
    auto coloured = for_screen(grid_text(lay_out(request, booked.zone(), style), style), true);
    CHECK(coloured.find("\x1b[") != std::string::npos);
    for (std::size_t at = 0; (at = coloured.find("\x1b[")) != std::string::npos;) {
        coloured.erase(at, coloured.find('m', at) - at + 1);
    }
    CHECK(coloured == plain);
}

TEST_CASE("In the hour that comes twice, the second session is told apart") {
    const Date back = *make_date(2026, 11, 1);
    Booked booked;
    CalendarStyle style;
    auto& first = booked.add(back + 30min, 90min, "Long");  // 00:30 to the first 02:00, which is the second 01:00
    CHECK(booked.entries(style).at(0).times == "00:30-01:00²");
    first.start = back + 1h + 30min;
    CHECK(booked.entries(style).at(0).times == "01:30-02:00");
    first.length = 45min;
    CHECK(booked.entries(style).at(0).times == "01:30-01:15²");
    const auto request = week_of(booked.entries(style), back, booked.zone());
    const auto grids = lay_out(request, booked.zone(), style);
    CHECK(grids[0].columns[0].blocks.at(0).rows == 2);
    CHECK(grid_text(grids, style).find("01:00²") != std::string::npos);
}

TEST_CASE("Clients are named as asked for") {
    const std::vector<ClientName> two{{ClientId{3}, "Anna Smith"}, {ClientId{9}, "Élodie van Dyck"}};
    CHECK(shown_clients(two, NameStyle::full) == "Anna Smith, Élodie van Dyck");
    CHECK(shown_clients(two, NameStyle::first) == "Anna, Élodie");
    CHECK(shown_clients(two, NameStyle::initials) == "A.S., É.v.D.");
    CHECK(shown_clients(two, NameStyle::number) == "#3, #9");
    CHECK(shown_times(9h, 9h + 45min, true) == "9:00-9:45am");
    CHECK(shown_times(11h + 30min, 12h + 15min, true) == "11:30am-12:15pm");
    CHECK(shown_times(23h, 24h, false) == "23:00-00:00");
}
