// SPDX-License-Identifier: MIT
// What is said of a file to import, in words, and where its bytes come from.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "practice/exchange/schedule_row.h"

namespace practice::app {

struct RowSource {
    /// The name of a file; "-": standard input.
    std::string file;
    /// What it holds: `most` bytes at most. Throws Refusal.
    std::function<std::string(std::size_t most)> bytes;
};

struct SourceWords {
    /// Not said: its name says it, or how it begins.
    std::optional<ScheduleFormat> format;
    /// What the file calls the columns: "Client Name=client,When=at".
    std::vector<std::string> map;
    /// How it writes dates: "%m/%d/%Y %H:%M".
    std::optional<std::string> date_format;
    std::optional<std::string> max_rows;
    /// Of rows and events that do not say theirs.
    std::optional<std::string> time_zone;

    // Of a calendar.
    /// What the names of its events say: "{client} - {service}".
    std::vector<std::string> summary;
    /// Whether a place is a room of that name.
    std::optional<bool> location_is_room;

    /// The name of the file that says what the words of this one mean.
    std::optional<std::string> mapping;
};

}  // namespace practice::app
