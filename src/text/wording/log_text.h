// SPDX-License-Identifier: MIT
// Operations of the journal as rows, as JSON and told to people.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "practice/civil_time.h"
#include "practice/ids.h"
#include "text/table.h"
#include "text/wording/logged_things.h"

namespace practice::text {

struct LoggedOperation {
    OperationId id;
    LocalTime at;  // on the practice's wall clock
    std::chrono::seconds offset{};
    std::string who;
    std::string command;
    std::optional<OperationId> undoes;
    std::optional<OperationId> undone_by;
    /// What an undo or a redo is about in the end; itself for all others.
    OperationId about;
    /// It did `about` again.
    bool redid = false;
    /// Whether it stands undone now, after all undoing and redoing of it.
    bool undone = false;
    /// The last undo or redo of it.
    std::optional<OperationId> last_turn;
    /// How many rows it changed.
    std::int64_t changes = 0;
    std::string hash;
};

[[nodiscard]] std::vector<Column> operation_columns();
[[nodiscard]] std::vector<Cell> operation_cells(const LoggedOperation& operation);
[[nodiscard]] std::vector<std::string> operation_fields();
[[nodiscard]] std::vector<std::string> operation_values(const LoggedOperation& operation);
[[nodiscard]] std::string operation_json(const LoggedOperation& operation);

/// "14: session add --client Smith, by root on Mon 2026-11-23 08:00".
[[nodiscard]] std::string operation_named(const LoggedOperation& operation);
/// At most `most` things, a line each, indented; then how many more there are and where to see them.
[[nodiscard]] std::string things_told(const std::vector<LoggedThing>& things, std::size_t most,
                                      const std::string& where_all);

/// What `log show` says; `where_all` shows more than there is room for.
[[nodiscard]] std::string operation_told(const LoggedOperation& operation, const std::vector<LoggedThing>& things,
                                         const std::string& where_all);
/// The same as rows: thing, act, field, before, after.
[[nodiscard]] std::vector<std::string> fact_fields();
[[nodiscard]] std::vector<std::vector<std::string>> fact_values(const std::vector<LoggedThing>& things);
/// The fields of operation_json, "words" (the lines), "facts" and "rows" with the images before and after.
[[nodiscard]] std::string operation_shown_json(const LoggedOperation& operation, const std::vector<LoggedThing>& things,
                                               const std::vector<LoggedRow>& rows);
/// The answer of undo and redo: the operation done, the number of the new one (none with --dry-run), the words.
[[nodiscard]] std::string turned_json(const LoggedOperation& operation, bool redo, std::optional<OperationId> made,
                                      const std::vector<LoggedThing>& things);

}  // namespace practice::text
