// SPDX-License-Identifier: MIT
#include "practice/keyword.h"

#include "practice/plain_text.h"

namespace practice {

std::string keyword(std::string_view text) {
    return small_letters(trimmed(text));
}

bool is_keyword(std::string_view text, std::string_view word) {
    const auto bare = trimmed(text);
    return bare.size() == word.size() && small_letters(bare) == word;
}

bool says_none(std::string_view text) {
    return is_keyword(text, "none");
}

bool says_never(std::string_view text) {
    return is_keyword(text, "never") || says_none(text);
}

bool says_single(std::string_view text) {
    return is_keyword(text, "single") || says_none(text);
}

}  // namespace practice
