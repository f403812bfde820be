// SPDX-License-Identifier: MIT
// A name taken apart into what people leave out, put in, or turn round when they type it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace practice::names {

using Words = std::vector<std::string>;

enum class Hyphens {
    kept,    // "anna-maria"
    parted,  // "anna", "maria"
    joined,  // "annamaria"
    apart,   // as parted, and "o", "brien"
};

/// One text as words in the order in which they are spoken: "de la Cruz, Juan" is Juan de la Cruz.
struct Name {
    Words words;
    /// What stands in quotation marks or brackets: Robert "Bob" Tables. Also among the words, in its place.
    Words nicknames;
    /// How many of the words come before the comma's family name. Zero without a comma, or with nothing behind it.
    std::size_t given = 0;
    bool has_comma = false;
    /// Titles that stand last (Jr., PhD); they are not among the words.
    Words titles;
};

/// `plain`: apostrophes and dots are left out too, for names that were folded. Letters stay as they are.
[[nodiscard]] Name take_apart(std::string_view text, bool plain, Hyphens hyphens = Hyphens::kept);

/// With each small word that people write together with the next one, "o brien" and "van dyke", written so: "obrien",
/// "vandyke". Not over a comma.
[[nodiscard]] Name glued(Name name);

/// "de", "van", "von" ...: a small word that belongs to the family name behind it.
[[nodiscard]] bool is_particle(std::string_view word);

}  // namespace practice::names
