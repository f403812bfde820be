// SPDX-License-Identifier: MIT
// The flags that say how a file to import is read.
#pragma once

#include <string>
#include <vector>

#include "app/rows/source_words.h"
#include "cli/context.h"
#include "cli/line/arguments.h"

namespace practice::cli {

/// --from-format, --map, --date-format, --max-rows, --template, --summary, --location, --mapping.
[[nodiscard]] std::vector<OptionSpec> source_options();
/// Of a verb that has --time-zone, too.
[[nodiscard]] app::SourceWords source_words(const Arguments& arguments);

/// `file`; "-": the standard input of `environment`, which must outlive it. A keyboard is refused.
[[nodiscard]] app::RowSource row_source(std::string file, const Environment& environment);

}  // namespace practice::cli
