// SPDX-License-Identifier: MIT
#include "text/rows/read_csv.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>

#include "text/schedule_files.h"
#include "text/table.h"

using namespace practice;
using namespace practice::test;
using namespace std::string_literals;

namespace {

std::string read(const std::string& bytes, const ScheduleLimits& limits = {}) {
    return told(text::read_csv(bytes, some_columns(), limits));
}
std::string hint(const std::string& bytes) {
    return text::read_csv(bytes, some_columns()).problems.at(0).hint;
}
std::string many(std::size_t count, const std::string& what) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) { out += what; }
    return out;
}

}  // namespace

TEST_CASE("Rows have the line they begin on, also behind quoted line breaks") {
    CHECK(read("client,note\nAnna,\"two\nlines\"\r\nJo,x\n") ==
          "2: client=Anna note=two\nlines\n4: client=Jo note=x\n");
    CHECK(read("client,note\r\nAnna,x") == "2: client=Anna note=x\n");
    CHECK(read("client,note\n\nAnna,\n,\n") == "3: client=Anna\n");
}

TEST_CASE("Quotes are those of RFC 4180") {
    CHECK(read("client,note\nAnna,\"say \"\"hi\"\", twice\"\n") == "2: client=Anna note=say \"hi\", twice\n");
    CHECK(read("client,note\nAn\"na,x\nJo,y\n") ==
          "3: client=Jo note=y\n! 2 client: a quote stands inside a cell that does not begin with one\n");
    CHECK(read("client,note\n\"Anna\" Smith,x\nJo,y\n") ==
          "3: client=Jo note=y\n"
          "! 2 client: text stands behind the closing quote of a cell that begins on line 2\n");
}

TEST_CASE("An unclosed quote is told with the line it was opened on, and nothing is imported") {
    CHECK(read("client,note\nJo,\nAnna,\"two\nlines\nthree") ==
          "2: client=Jo\n!! 3 a quote is opened here and never closed\n");
}

TEST_CASE("A byte order mark is no part of the first header") {
    CHECK(read("\xef\xbb\xbf"
               "client\nAnna\n") == "2: client=Anna\n");
}

TEST_CASE("UTF-16 is told as such") {
    CHECK(read("\xff\xfe"
               "c\0l\0"s) == "!! 1 the file is UTF-16 text\n");
    CHECK(read("\0c\0l\0i"s) == "!! 1 the file is UTF-16 text\n");
}

TEST_CASE("Lines that end with carriage returns only are told as such") {
    CHECK(read("client,note\rAnna,x\rJo,y\r") == "!! 1 the lines end with carriage returns only\n");
    CHECK(read("client,note\nAn\rna,x\n") == "! 2 client: a carriage return stands inside a cell\n");
    CHECK(read("client,note\nAnna,\"x\ry\"\n") == "! 2 note: this value has a carriage return\n");
}

TEST_CASE("Bytes that are no UTF-8 are told with their line") {
    for (const auto* const bytes : {"\xff", "\xc0\x80", "\xed\xa0\x80", "\xe2\x82"}) {
        CHECK(read("client,note\nAnna,\"one\n"s + bytes + "\"\nJo,x\n") ==
              "4: client=Jo note=x\n! 3 note: this value is not valid UTF-8 (at character 1)\n");
    }
}

TEST_CASE("NUL, escapes and characters that turn the writing are refused in cells") {
    CHECK(read("client,note\nAnna,a\0b\n"s) == "! 2 note: this value has a control character (U+0000, character 2)\n");
    CHECK(read("client\nAnna\x1b[2J\n") == "! 2 client: this value has a control character (U+001B, character 5)\n");
    CHECK(read("client\n\xe2\x80\xaennA\n") ==
          "! 2 client: this value has a character that reverses the direction of writing (U+202E, character 1)\n");
    CHECK(read("client\nA\xc2\x9bnna\n") == "! 2 client: this value has a control character (U+009B, character 2)\n");
}

TEST_CASE("Names like formulas are names") {
    CHECK(read("client,note\n\"=HYPERLINK(\"\"http://x\"\")\",+1\n-Anna,@x\n") ==
          "2: client==HYPERLINK(\"http://x\") note=+1\n3: client=-Anna note=@x\n");
}

TEST_CASE("What the writer put before a cell for spreadsheets is taken away, and nothing else") {
    for (const auto* const cell :
         {"=1+1", "-Anna", "+x", "@x", "-5", "'=x", "''=x", "'Anna", "'", "''", "O'Hara", "-"}) {
        const auto file = text::csv_record({"client", "note"}) + text::csv_record({"Anna", cell});
        CHECK(read(file) == "2: client=Anna note="s + cell + "\n");
    }
    CHECK(text::csv_record({"=1", "x"}) == "'=1,x\n");
    CHECK(text::csv_record({"'=1", "'x"}) == "''=1,'x\n");
}

TEST_CASE("Semicolons and tabs separate where the header has those") {
    CHECK(read("client;note\nAnna;\"a;b\"\nJo;x,y\n") == "2: client=Anna note=a;b\n3: client=Jo note=x,y\n");
    CHECK(read("client\tnote\nAnna\tx\n") == "2: client=Anna note=x\n");
    CHECK(read("\"client;note\"\nAnna\n").find("header is missing") != std::string::npos);
}

TEST_CASE("A cell of several values has semicolons between them") {
    CHECK(read("client,service\nAnna; Jo ;,90834;90785\n") == "2: client=Anna client=Jo service=90834 service=90785\n");
    CHECK(read("client,except,note\nA,2026-12-24;2026-12-31,a;b\n") ==
          "2: client=A except=2026-12-24,2026-12-31 note=a;b\n");
}

TEST_CASE("Switches are yes or no") {
    CHECK(read("client,virtual\nA,yes\nB,No\nC,\nD,TRUE\nE,perhaps\n") ==
          "2: client=A virtual=yes\n3: client=B\n4: client=C\n5: client=D virtual=yes\n"
          "! 6 virtual: 'perhaps' is neither yes nor no\n");
}

TEST_CASE("Every unknown header is told, with the nearest known one") {
    const auto text = "Client,clinet,nte,at\n";
    CHECK(read(text) == "!! 1 there is no column 'clinet'\n!! 1 there is no column 'nte'\n");
    CHECK(hint("client,nte\n") == "did you mean note?");
    CHECK(hint("client,diagnosis\n").find("`map` 'diagnosis=COLUMN'") != std::string::npos);
}

TEST_CASE("Headers may be written with capitals, spaces and underscores") {
    CHECK(read("CLIENT, Time Zone ,\"AT\"\nA,UTC,x\n") == "2: client=A time-zone=UTC at=x\n");
    CHECK(read("client,time_zone\nA,UTC\n") == "2: client=A time-zone=UTC\n");
}

TEST_CASE("A duplicate, missing or empty header is refused") {
    CHECK(read("client,note,Client\nA,b,C\n").find("!! 1 the column client is there twice: columns 1 and 3\n") !=
          std::string::npos);
    CHECK(read("Anna Smith,2026-12-01 09:00\n") ==
          "!! 1 the header is missing: no name in the first row, which begins with 'Anna Smith', is a column\n");
    CHECK(read("") == "!! 1 the header is missing: the file is empty\n");
    CHECK(read("\n\n") == "!! 1 the header is missing: the file is empty\n");
    CHECK(read("client,,note\nA,,b\n").find("!! 1 column 2 of the header has no name\n") != std::string::npos);
}

TEST_CASE("10,000 columns are one problem") {
    CHECK(read("client" + many(9'999, ",x") + "\nA\n") == "!! 1 the header has 10000 columns\n");
}

TEST_CASE("Comments before the header are skipped, and only there") {
    CHECK(read("# one, \"two\n#\n\"# three, four\",,\nclient\n# Anna\n") == "5: client=# Anna\n");
    CHECK(read("# only comments\n") == "!! 1 the header is missing: the file is empty\n");
}

TEST_CASE("A row of another length is left out, with the counts") {
    CHECK(read("client,note\nA\nB,x\nC,x,y\n") ==
          "3: client=B note=x\n"
          "! 2 this row has 1 cell, and the header has 2\n! 4 this row has 3 cells, and the header has 2\n");
}

TEST_CASE("A cell of more than 64 kB is refused, one of 64 kB is read") {
    CHECK(read("client,note\nA," + std::string(65'537, 'x') + "\n") == "! 2 note: this value is longer than 64 kB\n");
    CHECK(text::read_csv("client,note\nA," + std::string(65'536, 'x') + "\n", some_columns()).rows.size() == 1);
}

TEST_CASE("Row 9,999 of 10,000 is bad: its line is told") {
    const auto file = text::read_csv("client,note\n" + many(9'998, "A,x\n") + "A\n" + "A,x\n", some_columns());
    CHECK(file.rows.size() == 9'999);
    REQUIRE(file.problems.size() == 1);
    CHECK(file.problems[0].line == 10'000);
}

TEST_CASE("More rows than the limit are refused") {
    ScheduleLimits limits;
    limits.rows = 3;
    CHECK(read("client\nA\nB\nC\n", limits) == "2: client=A\n3: client=B\n4: client=C\n");
    CHECK(read("client\nA\nB\nC\nD\nE\n", limits).ends_with("!! 5 the file has more than 3 rows\n"));
}

TEST_CASE("Every problem of a row is told, and the row is whole in each") {
    const auto file = text::read_csv("client,note,virtual\nA\xff,\"b\n\x01\",perhaps\n", some_columns());
    CHECK(told(file) ==
          "! 2 client: this value is not valid UTF-8 (at character 2)\n"
          "! 2 virtual: 'perhaps' is neither yes nor no\n"
          "! 3 note: this value has a control character (U+0001, character 1)\n");
    for (const auto& problem : file.problems) { CHECK(problem.source == "A\xff,\"b\n\x01\",perhaps"); }
}

TEST_CASE("Columns that are knowingly not read") {
    CHECK(read("client,id,reason\nA,7,clashes\n") == "2: client=A\n");
}

TEST_CASE("Other people's headers are read under the names given for them") {
    auto columns = some_columns();
    columns.renamed = {{"Client Name", "client"}, {"Diagnosis", "none"}};
    CHECK(told(text::read_csv("client name,Diagnosis,note\nA,secret,x\n", columns)) == "2: client=A note=x\n");
    CHECK(told(text::read_csv("client,note\nA,x\n", columns)) ==
          "2: client=A note=x\n!! 1 the file has no column 'Client Name'\n!! 1 the file has no column 'Diagnosis'\n");
    CHECK(told(text::read_csv("Client Name,client\nA,B\n", columns)).find("the column client is there twice") !=
          std::string::npos);
}

TEST_CASE("Rows stay what they are when their file is moved, and keep what was written otherwise in it") {
    std::string text = "ref,client,except,note\n";
    for (int i = 0; i < 3'000; ++i) {
        text +=
            std::to_string(i) + ",\"Ann \"\"Nan\"\" Lee; Jo\", 2026-12-24; 2026-12-31 ;,'=" + std::to_string(i) + "\n";
    }
    auto read = std::make_unique<ScheduleFile>(text::read_csv(text, some_columns()));
    const auto file = std::move(*read);
    read.reset();
    REQUIRE(file.rows.size() == 3'000);
    for (int i = 0; i < 3'000; ++i) {
        const auto number = std::to_string(i);
        const auto& row = file.rows[static_cast<std::size_t>(i)];
        REQUIRE(row.source == number + ",\"Ann \"\"Nan\"\" Lee; Jo\", 2026-12-24; 2026-12-31 ;,'=" + number);
        REQUIRE(row.cells ==
                std::vector<ScheduleCell>{
                    {0, number}, {1, "Ann \"Nan\" Lee"}, {1, "Jo"}, {2, "2026-12-24,2026-12-31"}, {3, "=" + number}});
    }
}

TEST_CASE("A long list of dates is one value") {
    std::string dates;
    for (int i = 0; i < 5'000; ++i) { dates += "2026-12-24;"; }
    const auto file = text::read_csv("client,except\nA," + dates + "\nB," + dates + "\n", some_columns());
    REQUIRE(file.rows.size() == 2);
    std::ranges::replace(dates, ';', ',');
    dates.pop_back();
    CHECK(file.rows[0].cells.at(1).text == dates);
    CHECK(file.rows[1].cells.at(1).text == dates);
}

TEST_CASE("The file of rejects has the input's header and separator, and a column of reasons once") {
    const auto file = text::read_csv("client;note\nA;\"x\ny\"\n", some_columns());
    CHECK(file.rejects_head == "client;note;reason\n");
    CHECK(file.rows.at(0).source == "A;\"x\ny\"");
    const auto again = text::read_csv("client,note,reason\nA,x,\"took, long\"\nB,y\n", some_columns());
    CHECK(again.rejects_head == "client,note,reason\n");
    CHECK(again.rows.at(0).source == "A,x");
    CHECK(again.problems.at(0).source == "B,y");
}
