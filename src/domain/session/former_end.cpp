// SPDX-License-Identifier: MIT
#include "practice/former_end.h"

#include <charconv>

namespace practice {
namespace {

std::string joined(const std::vector<Date>& dates) {
    std::string text;
    for (const auto date : dates) { text += (text.empty() ? "" : ",") + to_string(date); }
    return text;
}

/// What stands before the separator, which is taken off `text` with it.
std::string_view take_until(std::string_view& text, char separator) {
    const auto at = text.find(separator);
    const auto part = text.substr(0, at);
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
    return part;
}

bool read_dates(std::string_view text, std::vector<Date>& dates) {
    while (!text.empty()) {
        const auto date = parse_iso_date(take_until(text, ','));
        if (!date) { return false; }
        dates.push_back(*date);
    }
    return true;
}

bool read_part(std::string_view key, std::string_view value, FormerEnd& former) {
    if (key == "never") { return value.empty(); }
    if (key == "count") {
        int count = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
        if (error != std::errc{} || end != value.data() + value.size() || count < 1) { return false; }
        former.count = count;
        return true;
    }
    if (key == "until") {
        former.until = parse_iso_date(value);
        return former.until.has_value();
    }
    if (key == "excluded") { return read_dates(value, former.excluded); }
    if (key == "added") { return read_dates(value, former.added); }
    return key == "cancelled" && read_dates(value, former.cancelled);
}

}  // namespace

std::string to_string(const FormerEnd& former) {
    std::string text = former.count   ? "count=" + std::to_string(*former.count)
                       : former.until ? "until=" + to_string(*former.until)
                                      : std::string{"never"};
    if (!former.excluded.empty()) { text += " excluded=" + joined(former.excluded); }
    if (!former.added.empty()) { text += " added=" + joined(former.added); }
    if (!former.cancelled.empty()) { text += " cancelled=" + joined(former.cancelled); }
    return text;
}

std::optional<FormerEnd> parse_former_end(std::string_view text) {
    FormerEnd former;
    if (text.empty()) { return std::nullopt; }
    while (!text.empty()) {
        auto part = take_until(text, ' ');
        const auto key = take_until(part, '=');
        if (!read_part(key, part, former)) { return std::nullopt; }
    }
    return former;
}

}  // namespace practice
