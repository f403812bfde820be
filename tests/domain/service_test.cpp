// SPDX-License-Identifier: MIT
#include "practice/service.h"

#include <limits>

#include <catch2/catch.hpp>

using namespace practice;

namespace {

Money usd(std::int64_t cents) {
    return {cents, Currency::from_code("USD").value()};
}
ServiceLine line(std::int64_t cents, int units = 1, ChargedPer per = ChargedPer::session) {
    return {ServiceId{1}, "90834", "", units, usd(cents), {}, per};
}

}  // namespace

TEST_CASE("An amount is units times price, and times clients for a group") {
    CHECK(amount(line(15000), 2) == usd(15000));
    CHECK(amount(line(15000, 3), 2) == usd(45000));
    CHECK(amount(line(6000, 1, ChargedPer::client), 4) == usd(24000));
    CHECK(amount(line(6000, 2, ChargedPer::client), 4) == usd(48000));
    CHECK(amount(line(6000, 1, ChargedPer::client), 0) == usd(0));
}

TEST_CASE("A total is the sum of its lines, zero without any") {
    CHECK(total({}, 1, usd(0).currency) == usd(0));
    CHECK(total({line(15000), line(2500)}, 1, usd(0).currency) == usd(17500));
    CHECK_FALSE(total({line(15000)}, 1, Currency::from_code("EUR").value()));
}

TEST_CASE("What does not fit is no amount") {
    const std::int64_t most = std::numeric_limits<std::int64_t>::max();
    CHECK_FALSE(amount(line(most, 2), 1));
    CHECK_FALSE(amount(line(most, 1, ChargedPer::client), 2));
    CHECK_FALSE(total({line(most), line(1)}, 1, usd(0).currency));
}
