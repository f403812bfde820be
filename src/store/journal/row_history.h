// SPDX-License-Identifier: MIT
// What the rows that an operation touched were just after it, found from its own images, from what later
// operations say they found, and from the rows as they are now.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "store/journal/journal.h"

namespace practice::store {

/// An operation's changes as they were recorded: without what was inserted.
[[nodiscard]] std::vector<Change> recorded_changes(Database& database, OperationId id);

class RowHistory {
public:
    /// REQUIRES: `changes` are the recorded ones of operation `id`.
    RowHistory(Database& database, OperationId id, const std::vector<Change>& changes);

    /// The row's state at the point reached, an image; nullopt: there was none. At first that is the end of
    /// the operation.
    [[nodiscard]] const std::optional<std::string>& state(const Change& change) const;
    /// To just before `change`, which must be the last one not yet gone back over.
    void go_back(const Change& change);

    /// The last later operation that changed the row.
    [[nodiscard]] std::optional<OperationId> later(const Change& change) const;

private:
    struct Row {
        std::optional<std::string> state;
        /// What the first later change found.
        std::optional<std::string> found_later;
        std::optional<OperationId> later;
    };
    [[nodiscard]] static std::string name(const Change& change);
    void read_later_changes(Database& database, OperationId id);

    std::unordered_map<std::string, Row> rows_;
};

}  // namespace practice::store
