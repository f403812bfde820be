// SPDX-License-Identifier: MIT
// Amounts of money: whole minor units and a currency, never a binary fraction.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace practice {

/// An ISO 4217 code of three capital letters, and how many decimals its amounts have (USD 2, JPY 0).
class Currency {
public:
    /// Nullopt for anything but the code of a currency in use.
    [[nodiscard]] static std::optional<Currency> from_code(std::string_view code);

    [[nodiscard]] std::string_view code() const { return {code_, 3}; }
    [[nodiscard]] int decimals() const { return decimals_; }
    bool operator==(const Currency&) const = default;

    /// ISO 4217's code for "no currency".
    constexpr Currency() = default;

private:
    char code_[4] = {'X', 'X', 'X', '\0'};
    int decimals_ = 2;
};

/// `minor` is in minor units (cents) of `currency`.
struct Money {
    std::int64_t minor = 0;
    Currency currency;
    bool operator==(const Money&) const = default;
};

/// Nullopt on overflow, or when the currencies differ.
[[nodiscard]] std::optional<Money> add(Money a, Money b);
/// Nullopt on overflow.
[[nodiscard]] std::optional<Money> times(Money amount, std::int64_t factor);

/// Without the currency: "150.00", "0.00", "1500" for yen. Never a separator for thousands.
[[nodiscard]] std::string to_string(Money amount);

/// Reads "150", "150.5" and "150.00", not negative. Throws Refusal(misuse), saying what to type, for
/// a sign, a comma, more decimals than the currency has, and what does not fit.
[[nodiscard]] Money parse_money(std::string_view text, Currency currency);

}  // namespace practice
