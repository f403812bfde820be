// SPDX-License-Identifier: MIT
// An import told to people and to programs.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "practice/booking.h"
#include "practice/refusal.h"
#include "text/session/session_text.h"
#include "text/wording/conflict_text.h"

namespace practice::text {

/// On one line: "Tue 2026-12-01 09:00-09:45  Anna Smith with Dana Lee, Room 1, 90834 150.00 USD, every week ...".
[[nodiscard]] std::string session_on_a_line(const SessionView& view);

/// What a dry run tells of a row besides what changes: the dates.
struct DryRunRow {
    /// As it would be.
    SessionView view;
    /// Set when the row is about one slot.
    std::optional<Date> slot;
    /// The first slot whose date is told.
    Date from = kFirstDate;
    /// Slots left out because they clash, records kept as they were, and slots whose own change went with them.
    std::vector<Date> left_out;
    std::vector<Date> kept;
    std::vector<Date> lost;
    const Conflicts* conflicts = nullptr;
    /// How clashes call what is booked, where its number does not do.
    NameBooked name_booked;
};
/// Of a new session: session_on_a_line, and below it its dates, those left out or different, and the clashes.
[[nodiscard]] std::string added_row_told(const DryRunRow& row);
/// Finished members: "session", "starts" (RFC 3339), "more_starts" (whether these are not all), "left_out",
/// "kept", "lost", "clashes".
[[nodiscard]] std::string dry_run_members(const DryRunRow& row);

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
    std::size_t converted = 0;           // times with another offset
    std::vector<std::string> cancelled;  // ids
    std::vector<std::string> rows;       // finished objects
    std::vector<Problem> problems;
    std::vector<std::pair<std::size_t, std::string>> notes;  // by line; 0: of the file
};
[[nodiscard]] std::string import_json(const ImportView& view);

}  // namespace practice::text
