// SPDX-License-Identifier: MIT
#include "text/table.h"

#include <catch2/catch.hpp>

#include "text/fold.h"

using namespace practice::text;

namespace {

Table sessions() {
    return {{{"SESSION"}, {"CLIENT", false, 6}, {"PRICE", true}},
            {{{"12"}, {"Anna Holmgren Nilsson"}, {"150.00"}}, {{"12@2026-12-08"}, {"秀珍 石"}, {"95.00"}}}};
}

}  // namespace

TEST_CASE("A table is aligned and has no spaces at the ends of its lines") {
    CHECK(to_terminal(sessions(), {}) ==
          "SESSION        CLIENT                  PRICE\n"
          "12             Anna Holmgren Nilsson  150.00\n"
          "12@2026-12-08  秀珍 石                 95.00\n");
    CHECK(to_terminal({{{"A"}, {"B"}}, {{{"x"}, {""}}}}, {}) == "A  B\nx\n");
    CHECK(to_terminal({{{"A"}}, {}}, {}) == "A\n");
}

TEST_CASE("Only columns that allow it are cut to the screen") {
    CHECK(to_terminal(sessions(), {.width = 36}) ==
          "SESSION        CLIENT          PRICE\n"
          "12             Anna Holmgre…  150.00\n"
          "12@2026-12-08  秀珍 石         95.00\n");
}

TEST_CASE("Before anything is cut, a column goes in which nothing is said") {
    const Table table{{{"A", false, 2}, {"B", false, 2}, {"C"}}, {{{"aaaa"}, {""}, {"c"}}, {{"a"}, {""}, {"cc"}}}};
    CHECK(to_terminal(table, {.width = 11}) == "A     B  C\naaaa     c\na        cc\n");
    CHECK(to_terminal(table, {.width = 10}) == "A     C\naaaa  c\na     cc\n");
}

TEST_CASE("On a very narrow screen columns are cut past their least, then left out") {
    CHECK(to_terminal(sessions(), {.width = 25, .ascii = true}) ==
          "SESSION        C~   PRICE\n"
          "12             A~  150.00\n"
          "12@2026-12-08  ~    95.00\n");
    CHECK(to_terminal(sessions(), {.width = 1, .ascii = true}) ==
          "SESSION         PRICE\n"
          "12             150.00\n"
          "12@2026-12-08   95.00\n");
}

TEST_CASE("Wide columns share what there is") {
    const std::string wide(1'000'000, 'x');
    const Table table{{{"A", false, 2}, {"B", false, 2}, {"C", false, 2}}, {{{wide}, {wide}, {"yyy"}}}};
    CHECK(to_terminal(table, {.width = 20, .ascii = true}) == "A        B       C\nxxxxxx~  xxxxx~  yyy\n");
}

TEST_CASE("Colour stays inside its cell") {
    const Table table{{{"A"}, {"B"}}, {{{"x", Colour::red}, {"y"}}}};
    CHECK(for_screen(to_terminal(table, {.colour = true}), true) ==
          "\x1b[1mA\x1b[0m  \x1b[1mB\x1b[0m\n\x1b[31mx\x1b[0m  y\n");
}

TEST_CASE("Cells are harmless, and stay on their line") {
    const Table table{{{"A"}}, {{{"a\nb\x1b[2J"}}}};
    CHECK(to_terminal(table, {}) == "A\na b\\x1b[2J\n");
    CHECK(to_tsv(table) == "a b\\x1b[2J\n");
    CHECK(to_tsv({{{"A"}, {"B"}}, {{{"a\tb"}, {""}}, {{"c"}, {"d"}}}}) == "a b\t\nc\td\n");
}

TEST_CASE("A CSV cell is quoted where needed and never run by a spreadsheet") {
    struct Row {
        const char* cell;
        const char* written;
    };
    const Row rows[] = {
        {"plain", "plain"},
        {"a,b", "\"a,b\""},
        {"say \"hi\"", "\"say \"\"hi\"\"\""},
        {"a\nb", "\"a\nb\""},
        {"=1+1", "'=1+1"},
        {"+3", "+3"},
        {"-12.50", "-12.50"},
        {"-1+1", "'-1+1"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"\tx", "'\tx"},
        {"=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""},
        {" a", "\" a\""},
        {"", "\"\""},
        {"-", "'-"},
        {"+1.", "'+1."},
    };
    for (const auto& row : rows) {
        CAPTURE(row.cell);
        CHECK(csv_record({row.cell}) == std::string{row.written} + "\n");
    }
    CHECK(csv_record({"a", "", "b"}) == "a,,b\n");
}
