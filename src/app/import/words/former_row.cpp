// SPDX-License-Identifier: MIT
#include "app/import/words/former_row.h"

#include <algorithm>
#include <array>
#include <set>

#include "practice/plain_text.h"

namespace practice::app {
namespace {

/// When the first of them is another one, so are the others.
struct Together {
    std::string_view leads;
    std::array<std::string_view, 5> follow;
};
constexpr std::array<Together, 12> kTogether{{{"service", {"price", "modifier"}},
                                              {"client", {"client-numbers", "practice-uid"}},
                                              {"client-numbers", {"client", "practice-uid"}},
                                              {"length", {"length-said"}},
                                              {"time-zone", {"at"}},
                                              {"room", {"virtual"}},
                                              {"virtual", {"room"}},
                                              {"rrule", {"repeat", "every", "unit", "on"}},
                                              {"repeat", {"rrule", "every", "unit", "on"}},
                                              {"every", {"rrule", "repeat", "unit", "on"}},
                                              {"unit", {"rrule", "repeat", "every", "on"}},
                                              {"on", {"rrule", "repeat", "every", "unit"}}}};

std::set<std::string, std::less<>> columns_that_differ(const text::RowWords::Cells& then,
                                                       const text::RowWords::Cells& now) {
    std::set<std::string, std::less<>> columns;
    for (const auto& [column, texts] : now) {
        const auto was = then.find(column);
        if (was == then.end() || was->second != texts) { columns.insert(column); }
    }
    auto with = columns;
    for (const auto& [leads, follow] : kTogether) {
        if (!columns.contains(leads)) { continue; }
        for (const auto one : follow) {
            if (!one.empty()) { with.emplace(one); }
        }
    }
    // Another rule ends where the row says.
    if (with.contains("rrule") || with.contains("repeat")) { with.insert({"ends", "times", "held"}); }
    return with;
}

}  // namespace

ScheduleRow what_differs(const ScheduleFile& file, const ScheduleRow& row, const text::RowWords& then) {
    const auto now = text::words_of_row(file, row);
    auto columns = columns_that_differ(then.cells, now.cells);
    columns.insert({"ref", "on-conflict"});
    auto rest = row;
    std::erase_if(rest.cells, [&](const ScheduleCell& cell) { return !columns.contains(file.columns[cell.column]); });
    std::erase_if(rest.slots, [&](const ScheduleSlot& slot) {
        const auto was = then.slots.find(slot.slot);
        return was != then.slots.end() && was->second == now.slots.at(slot.slot);
    });
    return rest;
}

text::RowWords said_by_now(const ScheduleFile& file, text::RowWords then, text::RowWords now) {
    const auto differ = columns_that_differ(then.cells, now.cells);
    const bool is_calendar = file.format == ScheduleFormat::calendar;
    for (auto& [column, texts] : then.cells) {
        const bool of_its_events = is_calendar && column == "added";
        if (!differ.contains(column) && !of_its_events) { now.cells.try_emplace(column, std::move(texts)); }
    }
    if (!is_calendar) { now.slots = std::move(then.slots); }
    return now;
}

std::vector<Date> changed_dates(std::vector<Date> present, const std::vector<Date>& then,
                                const std::vector<Date>& now) {
    const auto holds = [](const std::vector<Date>& dates, Date date) {
        return std::ranges::find(dates, date) != dates.end();
    };
    std::erase_if(present, [&](Date date) { return holds(then, date) && !holds(now, date); });
    for (const auto date : now) {
        if (!holds(then, date) && !holds(present, date)) { present.push_back(date); }
    }
    std::ranges::sort(present);
    return present;
}

std::vector<Date> dates_then(const text::RowWords& then, std::string_view column) {
    std::vector<Date> dates;
    const auto found = then.cells.find(column);
    if (found == then.cells.end()) { return dates; }
    for (const auto& text : found->second) {
        for (const auto part : split(text, ',')) {
            if (const auto date = parse_iso_date(trimmed(part))) { dates.push_back(*date); }
        }
    }
    return dates;
}

}  // namespace practice::app
