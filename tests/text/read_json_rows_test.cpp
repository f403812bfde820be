// SPDX-License-Identifier: MIT
#include "text/rows/read_json_rows.h"

#include <catch2/catch.hpp>

#include "text/schedule_files.h"

using namespace practice;
using namespace practice::test;
using namespace std::string_literals;

namespace {

std::string read(const std::string& bytes, const ScheduleLimits& limits = {}) {
    return told(text::read_json_rows(bytes, some_columns(), limits));
}
std::string lines(const std::string& bytes, const ScheduleLimits& limits = {}) {
    return told(text::read_json_lines(bytes, some_columns(), limits));
}
std::string many(std::size_t count, const std::string& what) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) { out += what; }
    return out;
}

}  // namespace

TEST_CASE("JSON rows have the line they begin on") {
    CHECK(read("[\n {\"client\": \"Anna\",\n  \"note\": \"x\"},\n {\"client\": [\"Jo\", \"Lee\"]}\n]\n") ==
          "2: client=Anna note=x\n4: client=Jo client=Lee\n");
    CHECK(read("[]").empty());
    CHECK(read("\xef\xbb\xbf[{\"client\":\"A\"}]") == "1: client=A\n");
    CHECK(lines("{\"client\": \"Anna\"}\n\n{\"client\": \"Jo\"}\r\n") == "1: client=Anna\n3: client=Jo\n");
    CHECK(lines("").empty());
}

TEST_CASE("Numbers are the text that was written") {
    CHECK(read("[{\"service\": 90834, \"note\": 150.00}, {\"note\": 1e3}, {\"note\": 9223372036854775808},"
               " {\"note\": -1}]") ==
          "1: service=90834 note=150.00\n1: note=1e3\n1: note=9223372036854775808\n1: note=-1\n");
    CHECK(read("[{\"note\": 123456789012345678901234567890}]") == "1: note=123456789012345678901234567890\n");
    CHECK(read("[{\"note\":\n1e400}]") == "!! 2 this number is too large\n");
    CHECK(read("[{\"note\": 010}]") == "!! 1 this is not valid JSON\n");
    CHECK(read("[{\"note\": 0x1F}]") == "!! 1 this is not valid JSON\n");
    CHECK(read("[{\"note\": .inf}]") == "!! 1 this is not valid JSON\n");
}

TEST_CASE("null is nothing, and true and false are for switches") {
    CHECK(read("[{\"client\": \"A\", \"note\": null, \"virtual\": true}]") == "1: client=A virtual=yes\n");
    CHECK(read("[{\"client\": \"A\", \"virtual\": false}]") == "1: client=A\n");
    CHECK(read("[{\"client\": \"A\",\n\"note\": true}]") == "! 2 note: true is neither a text nor a number\n");
}

TEST_CASE("Lists are for columns of several values") {
    CHECK(read("[{\"except\": [\"2026-12-24\", \"2026-12-31\"]}]") == "1: except=2026-12-24,2026-12-31\n");
    CHECK(read("[{\"note\": [\"a\", \"b\"]}]") == "! 1 note: a list stands where one value is expected\n");
    CHECK(read("[{\"client\": [[\"a\"]]}]") == "! 1 client: a list stands inside a list\n");
    CHECK(read("[{\"client\": {\"name\": \"A\"}}]") == "! 1 client: an object stands where a value is expected\n");
}

TEST_CASE("Duplicate keys are refused") {
    CHECK(read("[{\"client\": \"A\",\n\"Client\": \"B\"}, {\"client\": \"C\"}]") ==
          "2: client=C\n! 2 client: the key 'Client' is here twice\n");
}

TEST_CASE("Unknown keys are told with the nearest known one") {
    const auto file = text::read_json_rows("[{\"clinet\": \"A\", \"nte\": 1}]", some_columns());
    CHECK(told(file) == "! 1 there is no key 'clinet'\n! 1 there is no key 'nte'\n");
    CHECK(file.problems.at(0).hint == "did you mean client?");
    CHECK(file.problems.at(0).source == "{\"clinet\": \"A\", \"nte\": 1}");
}

TEST_CASE("What is no list of rows is told") {
    CHECK(read("{\"client\": \"A\"}") == "!! 1 the file is a single object, not a list of rows\n");
    CHECK(read("{\"client\": \"A\"}\n{\"client\": \"B\"}") == "!! 1 the file is a single object, not a list of rows\n");
    CHECK(read("5") == "!! 1 the file is a single value, not a list of rows\n");
    CHECK(read("null") == "!! 1 the file is null, not a list of rows\n");
    CHECK(read("") == "!! 1 the file is empty\n");
    CHECK(read("[5, {\"client\": \"A\"}, [\"x\"], null]") ==
          "1: client=A\n! 1 a row is a single value here\n! 1 a row is a list here\n! 1 a row is null here\n");
    CHECK(lines("[{\"client\": \"A\"}]\n{\"client\": \"B\"}\n") == "2: client=B\n! 1 a row is a list here\n");
}

TEST_CASE("600 levels, and 100,000, are refused without being followed") {
    CHECK(read(many(600, "[")) ==
          "! 1 a row is a list here\n!! 1 lists and objects are nested deeper than 32 levels\n");
    CHECK(read(many(100'000, "[")).ends_with("nested deeper than 32 levels\n"));
    CHECK(read("[" + many(100'000, "{\"client\":")).ends_with("nested deeper than 32 levels\n"));
    CHECK(lines(many(100'000, "[") + "\n{\"client\": \"A\"}\n").ends_with("nested deeper than 32 levels\n"));
}

TEST_CASE("Broken JSON is told with its line, in our words") {
    CHECK(read("[\n{\"client\": \"A\"},\n{\"client\" \"B\"}\n]") == "2: client=A\n!! 3 this is not valid JSON\n");
    CHECK(read("[{\"client\": \"A\"") == "!! 1 the JSON ends too early\n");
    CHECK(read("[{\"client\": \"A}]\n") == "!! 1 a text holds a control character\n");
    CHECK(read("[{\"client\": \"\\ud800\"}]") == "!! 1 a \\u escape is half of a character\n");
    CHECK(read("[{\"client\": \"\xff\"}]") == "!! 1 this is not valid UTF-8\n");
    CHECK(read("[{\"client\": \"\xed\xa0\x80\"}]") == "!! 1 this is not valid UTF-8\n");
    CHECK(read("[]]") == "!! 1 this is not valid JSON\n");
    CHECK(read("[:") == "!! 1 this is not valid JSON\n");
    CHECK(read("\xff\xfe[\0"s) == "!! 1 the file is UTF-16 text\n");
    CHECK(read("[{\"client\": \"\\u001b[2J\"}]") ==
          "! 1 client: this value has a control character (U+001B, character 1)\n");
    CHECK(read("[{\"note\": \"a\\u0000b\"}]") ==
          "! 1 note: this value has a control character (U+0000, character 2)\n");
}

TEST_CASE("In JSON Lines every bad line is told, and the others are read") {
    const auto file =
        text::read_json_lines("{\"client\": \"A\"}\n{\"client\":\nnot json\n{\"client\": \"B\"}\n", some_columns());
    CHECK(told(file) == "1: client=A\n4: client=B\n! 2 the JSON ends too early\n! 3 this is not valid JSON\n");
    CHECK(file.problems.at(1).source == "not json");
}

TEST_CASE("Rows, keys and values have limits") {
    ScheduleLimits limits;
    limits.rows = 2;
    CHECK(read("[{\"client\":\"A\"},{\"client\":\"B\"},\n{\"client\":\"C\"},{\"client\":\"D\"}]", limits) ==
          "1: client=A\n1: client=B\n!! 2 the file has more than 2 rows\n");
    CHECK(lines("{\"client\":\"A\"}\n{\"client\":\"B\"}\n{\"client\":\"C\"}\n", limits) ==
          "1: client=A\n2: client=B\n!! 3 the file has more than 2 rows\n");
    CHECK(read("[{\"note\": \"" + std::string(65'537, 'x') + "\"}]") == "! 1 note: this value is longer than 64 kB\n");
    std::string keys;
    for (int i = 0; i < 10'000; ++i) { keys += "\"k" + std::to_string(i) + "\": 1, "; }
    CHECK(read("[{" + keys + "\"client\": \"A\"}]") == "!! 1 a row has more than 200 keys\n");
}

TEST_CASE("Keys that begin with # are comments, and a row of nothing else is none") {
    CHECK(read("[{\"#client\": \"who comes\"}, {\"#\": \"x\", \"client\": \"A\"}]") == "1: client=A\n");
    CHECK(lines("{\"#client\": [\"who\"]}\n").empty());
}

TEST_CASE("A row's source is its own text; one with a reason is written anew without it") {
    const auto file = text::read_json_rows(
        "[\n { \"client\": \"A\",\n   \"service\": 90834 },\n {\"client\": [\"B\", \"C\"], \"reason\": \"clash\"}]",
        some_columns());
    CHECK(file.rows.at(0).source == "{ \"client\": \"A\",\n   \"service\": 90834 }");
    CHECK(file.rows.at(1).source == "{\"client\":[\"B\",\"C\"]}");
    const std::string first{file.rows[0].source};
    CHECK(file.rejects_head + first + file.rejects_between + std::string{file.rows[1].source} + file.rejects_tail ==
          "[\n{ \"client\": \"A\",\n   \"service\": 90834 },\n{\"client\":[\"B\",\"C\"]}\n]\n");
}
