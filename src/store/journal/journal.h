// SPDX-License-Identifier: MIT
// What was done, read back, and played back. Every changing command is one operation: who, when, which
// command, and the rows it changed. Undoing is an operation too, and so is undoing that (redo): nothing ever
// leaves the journal.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/ids.h"
#include "store/database.h"

namespace practice::store {

struct Operation {
    OperationId id;
    Instant at;
    std::string who;
    std::string command;
    /// Set when this operation took back that one.
    std::optional<OperationId> undoes;
    std::optional<OperationId> undone_by;
    /// How many rows it changed; 0: it is only an entry, of a restore.
    std::int64_t changes = 0;
    std::string hash;
};

enum class ChangeAction { insert, update, erase };

struct Change {
    std::string table;
    /// The row's primary key: "12", or "12/2026-12-08/0" for one of several columns.
    std::string key;
    ChangeAction action = ChangeAction::insert;
    /// The row as a JSON object, by column; empty before an insert and after an erase.
    std::optional<std::string> before;
    std::optional<std::string> after;
};

struct OperationFilter {
    /// Only operations with a smaller number; for paging.
    std::optional<OperationId> older_than = std::nullopt;
    /// Only operations with a greater number.
    std::optional<OperationId> newer_than = std::nullopt;
    std::optional<std::int64_t> most = std::nullopt;
    /// Only those that touched this session or what belongs to it.
    std::optional<SessionNumber> session = std::nullopt;
    /// Only those that touched this client, or a session in which the client takes or took part.
    std::optional<ClientId> client = std::nullopt;
    /// Only this account's.
    std::optional<std::string> who = std::nullopt;
    /// Only those made in [from, to).
    std::optional<Instant> from = std::nullopt;
    std::optional<Instant> to = std::nullopt;
};

/// Newest first.
[[nodiscard]] std::vector<Operation> load_operations(Database& database, const OperationFilter& filter = {});
[[nodiscard]] std::optional<Operation> load_operation(Database& database, OperationId id);
/// In the order in which they were made.
[[nodiscard]] std::vector<Change> load_changes(Database& database, OperationId id);

/// The sessions of which an operation changed a row, ascending.
[[nodiscard]] std::vector<SessionId> sessions_touched(Database& database, OperationId id);

/// The rows of one table that an operation changed, by the first column of their keys, ascending. `table` is one whose
/// keys begin with a number.
[[nodiscard]] std::vector<std::int64_t> rows_touched(Database& database, OperationId id, std::string_view table);

/// What the rows of imported files said: nobody sees it, and what takes a session back takes back what was kept of its
/// row, whatever files have said since.
inline constexpr std::string_view kKeptRowsTable = "imported_rows";

/// The last operation that changed something which people see, and has not been taken back; with `who`, of this
/// account's.
[[nodiscard]] std::optional<OperationId> next_to_undo(Database& database, const std::optional<std::string>& who = {});
/// Later than that: those that stand, and changed nothing that people see.
[[nodiscard]] std::vector<OperationId> unseen_since(Database& database, OperationId id,
                                                    const std::optional<std::string>& who);
/// The last operation that put a backup in the place of the database.
[[nodiscard]] std::optional<OperationId> last_restore(Database& database);
/// The last undo that has not been taken back; none once something else that people see was done after it. With `who`,
/// both are about this account's.
[[nodiscard]] std::optional<OperationId> next_to_redo(Database& database, const std::optional<std::string>& who = {});

/// A row that stands in the way of an undo.
struct Difference {
    enum class Reason {
        changed_since,  // it is no longer what the operation left
        still_used,     // something added later refers to it, or took its place
    };
    std::string table;
    std::string key;
    Reason reason = Reason::changed_since;
    /// The last operation that changed the row, when one did.
    std::optional<OperationId> later;
    bool operator==(const Difference&) const = default;
};

/// Brings every row that the operation changed back to what it was before. All or nothing: when a row is not
/// what the operation left, or cannot be brought back, nothing is written and those rows are given back;
/// empty means that it is done. Taking back an undo is a redo.
/// REQUIRES: an open Writing in which nothing else is written: it is recorded as undoing the operation.
/// Throws Refusal(not_found) when there is no such operation and Refusal(misuse) when it was undone before.
[[nodiscard]] std::vector<Difference> undo(Database& database, OperationId id);

}  // namespace practice::store
