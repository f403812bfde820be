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

namespace {

/// The bytes at the beginning of `text` that a screen may have although they are control characters.
std::size_t allowed(std::string_view text) {
    if (text.front() == '\n' || text.front() == '\t') { return 1; }
    return text.starts_with("\r\n") ? 2 : 0;
}

/// The bytes of the colour at the beginning of `text`, as painted() marks it: one or two digits and "m".
std::size_t paint(std::string_view text) {
    if (text.front() != '\377') { return 0; }
    const auto end = text.find_first_not_of("0123456789", 1);
    return end != std::string_view::npos && end > 1 && end <= 3 && text[end] == 'm' ? end + 1 : 0;
}

}  // namespace

std::string for_screen(std::string_view lines, bool colours) {
    const auto plain = [](char c) { return (c >= ' ' && c <= '~') || c == '\n'; };
    std::string out;
    out.reserve(lines.size());
    while (!lines.empty()) {
        const auto clean = std::find_if_not(lines.begin(), lines.end(), plain);
        out.append(lines.begin(), clean);
        lines.remove_prefix(static_cast<std::size_t>(clean - lines.begin()));
        if (lines.empty()) { break; }
        if (const auto bytes = allowed(lines); bytes > 0) {
            out += lines.substr(0, bytes);
            lines.remove_prefix(bytes);
            continue;
        }
        if (const auto bytes = paint(lines); bytes > 0 && colours) {
            out.append("\x1b[").append(lines.substr(1, bytes - 1));
            lines.remove_prefix(bytes);
            continue;
        }
        const Character next = first_character(lines);
        out += must_be_escaped(next) ? escaped(next) : std::string{next.bytes};
        lines.remove_prefix(next.bytes.size());
    }
    return out;
}

namespace {

/// How many characters of ASCII that need no look it begins with.
std::size_t plain_at_front(std::string_view data) {
    const auto plain = [](char c) { return (c >= ' ' && c <= '~') || c == '\n' || c == '\r' || c == '\t'; };
    return static_cast<std::size_t>(std::ranges::find_if_not(data, plain) - data.begin());
}

bool is_refused(const Character& character) {
    return !character.valid || !fault_of(character.code, true).empty();
}

}  // namespace

bool is_for_programs(std::string_view data) {
    data.remove_prefix(plain_at_front(data));
    while (!data.empty()) {
        const Character next = first_character(data);
        if (is_refused(next)) { return false; }
        data.remove_prefix(next.bytes.size());
        data.remove_prefix(plain_at_front(data));
    }
    return true;
}

std::string for_programs(std::string_view data) {
    std::string out;
    out.reserve(data.size());
    while (!data.empty()) {
        const auto plain = plain_at_front(data);
        out += data.substr(0, plain);
        data.remove_prefix(plain);
        if (data.empty()) { break; }
        const Character next = first_character(data);
        out += is_refused(next) ? escaped(next) : std::string{next.bytes};
        data.remove_prefix(next.bytes.size());
    }
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
