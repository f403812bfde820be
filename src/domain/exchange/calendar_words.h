// SPDX-License-Identifier: MIT
// Who, what and where, out of an event's words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/exchange/calendar_mapping.h"

namespace practice::calendars {

struct EventWords {
    bool leave_out = false;
    std::string professional;
    std::vector<std::string> clients;
    /// Of one of our own feeds: the clients' numbers in that practice.
    std::vector<std::string> client_numbers;
    std::string practice_uid;
    std::vector<std::string> services;
    std::vector<std::string> modifiers;
    std::string room;
    std::string status;  // empty: scheduled
    /// LOCATION, when nothing says which room it is.
    std::string unknown_location;
};

/// Nullopt when its SUMMARY fits no pattern.
[[nodiscard]] std::optional<EventWords> words_of(const ForeignEvent& event, const CalendarMapping& mapping);

}  // namespace practice::calendars
