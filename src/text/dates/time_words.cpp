// SPDX-License-Identifier: MIT
#include "text/dates/time_words.h"

#include <fmt/format.h>

#include <array>

#include "practice/plain_text.h"

namespace practice::text {
namespace {

constexpr std::size_t kLongest = 200;

/// What comes with pasted text: no-break and narrow spaces (some systems put one before "PM").
constexpr std::array<std::string_view, 4> kOtherSpaces{"\u00a0", "\u202f", "\u2009", "\u3000"};

std::string with_plain_spaces(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        std::size_t size = 1;
        char c = text[0];
        for (const auto space : kOtherSpaces) {
            if (text.substr(0, space.size()) == space) {
                size = space.size();
                c = ' ';
            }
        }
        // A comma sets words apart in "tue, dec 1, 2027".
        const bool pause = c == ',' && (text.size() == 1 || text[1] == ' ');
        out += pause || c == '\t' ? ' ' : c;
        text.remove_prefix(size);
    }
    return out;
}

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 12> kMonthTitles{"January",   "February", "March",    "April",
                                                        "May",       "June",     "July",     "August",
                                                        "September", "October",  "November", "December"};

}  // namespace

Words::Words(std::string_view text, std::string_view what) : shown_{quoted(trimmed(text))} {
    if (text.size() > kLongest) {
        throw misuse(fmt::format("{} is too long: {}", what, shown_), "type it as 2026-12-01 14:00");
    }
    const std::string plain = small_letters(with_plain_spaces(text));
    for (const auto word : split(plain, ' ')) {
        if (!word.empty()) { words_.emplace_back(word); }
    }
    if (words_.empty()) { throw misuse(fmt::format("{} is empty", what), "type it as 2026-12-01 14:00"); }
}

std::string_view Words::peek(std::size_t ahead) const {
    return at_ + ahead < words_.size() ? std::string_view{words_[at_ + ahead]} : std::string_view{};
}

bool Words::take_if(std::string_view word) {
    if (peek() != word) { return false; }
    take();
    return true;
}

bool Words::part_date_and_time() {
    const std::string_view word = peek();
    const auto seam = word.find('t');
    if (seam == std::string_view::npos || seam + 1 == word.size() || !is_digit(word[0]) || !is_digit(word[seam + 1])) {
        return false;
    }
    if (word.substr(0, seam).find('-') == std::string_view::npos) { return false; }
    std::string time{word.substr(seam + 1)};
    words_[at_].resize(seam);
    words_.insert(words_.begin() + static_cast<std::ptrdiff_t>(at_) + 1, std::move(time));
    return true;
}

std::optional<int> small_number(std::string_view digits) {
    if (digits.size() > 9 || !all_digits(digits)) { return std::nullopt; }
    int value = 0;
    for (const char c : digits) { value = value * 10 + (c - '0'); }
    return value;
}

std::optional<unsigned> month_named(std::string_view word) {
    if (word == "sept") { return 9; }
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        const auto name = kMonths.at(i);
        if (word == name || word == name.substr(0, 3)) { return static_cast<unsigned>(i) + 1; }
    }
    return std::nullopt;
}

std::string_view long_month_name(unsigned month) {
    return kMonthTitles.at(month - 1);
}

std::optional<std::chrono::year_month> parse_month(std::string_view word) {
    if (word.size() != 7 || word[4] != '-') { return std::nullopt; }
    const auto year = small_number(word.substr(0, 4));
    const auto month = small_number(word.substr(5));
    if (!year || !month || !make_date(*year, static_cast<unsigned>(*month), 1)) { return std::nullopt; }
    return std::chrono::year{*year} / *month;
}

Refusal out_of_calendar(std::string_view shown) {
    return misuse(fmt::format("{} is out of the calendar", shown),
                  fmt::format("dates run from {} to {}", to_string(kFirstDate), to_string(kLastDate)));
}

Date checked_date(std::string_view shown, std::int64_t year, unsigned month, unsigned day) {
    if (month < 1 || month > 12) {
        throw misuse(fmt::format("{} does not exist: there is no month {}", shown, month), "months run from 1 to 12");
    }
    if (year < 1900 || year > 9999) { throw out_of_calendar(shown); }
    const auto date = make_date(static_cast<int>(year), month, day);
    if (date) { return *date; }
    const auto last = std::chrono::year{static_cast<int>(year)} / std::chrono::month{month} / std::chrono::last;
    throw misuse(fmt::format("{} does not exist; {} {} has {} days", shown, long_month_name(month), year,
                             static_cast<unsigned>(last.day())),
                 fmt::format("its last day is {}", to_string(Date{last})));
}

}  // namespace practice::text
