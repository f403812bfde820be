// SPDX-License-Identifier: MIT
// Characters that no stored text may have. A dump and a restored backup let them in, and session show printed them raw.
#include "practice/plain_text.h"

#include <catch2/catch.hpp>

using namespace practice;

TEST_CASE("control characters and those that turn or break a line are forbidden") {
    CHECK(forbidden_character("Ana\x1b[2J") == "U+001B");
    CHECK(forbidden_character("Ana\nSmith") == "U+000A");
    CHECK(forbidden_character("Ana\x7f") == "U+007F");
    CHECK(forbidden_character("Ana\xc2\x9b") == "U+009B");
    CHECK(forbidden_character("Ana\xe2\x80\xaeSmith") == "U+202E");
    CHECK(forbidden_character("Ana\xe2\x81\xa6") == "U+2066");
    CHECK(forbidden_character("Ana\xe2\x80\xa8") == "U+2028");
    CHECK(forbidden_character("Ana\xff") == "a byte that is not UTF-8");
}

TEST_CASE("marks of direction, and letters of every script, are allowed") {
    CHECK(forbidden_character("").empty());
    CHECK(forbidden_character("Zo\xc3\xab Garc\xc3\xad\x61, \xe5\xb1\xb1\xe7\x94\xb0 \xf0\x9f\x98\x80").empty());
    CHECK(forbidden_character("a\xe2\x80\x8f b\xe2\x80\x8e c\xd8\x9c").empty());
}

TEST_CASE("in JSON they are found as escapes too") {
    CHECK(forbidden_in_json(R"({"note":"a\u001b[2J"})") == "U+001B");
    CHECK(forbidden_in_json(R"({"note":"a\u202Eb"})") == "U+202E");
    CHECK(forbidden_in_json(R"({"note":"a\nb"})") == "U+000A");
    CHECK(forbidden_in_json(R"({"note":"a\bb"})") == "U+0008");
    CHECK(forbidden_in_json("{\"note\":\"a\xe2\x80\xae\"}") == "U+202E");
    CHECK(forbidden_in_json(R"({"note":"C:\\new \"b\" \u00e9 \ud83d\ude00 \u200f"})").empty());
    CHECK(forbidden_in_json("\\").empty());
}
