// SPDX-License-Identifier: MIT
#include "cli/name_hint.h"

#include <algorithm>
#include <map>

#include "practice/person_name.h"
#include "practice/plain_text.h"

namespace practice::cli {

std::vector<std::string> nearest_names(std::string_view text, const std::vector<std::string>& names) {
    constexpr std::size_t most = 3;
    auto found = nearest(text, names, most);
    if (!found.empty() || text.find(' ') != std::string_view::npos) { return found; }
    std::map<std::string, std::vector<std::string>> by_word;
    std::vector<std::string> words;
    for (const auto& name : names) {
        for (const auto word : split(name, ' ')) {
            auto& owners = by_word[std::string{word}];
            if (owners.empty()) { words.emplace_back(word); }
            owners.push_back(name);
        }
    }
    for (const auto& word : nearest(text, words, most)) {
        for (const auto& name : by_word[word]) {
            const bool known = std::find(found.begin(), found.end(), name) != found.end();
            if (!known && found.size() < most) { found.push_back(name); }
        }
    }
    return found;
}

std::string either(const std::vector<std::string>& words) {
    std::string out = words.front();
    for (std::size_t i = 1; i < words.size(); ++i) { out += (i + 1 == words.size() ? " or " : ", ") + words[i]; }
    return out;
}

std::string shell_word(std::string_view text) {
    const auto plain = [](char c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c);
        return letter || std::string_view{"_-.,:/@+=%"}.find(c) != std::string_view::npos;
    };
    if (!text.empty() && std::all_of(text.begin(), text.end(), plain)) { return std::string{text}; }
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
        } else {
            out += c;
        }
    }
    return out + "'";
}

}  // namespace practice::cli
