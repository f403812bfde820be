// SPDX-License-Identifier: MIT
// Finding people and things by what somebody types. The first level that finds anything decides; a level that finds
// several is ambiguous. So "Smith" is Jo Smith although Al Smithson exists.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
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

/// How well a name is meant by what was typed, the best first. On `full` and `part` the case of letters, accents,
/// hyphens and apostrophes do not count, nor do the blanks of "O Brien" and "van Dyke", and on `full` the order of the
/// words does not, either.
enum class NameLevel {
    exact_full,  // "Anna Smith", "Smith, Anna"
    full,        // "anna smith", "juan de la cruz" for de la Cruz, Juan; a nickname in quotation marks may be left out
    exact_part,  // "Smith": a family name (the last words of a name), a given name (the first), a nickname
    part,        // "obrien", "o brien", "muller"
    beginning,   // "smi", "smith, a", "a smith": words begin so, in their order, or what follows a hyphen does
};

/// What was typed, made ready to be asked of many names.
class NameQuery {
public:
    explicit NameQuery(const SearchName& typed);
    ~NameQuery();
    NameQuery(NameQuery&&) noexcept;
    NameQuery& operator=(NameQuery&&) noexcept;

    /// Nullopt: that name is not meant. An empty query means nobody.
    [[nodiscard]] std::optional<NameLevel> level(const SearchName& name) const;
    /// Whether both are one full name (NameLevel::full or better), whichever of them has the nickname.
    [[nodiscard]] bool is_same(const SearchName& name) const;
    /// What a word of every name begins with that is meant at all, in the form of index_words(); empty: none is.
    [[nodiscard]] const std::string& first_word() const;

private:
    struct Forms;
    std::unique_ptr<const Forms> forms_;
};

/// The words of a folded name by which an index finds it (see NameQuery::first_word).
[[nodiscard]] std::vector<std::string> index_words(std::string_view folded);

/// The indices of the candidates that the best level finds, ascending: none, one, or several (ambiguous).
[[nodiscard]] std::vector<std::size_t> match_name(const SearchName& query, const std::vector<SearchName>& candidates);

/// All candidates that any level finds (for a search such as `client list smi`), in their order.
[[nodiscard]] std::vector<std::size_t> search_names(const SearchName& query, const std::vector<SearchName>& candidates);

/// The (at most `most`) candidates nearest to the query in spelling, nearest first; only plausible ones.
/// For hints, never for writes. Also used for commands, flags, keys and codes.
[[nodiscard]] std::vector<std::string> nearest(std::string_view query, const std::vector<std::string>& candidates,
                                               std::size_t most = 3);

/// A short word for somebody, out of a name as it is written: the family name's last word ("Dana Lee, PhD" is Lee, "Ana
/// de la Cruz" is Cruz), with the given name before it where that is one letter ("Bo Q" is BoQ). Empty when the name
/// has no word.
[[nodiscard]] std::string code_of_name(std::string_view name);

}  // namespace practice
