// SPDX-License-Identifier: MIT
#include "store/sessions/session_columns.h"

#include <algorithm>

#include "practice/refusal.h"

namespace practice::store {
namespace {

// As the tables have them, in characters.
constexpr std::ptrdiff_t kLongestText = 65'536;
constexpr std::ptrdiff_t kLongestName = 1'000;

void check_lines(const std::vector<ServiceLine>& lines, Currency currency) {
    for (const auto& line : lines) {
        if (line.price.currency == currency) { continue; }
        throw misuse("the price of " + line.code + " is in " + std::string{line.price.currency.code()} +
                         ", the session in " + std::string{currency.code()},
                     "give all prices of a session in one currency");
    }
}

void check_length(std::string_view what, std::string_view text, std::ptrdiff_t longest) {
    if (static_cast<std::ptrdiff_t>(text.size()) <= longest) { return; }
    const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    if (std::ranges::count_if(text, begins_character) <= longest) { return; }
    throw misuse("the " + std::string{what} + " is too long",
                 "shorten it: " + std::to_string(longest) + " characters is the longest");
}

}  // namespace

AllowedClash to_allowed_clash(const Statement& row, int first, SessionId session) {
    const auto kind = to_clash_kind(row.text(first));
    const auto number = row.integer(first + 2);
    if (row.text(first + 1) == "professional") {
        const Span<LocalTime> span{to_local_time(row.text(first + 3)), to_local_time(row.text(first + 4))};
        return {kind, AwayStretch{{number}, span}};
    }
    if (SessionId{number} == session) { return {kind, AllowedClash::Itself{}}; }
    return {kind, SessionId{number}};
}

void check_storable(const Session& session) {
    check_length("reference", session.ref, kLongestName);
    check_length("uid", session.uid, kLongestName);
    check_length("note", session.note, kLongestText);
    check_length("reason", session.reason, kLongestText);
    check_lines(session.lines, session.currency);
    for (const auto& [slot, change] : session.changes) {
        check_length("note", change.note.value_or(""), kLongestText);
        check_length("reason", change.reason, kLongestText);
        if (change.lines) { check_lines(*change.lines, session.currency); }
    }
}

std::set<std::pair<std::string, std::string>> dates_of(const Session& session) {
    std::set<std::pair<std::string, std::string>> dates;
    if (!session.recurrence) { return dates; }
    for (const auto date : session.recurrence->added()) { dates.emplace("added", to_string(date)); }
    for (const auto date : session.recurrence->excluded()) { dates.emplace("excluded", to_string(date)); }
    return dates;
}

}  // namespace practice::store
