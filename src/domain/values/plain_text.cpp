// SPDX-License-Identifier: MIT
#include "practice/plain_text.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace practice {
namespace {

constexpr std::size_t kMostCharacters = 40;

/// The bytes of the well-formed UTF-8 character that `text` begins with; 0 when it begins with none.
std::size_t character_size(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80) { return 1; }
    const std::size_t size = first < 0xc2 ? 0U : first < 0xe0 ? 2U : first < 0xf0 ? 3U : first < 0xf5 ? 4U : 0U;
    if (size == 0 || text.size() < size) { return 0; }
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) { return 0; }
    }
    // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
    const unsigned second = byte(1);
    const bool wrong = (first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) ||
                       (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f);
    return wrong ? 0 : size;
}

/// C0 and C1 controls, and the characters that reorder a line or break it.
bool is_hostile(std::string_view character) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(character[i]); };
    if (character.size() == 1) { return byte(0) < 0x20 || byte(0) == 0x7f; }
    if (character.size() == 2) { return (byte(0) == 0xc2 && byte(1) < 0xa0) || (byte(0) == 0xd8 && byte(1) == 0x9c); }
    if (character.size() != 3 || byte(0) != 0xe2) { return false; }
    const unsigned low = (byte(1) & 0x3fU) << 6U | (byte(2) & 0x3fU);  // U+2000 + low
    return low == 0x0e || low == 0x0f || (low >= 0x28 && low <= 0x2e) || (low >= 0x66 && low <= 0x69);
}

/// Marks of direction belong into names of some scripts.
bool is_direction_mark(std::uint32_t code) {
    return code == 0x200e || code == 0x200f || code == 0x061c;
}

/// REQUIRES: well-formed.
std::uint32_t code_of(std::string_view character) {
    const auto first = static_cast<unsigned char>(character.front());
    if (character.size() == 1) { return first; }
    std::uint32_t code = first & (0x7fU >> character.size());
    for (const char c : character.substr(1)) { code = code << 6U | (static_cast<unsigned char>(c) & 0x3fU); }
    return code;
}

std::string code_name(std::uint32_t code) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string name = "U+";
    for (int shift = 12; shift >= 0; shift -= 4) { name += digits[code >> static_cast<unsigned>(shift) & 0xfU]; }
    return name;
}

/// The number that four hexadecimal digits are; nullopt for anything else.
std::optional<std::uint32_t> hexadecimal(std::string_view digits) {
    std::uint32_t code = 0;
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, code, 16);
    return digits.size() == 4 && read.ec == std::errc{} && read.ptr == end ? std::optional{code} : std::nullopt;
}

std::string as_utf8(std::uint32_t code) {
    if (code < 0x80) { return {static_cast<char>(code)}; }
    if (code < 0x800) { return {static_cast<char>(0xc0U | code >> 6U), static_cast<char>(0x80U | (code & 0x3fU))}; }
    return {static_cast<char>(0xe0U | code >> 12U), static_cast<char>(0x80U | (code >> 6U & 0x3fU)),
            static_cast<char>(0x80U | (code & 0x3fU))};
}

/// What an escape of JSON that begins with this backslash stands for, where no text may have it.
std::string forbidden_escape(std::string_view json) {
    constexpr std::string_view controls = "bfnrt";
    constexpr std::string_view meant = "\b\f\n\r\t";
    if (json.size() < 2) { return {}; }
    if (const auto at = controls.find(json[1]); at != std::string_view::npos) {
        return code_name(static_cast<unsigned char>(meant[at]));
    }
    const auto code = json[1] == 'u' ? hexadecimal(json.substr(2, 4)) : std::nullopt;
    const bool surrogate = code && (*code & 0xf800U) == 0xd800U;
    return code && !surrogate ? forbidden_character(as_utf8(*code)) : std::string{};
}

void append_escaped(std::string& out, std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += "\\x";
        out += digits[byte >> 4U];
        out += digits[byte & 0xfU];
    }
}

}  // namespace

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view trimmed(std::string_view text) {
    const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && is_blank(text.front())) { text.remove_prefix(1); }
    while (!text.empty() && is_blank(text.back())) { text.remove_suffix(1); }
    return text;
}

std::string small_letters(std::string_view text) {
    std::string out{text};
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') { c = static_cast<char>(c - 'A' + 'a'); }
    }
    return out;
}

std::string capital_letters(std::string_view text) {
    std::string out{text};
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') { c = static_cast<char>(c - 'a' + 'A'); }
    }
    return out;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const auto to = std::min(text.find(separator, from), text.size());
        parts.push_back(trimmed(text.substr(from, to - from)));
        from = to + 1;
    }
    return parts;
}

std::string forbidden_character(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = character_size(text);
        if (size == 0) { return "a byte that is not UTF-8"; }
        const auto character = text.substr(0, size);
        if (is_hostile(character) && !is_direction_mark(code_of(character))) { return code_name(code_of(character)); }
        text.remove_prefix(size);
    }
    return {};
}

std::string forbidden_in_json(std::string_view json) {
    if (auto found = forbidden_character(json); !found.empty()) { return found; }
    for (auto at = json.find('\\'); at != std::string_view::npos; at = json.find('\\', at + 2)) {
        if (auto found = forbidden_escape(json.substr(at)); !found.empty()) { return found; }
    }
    return {};
}

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (std::size_t shown = 0; !text.empty(); ++shown) {
        if (shown == kMostCharacters) {
            out += "...";
            break;
        }
        const std::size_t size = character_size(text);
        const std::string_view character = text.substr(0, size == 0 ? 1 : size);
        if (size == 0 || is_hostile(character)) {
            append_escaped(out, character);
        } else {
            out += character;
        }
        text.remove_prefix(character.size());
    }
    return out + "'";
}

}  // namespace practice
