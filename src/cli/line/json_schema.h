// SPDX-License-Identifier: MIT
// JSON schemas (draft 2020-12) of the files that people write, for their editors. They are made from the key tables
// that the readers use.
#pragma once

#include <string>

namespace practice::cli {

/// config.yaml.
[[nodiscard]] std::string config_schema();
/// The file of `practice apply`.
[[nodiscard]] std::string settings_schema();
/// A schedule file in YAML or JSON, for `practice import`.
[[nodiscard]] std::string session_schema();

}  // namespace practice::cli
