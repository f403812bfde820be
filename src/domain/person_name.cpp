// SPDX-License-Identifier: MIT
// Names are compared as words. A step is a question asked of one candidate; the steps are tried in order
// over all candidates, and the first one that anybody answers with yes decides.
#include "practice/person_name.h"

#include <algorithm>
#include <array>

namespace practice {
namespace {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text) {
    Words words;
    words.reserve(4);
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        if (end > 0) { words.push_back(text.substr(0, end)); }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// What was typed, in one of its two forms (as typed, folded).
struct Query {
    std::string_view whole;
    Words words;
    // "Smith, Anna"; empty without a comma.
    Words family;
    Words given;

    explicit Query(std::string_view text) : whole{text}, words{words_of(text)} {
        const auto comma = text.find(',');
        if (comma == std::string_view::npos) { return; }
        family = words_of(text.substr(0, comma));
        given = words_of(text.substr(comma + 1));
    }
    [[nodiscard]] bool empty() const { return words.empty() || whole == ","; }
    [[nodiscard]] bool has_comma() const { return !family.empty(); }
};

bool run_at(const Words& name, std::size_t at, const Words& run) {
    if (at + run.size() > name.size()) { return false; }
    for (std::size_t i = 0; i < run.size(); ++i) {
        if (name[at + i] != run[i]) { return false; }
    }
    return true;
}
bool begins_with(const Words& name, const Words& run) {
    return run_at(name, 0, run);
}
bool ends_with(const Words& name, const Words& run) {
    return name.size() >= run.size() && run_at(name, name.size() - run.size(), run);
}

bool is_full_name(const Query& query, std::string_view name, const Words& words) {
    if (name == query.whole || words == query.words) { return true; }
    return query.has_comma() && words.size() == query.given.size() + query.family.size() &&
           begins_with(words, query.given) && ends_with(words, query.family);
}

bool is_family_or_given_name(const Query& query, std::string_view, const Words& words) {
    if (query.has_comma()) {
        return words.size() >= query.given.size() + query.family.size() && begins_with(words, query.given) &&
               ends_with(words, query.family);
    }
    return begins_with(words, query.words) || ends_with(words, query.words);
}

/// Whether a word, or a part of it after a hyphen, begins so: "smi" finds Berg-Smith.
bool word_begins(std::string_view word, std::string_view prefix) {
    for (;;) {
        if (word.substr(0, prefix.size()) == prefix) { return true; }
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

bool is_prefix(const Query& query, std::string_view name, const Words& words) {
    if (name.substr(0, query.whole.size()) == query.whole) { return true; }
    if (!query.has_comma()) { return begin_in_order(words, 0, words.size(), query.words); }
    for (std::size_t seam = query.given.empty() ? 0 : 1; seam < words.size(); ++seam) {
        if (begin_in_order(words, 0, seam, query.given) && word_begins(words[seam], query.family[0]) &&
            begin_in_order(words, seam, words.size(), query.family)) {
            return true;
        }
    }
    return false;
}

struct Step {
    bool (*finds)(const Query&, std::string_view name, const Words& words);
    bool folded;
};
constexpr std::array<Step, 5> kSteps{{
    {is_full_name, false},
    {is_family_or_given_name, false},
    {is_full_name, true},
    {is_family_or_given_name, true},
    {is_prefix, true},
}};

}  // namespace

std::vector<std::size_t> match_name(const SearchName& query, const std::vector<SearchName>& candidates) {
    const std::array<Query, 2> forms{Query{query.text}, Query{query.folded}};
    if (forms[1].empty()) { return {}; }
    // One pass: the best step so far and whom it found.
    std::size_t best = kSteps.size() - 1;
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const auto& candidate = candidates[i];
        const Words folded = words_of(candidate.folded);
        // The last step finds whoever an earlier one finds, so that most people are passed over here.
        if (!is_prefix(forms[1], candidate.folded, folded)) { continue; }
        const Words exact = words_of(candidate.text);
        for (std::size_t step = 0; step <= best; ++step) {
            const bool found_here = kSteps.at(step).folded ? kSteps.at(step).finds(forms[1], candidate.folded, folded)
                                                           : kSteps.at(step).finds(forms[0], candidate.text, exact);
            if (!found_here) { continue; }
            if (step < best) { found.clear(); }
            best = step;
            found.push_back(i);
            break;
        }
    }
    return found;
}

std::vector<std::size_t> search_names(const SearchName& query, const std::vector<SearchName>& candidates) {
    const Query folded{query.folded};
    std::vector<std::size_t> found;
    if (folded.empty()) { return found; }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::string& name = candidates[i].folded;
        if (is_prefix(folded, name, words_of(name))) { found.push_back(i); }
    }
    return found;
}

}  // namespace practice
