// SPDX-License-Identifier: MIT
// Text on its way into the database (checks) and onto a screen (width, cutting, escapes).
#include <fmt/format.h>

#include <algorithm>

#include "practice/refusal.h"
#include "text/fold.h"
#include "text/unicode.h"

namespace practice::text {
namespace {

/// More than any script stacks on one letter; what heaps up hundreds of them wants to paint over the screen.
constexpr int kMostMarks = 20;

/// What speaks against a character in stored text; empty: nothing.
std::string_view fault_of(CodePoint code, bool line_breaks) {
    const bool is_break = code == '\n' || code == '\r' || code == '\t';
    if (is_control(code)) {
        return is_break && line_breaks ? "" : is_break ? "a line break or tab" : "a control character";
    }
    if (is_bidirectional_control(code)) { return "a character that reverses the direction of writing"; }
    if (is_line_separator(code)) { return "a line separator"; }
    return {};
}

std::string escaped(const Character& character) {
    if (!character.valid) { return fmt::format("\\x{:02x}", static_cast<unsigned char>(character.bytes[0])); }
    switch (character.code) {
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        default: break;
    }
    return character.code < 0x80 ? fmt::format("\\x{:02x}", character.code) : fmt::format("\\u{:04x}", character.code);
}

bool must_be_escaped(const Character& character) {
    const CodePoint code = character.code;
    const bool annotation = code >= 0xfff9 && code <= 0xfffb;
    return !character.valid || is_control(code) || is_bidirectional_control(code) || is_direction_mark(code) ||
           is_line_separator(code) || annotation;
}

bool is_printable_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

void check_text(std::string_view text, std::string_view what, std::size_t most_bytes, bool line_breaks) {
    if (text.size() > most_bytes) {
        throw misuse(fmt::format("{} is too long: {} bytes, at most {} are kept", what, text.size(), most_bytes));
    }
    if (is_printable_ascii(text)) { return; }
    int marks = 0;
    std::size_t position = 1;
    for (auto rest = text; !rest.empty(); ++position) {
        const Character next = first_character(rest);
        if (!next.valid) {
            throw misuse(fmt::format("{} is not valid UTF-8 (at character {})", what, position),
                         "save the text as UTF-8");
        }
        if (const auto fault = fault_of(next.code, line_breaks); !fault.empty()) {
            throw misuse(fmt::format("{} has {} (U+{:04X}, character {})", what, fault, next.code, position),
                         "leave it out");
        }
        marks = is_mark(next.code) ? marks + 1 : 0;
        if (marks > kMostMarks) {
            throw misuse(
                fmt::format("{} has more than {} marks on one letter (character {})", what, kMostMarks, position),
                "leave them out");
        }
        rest.remove_prefix(next.bytes.size());
    }
}

std::size_t width(std::string_view text) {
    if (is_printable_ascii(text)) { return text.size(); }
    std::size_t columns = 0;
    while (!text.empty()) {
        const Cluster next = first_cluster(text);
        columns += next.columns;
        text.remove_prefix(next.bytes.size());
    }
    return columns;
}

std::string cut(std::string_view text, std::size_t columns, bool ascii) {
    const std::string_view mark = ascii ? "~" : "…";
    std::size_t used = 0;
    std::size_t kept = 0;  // bytes that leave a column for the mark
    for (std::size_t at = 0; at < text.size();) {
        const Cluster next = first_cluster(text.substr(at));
        used += next.columns;
        at += next.bytes.size();
        if (used > columns) {
            if (columns == 0) { return {}; }
            return std::string{text.substr(0, kept)}.append(mark);
        }
        if (used < columns) { kept = at; }
    }
    return std::string{text};
}

std::string pad(std::string_view text, std::size_t columns) {
    const std::size_t used = width(text);
    std::string out{text};
    out.append(used < columns ? columns - used : 0, ' ');
    return out;
}

std::string harmless(std::string_view text) {
    if (is_printable_ascii(text)) { return std::string{text}; }
    std::string out;
    while (!text.empty()) {
        const Character next = first_character(text);
        if (must_be_escaped(next)) {
            out += escaped(next);
        } else {
            out += next.bytes;
        }
        text.remove_prefix(next.bytes.size());
    }
    return out;
}

}  // namespace practice::text
