// SPDX-License-Identifier: MIT
// Lengths and plain numbers.
#include <fmt/format.h>

#include <algorithm>

#include "practice/plain_text.h"
#include "text/dates/time_words.h"

namespace practice::text {
namespace {

constexpr std::string_view kLengthHint = "type minutes as 50, or 50m, 1h20m, 1:20";

bool is_hours(std::string_view unit) {
    return unit == "h" || unit == "hr" || unit == "hrs" || unit == "hour" || unit == "hours";
}
bool is_minutes(std::string_view unit) {
    return unit == "m" || unit == "min" || unit == "mins" || unit == "minute" || unit == "minutes";
}

struct Part {
    int number = 0;
    std::string_view unit;  // may be empty
};
/// "1h", "20 minutes", "20": taken off `text`.
std::optional<Part> take_part(std::string_view& text) {
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto number = small_number(text.substr(0, digits));
    if (!number) { return std::nullopt; }
    text = trimmed(text.substr(digits));
    const auto letters = std::min(text.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), text.size());
    const Part part{*number, text.substr(0, letters)};
    text = trimmed(text.substr(letters));
    return part;
}

/// Minutes in "50", "1h20m", "1h20"; nullopt for what is no length.
std::optional<std::int64_t> in_minutes(std::string_view text) {
    const auto first = take_part(text);
    if (!first) { return std::nullopt; }
    if (first->unit.empty() && text.size() == 3 && text[0] == ':') {  // "1:20"
        const auto minutes = small_number(text.substr(1));
        if (!minutes || *minutes > 59) { return std::nullopt; }
        return std::int64_t{first->number} * 60 + *minutes;
    }
    if (text.empty() && (first->unit.empty() || is_minutes(first->unit))) { return first->number; }
    if (!is_hours(first->unit)) { return std::nullopt; }
    if (text.empty()) { return std::int64_t{first->number} * 60; }
    const auto second = take_part(text);
    const bool minutes = second && (second->unit.empty() || is_minutes(second->unit));
    if (!minutes || !text.empty() || second->number > 59) { return std::nullopt; }
    return std::int64_t{first->number} * 60 + second->number;
}

}  // namespace

Length parse_length(std::string_view text) {
    constexpr std::size_t longest = 100;
    const auto minutes = text.size() > longest ? std::nullopt : in_minutes(small_letters(trimmed(text)));
    if (!minutes) { throw misuse(fmt::format("{} is not a length", quoted(trimmed(text))), std::string{kLengthHint}); }
    if (*minutes < 1 || *minutes > kLongestSession.count()) {
        throw misuse(fmt::format("{} is not a length: sessions take from 1 minute to 24 hours", quoted(trimmed(text))),
                     std::string{kLengthHint});
    }
    return Length{*minutes};
}

int parse_number(std::string_view text, std::string_view what, int least, int most) {
    std::string_view digits = trimmed(text);
    const bool negative = !digits.empty() && digits[0] == '-';
    if (negative) { digits.remove_prefix(1); }
    const auto size = small_number(digits);
    const int number = size ? (negative ? -*size : *size) : 0;
    if (!size || number < least || number > most) {
        throw misuse(fmt::format("{} must be a whole number from {} to {}, not {}", what, least, most, quoted(text)));
    }
    return number;
}

}  // namespace practice::text
