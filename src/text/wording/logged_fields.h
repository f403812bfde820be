// SPDX-License-Identifier: MIT
// The columns of the journal's row images as fields that people know; for the .cpp files of this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "text/wording/logged_things.h"

namespace practice::text {

struct LoggedField {
    std::string_view name;
    std::string text;
    /// What it is when nothing was said: not worth telling of something that was added or deleted.
    bool usual = false;
    bool one_of_many = false;
};

/// Names that the rows tell come before those that are known now.
using NameFinder = std::function<std::string(std::string_view kind, std::int64_t id)>;

/// The same names in the same order for all rows of a table. REQUIRES: `image` is an object.
[[nodiscard]] std::vector<LoggedField> logged_fields(std::string_view table, const nlohmann::json& image,
                                                     const NameFinder& name_of, Currency currency);

}  // namespace practice::text
