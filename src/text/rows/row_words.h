// SPDX-License-Identifier: MIT
// What a row of a schedule file says, as a text that is kept until the next import of it, and read again then.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "practice/exchange/schedule_row.h"

namespace practice::text {

struct RowWords {
    /// The texts of the row's cells, by column: not `ref`, `on-conflict` and `allow`, which say nothing of a session.
    /// "added": dates beyond the rule.
    using Cells = std::map<std::string, std::vector<std::string>, std::less<>>;
    Cells cells;
    /// Of a calendar. "start": where the slot is moved to.
    std::map<Date, Cells> slots;
    bool operator==(const RowWords&) const = default;
};

[[nodiscard]] RowWords words_of_row(const ScheduleFile& file, const ScheduleRow& row);
/// A JSON object, the same for the same words.
[[nodiscard]] std::string to_text(const RowWords& words);
/// Of to_text(); what is no such text reads as no words.
[[nodiscard]] RowWords parse_row_words(std::string_view text);

}  // namespace practice::text
