// SPDX-License-Identifier: MIT
#include "config/schedule_file.h"

#include <catch2/catch.hpp>

#include "text/schedule_files.h"

using namespace practice;
using namespace practice::config;
using namespace practice::test;

namespace {

ScheduleFile rows_of(const std::string& text, const ScheduleLimits& limits = {}) {
    return read_yaml_rows(SourceText{"schedule.yaml", text}, some_columns(), limits);
}
std::string read(const std::string& text, const ScheduleLimits& limits = {}) {
    return told(rows_of(text, limits));
}
std::string many(std::size_t count, const std::string& what) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) { out += what; }
    return out;
}

}  // namespace

TEST_CASE("YAML rows have the line they begin on") {
    CHECK(read("# mine\n- client: Anna\n  note: x\n\n- client: [Jo, Lee]\n") ==
          "2: client=Anna note=x\n5: client=Jo client=Lee\n");
    CHECK(read("[{client: Anna}, {client: Jo}]") == "1: client=Anna\n1: client=Jo\n");
    CHECK(read("").empty());
    CHECK(read("# nothing yet\n").empty());
    CHECK(read("\xef\xbb\xbf- client: A\n") == "1: client=A\n");
}

TEST_CASE("YAML scalars are the text that was written") {
    for (const std::string text : {"010", "0x1F", "1e3", ".inf", "NO", "22:30", "90834", "150.00",
                                   "9223372036854775808", "1e400", "true", "2026-12-01"}) {
        CHECK(read("- note: " + text + "\n") == "1: note=" + text + "\n");
    }
    CHECK(read("- {client: A, virtual: true}\n- {client: B, virtual: no}\n") ==
          "1: client=A virtual=yes\n2: client=B\n");
}

TEST_CASE("null is nothing, unless it is a text in quotes") {
    CHECK(read("- {client: A, note: null}\n- {client: B, note: ~}\n- {client: C, note: }\n") ==
          "1: client=A\n2: client=B\n3: client=C\n");
    CHECK(read("- client: \"Null\"\n- client: Ann Null\n") == "1: client=Null\n2: client=Ann Null\n");
}

TEST_CASE("An alias bomb and a list in itself are refused") {
    CHECK(read("- &a [x, x]\n- client: *a\n") == "!! 1 anchors (&) and aliases (*) are not read here\n");
    CHECK(read("&a [*a]") == "!! 1 anchors (&) and aliases (*) are not read here\n");
    CHECK(read("- client: !2 x\n") == "!! 1 tags (!) are not read here\n");
}

TEST_CASE("600 levels of YAML are refused") {
    CHECK(read("- client: " + many(600, "[") + many(600, "]")) ==
          "!! 1 lists and maps are nested deeper than 32 levels\n");
}

TEST_CASE("Broken YAML is told with its line") {
    CHECK(read("- client: A\n- [:\n").starts_with("!! "));
    CHECK(read("- client: \"A\n- client: B\n") == "!! 2 a quote before this place is not closed\n");
    CHECK(read("- client: A\n  note: \xff\n") == "!! 2 this line is not valid UTF-8\n");
}

TEST_CASE("Duplicate keys are refused in YAML, however they are written") {
    CHECK(read("- client: A\n  client: B\n") == "!! 2 the key 'client' is here twice\n");
    CHECK(read("- time-zone: UTC\n  time_zone: UTC\n- client: A\n") ==
          "3: client=A\n! 2 time-zone: the key 'time_zone' is here twice\n");
}

TEST_CASE("What is no list of rows is told in YAML") {
    CHECK(read("client: A\n") == "!! 1 the file is not a list of rows\n");
    CHECK(read("- A\n- client: B\n") == "2: client=B\n! 1 a row is not a map here\n");
    CHECK(read("- clinet: A\n  nte: x\n") == "! 1 there is no key 'clinet'\n! 2 there is no key 'nte'\n");
    CHECK(read("- note: [a, b]\n- client: {name: A}\n- client: [[A]]\n- except: [2026-12-24, 2026-12-31]\n") ==
          "4: except=2026-12-24,2026-12-31\n! 1 note: a list stands where one value is expected\n"
          "! 2 client: a map stands where a value is expected\n! 3 client: a list or map stands inside a list\n");
}

TEST_CASE("More YAML rows than the limit are refused") {
    ScheduleLimits limits;
    limits.rows = 2;
    CHECK(read("- client: A\n- client: B\n- client: C\n", limits) ==
          "1: client=A\n2: client=B\n!! 3 the file has more than 2 rows\n");
}

TEST_CASE("A YAML row's source is its own lines, or the row anew") {
    const auto file = rows_of(
        "# mine\n  - client: A  # who\n    note: >\n      long\n      text\n\n  # the next\n  - {client: B, service: "
        "90834}\n"
        "  - client: [C, D]\n    reason: clash\n");
    REQUIRE(file.rows.size() == 3);
    CHECK(file.rows[0].source == "- client: A  # who\n  note: >\n    long\n    text");
    CHECK(file.rows[1].source == "- {client: \"B\", service: \"90834\"}");
    CHECK(file.rows[2].source == "- {client: [\"C\", \"D\"]}");
    std::string sources;
    for (const auto& row : file.rows) { sources += std::string{row.source} + "\n"; }
    const auto again = rows_of(sources);
    CHECK(again.rows.size() == 3);
    CHECK(told(again).starts_with("1: client=A note=long text"));
}
