// SPDX-License-Identifier: MIT
#include "practice/money.h"

#include <limits>
#include <vector>

#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

/// "150.00", "150" for yen.
std::string example(Currency currency) {
    std::int64_t minor = 150;
    for (int i = 0; i < currency.decimals(); ++i) { minor *= 10; }
    return to_string(Money{minor, currency});
}

/// The whole amount without its separators, when every group but the first has three digits.
std::optional<std::string> without_thousands(std::string_view text, char separator) {
    std::string digits;
    std::size_t group = 0;
    bool first = true;
    for (const char c : text) {
        if (c == separator) {
            if (first ? group == 0 || group > 3 : group != 3) { return std::nullopt; }
            first = false;
            group = 0;
        } else if (is_digit(c)) {
            digits += c;
            ++group;
        } else {
            return std::nullopt;
        }
    }
    if (!first && group != 3) { return std::nullopt; }
    return digits;
}

/// What an amount with separators may have meant: "1,234.56", "1.234,56", "12,50".
std::vector<std::string> readings_with_separators(std::string_view text, Currency currency) {
    std::vector<std::string> readings;
    if (const auto whole = without_thousands(text, ',')) { readings.push_back(*whole); }
    const auto last = text.find_last_of(",.");
    const auto decimals = text.substr(last + 1);
    const char thousands = text[last] == ',' ? '.' : ',';
    const auto whole = without_thousands(text.substr(0, last), thousands);
    const bool fits = decimals.size() <= static_cast<std::size_t>(currency.decimals());
    if (whole && !whole->empty() && fits && all_digits(decimals)) {
        readings.push_back(*whole + '.' + std::string{decimals});
    }
    return readings;
}

Refusal too_large(std::string_view text, Currency currency) {
    return misuse(quoted(text) + " is too large an amount", "the largest is " + to_string(Money{kMost, currency}));
}

Refusal malformed(std::string_view text, Currency currency) {
    return misuse(quoted(text) + " is not an amount", "type digits alone, such as " + example(currency));
}

/// `whole` and `decimals` are digits, `decimals` no more than the currency has.
Money made(std::string_view text, std::string_view whole, std::string_view decimals, Currency currency) {
    std::string digits = std::string{whole} + std::string{decimals};
    digits.append(static_cast<std::size_t>(currency.decimals()) - decimals.size(), '0');
    std::int64_t minor = 0;
    for (const char c : digits) {
        const int digit = c - '0';
        if (minor > (kMost - digit) / 10) { throw too_large(text, currency); }
        minor = minor * 10 + digit;
    }
    return {minor, currency};
}

Refusal too_many_decimals(std::string_view text, std::string_view whole, std::string_view decimals, Currency currency) {
    const auto fitting = static_cast<std::size_t>(currency.decimals());
    const std::string message = quoted(text) + " has too many decimals: " + std::string{currency.code()} +
                                (fitting == 0 ? " has none" : " has " + std::to_string(fitting));
    const Money below = made(text, whole, decimals.substr(0, fitting), currency);
    const auto rest = decimals.substr(fitting);
    const bool exact = rest.find_first_not_of('0') == std::string_view::npos;
    if (exact || below.minor == kMost) { return misuse(message, "type " + to_string(below)); }
    return misuse(message, "type " + to_string(below) + " or " + to_string(Money{below.minor + 1, currency}));
}

}  // namespace

std::optional<Money> add(Money a, Money b) {
    if (!(a.currency == b.currency)) { return std::nullopt; }
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.minor, b.minor, &sum)) { return std::nullopt; }
    return Money{sum, a.currency};
}

std::optional<Money> times(Money amount, std::int64_t factor) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(amount.minor, factor, &product)) { return std::nullopt; }
    return Money{product, amount.currency};
}

std::string to_string(Money amount) {
    const bool negative = amount.minor < 0;
    // Unsigned, because the smallest number has no positive counterpart.
    const auto magnitude = static_cast<std::uint64_t>(amount.minor);
    std::string digits = std::to_string(negative ? 0 - magnitude : magnitude);
    const auto decimals = static_cast<std::size_t>(amount.currency.decimals());
    if (digits.size() <= decimals) { digits.insert(0, decimals + 1 - digits.size(), '0'); }
    if (decimals > 0) { digits.insert(digits.size() - decimals, 1, '.'); }
    return negative ? '-' + digits : digits;
}

Money parse_money(std::string_view raw, Currency currency) {
    const std::string_view text = trimmed(raw);
    if (text.empty()) { throw misuse("the amount is empty", "type digits, such as " + example(currency)); }
    constexpr std::size_t longest = 100;
    if (text.size() > longest) { throw malformed(text, currency); }
    if (text[0] == '-' || text[0] == '+') {
        throw misuse(quoted(text) + " has a sign; amounts are never negative",
                     "type digits alone, such as " + example(currency));
    }
    if (text.find(',') != std::string_view::npos) {
        const auto readings = readings_with_separators(text, currency);
        if (readings.empty()) { throw malformed(text, currency); }
        throw misuse(quoted(text) + " has a comma; the decimal sign is a point and thousands are not separated",
                     "type " + readings[0] + (readings.size() > 1 ? " or " + readings[1] : ""));
    }
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    const std::string_view decimals = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
    if (!all_digits(whole) || (point != std::string_view::npos && !all_digits(decimals))) {
        throw malformed(text, currency);
    }
    if (decimals.size() > static_cast<std::size_t>(currency.decimals())) {
        throw too_many_decimals(text, whole, decimals, currency);
    }
    return made(text, whole, decimals, currency);
}

}  // namespace practice
