// SPDX-License-Identifier: MIT
// The database of an earlier version, brought up to date without changing anything else.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "app/office.h"

namespace practice::app {

struct Upgrade {
    std::filesystem::path file;
    /// Versions of the tables: that of the file as it was found, and this program's.
    std::int64_t from = 0;
    std::int64_t to = 0;
    /// What the file was before; none where nothing was changed.
    std::optional<std::filesystem::path> kept;

    [[nodiscard]] bool needed() const { return from < to; }
};

/// In a dry run it is shown that it can be done, and nothing is changed. Throws Refusal(not_found) when there is no
/// database.
[[nodiscard]] Upgrade upgrade_database(Office& office);

}  // namespace practice::app
