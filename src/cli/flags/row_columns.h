// SPDX-License-Identifier: MIT
// The columns of files to import: the flags of the `add` verbs, so that there is no second list of them.
#pragma once

#include <optional>
#include <string_view>

#include "app/rows/rows_are.h"
#include "practice/exchange/schedule_columns.h"

namespace practice::cli {

/// "sessions", "clients", ...
[[nodiscard]] std::optional<app::RowsAre> parse_rows_are(std::string_view text);

[[nodiscard]] ScheduleColumns columns_of(app::RowsAre what);

}  // namespace practice::cli
