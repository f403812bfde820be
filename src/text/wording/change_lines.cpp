// SPDX-License-Identifier: MIT
#include "text/wording/change_lines.h"

#include <fmt/format.h>

namespace practice::text {

std::string labelled_line(std::string_view label, std::string_view text) {
    return fmt::format("  {:<8} {}\n", label, text);
}

std::string dates_in_words(const std::vector<Date>& dates) {
    std::string text;
    for (std::size_t i = 0; i < dates.size() && i < kMostListed; ++i) {
        text += (text.empty() ? "" : ", ") + to_string(dates[i]);
    }
    if (dates.size() > kMostListed) { text += fmt::format(" and {} more", dates.size() - kMostListed); }
    return text;
}

}  // namespace practice::text
