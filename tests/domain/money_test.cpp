// SPDX-License-Identifier: MIT
#include "practice/money.h"

#include <rapidcheck.h>
#include <limits>

#include <catch2/catch.hpp>

#include "support/refused.h"

using namespace practice;
using practice::test::refused;

namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Currency currency(std::string_view code) {
    return Currency::from_code(code).value();
}
Money usd(std::int64_t cents) {
    return {cents, currency("USD")};
}

}  // namespace

TEST_CASE("A currency is the code of one in use, with its decimals") {
    CHECK(currency("USD").decimals() == 2);
    CHECK(currency("JPY").decimals() == 0);
    CHECK(currency("KWD").decimals() == 3);
    CHECK(currency("CLF").decimals() == 4);
    CHECK(currency("EUR").code() == "EUR");
    for (const auto* code : {"usd", "US", "USDX", "XXX", "XTS", "XAU", "HRK", "", " EU", "EU ", "D A", "$"}) {
        CAPTURE(code);
        CHECK_FALSE(Currency::from_code(code));
    }
}

TEST_CASE("Amounts are read to the last minor unit") {
    struct Row {
        const char* text;
        const char* code;
        std::int64_t minor;
    };
    const Row rows[] = {
        {"150", "USD", 15000},
        {"150.5", "USD", 15050},
        {"150.50", "USD", 15050},
        {"0", "USD", 0},
        {"0.00", "USD", 0},
        {"0.01", "USD", 1},
        {"007", "USD", 700},
        {" 150.00 ", "USD", 15000},
        {"1500", "JPY", 1500},
        {"1.234", "KWD", 1234},
        {"1.5", "CLF", 15000},
        {"92233720368547758.07", "USD", kMost},
        {"9223372036854775807", "JPY", kMost},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text, row.code);
        CHECK(parse_money(row.text, currency(row.code)) == Money{row.minor, currency(row.code)});
    }
}

TEST_CASE("What is no amount is refused with what to type") {
    struct Row {
        const char* text;
        const char* code;
        const char* refusal;
    };
    const Row rows[] = {
        {"", "USD", "the amount is empty | type digits, such as 150.00"},
        {"-0.01", "USD", "'-0.01' has a sign; amounts are never negative | type digits alone, such as 150.00"},
        {"+5", "JPY", "'+5' has a sign; amounts are never negative | type digits alone, such as 150"},
        {"1.005", "USD", "'1.005' has too many decimals: USD has 2 | type 1.00 or 1.01"},
        {"1.000", "USD", "'1.000' has too many decimals: USD has 2 | type 1.00"},
        {"1.5", "JPY", "'1.5' has too many decimals: JPY has none | type 1 or 2"},
        {"1,234.56", "USD",
         "'1,234.56' has a comma; the decimal sign is a point and thousands are not separated | type 1234.56"},
        {"1.234,56", "USD",
         "'1.234,56' has a comma; the decimal sign is a point and thousands are not separated | type 1234.56"},
        {"12,50", "USD",
         "'12,50' has a comma; the decimal sign is a point and thousands are not separated | type 12.50"},
        {"1,234", "USD",
         "'1,234' has a comma; the decimal sign is a point and thousands are not separated | type 1234"},
        {"1,234", "KWD",
         "'1,234' has a comma; the decimal sign is a point and thousands are not separated | type 1234 or 1.234"},
        {"1,2,3", "USD", "'1,2,3' is not an amount | type digits alone, such as 150.00"},
        {"1e3", "USD", "'1e3' is not an amount | type digits alone, such as 150.00"},
        {"0x1F", "USD", "'0x1F' is not an amount | type digits alone, such as 150.00"},
        {"$150", "USD", "'$150' is not an amount | type digits alone, such as 150.00"},
        {"150 USD", "USD", "'150 USD' is not an amount | type digits alone, such as 150.00"},
        {".5", "USD", "'.5' is not an amount | type digits alone, such as 150.00"},
        {"5.", "USD", "'5.' is not an amount | type digits alone, such as 150.00"},
        {"1.2.3", "USD", "'1.2.3' is not an amount | type digits alone, such as 150.00"},
        {"nan", "USD", "'nan' is not an amount | type digits alone, such as 150.00"},
        {"92233720368547758.08", "USD",
         "'92233720368547758.08' is too large an amount | the largest is 92233720368547758.07"},
        {"9223372036854775808", "JPY",
         "'9223372036854775808' is too large an amount | the largest is 9223372036854775807"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        CHECK(refused([&] { return parse_money(row.text, currency(row.code)); }) == row.refusal);
    }
}

TEST_CASE("A megabyte is no amount, and is not repeated") {
    const std::string digits(1'000'000, '9');
    CHECK(refused([&] { return parse_money(digits, currency("USD")); }).size() < 200);
}

TEST_CASE("Sums and products know when they do not fit") {
    CHECK(add(usd(1), usd(2)) == usd(3));
    CHECK_FALSE(add(usd(1), Money{1, currency("EUR")}));
    CHECK_FALSE(add(usd(kMost), usd(1)));
    CHECK(times(usd(15000), 3) == usd(45000));
    CHECK_FALSE(times(usd(kMost / 2 + 1), 2));
}

TEST_CASE("Amounts are printed with all their decimals") {
    CHECK(to_string(usd(0)) == "0.00");
    CHECK(to_string(usd(5)) == "0.05");
    CHECK(to_string(usd(123456)) == "1234.56");
    CHECK(to_string(usd(-5)) == "-0.05");
    CHECK(to_string(usd(std::numeric_limits<std::int64_t>::min())) == "-92233720368547758.08");
    CHECK(to_string(Money{1500, currency("JPY")}) == "1500");
}

TEST_CASE("What is printed reads back equal") {
    CHECK(rc::check([](std::int64_t drawn) {
        for (const auto* code : {"USD", "JPY", "KWD", "CLF"}) {
            const Money money{drawn & kMost, currency(code)};
            RC_ASSERT(parse_money(to_string(money), money.currency) == money);
        }
    }));
}

TEST_CASE("Any bytes are an amount or a refusal") {
    const auto is_read_or_refused = [](const std::string& text) {
        test::survives([&] { return parse_money(text, currency("USD")); });
    };
    CHECK(rc::check(is_read_or_refused));
}
