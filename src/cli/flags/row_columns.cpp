// SPDX-License-Identifier: MIT
#include "cli/flags/row_columns.h"

#include <algorithm>
#include <array>

#include "app/rows/column_parts.h"
#include "cli/flags/record_flags.h"
#include "cli/flags/session_flags.h"

namespace practice::cli {
namespace {

/// Those of a command line only: what has been comes in by a file, and so do namesakes. What is to come and marked all
/// the same is so by a flag of the import.
constexpr std::array<std::string_view, 3> kNoColumns{"--allow-past", "--allow-future", "--allow-duplicate"};
constexpr std::array<std::string_view, 2> kDates{"--except", "--on"};
/// The contract's order, for templates and hints.
constexpr std::array<std::string_view, 5> kFirst{"ref", "professional", "client", "service", "modifier"};
constexpr std::string_view kReason = "reason";

std::vector<OptionSpec> options_of(app::RowsAre what) {
    switch (what) {
        case app::RowsAre::sessions: return session_options();
        case app::RowsAre::clients: return client_flags(Verb::add);
        case app::RowsAre::professionals: return professional_flags(Verb::add);
        case app::RowsAre::rooms: return room_flags(Verb::add);
        case app::RowsAre::services: return service_flags(Verb::add);
    }
    return {};
}

ScheduleColumn column_of(const OptionSpec& option) {
    using Kind = ScheduleColumn::Kind;
    ScheduleColumn column;
    column.name = option.name.substr(2);
    column.kind = option.takes == Takes::many_values ? Kind::many : Kind::one;
    if (option.takes == Takes::nothing) { column.kind = Kind::yes_no; }
    if (std::ranges::find(kDates, option.name) != kDates.end()) { column.kind = Kind::dates; }
    column.help = option.help;
    if (!option.choices.empty()) {
        column.help += ": ";
        for (const char c : option.choices) { column.help += c == '|' ? std::string{", "} : std::string(1, c); }
    }
    return column;
}

}  // namespace

std::optional<app::RowsAre> parse_rows_are(std::string_view text) {
    if (text == "sessions") { return app::RowsAre::sessions; }
    if (text == "clients") { return app::RowsAre::clients; }
    if (text == "professionals") { return app::RowsAre::professionals; }
    if (text == "rooms") { return app::RowsAre::rooms; }
    if (text == "services") { return app::RowsAre::services; }
    return std::nullopt;
}

ScheduleColumns columns_of(app::RowsAre what) {
    ScheduleColumns columns;
    for (const auto& option : options_of(what)) {
        const bool left_out = std::ranges::find(kNoColumns, option.name) != kNoColumns.end();
        // Why a row was rejected is under that name in every file; the reason of a time off is given by hand.
        if (!left_out && option.name.substr(2) != kReason) { columns.known.push_back(column_of(option)); }
    }
    if (what == app::RowsAre::sessions) {
        const auto parts = app::part_columns();
        columns.known.insert(columns.known.end(), parts.begin(), parts.end());
        columns.known.push_back({"added", ScheduleColumn::Kind::dates, "dates besides those of the rule"});
        columns.known.push_back(
            {"client-status", ScheduleColumn::Kind::many, "the status of each of several clients, in their order"});
        columns.known.push_back(
            {"practice-uid", ScheduleColumn::Kind::one, "of an export: the practice whose client numbers are given"});
        columns.known.push_back(
            {"client-numbers", ScheduleColumn::Kind::many, "of an export: the clients' numbers there, in their order"});
    }
    std::ranges::stable_sort(columns.known, {}, [](const ScheduleColumn& column) {
        return std::ranges::find(kFirst, std::string_view{column.name}) - kFirst.begin();
    });
    columns.left_out = {std::string{kReason}};
    if (what == app::RowsAre::sessions) {
        // What an export tells besides, for whoever opens it.
        for (const auto* const name : {"id", "amount", "currency", "allow-past", "allow-future"}) {
            columns.left_out.emplace_back(name);
        }
    }
    return columns;
}

}  // namespace practice::cli
