// SPDX-License-Identifier: MIT
#include "text/hint_words.h"

#include <algorithm>

#include "practice/person_name.h"
#include "practice/plain_text.h"

namespace practice::text {

std::string either(const std::vector<std::string>& words) {
    std::string out = words.front();
    for (std::size_t i = 1; i < words.size(); ++i) { out += (i + 1 == words.size() ? " or " : ", ") + words[i]; }
    return out;
}

std::string meant(std::string_view word, std::string_view choices) {
    std::vector<std::string> known;
    for (const auto choice : split(choices, '|')) { known.emplace_back(choice); }
    const auto near = nearest(word, known, 1);
    return near.empty() ? std::string{} : "did you mean " + near.front() + "? ";
}

std::string one_of(std::string_view choices) {
    std::vector<std::string> known;
    for (const auto choice : split(choices, '|')) { known.emplace_back(choice); }
    return either(known);
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

}  // namespace practice::text
