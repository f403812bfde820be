// SPDX-License-Identifier: MIT
// What stands behind a name and is no part of it: Jr., degrees, licences, the form of a firm; and what stands before.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace practice::names {

[[nodiscard]] inline bool is_one_of(std::span<const std::string_view> list, std::string_view word) {
    return std::ranges::find(list, word) != list.end();
}

struct WithoutTitles {
    std::string_view name;
    /// In their order, as written.
    std::vector<std::string_view> titles;
};

/// Something of the name is always left. What may be a name too ("MA", "PA", "Do") is a title behind a comma that a
/// whole name precedes, with dots ("M.A."), or in capitals behind a name that is not ("Jo Smith MA").
[[nodiscard]] WithoutTitles without_titles(std::string_view text);

/// A title as titles are compared: "Ph.D." is "phd".
[[nodiscard]] std::string plain_title(std::string_view title);

/// "jr", "PhD", "PA-C", "iii": whatever stands before it.
[[nodiscard]] bool is_title_behind(std::string_view word);
/// "dr", "Prof.", "mrs": what precedes a name.
[[nodiscard]] bool is_title_before(std::string_view word);

}  // namespace practice::names
