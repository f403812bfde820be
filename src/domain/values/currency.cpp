// SPDX-License-Identifier: MIT
// ISO 4217: the codes in use. Metals, test codes and the like (XAU, XTS, XXX) have no decimals and are
// no currencies; withdrawn ones (HRK, BGN ...) can no longer be charged.
#include <array>

#include "practice/money.h"

namespace practice {
namespace {

struct Group {
    int decimals;
    std::string_view codes;  // each followed by a space
};

constexpr std::array<Group, 4> kGroups{{
    {0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF "},
    {2,
     "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF "
     "CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD "
     "GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL "
     "MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR "
     "PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP "
     "TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG "},
    {3, "BHD IQD JOD KWD LYD OMR TND "},
    {4, "CLF UYW "},
}};

bool holds(std::string_view codes, std::string_view code) {
    for (std::size_t at = 0; at < codes.size(); at += 4) {
        if (codes.substr(at, 3) == code) { return true; }
    }
    return false;
}

}  // namespace

std::optional<Currency> Currency::from_code(std::string_view code) {
    if (code.size() != 3) { return std::nullopt; }
    for (const auto& group : kGroups) {
        if (holds(group.codes, code)) {
            Currency currency;
            code.copy(currency.code_, 3);
            currency.decimals_ = group.decimals;
            return currency;
        }
    }
    return std::nullopt;
}

}  // namespace practice
