// SPDX-License-Identifier: MIT
#include "name_titles.h"

#include <algorithm>
#include <array>

#include "practice/plain_text.h"

namespace practice::names {
namespace {

using namespace std::string_view_literals;

/// Degrees and licences as the states of the USA write them, without dots. In the order of the alphabet.
constexpr auto kTitles = std::to_array(
    {"2nd"sv,    "3rd"sv,    "4th"sv,   "abpp"sv,  "acs"sv,      "acsw"sv,   "agnp"sv,  "agpcnp"sv, "amft"sv,
     "anp"sv,    "apcc"sv,   "apn"sv,   "aprn"sv,  "apsw"sv,     "arnp"sv,   "atc"sv,   "atr"sv,    "atrbc"sv,
     "bcaba"sv,  "bcba"sv,   "bcbad"sv, "bcd"sv,   "bsc"sv,      "bsn"sv,    "bsw"sv,   "cac"sv,    "cadc"sv,
     "cadcii"sv, "casac"sv,  "ccc"sv,   "ccca"sv,  "cccslp"sv,   "cdca"sv,   "cdn"sv,   "cfy"sv,    "cnm"sv,
     "cnp"sv,    "cns"sv,    "cota"sv,  "cotal"sv, "cpsychol"sv, "crna"sv,   "crnp"sv,  "dc"sv,     "dclinpsy"sv,
     "dcsw"sv,   "dds"sv,    "dmd"sv,   "dmin"sv,  "dnp"sv,      "dpt"sv,    "drph"sv,  "dsw"sv,    "dvm"sv,
     "edd"sv,    "esq"sv,    "faap"sv,  "fache"sv, "facp"sv,     "faota"sv,  "fapa"sv,  "fnp"sv,    "frcpsych"sv,
     "hspp"sv,   "ii"sv,     "iii"sv,   "imft"sv,  "inc"sv,      "iv"sv,     "jd"sv,    "jr"sv,     "lacmh"sv,
     "ladc"sv,   "lamft"sv,  "lapc"sv,  "lat"sv,   "lba"sv,      "lbsw"sv,   "lcac"sv,  "lcadc"sv,  "lcat"sv,
     "lcdc"sv,   "lcmft"sv,  "lcmh"sv,  "lcmhc"sv, "lcmhca"sv,   "lcmhcs"sv, "lcpc"sv,  "lcsw"sv,   "lcswa"sv,
     "lcswc"sv,  "lcswr"sv,  "ldn"sv,   "lgpc"sv,  "lgsw"sv,     "licsw"sv,  "limhp"sv, "lisac"sv,  "lisw"sv,
     "lisws"sv,  "llc"sv,    "llm"sv,   "llp"sv,   "lmft"sv,     "lmfta"sv,  "lmftc"sv, "lmhc"sv,   "lmhca"sv,
     "lmhcs"sv,  "lmhp"sv,   "lmsw"sv,  "lmt"sv,   "lpa"sv,      "lpc"sv,    "lpca"sv,  "lpcc"sv,   "lpci"sv,
     "lpcmh"sv,  "lpcs"sv,   "lpe"sv,   "lpn"sv,   "lscsw"sv,    "lssp"sv,   "lsw"sv,   "lswaic"sv, "ltd"sv,
     "lvn"sv,    "mba"sv,    "mbacp"sv, "mbbs"sv,  "md"sv,       "mdiv"sv,   "mfa"sv,   "mft"sv,    "mfta"sv,
     "mha"sv,    "mhs"sv,    "mpa"sv,   "mph"sv,   "mrcpsych"sv, "msc"sv,    "msed"sv,  "msn"sv,    "mssw"sv,
     "msw"sv,    "mtbc"sv,   "nbcc"sv,  "ncc"sv,   "nccc"sv,     "nd"sv,     "np"sv,    "ota"sv,    "otd"sv,
     "otr"sv,    "otrl"sv,   "pac"sv,   "pc"sv,    "pharmd"sv,   "phd"sv,    "plc"sv,   "pllc"sv,   "plmhp"sv,
     "plpc"sv,   "pmhcns"sv, "pmhnp"sv, "pnp"sv,   "psyd"sv,     "pta"sv,    "rbt"sv,   "rd"sv,     "rdn"sv,
     "rdt"sv,    "rn"sv,     "rpa"sv,   "slp"sv,   "sr"sv,       "swlc"sv,   "whnp"sv});

/// Names too, or short for one.
constexpr auto kTitlesOrNames =
    std::to_array({"alc"sv, "asw"sv, "aud"sv, "ba"sv, "bs"sv, "cap"sv, "do"sv, "ed"sv, "lac"sv, "ld"sv, "lp"sv, "ma"sv,
                   "mac"sv, "med"sv, "ms"sv, "ot"sv, "pa"sv, "pt"sv});

/// What follows a title's hyphen or slash: PA-C, OTR/L, FNP-BC, BCBA-D, LCSW-R, CCC-SLP, ATR-BC.
constexpr auto kBehindHyphens =
    std::to_array({"a"sv,   "aprn"sv, "b"sv,  "bc"sv, "c"sv, "ca"sv, "cnp"sv, "cs"sv,  "d"sv,  "i"sv, "ii"sv,
                   "iii"sv, "l"sv,    "np"sv, "p"sv,  "q"sv, "r"sv,  "s"sv,   "slp"sv, "sp"sv, "t"sv, "u"sv});

constexpr auto kTitlesBefore =
    std::to_array({"dipl"sv, "dr"sv, "fr"sv, "miss"sv, "mr"sv, "mrs"sv, "ms"sv, "mx"sv, "prof"sv, "rev"sv, "sir"sv});

static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));

bool is_sure(std::string_view plain) {
    return std::binary_search(kTitles.begin(), kTitles.end(), plain);
}

/// "pa-c", "otr/l", "fnp-bc": a title, and what specifies it.
bool is_compound(std::string_view plain) {
    const auto at = plain.find_first_of("-/");
    if (at == std::string_view::npos) { return false; }
    const auto first = plain.substr(0, at);
    if (!is_sure(first) && !is_one_of(kTitlesOrNames, first)) { return false; }
    for (auto rest = plain.substr(at + 1);;) {
        const auto end = rest.find_first_of("-/");
        const auto part = rest.substr(0, end);
        if (!is_one_of(kBehindHyphens, part) && !is_sure(part)) { return false; }
        if (end == std::string_view::npos) { return true; }
        rest.remove_prefix(end + 1);
    }
}

bool is_between(char c) {
    return c == ' ' || c == ',';
}

std::string_view without_end(std::string_view text) {
    while (!text.empty() && is_between(text.back())) { text.remove_suffix(1); }
    return text;
}

/// Behind the last space or comma of what ends with neither.
std::string_view last_word(std::string_view text) {
    const auto at = text.find_last_of(" ,");
    return at == std::string_view::npos ? text : text.substr(at + 1);
}

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
bool in_capitals(std::string_view word) {
    return std::none_of(word.begin(), word.end(), is_small);
}

/// Whether all behind the last comma may be titles, and before it there is a whole name: of more than one word.
bool is_list_behind_name(std::string_view text) {
    const auto comma = text.rfind(',');
    if (comma == std::string_view::npos) { return false; }
    for (const auto word : split(text.substr(comma + 1), ' ')) {
        const auto plain = plain_title(word);
        const bool may_be = plain.empty() || is_sure(plain) || is_compound(plain) || is_one_of(kTitlesOrNames, plain);
        if (!may_be) { return false; }
    }
    const auto before = without_end(text.substr(0, comma));
    const auto word = last_word(before);
    return word.size() < before.size() || is_list_behind_name(before);
}

bool is_title_of(std::string_view text, std::string_view word, std::string_view before) {
    const auto plain = plain_title(word);
    if (is_sure(plain) || is_compound(plain)) { return true; }
    if (!is_one_of(kTitlesOrNames, plain)) { return false; }
    const bool dotted = std::count(word.begin(), word.end(), '.') > 1;
    return dotted || is_list_behind_name(text) || (in_capitals(word) && !in_capitals(before));
}

bool has_word(std::string_view text) {
    return text.find_first_not_of(" ,.'-\"()") != std::string_view::npos;
}

}  // namespace

WithoutTitles without_titles(std::string_view text) {
    WithoutTitles found{without_end(text), {}};
    while (true) {
        const auto word = last_word(found.name);
        const auto before = without_end(found.name.substr(0, found.name.size() - word.size()));
        if (!has_word(before) || !is_title_of(found.name, word, before)) { break; }
        found.titles.insert(found.titles.begin(), word);
        found.name = before;
    }
    if (found.titles.empty()) { found.name = text; }
    return found;
}

std::string plain_title(std::string_view title) {
    auto plain = small_letters(title);
    std::erase(plain, '.');
    return plain;
}

bool is_title_behind(std::string_view word) {
    const auto plain = plain_title(word);
    return is_sure(plain) || is_compound(plain);
}

bool is_title_before(std::string_view word) {
    return is_one_of(kTitlesBefore, plain_title(word));
}

}  // namespace practice::names
