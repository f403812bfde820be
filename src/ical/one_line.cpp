// SPDX-License-Identifier: MIT
#include "ical/one_line.h"

#include <algorithm>

namespace practice::ical {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned byte(std::string_view text, std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
}

/// How many bytes the well-formed character at the beginning of `text` has; 0 when there is none (RFC 3629:
/// no overlong forms, no surrogates, nothing above U+10FFFF).
std::size_t length_of_character(std::string_view text) {
    const unsigned lead = byte(text, 0);
    const unsigned second = byte(text, 1);
    const auto continues = [&](std::size_t i) { return (byte(text, i) & 0xC0U) == 0x80U; };
    if (lead < 0x80U) { return 1; }
    if (0xC2U <= lead && lead <= 0xDFU) { return continues(1) ? 2 : 0; }
    if (0xE0U <= lead && lead <= 0xEFU) {
        const bool allowed = !(lead == 0xE0U && second < 0xA0U) && !(lead == 0xEDU && second > 0x9FU);
        return allowed && continues(1) && continues(2) ? 3 : 0;
    }
    if (0xF0U <= lead && lead <= 0xF4U) {
        const bool allowed = !(lead == 0xF0U && second < 0x90U) && !(lead == 0xF4U && second > 0x8FU);
        return allowed && continues(1) && continues(2) && continues(3) ? 4 : 0;
    }
    return 0;
}

/// Embeddings, overrides and isolates (U+202A to U+202E, U+2066 to U+2069), which turn round what follows.
bool reorders(std::string_view character) {
    const unsigned last = byte(character, 2);
    const bool overrides = character.starts_with("\xE2\x80") && 0xAAU <= last && last <= 0xAEU;
    const bool isolates = character.starts_with("\xE2\x81") && 0xA6U <= last && last <= 0xA9U;
    return overrides || isolates;
}

bool is_control(std::string_view character) {
    const unsigned lead = byte(character, 0);
    return lead < 0x20U || lead == 0x7FU || (lead == 0xC2U && byte(character, 1) < 0xA0U) ||
           character == "\xE2\x80\xA8" || character == "\xE2\x80\xA9";
}

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return ' ' <= c && c <= '~'; });
}

template <class IsUnwanted>
std::string with_spaces_for(std::string_view text, IsUnwanted is_unwanted) {
    if (is_plain(text)) { return std::string{text}; }
    std::string line;
    line.reserve(text.size());
    while (!text.empty()) {
        const auto length = length_of_character(text);
        const auto character = text.substr(0, std::max<std::size_t>(length, 1));
        line += length == 0 ? kReplacement : is_unwanted(character) ? std::string_view{" "} : character;
        text.remove_prefix(character.size());
    }
    return line;
}

}  // namespace

std::string one_line(std::string_view text) {
    return with_spaces_for(text, is_control);
}

std::string written_line(std::string_view text) {
    return with_spaces_for(text,
                           [](std::string_view character) { return is_control(character) || reorders(character); });
}

std::string calendar_name(std::string_view text) {
    auto line = written_line(text);
    std::erase_if(line, [](char c) { return c == ',' || c == ';' || c == '\\'; });
    return line;
}

std::string link(std::string_view text) {
    auto line = written_line(text);
    std::erase(line, ' ');
    return line;
}

}  // namespace practice::ical
