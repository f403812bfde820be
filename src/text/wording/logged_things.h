// SPDX-License-Identifier: MIT
// What an operation of the journal did, in the words of the practice: the images of its rows become things
// (a session, one slot, a client ...) and what was different about each.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/money.h"

namespace practice::text {

/// One row as it was and as it became: JSON objects by column; empty where there was none.
struct LoggedRow {
    std::string table;
    std::string key;
    std::optional<std::string> before;
    std::optional<std::string> after;
};

/// "room", "Room 1" -> "Room 2". An empty side: there was, or is, none.
struct LoggedFact {
    std::string field;
    std::string before;
    std::string after;
    /// One of several ("client", "service"): it came, or went, rather than changed.
    bool one_of_many = false;
};

enum class LoggedAct { added, changed, deleted };

struct LoggedThing {
    std::string name;  // "session 12", "12@2026-12-08", "client 3 (Anna Smith)"
    LoggedAct act = LoggedAct::changed;
    std::vector<LoggedFact> facts;
    bool is_slot = false;
};

struct LoggedNames {
    /// The name of what has this id now; empty when there is none. The kind is "professional", "room",
    /// "client", "service", "recurrence" or "feed". Asked only when the rows themselves do not tell.
    std::function<std::string(std::string_view kind, std::int64_t id)> find;
    /// Of prices whose row has none of its own.
    Currency currency;
};

/// In the order in which they were first touched. Columns that are kept only for ordering are no facts, and
/// what came and went within the operation is nothing.
[[nodiscard]] std::vector<LoggedThing> things_of(const std::vector<LoggedRow>& rows, const LoggedNames& names);

/// "session 12: room Room 1 -> Room 2", "12@2026-12-08: moved to Wed 2026-12-09 15:00".
[[nodiscard]] std::string thing_told(const LoggedThing& thing);

/// What the row belongs to: "session 12", "client 3 (Anna Smith)".
[[nodiscard]] std::string thing_of(const std::string& table, const std::string& key, const LoggedNames& names);

/// "added", "changed", "deleted".
[[nodiscard]] std::string_view act_name(LoggedAct act);

}  // namespace practice::text
