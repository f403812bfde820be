// SPDX-License-Identifier: MIT
// edge_cases.txt, case by case: a calendar file, or a part of one, and what the import makes of it. With
// PRACTICE_SHOW_CASES set, prints them as they come out instead.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iostream>

#include "ical/calendar_world.h"
#include "practice/plain_text.h"

using namespace practice;
using namespace practice::test;

namespace {

struct EdgeCase {
    std::string name;
    std::string input;  // as in the file
    std::string expected;
};

std::vector<EdgeCase> read_cases() {
    std::vector<EdgeCase> cases;
    std::ifstream file{std::string{TESTS_DIR} + "/ical/edge_cases.txt"};
    bool expected = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("=== ")) {
            cases.push_back({line.substr(4), {}, {}});
            expected = false;
        } else if (line == "---") {
            expected = true;
        } else if (!cases.empty() && !line.empty()) {
            (expected ? cases.back().expected : cases.back().input) += line + '\n';
        }
    }
    return cases;
}

bool has_flag(const EdgeCase& one, std::string_view flag) {
    return one.name.find('[' + std::string{flag} + ']') != std::string::npos;
}

/// "\xC3" as that byte.
std::string with_bytes(std::string text) {
    for (auto at = text.find("\\x"); at != std::string::npos; at = text.find("\\x", at + 1)) {
        text.replace(at, 4, 1, static_cast<char>(std::stoi(text.substr(at + 2, 2), nullptr, 16)));
    }
    return text;
}

/// What a case leaves out: the calendar around its events, and the event around its properties.
std::string whole_file(const EdgeCase& one) {
    auto text = one.input;
    if (!text.starts_with("BEGIN:")) { text = "BEGIN:VEVENT\n" + text + "END:VEVENT\n"; }
    if (!text.starts_with("BEGIN:VCALENDAR") && !has_flag(one, "bare")) {
        text = "BEGIN:VCALENDAR\nVERSION:2.0\n" + text + (has_flag(one, "cut off") ? "" : "END:VCALENDAR\n");
    }
    text = with_bytes(text);
    if (!has_flag(one, "LF")) {
        std::string lines;
        for (const char c : text) {
            if (c == '\n') { lines += '\r'; }
            lines += c;
        }
        text = lines;
    }
    return (has_flag(one, "BOM") ? "\xEF\xBB\xBF" : "") + text;
}

std::string outcome(const EdgeCase& one) {
    return told_or_refused(whole_file(one), has_flag(one, "--time-zone Europe/Paris") ? "Europe/Paris" : "");
}

}  // namespace

TEST_CASE("edge cases of calendar files") {
    const auto cases = read_cases();
    if (std::getenv("PRACTICE_SHOW_CASES") != nullptr) {
        for (const auto& one : cases) {
            std::cout << "=== " << one.name << '\n' << one.input << "---\n" << outcome(one) << '\n';
        }
        return;
    }
    REQUIRE(cases.size() >= 40);
    for (const auto& one : cases) {
        INFO(one.name);
        CHECK(outcome(one) == one.expected);
    }
}

TEST_CASE("a file nested two hundred thousand deep is refused, and fast") {
    std::string bomb = "BEGIN:VCALENDAR\r\n";
    for (int i = 0; i < 200'000; ++i) { bomb += "BEGIN:VEVENT\r\n"; }
    // Each BEGIN:VEVENT cuts the event before it off; none is inside another.
    const auto file = read_schedule(bomb);
    CHECK(file.rows.empty());
    CHECK(file.problems.size() > 200'000);
    std::string deep = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n";
    for (int i = 0; i < 200'000; ++i) { deep += "BEGIN:VALARM\r\n"; }
    CHECK(told_or_refused(deep).starts_with("refused: line 14: the components of this file are nested deeper"));
}

TEST_CASE("a file of one megabyte, folded at each octet, is read") {
    std::string text = "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261201T190000Z\r\nSUMMARY:Anna\r\n";
    text += "DESCRIPTION:x";
    for (int i = 0; i < 250'000; ++i) { text += "\r\n x"; }
    text += "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    CHECK(read_schedule(text).rows.size() == 1);
}

TEST_CASE("a SUMMARY too long for libical is named, not read") {
    const auto text =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTART:20261201T190000Z\r\nSUMMARY:" + std::string(100'000, 'x') +
        "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    CHECK(told(read_schedule(text)).starts_with("problem 5: SUMMARY is longer than 16384 bytes"));
}
