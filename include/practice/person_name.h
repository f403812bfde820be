// SPDX-License-Identifier: MIT
// Finding people and things by what somebody types. The order of preference: the exact full name, the
// exact family or given name, then the same two without case and accents, then a prefix of them ("smi",
// "smith, a", "a smith"). The first step that finds anything decides; a step that finds several is
// ambiguous. So "Smith" is Jo Smith although Al Smithson exists.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace practice {

/// A name and its folded form (no case, no accents, single spaces), as text::fold makes it. It is kept
/// with the row, so that a search needs no Unicode tables.
struct SearchName {
    std::string text;
    std::string folded;
    bool operator==(const SearchName&) const = default;
};

/// The indices of the candidates that the best step finds, ascending: none, one, or several (ambiguous).
/// A family name is the last words of a name, a given name the first; "Family, Given" is read too. A prefix
/// begins words in their order, or what follows a hyphen. An empty query finds nobody.
[[nodiscard]] std::vector<std::size_t> match_name(const SearchName& query, const std::vector<SearchName>& candidates);

/// All candidates that any step finds (for a search such as `client list smi`), in their order.
[[nodiscard]] std::vector<std::size_t> search_names(const SearchName& query, const std::vector<SearchName>& candidates);

/// The (at most `most`) candidates nearest to the query in spelling, nearest first; only plausible ones.
/// For hints, never for writes. Also used for commands, flags, keys and codes.
[[nodiscard]] std::vector<std::string> nearest(std::string_view query, const std::vector<std::string>& candidates,
                                               std::size_t most = 3);

}  // namespace practice
