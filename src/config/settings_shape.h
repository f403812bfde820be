// SPDX-License-Identifier: MIT
// Which keys a settings file has, as the reader knows them: for schemas, and for the tests of the example.
#pragma once

#include <string_view>
#include <vector>

namespace practice::config {

/// What stands behind a key.
enum class Shape {
    text,      // one value; none, null and nothing clear it
    yes_no,    // yes, no, true, false, on, off
    choice,    // one of `choices`
    texts,     // one value, or a list of them
    fees,      // {"90834": "120.00"}
    hours,     // a text, or a map of days
    time_off,  // "2026-12-24..2027-01-02", {from, to, reason}, or a list of these
};

struct KeyShape {
    std::string_view name;
    std::string_view help;  // one line, no full stop
    Shape shape = Shape::text;
    std::string_view choices = {};  // "in-person|virtual"
};

struct SectionShape {
    std::string_view name;
    std::string_view help;
    bool is_list = true;
    /// An entry has one of these at least.
    std::vector<std::string_view> known_by;
    std::vector<KeyShape> keys;
};

/// The sections in the order in which they are told.
[[nodiscard]] std::vector<SectionShape> settings_shape();

}  // namespace practice::config
