// SPDX-License-Identifier: MIT
#include "text/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace practice::text {
namespace {

constexpr CodePoint kReplacement = 0xfffd;
constexpr CodePoint kEmojiStyle = 0xfe0f;

bool within(CodePoint code, CodePoint first, CodePoint last) {
    return first <= code && code <= last;
}

bool is_pictograph(CodePoint code) {
    const auto bound = utf8proc_get_property(code)->boundclass;
    const bool in_emoji_block = within(code, 0x1f300, 0x1faff);  // newer emoji than the tables know
    return bound == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC ||
           (in_emoji_block && utf8proc_category(code) == UTF8PROC_CATEGORY_CN);
}

std::size_t columns_alone(CodePoint code) {
    // The medial and final parts of a Korean syllable are drawn into its first.
    if (within(code, 0x1160, 0x11ff) || within(code, 0xd7b0, 0xd7ff)) { return 0; }
    if (is_pictograph(code) && code >= 0x1f300 && utf8proc_category(code) == UTF8PROC_CATEGORY_CN) { return 2; }
    return static_cast<std::size_t>(std::max(0, utf8proc_charwidth(code)));
}

/// Adds up a cluster's columns while its characters come by.
class ClusterColumns {
public:
    void add(CodePoint code) {
        const auto bound = utf8proc_get_property(code)->boundclass;
        if (first_) {
            first_ = false;
            pictograph_ = is_pictograph(code);
            flag_ = bound == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR;
            columns_ = columns_alone(code);
        } else if (code == kEmojiStyle) {
            columns_ = std::max<std::size_t>(columns_, columns_ == 1 ? 2 : 0);
        } else if (flag_) {
            columns_ = 2;
        } else if (pictograph_) {
            columns_ = std::max(columns_, columns_alone(code));
        } else {
            columns_ += columns_alone(code);
        }
    }
    [[nodiscard]] std::size_t columns() const { return columns_; }

private:
    bool first_ = true;
    bool pictograph_ = false;
    bool flag_ = false;
    std::size_t columns_ = 0;
};

}  // namespace

Character first_character(std::string_view text) {
    CodePoint code = 0;
    const auto limit = static_cast<utf8proc_ssize_t>(std::min<std::size_t>(text.size(), 4));
    const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), limit, &code);
    if (size <= 0) { return {kReplacement, text.substr(0, 1), false}; }
    return {code, text.substr(0, static_cast<std::size_t>(size)), true};
}

void append_utf8(std::string& out, CodePoint code) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(code, bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

bool is_control(CodePoint code) {
    return within(code, 0, 0x1f) || within(code, 0x7f, 0x9f);
}
bool is_line_separator(CodePoint code) {
    return code == 0x2028 || code == 0x2029;
}
bool is_bidirectional_control(CodePoint code) {
    return within(code, 0x202a, 0x202e) || within(code, 0x2066, 0x2069);
}
bool is_direction_mark(CodePoint code) {
    return code == 0x200e || code == 0x200f || code == 0x061c;
}
bool is_space(CodePoint code) {
    return within(code, 0x09, 0x0d) || code == 0x85 || is_line_separator(code) ||
           utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}
bool is_mark(CodePoint code) {
    const auto category = utf8proc_category(code);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

Cluster first_cluster(std::string_view text) {
    ClusterColumns columns;
    utf8proc_int32_t state = 0;
    CodePoint previous = 0;
    std::size_t size = 0;
    while (size < text.size()) {
        const Character next = first_character(text.substr(size));
        if (size > 0 && utf8proc_grapheme_break_stateful(previous, next.code, &state)) { break; }
        columns.add(next.code);
        previous = next.code;
        size += next.bytes.size();
    }
    return {text.substr(0, size), columns.columns()};
}

}  // namespace practice::text
