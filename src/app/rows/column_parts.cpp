// SPDX-License-Identifier: MIT
#include "app/rows/column_parts.h"

#include <algorithm>
#include <array>

#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"
#include "practice/zone_lookup.h"
#include "text/dates/parse_time.h"

namespace practice::app {
namespace {

struct Part {
    std::string_view column;
    std::string_view help;
};
constexpr std::array<Part, 7> kParts{{{"date", "with time: in place of at"},
                                      {"time", "with date: in place of at"},
                                      {"end", "in place of length: the time, or date and time, at which it ends"},
                                      {"end-date", "with end-time: in place of end"},
                                      {"end-time", "with end-date: in place of end"},
                                      {"given", "with family: in place of client"},
                                      {"family", "with given: in place of client"}}};

[[noreturn]] void refuse(std::string column, std::string message, std::string hint) {
    Problem problem{std::move(message), std::move(hint), {}, {}};
    problem.field = std::move(column);
    throw Refusal{RefusalKind::misuse, std::move(problem)};
}

/// What `parse` reads out of a column.
template <class Parse>
auto read(std::string_view column, Parse parse) {
    try {
        return parse();
    } catch (const Refusal& refusal) {
        if (refusal.kind() == RefusalKind::failure) { throw; }
        const auto& problem = refusal.problems().front();
        refuse(std::string{column}, problem.message, problem.hint);
    }
}

/// "one other", without the blank where one of them is missing.
std::string joined(std::string_view one, std::string_view other) {
    return std::string{one} + (one.empty() || other.empty() ? "" : " ") + std::string{other};
}

/// One row's cells, by the names of their columns.
class RowCells {
public:
    RowCells(ScheduleFile& file, ScheduleRow& row) : file_{file}, row_{row} {}

    /// Empty: it says nothing.
    [[nodiscard]] std::string_view text(std::string_view column) const {
        for (const auto& cell : row_.cells) {
            if (file_.columns[cell.column] == column) { return trimmed(cell.text); }
        }
        return {};
    }
    void put(std::string_view column, std::string_view text) {
        auto known = std::ranges::find(file_.columns, column);
        if (known == file_.columns.end()) { known = file_.columns.emplace(file_.columns.end(), column); }
        const auto place = static_cast<std::size_t>(known - file_.columns.begin());
        row_.cells.push_back({place, file_.texts.keep(text)});
    }
    void take(std::string_view column) {
        std::erase_if(row_.cells, [&](const ScheduleCell& cell) { return file_.columns[cell.column] == column; });
    }
    [[nodiscard]] bool file_has(std::string_view column) const {
        return std::ranges::find(file_.columns, column) != file_.columns.end();
    }

private:
    ScheduleFile& file_;
    ScheduleRow& row_;
};

void put_client(RowCells& row) {
    const auto name = joined(row.text("given"), row.text("family"));
    if (name.empty()) { return; }
    if (!row.text("client").empty()) {
        refuse("client", "the client is there twice, as client and as given and family name",
               "leave one of the two out");
    }
    row.take("given");
    row.take("family");
    row.put("client", name);
}

void put_start(RowCells& row, const text::Now& now) {
    const auto date = row.text("date");
    const auto time = row.text("time");
    if (date.empty() && time.empty()) { return; }
    if (!row.text("at").empty()) {
        refuse("at", "the start is there twice, as at and as date and time", "leave one of the two out");
    }
    const auto on = date.empty() ? std::string{} : to_string(read("date", [&] { return text::parse_date(date, now); }));
    const auto at =
        time.empty() ? std::string{} : to_string_time(read("time", [&] { return text::parse_time_of_day(time); }));
    row.take("date");
    row.take("time");
    row.put("at", joined(on, at));
}

std::string end_of(const RowCells& row) {
    const auto parts = joined(row.text("end-date"), row.text("end-time"));
    const auto whole = row.text("end");
    if (!whole.empty() && !parts.empty()) {
        refuse("end", "the end is there twice, as end and as end date and time", "leave one of the two out");
    }
    return parts.empty() ? std::string{whole} : parts;
}

Instant start_of(const RowCells& row, const text::Now& now, const TimeZone& zone) {
    const auto at = row.text("at");
    const auto start = at.empty() ? text::When{} : read("at", [&] { return text::parse_when(at, now); });
    if (start.instant) { return *start.instant; }
    if (!start.date || !start.time) {
        refuse("end", "an end says how long it is only beside a date and time at which it starts",
               "give the row these, or its length");
    }
    return zone.to_instant(*start.date + *start.time);
}

Length length_until(const std::string& end, Instant start, const text::Now& now, const TimeZone& zone) {
    const auto until = read("end", [&] { return text::parse_when(end, now); });
    if (!until.instant && !until.time) {
        refuse("end", practice::quoted(end) + " has no time of day", "write it as 14:45");
    }
    const auto day = until.date.value_or(date_of(zone.to_local(start)));
    const auto ends = until.instant ? *until.instant : zone.to_instant(day + *until.time);
    const auto length = std::chrono::floor<Length>(ends - start);
    if (length <= Length{0}) {
        refuse("end", "the end " + practice::quoted(end) + " is not after the start",
               until.date ? "mend one of the two" : "an end on the next day needs its date");
    }
    if (length > kLongestSession) {
        refuse("end", "the end " + practice::quoted(end) + " is more than a day after the start",
               "mend one of the two");
    }
    return length;
}

void put_length(RowCells& row, const text::Now& now, const TimeZone& zone) {
    const auto end = end_of(row);
    for (const auto* const column : {"end", "end-date", "end-time"}) { row.take(column); }
    const std::string length{row.text("length")};
    const bool has_length = !length.empty() && !says_none(length);
    // An export tells the end for whoever opens it: what is read is the length.
    if (end.empty() || (has_length && row.file_has("practice-uid"))) { return; }
    const auto until_end = length_until(end, start_of(row, now, zone), now, zone);
    if (!has_length) {
        row.take("length");
        row.put("length", std::to_string(until_end.count()));
        return;
    }
    if (read("length", [&] { return text::parse_length(length); }) == until_end) { return; }
    refuse("end",
           "the end " + practice::quoted(end) + " is " + std::to_string(until_end.count()) +
               " minutes after the start, and the length is " + practice::quoted(length),
           "leave one of the two out");
}

/// A name that is wrong is told with the row.
const TimeZone& zone_of(const RowCells& row, const std::optional<std::string>& time_zone, const Office& office) {
    const auto said = row.text("time-zone");
    const auto name = said.empty() ? time_zone.value_or("") : std::string{said};
    const auto* zone = name.empty() ? nullptr : known_zone(*office.zones, name);
    return zone != nullptr ? *zone : office.zone();
}

}  // namespace

std::vector<ScheduleColumn> part_columns() {
    std::vector<ScheduleColumn> columns;
    for (const auto& [column, help] : kParts) {
        columns.push_back({std::string{column}, ScheduleColumn::Kind::one, std::string{help}});
    }
    return columns;
}

void put_parts_together(ScheduleFile& file, const std::optional<std::string>& time_zone, const Office& office) {
    const auto is_part = [](const std::string& column) {
        return std::ranges::find(kParts, column, &Part::column) != kParts.end();
    };
    if (file.rows.empty() || std::ranges::none_of(file.columns, is_part)) { return; }
    const auto week_starts = office.require_practice().week_starts;
    std::erase_if(file.rows, [&](ScheduleRow& row) {
        RowCells cells{file, row};
        const auto before = row.cells;
        try {
            for (const auto& part : kParts) {
                if (says_none(cells.text(part.column))) { cells.take(part.column); }
            }
            const auto& zone = zone_of(cells, time_zone, office);
            const text::Now now{zone.to_local(office.now), week_starts};
            put_client(cells);
            put_start(cells, now);
            put_length(cells, now, zone);
            return false;
        } catch (const Refusal& refusal) {
            if (refusal.kind() == RefusalKind::failure) { throw; }
            const auto& problem = refusal.problems().front();
            row.cells = before;
            file.problems.push_back({row.line, problem.field, problem.message, problem.hint, std::string{row.source},
                                     false, 0, std::string{cells.text(problem.field)}});
            return true;
        }
    });
    std::ranges::stable_sort(file.problems, {}, &ScheduleProblem::line);
}

}  // namespace practice::app
