// SPDX-License-Identifier: MIT
#include "text/rows/schedule_text.h"

#include <algorithm>

#include "practice/refusal.h"
#include "text/fold.h"

namespace practice::text {

std::string_view without_mark(std::string_view bytes) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (bytes.starts_with(mark)) { bytes.remove_prefix(mark.size()); }
    return bytes;
}

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff") ||
           bytes.substr(0, 4).find('\0') != std::string_view::npos;
}

std::optional<TextFault> fault_of_text(std::string_view text) {
    // Line by line: the one that it is in is what a person looks for.
    std::size_t line = 0;
    for (std::size_t from = 0; from <= text.size(); ++line) {
        const auto to = std::min(text.find('\n', from), text.size());
        try {
            check_text(text.substr(from, to - from), "this value", text.size(), true);
        } catch (const Refusal& refusal) {
            const auto& problem = refusal.problems().front();
            return TextFault{line, problem.message, problem.hint};
        }
        if (text.substr(from, to - from).find('\r') != std::string_view::npos) {
            return TextFault{line, "this value has a carriage return", "end lines with a line feed"};
        }
        from = to + 1;
    }
    return std::nullopt;
}

std::string too_long(const ScheduleLimits& limits) {
    return "this value is longer than " + std::to_string(limits.cell_bytes / 1024) + " kB";
}

}  // namespace practice::text
