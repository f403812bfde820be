// SPDX-License-Identifier: MIT
// Names are compared as words (name_words.h), in the forms in which each level sees them.
#include "practice/person_name.h"

#include <algorithm>

#include "name_titles.h"
#include "name_words.h"
#include "practice/plain_text.h"

namespace practice {
namespace {

using names::Hyphens;
using names::Name;
using names::Words;

bool run_at(const Words& name, std::size_t at, const Words& run) {
    return at + run.size() <= name.size() &&
           std::equal(run.begin(), run.end(), name.begin() + static_cast<std::ptrdiff_t>(at));
}
bool begins_with(const Words& name, const Words& run) {
    return run_at(name, 0, run);
}
bool ends_with(const Words& name, const Words& run) {
    return name.size() >= run.size() && run_at(name, name.size() - run.size(), run);
}

Words joined(const Words& words, const Words& more) {
    Words all = words;
    all.insert(all.end(), more.begin(), more.end());
    return all;
}
Words with_titles(const Name& name) {
    return joined(name.words, name.titles);
}
Words given_of(const Name& name) {
    return {name.words.begin(), name.words.begin() + static_cast<std::ptrdiff_t>(name.given)};
}
Words family_of(const Name& name) {
    return {name.words.begin() + static_cast<std::ptrdiff_t>(name.given), name.words.end()};
}

Words without(const Words& words, const Words& left_out) {
    Words rest = words;
    for (const auto& word : left_out) {
        if (const auto at = std::find(rest.begin(), rest.end(), word); at != rest.end()) { rest.erase(at); }
    }
    return rest;
}

bool same_in_any_order(Words a, Words b) {
    if (a.size() != b.size()) { return false; }
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

bool is_exact_full(const Name& query, const Name& name) {
    return !query.words.empty() && with_titles(query) == with_titles(name);
}

/// With the nickname, without it, or with it in the place of the given name.
bool is_full(const Name& query, const Name& name) {
    const auto typed = with_titles(query);
    if (same_in_any_order(typed, with_titles(name))) { return true; }
    if (name.nicknames.empty()) { return false; }
    const auto plain = without(name.words, name.nicknames);
    if (same_in_any_order(typed, joined(plain, name.titles))) { return true; }
    if (plain.empty()) { return false; }
    const Words nicknamed = joined(without(name.words, {plain.front()}), name.titles);
    return same_in_any_order(typed, nicknamed);
}

/// A family or a given name. Titles may be left out.
bool is_part(const Name& query, const Name& name) {
    if (query.words.empty()) { return false; }
    if (query.has_comma) {
        const auto given = given_of(query);
        const auto family = family_of(query);
        return name.words.size() >= query.words.size() && begins_with(name.words, given) &&
               (ends_with(name.words, family) || ends_with(with_titles(name), family));
    }
    const auto typed = with_titles(query);
    return begins_with(with_titles(name), typed) || ends_with(name.words, typed) ||
           ends_with(with_titles(name), typed) || name.nicknames == typed;
}

/// Whether a word, or a part of it after a hyphen, begins so: "smi" finds Berg-Smith.
bool word_begins(std::string_view word, std::string_view prefix) {
    for (;;) {
        if (word.starts_with(prefix)) { return true; }
        const auto hyphen = word.find('-');
        if (hyphen == std::string_view::npos) { return false; }
        word.remove_prefix(hyphen + 1);
    }
}

/// Whether the prefixes begin words of name[from, to) in that order, words in between being left out.
bool begin_in_order(const Words& name, std::size_t from, std::size_t to, const Words& prefixes) {
    std::size_t next = 0;
    for (std::size_t i = from; i < to && next < prefixes.size(); ++i) {
        if (word_begins(name[i], prefixes[next])) { ++next; }
    }
    return next == prefixes.size();
}

bool is_beginning(const Name& query, const Words& name) {
    if (!query.has_comma) { return begin_in_order(name, 0, name.size(), with_titles(query)); }
    const auto given = given_of(query);
    const auto family = family_of(query);
    for (std::size_t seam = given.empty() ? 0 : 1; seam < name.size(); ++seam) {
        if (begin_in_order(name, 0, seam, given) && word_begins(name[seam], family[0]) &&
            begin_in_order(name, seam, name.size(), family)) {
            return true;
        }
    }
    return false;
}

/// Whether any word of a folded name may begin with this byte. Most names are passed over here.
bool may_have_word(std::string_view folded, char first) {
    bool begins = true;
    for (const char c : folded) {
        if (begins && c == first) { return true; }
        const auto byte = static_cast<unsigned char>(c);
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        begins = !letter || byte >= 0x80;
    }
    return false;
}

}  // namespace

struct NameQuery::Forms {
    explicit Forms(const SearchName& typed_name)
        : typed{typed_name},
          exact{names::take_apart(typed.text, false)},
          kept{names::take_apart(typed.folded, true)},
          parted{names::take_apart(typed.folded, true, Hyphens::parted)},
          joined{names::take_apart(typed.folded, true, Hyphens::joined)},
          apart{names::take_apart(typed.folded, true, Hyphens::apart)},
          glued{names::glued(apart)} {
        if (!parted.words.empty()) { first = parted.words.front(); }
    }

    SearchName typed;
    Name exact;
    Name kept;
    Name parted;
    Name joined;
    Name apart;
    Name glued;
    std::string first;
};

NameQuery::NameQuery(const SearchName& typed) : forms_{std::make_unique<const Forms>(typed)} {}
NameQuery::~NameQuery() = default;
NameQuery::NameQuery(NameQuery&&) noexcept = default;
NameQuery& NameQuery::operator=(NameQuery&&) noexcept = default;

const std::string& NameQuery::first_word() const {
    return forms_->first;
}

std::optional<NameLevel> NameQuery::level(const SearchName& name) const {
    const auto& query = *forms_;
    if (query.first.empty() || !may_have_word(name.folded, query.first.front())) { return std::nullopt; }
    const auto exact = names::take_apart(name.text, false);
    if (is_exact_full(query.exact, exact)) { return NameLevel::exact_full; }
    const auto parted = names::take_apart(name.folded, true, Hyphens::parted);
    const auto joined = names::take_apart(name.folded, true, Hyphens::joined);
    // A blank, a hyphen, an apostrophe and nothing at all are one: O'Brien, O Brien and Obrien.
    const auto apart = names::take_apart(name.folded, true, Hyphens::apart);
    const auto glued = names::glued(apart);
    const auto in_any_form = [&](auto&& is_meant) {
        return is_meant(query.parted, parted) || is_meant(query.joined, joined) || is_meant(query.apart, apart) ||
               is_meant(query.glued, glued);
    };
    if (in_any_form(is_full)) { return NameLevel::full; }
    if (is_part(query.exact, exact)) { return NameLevel::exact_part; }
    if (in_any_form(is_part)) { return NameLevel::part; }
    const auto kept = names::take_apart(name.folded, true);
    const auto begins = [](const Name& typed, const Name& whole) { return is_beginning(typed, with_titles(whole)); };
    return begins(query.kept, kept) || in_any_form(begins) ? std::optional{NameLevel::beginning} : std::nullopt;
}

bool NameQuery::is_same(const SearchName& name) const {
    const auto means = [](const NameQuery& typed, const SearchName& other) {
        const auto found = typed.level(other);
        return found && *found <= NameLevel::full;
    };
    if (means(*this, name)) { return true; }
    return !forms_->parted.nicknames.empty() && means(NameQuery{name}, forms_->typed);
}

std::vector<std::string> index_words(std::string_view folded) {
    auto words = with_titles(names::take_apart(folded, true, Hyphens::parted));
    const auto add = [&](const Name& name) {
        const auto more = with_titles(name);
        words.insert(words.end(), more.begin(), more.end());
    };
    const auto apart = names::take_apart(folded, true, Hyphens::apart);
    add(apart);
    add(names::glued(apart));
    if (folded.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789 ") != std::string_view::npos) {
        add(names::take_apart(folded, true, Hyphens::joined));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

std::vector<std::size_t> match_name(const SearchName& query, const std::vector<SearchName>& candidates) {
    const NameQuery typed{query};
    std::optional<NameLevel> best;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto level = typed.level(candidates[i]);
        if (!level || (best && *best < *level)) { continue; }
        if (best != level) { found.clear(); }
        best = level;
        found.push_back(i);
    }
    return found;
}

std::vector<std::size_t> search_names(const SearchName& query, const std::vector<SearchName>& candidates) {
    const NameQuery typed{query};
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (typed.level(candidates[i])) { found.push_back(i); }
    }
    return found;
}

std::string code_of_name(std::string_view name) {
    auto words = names::take_apart(name, false).words;
    std::erase_if(words, [](const std::string& word) { return names::is_title_before(word); });
    if (words.empty()) { return names::is_title_before(name) ? std::string{name} : std::string{}; }
    auto family = words.size() - 1;
    while (family > 0 && names::is_particle(small_letters(words[family]))) { --family; }
    if (family == 0) { family = words.size() - 1; }  // Anh Do, Thi Le
    const bool is_letter = words[family].find_first_not_of('.', 1) == std::string::npos;
    return is_letter && family > 0 ? words.front() + words[family] : words[family];
}

}  // namespace practice
