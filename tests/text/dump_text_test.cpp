// SPDX-License-Identifier: MIT
#include "text/rows/dump_text.h"

#include <catch2/catch.hpp>

#include "support/refused.h"

using namespace practice;
using namespace practice::text;
using practice::test::refused;

TEST_CASE("A row of a dump reads back as it was written") {
    const StoredRow row{"rooms",
                        {{"id", std::int64_t{1}},
                         {"name", std::string{"Räum \"1\"\\\n\t\u202e"}},
                         {"address", std::monostate{}},
                         {"link", std::string{}},
                         {"capacity", INT64_MAX}}};
    const auto line = dump_line(row);
    CHECK(line.find('\n') == line.size() - 1);
    CHECK(line.find("\xe2\x80\xae") == std::string::npos);  // nothing that turns a terminal's text around
    CHECK(std::get<StoredRow>(read_dump_line(line)) == row);
}

TEST_CASE("A dump's head and end read back") {
    CHECK(dump_line(DumpHead{1, 3}) == "{\"practice_dump\":1,\"schema\":3}\n");
    CHECK(std::get<DumpHead>(read_dump_line(dump_line(DumpHead{1, 3}))) == DumpHead{1, 3});
    CHECK(std::get<DumpEnd>(read_dump_line(dump_line(DumpEnd{7}))) == DumpEnd{7});
}

TEST_CASE("What is no line of a dump is refused") {
    const char* const lines[] = {"",
                                 "{",
                                 "[]",
                                 "null",
                                 "{\"a\":1}",
                                 "{\"table\":1}",
                                 "{\"table\":\"rooms\",\"id\":1.5}",
                                 "{\"table\":\"rooms\",\"id\":true}",
                                 "{\"table\":\"rooms\",\"id\":[1]}",
                                 "{\"table\":\"rooms\",\"id\":{\"a\":1}}",
                                 "{\"table\":\"rooms\",\"id\":9223372036854775808}",
                                 "{\"table\":\"rooms\",\"id\":1e400}",
                                 "{\"table\":\"rooms\",\"name\":\"\\ud800\"}",
                                 "{\"table\":\"rooms\",\"name\":\"\xff\"}",
                                 "{\"practice_dump\":\"1\",\"schema\":1}"};
    for (const auto* line : lines) {
        CAPTURE(line);
        CHECK(refused([&] { (void)read_dump_line(line); }) != "accepted");
    }
    const std::string deep(100'000, '[');
    CHECK(refused([&] { (void)read_dump_line("{\"table\":\"rooms\",\"id\":" + deep); }) != "accepted");
}

TEST_CASE("Text that is not UTF-8 is not written as something else") {
    CHECK(refused([] { (void)dump_line(StoredRow{"rooms", {{"name", std::string{"\xff"}}}}); }) != "accepted");
}
