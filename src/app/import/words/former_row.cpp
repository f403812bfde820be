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

/// What an event without them says all the same: once, as usual, as long as its services take.
constexpr std::array<std::string_view, 6> kTakenBack{"rrule", "status", "client-status", "length", "modifier", "room"};

constexpr std::string_view kRoom = "room";
/// What an event said that says no room any more: its session stays there, so that the same room again is nothing new.
constexpr std::string_view kRoomBefore = "room-before";

bool has_end(std::string_view rrule) {
    const auto small = small_letters(rrule);
    return small.find("count=") != std::string::npos || small.find("until=") != std::string::npos;
}

const std::string* one_of(const text::RowWords::Cells& cells, std::string_view column) {
    const auto found = cells.find(column);
    return found == cells.end() || found->second.empty() ? nullptr : &found->second.front();
}

void take_back_of_date(const std::string& column, const std::vector<ClientName>& usual, SlotChange& change) {
    if (column == "start" || column == "at") { change.start.reset(); }
    if (column == "length") { change.length.reset(); }
    if (column == "professional") { change.professional.reset(); }
    if (column == "room") { change.room.reset(); }
    if (column == "service" || column == "modifier") { change.lines.reset(); }
    if (column == "client-status") { change.attendance.clear(); }
    if (column == "client") {
        change.clients.reset();
        std::erase_if(change.attendance, [&](const Attendance& one) {
            return std::ranges::find(usual, one.client, &ClientName::id) == usual.end();
        });
    }
    if (column == "status" && change.status == Status::cancelled) {
        change.status = Status::scheduled;
        change.reason.clear();
    }
}

}  // namespace

text::RowWords words_then(std::string_view kept, const text::RowWords& now) {
    auto then = text::parse_row_words(kept);
    const auto before = then.cells.find(kRoomBefore);
    if (before != then.cells.end() && now.cells.contains(kRoom)) {
        then.cells.try_emplace(std::string{kRoom}, before->second);
    }
    return then;
}

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
    const auto* said = one_of(then.cells, kRoom);
    const auto room = said == nullptr ? std::nullopt : std::optional{*said};
    for (auto& [column, texts] : then.cells) {
        const bool of_its_events =
            is_calendar && (column == "added" || std::ranges::find(kTakenBack, column) != kTakenBack.end());
        if (!differ.contains(column) && !of_its_events) { now.cells.try_emplace(column, std::move(texts)); }
    }
    if (!is_calendar) { now.slots = std::move(then.slots); }
    if (now.cells.contains(kRoom)) {
        now.cells.erase(std::string{kRoomBefore});
    } else if (is_calendar && room) {
        now.cells[std::string{kRoomBefore}] = {*room};
    }
    return now;
}

void take_back(const ScheduleFile& file, const text::RowWords& then, const text::RowWords& now, SessionWords& words) {
    const auto* rule_then = one_of(then.cells, "rrule");
    const auto* rule_now = one_of(now.cells, "rrule");
    const bool other_end = words.ends || words.times || words.held;
    if (rule_then != nullptr && rule_now != nullptr && has_end(*rule_then) && !has_end(*rule_now) && !other_end) {
        words.ends = "never";
    }
    if (file.format != ScheduleFormat::calendar) { return; }
    const auto gone = [&](std::string_view column) {
        return then.cells.contains(column) && !now.cells.contains(column);
    };
    const std::string usual{to_string(Status::scheduled)};
    if (gone("rrule")) { words.repeat = "none"; }
    if (gone("length")) { words.length = "none"; }
    if (gone("status")) { words.status = usual; }
    if (gone("modifier")) { words.modifiers = {"none"}; }
    if (!gone("client-status")) { return; }
    const auto clients = now.cells.find("client");
    const auto count = clients == now.cells.end() ? 0 : clients->second.size();
    words.client_statuses.assign(count, usual);
}

void take_back_of_dates(const text::RowWords& then, const text::RowWords& now, Session& series) {
    for (const auto& [slot, cells] : then.slots) {
        const auto found = series.changes.find(slot);
        if (found == series.changes.end()) { continue; }
        const auto is_said = now.slots.find(slot);
        for (const auto& [column, texts] : cells) {
            const bool still = is_said != now.slots.end() && is_said->second.contains(column);
            if (!still) { take_back_of_date(column, series.clients, found->second); }
        }
        if (found->second == SlotChange{}) { series.changes.erase(found); }
    }
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
