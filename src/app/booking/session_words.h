// SPDX-License-Identifier: MIT
// A session in the words of whoever wants it, before anything of it is understood: flags of a command,
// answers to questions, or the cells of a row. The names of the fields are those of the flags.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/clash_policy.h"

namespace practice::app {

struct SessionWords {
    std::optional<std::string> professional;
    std::vector<std::string> clients;
    std::vector<std::string> services;  // CODE, CODE:UNITS, CODE=PRICE, CODE:UNITS=PRICE
    std::optional<std::string> price;
    std::vector<std::string> modifiers;  // MODIFIER, or CODE=MODIFIER
    std::optional<std::string> room;
    bool is_virtual = false;
    std::optional<std::string> at;
    std::optional<std::string> length;
    std::optional<std::string> repeat;
    std::optional<std::string> every;
    std::optional<std::string> unit;
    std::optional<std::string> on;
    std::optional<std::string> rrule;
    std::optional<std::string> ends;
    std::optional<std::string> times;
    std::optional<std::string> held;
    std::optional<std::string> except;
    std::optional<std::string> time_zone;
    std::optional<std::string> note;
    std::optional<std::string> on_conflict;  // of a row
    std::optional<std::string> allow;        // of a row
    ClashPolicy policy = {};                 // of the command line
    std::optional<std::string> ref;
    std::optional<std::string> status;
    // In files that a practice has written: its identity, and the numbers of the clients there, in their order.
    std::optional<std::string> practice_uid;
    std::vector<std::string> client_numbers;
    std::vector<std::string> client_statuses;  // of each of several clients, in their order; in files only
    // In full feeds that a practice has written (carried_words.h).
    std::optional<std::string> length_said;
    std::vector<std::string> former_end;
    std::vector<std::string> yields;
    bool allow_past = false;
    bool allow_future = false;
    /// Of an import: records of what has been may be altered.
    bool alter_records = false;
    /// Of a file: a date without a time of day is wrong, where a person may mean the first free one.
    bool needs_time = false;
};

}  // namespace practice::app
