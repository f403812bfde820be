// SPDX-License-Identifier: MIT
#include "store/rows/column_values.h"

#include "practice/recurrence_text.h"
#include "practice/refusal.h"

namespace practice::store {
namespace {

[[noreturn]] void damaged(std::string_view what) {
    throw UnreadableColumn{what};
}

int two_digits(std::string_view text, std::size_t at, int limit) {
    const int tens = text[at] - '0';
    const int ones = text[at + 1] - '0';
    if (tens < 0 || tens > 9 || ones < 0 || ones > 9 || tens * 10 + ones >= limit) { damaged("a time"); }
    return tens * 10 + ones;
}

}  // namespace

UnreadableColumn::UnreadableColumn(std::string_view what)
    : Refusal{RefusalKind::failure, "the database has " + std::string{what} + " that this program cannot read",
              "'practice doctor' says more; 'practice restore FILE' brings back a backup"},
      what_{what} {}

std::optional<std::string> column(const std::vector<std::string>& modifiers) {
    if (modifiers.empty()) { return std::nullopt; }
    std::string text;
    for (const auto& modifier : modifiers) {
        if (&modifier != &modifiers.front()) { text += ','; }
        for (const char c : modifier) {
            if (c == ',' || c == '\\') { text += '\\'; }
            text += c;
        }
    }
    return text;
}

std::string_view column(ChargedPer per) {
    return per == ChargedPer::client ? "client" : "session";
}

Instant to_instant(std::int64_t column) {
    return Instant{std::chrono::seconds{column}};
}
Length to_length(std::int64_t column) {
    return Length{column};
}

Date to_date(std::string_view column) {
    const auto date = parse_iso_date(column);
    if (!date) { damaged("a date"); }
    return *date;
}

LocalTime to_local_time(std::string_view column) {
    if (column.size() != 19 || column[10] != 'T' || column[13] != ':' || column[16] != ':') { damaged("a time"); }
    return to_date(column.substr(0, 10)) + std::chrono::hours{two_digits(column, 11, 24)} +
           std::chrono::minutes{two_digits(column, 14, 60)} + std::chrono::seconds{two_digits(column, 17, 60)};
}

Status to_status(std::string_view column) {
    const auto status = parse_status(column);
    if (!status) { damaged("a status"); }
    return *status;
}

ClashKind to_clash_kind(std::string_view column) {
    for (const auto kind : kClashKinds) {
        if (column == to_string(kind)) { return kind; }
    }
    damaged("a kind of clash");
}

RoomKind to_room_kind(std::string_view column) {
    return column == to_string(RoomKind::is_virtual) ? RoomKind::is_virtual : RoomKind::in_person;
}
ChargedPer to_charged_per(std::string_view text) {
    return text == column(ChargedPer::client) ? ChargedPer::client : ChargedPer::session;
}

Currency to_currency(std::string_view column) {
    const auto currency = Currency::from_code(column);
    if (!currency) { damaged("a currency"); }
    return *currency;
}

FormerEnd to_former_end(std::string_view column) {
    auto former = parse_former_end(column);
    if (!former) { damaged("the former end of a series"); }
    return std::move(*former);
}

RecurrenceRule to_rule(std::string_view column) {
    try {
        return parse_rrule(column).rule;
    } catch (const Refusal&) { damaged("a recurrence"); }
}

std::vector<std::string> to_modifiers(const std::optional<std::string>& column) {
    if (!column) { return {}; }
    std::vector<std::string> modifiers(1);
    for (std::size_t i = 0; i < column->size(); ++i) {
        const char c = (*column)[i];
        if (c == ',') {
            modifiers.emplace_back();
        } else if (c == '\\' && i + 1 < column->size()) {
            modifiers.back() += (*column)[++i];
        } else {
            modifiers.back() += c;
        }
    }
    return modifiers;
}

std::optional<std::string> optional_string(const Statement& row, int column) {
    if (row.is_null(column)) { return std::nullopt; }
    return row.string(column);
}

}  // namespace practice::store
