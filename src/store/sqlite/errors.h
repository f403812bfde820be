// SPDX-License-Identifier: MIT
// SQLite's result codes as Refusals in plain words: ConstraintRefusal and misuse are about a value, StorageRefusal is
// about everything else. No SQL and no library text gets out.
#pragma once

#include <filesystem>
#include <string_view>

#include "practice/refusal.h"

namespace practice::store {

/// A row that the schema does not accept. What it means is known to whoever wrote the row; it is caught
/// there and said better.
class ConstraintRefusal : public Refusal {
public:
    enum class Kind { unique, foreign_key, other };
    explicit ConstraintRefusal(Kind kind);
    [[nodiscard]] Kind constraint() const { return constraint_; }

private:
    Kind constraint_;
};

/// The storage failed, or is not to be had now: the disk, its space, memory, another process. No value is wrong then,
/// and there is no going on: whoever goes on after wrong values lets this through.
class StorageRefusal : public Refusal {
public:
    using Refusal::Refusal;
};

/// Throws the Refusal for SQLite's (extended) result code. `file` is empty for a database in memory.
[[noreturn]] void refuse(int code, const std::filesystem::path& file);

/// Throws Refusal(misuse) for a text with a NUL character: the functions of SQL would cut it there.
void refuse_nul(std::string_view text);

}  // namespace practice::store
