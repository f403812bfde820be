// SPDX-License-Identifier: MIT
// An import told to people and to programs.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "practice/booking.h"
#include "practice/refusal.h"
#include "text/session_text.h"

namespace practice::text {

/// On one line: "Tue 2026-12-01 09:00-09:45  Anna Smith with Dana Lee, Room 1, 90834 150.00 USD, every week ...".
[[nodiscard]] std::string session_on_a_line(const SessionView& view);
/// "left out 2026-12-08, 2026-12-15"; empty for none.
[[nodiscard]] std::string left_out_in_words(const std::vector<Date>& slots);
/// Several lines as one.
[[nodiscard]] std::string on_a_line(std::string_view lines);

/// One row of the file, for programs. `more`: finished members, such as "\"session\":{...}".
[[nodiscard]] std::string imported_row_json(std::size_t line, std::string_view ref, std::string_view outcome,
                                            std::string_view id, const std::string& more);

struct ImportView {
    std::string file;
    bool dry_run = false;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t rejected = 0;
    std::size_t clients_added = 0;
    std::vector<std::string> cancelled;  // ids
    std::vector<std::string> rows;       // finished objects
    std::vector<Problem> problems;
};
[[nodiscard]] std::string import_json(const ImportView& view);

}  // namespace practice::text
