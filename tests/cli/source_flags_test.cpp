// SPDX-License-Identifier: MIT
#include "cli/flags/source_flags.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "app/import/words/series_rows.h"
#include "app/rows/file_rows.h"
#include "app/rows/rejected_rows.h"
#include "app/rows/row_template.h"
#include "cli/flags/row_columns.h"
#include "support/refused.h"
#include "support/temporary_folder.h"
#include "text/schedule_files.h"

using namespace practice;
using namespace practice::cli;
using practice::test::refused;
using practice::test::told;

namespace {

constexpr std::array kAll{RowsAre::sessions, RowsAre::clients, RowsAre::professionals, RowsAre::rooms,
                          RowsAre::services};
constexpr std::array kFormats{"csv", "yaml", "json", "jsonl"};

/// Reads what is written to a file of its own, or to standard input.
class Source {
public:
    Source() {
        command_.options = source_options();
        command_.options.push_back({"--time-zone", "ZONE", Takes::one_value, "of rows that do not say in which"});
    }

    Source& with(std::string_view option, std::vector<std::string> values) {
        given_.emplace_back(option, std::move(values));
        return *this;
    }
    ScheduleFile read(const std::string& name, const std::string& content, RowsAre what = RowsAre::sessions) {
        std::istringstream in{content};
        Environment environment;
        environment.in = &in;
        environment.in_is_terminal = terminal;
        Context context{environment};
        Arguments arguments{command_};
        for (const auto& [option, values] : given_) { arguments.set(option, values); }
        auto file = name;
        if (name != "-") {
            file = folder_.path() / name;
            std::ofstream{file, std::ios::binary} << content;
        }
        return read_file_rows(row_source(file, environment), what, columns_of(what), source_words(arguments), context);
    }

    bool terminal = false;

private:
    test::TemporaryFolder folder_;
    Command command_;
    std::vector<std::pair<std::string_view, std::vector<std::string>>> given_;
};

std::string names(RowsAre what) {
    return names_of(columns_of(what));
}

}  // namespace

TEST_CASE("The columns are the flags of the add verbs") {
    CHECK(names(RowsAre::sessions) ==
          "ref, professional, client, service, modifier, price, room, virtual, at, length, repeat, every, unit, on, "
          "rrule, ends, times, held, except, time-zone, note, status, on-conflict, allow, date, time, end, end-date, "
          "end-time, given, "
          "family, added, client-status, practice-uid, "
          "client-numbers");
    CHECK(names(RowsAre::rooms) == "name, kind, address, link, capacity");
    CHECK(names(RowsAre::services) == "code, description, length, price, per");
    CHECK(names(RowsAre::clients) == "professional, name, email, phone, fee, note, time-zone");
    CHECK(names(RowsAre::professionals) == "code, name, email, phone, room, hours, fee, add-time-off");
}

TEST_CASE("The format is told by the name, or said") {
    CHECK(told(Source{}.read("a.CSV", "client\nA\n")) == "2: client=A\n");
    CHECK(told(Source{}.read("a.yml", "- client: A\n")) == "1: client=A\n");
    CHECK(told(Source{}.read("a.json", "[{\"client\": \"A\"}]")) == "1: client=A\n");
    CHECK(told(Source{}.read("a.ndjson", "{\"client\": \"A\"}\n")) == "1: client=A\n");
    CHECK(told(Source{}.with("--from-format", {"jsonl"}).read("a.json", "{\"client\": \"A\"}\n")) == "1: client=A\n");
    CHECK(
        refused([] { return Source{}.read("a.xlsx", "x"); }).ends_with("| add `from-format csv|yaml|json|jsonl|ics`"));
    CHECK(refused([] { return Source{}.read("-", "client\n"); }) ==
          "standard input does not say which format it has | add `from-format csv|yaml|json|jsonl|ics`");
}

TEST_CASE("- is standard input, unless that is a keyboard") {
    CHECK(told(Source{}.with("--from-format", {"csv"}).read("-", "client\nA\n")) == "2: client=A\n");
    Source source;
    source.terminal = true;
    source.with("--from-format", {"csv"});
    CHECK(refused([&] {
              return source.read("-", "");
          }).starts_with("the rows are expected on standard input, which is your keyboard"));
}

TEST_CASE("Other people's headers and dates are read") {
    Source source;
    source.with("--map", {"Client Name=client, When=at", "Until=ends,Diagnosis=none"})
        .with("--date-format", {"%m/%d/%Y %H:%M"});
    CHECK(told(source.read("a.csv",
                           "Client Name,When,Until,Diagnosis,except\n"
                           "A,12/01/2026 14:00,06/30/2027,x,12/24/2026;12/31/2026\n"
                           "B,next,never,x,\n"
                           "C,2026-12-01,02/30/2027,x,\n")) ==
          "2: client=A at=2026-12-01 14:00 ends=2027-06-30 except=2026-12-24,2026-12-31\n"
          "3: client=B at=next ends=never\n"
          "! 4 at: '2026-12-01' is not of the form %m/%d/%Y %H:%M\n"
          "! 4 ends: '02/30/2027' is no date that there is\n");
}

TEST_CASE("What is wrong with the options is told at once") {
    Source source;
    source.with("--map", {"Name=clinet,At", "x=y"}).with("--date-format", {"%q"}).with("--max-rows", {"0"});
    try {
        (void)source.read("a.csv", "client\n");
        FAIL("accepted");
    } catch (const Refusal& refusal) {
        REQUIRE(refusal.problems().size() == 5);
        CHECK(refusal.problems()[0].hint == "did you mean client?");
    }
}

TEST_CASE("Empty files with every column explained have no rows and no problems") {
    for (const auto what : kAll) {
        for (const auto* const format : kFormats) {
            const auto text = row_template(columns_of(what), *parse_schedule_format(format));
            INFO(text);
            CHECK(told(Source{}.with("--from-format", {format}).read("template", text, what)).empty());
            for (const auto& column : columns_of(what).known) {
                CHECK(text.find(column.name) != std::string::npos);
                CHECK(text.find(column.help.substr(0, 8)) != std::string::npos);
            }
        }
    }
}

TEST_CASE("A YAML template whose # are taken away is a row") {
    auto text = row_template(columns_of(RowsAre::rooms), ScheduleFormat::yaml);
    text = text.substr(text.find("#- "));
    std::erase_if(text, [](char c) { return c == '#'; });
    CHECK(text.starts_with("- name:"));
}

TEST_CASE("A file of rejects can be read again, as often as one likes") {
    const std::string reason = "Room 1 is taken, \"by 12\"\nat 9";
    const std::array<std::pair<const char*, const char*>, 6> files{{
        {"a.csv", "client;note\n\"A\";\"two\nlines\"\nB;x\n"},
        {"a.csv", "client,note\nA,\nB,-1\n"},
        {"a.json", "[{\"client\": \"A\"},\n {\"client\": \"B\",\n  \"service\": 90834}]"},
        {"a.jsonl", "{\"client\": \"A\"}\n{\"client\": \"B\"}"},
        {"a.yaml", "-   client: A\n    note: >\n      x\n# B\n-   client: B\n"},
        {"a.yaml", "[{client: A}, {client: B}]"},
    }};
    for (const auto& [name, content] : files) {
        auto file = Source{}.read(name, content);
        std::string first;
        for (int times = 0; times < 3; ++times) {
            REQUIRE(file.rows.size() == 2);
            CHECK(file.problems.empty());
            const std::string rows[] = {std::string{file.rows[0].source}, std::string{file.rows[1].source}};
            const auto text = rejects_text(file, {{rows[0], reason}, {rows[1], reason}});
            INFO(text);
            CHECK(text.find("Room 1 is taken") != std::string::npos);
            auto again = Source{}.read(name, text);
            CHECK(again.problems.empty());
            REQUIRE(again.rows.size() == 2);
            CHECK(again.rows[0].cells == file.rows[0].cells);
            CHECK(again.rows[1].cells == file.rows[1].cells);
            file = std::move(again);
        }
    }
}

TEST_CASE("A file of no rejects is an empty one of its format") {
    CHECK(rejects_text(Source{}.read("a.csv", "client\n"), {}) == "client,reason\n");
    CHECK(rejects_text(Source{}.read("a.json", "[]"), {}) == "[\n]\n");
    CHECK(rejects_text(Source{}.read("a.jsonl", ""), {}).empty());
    CHECK(rejects_text(Source{}.read("a.yaml", ""), {}).empty());
}

TEST_CASE("A row of one date of a series belongs to the series that the file has") {
    const auto file = Source{}.read("a.csv",
                                    "ref,client,rrule,at,room,added\n"
                                    "S1@2026-12-08,Anna,,2026-12-08 10:00,Room 2,\n"
                                    "S1,Anna,FREQ=WEEKLY,2026-12-01 09:00,Room 1,2026-12-24;2026-12-31\n"
                                    "S2@2026-12-08,Jo,,2026-12-08 10:00,Room 2,\n");
    CHECK(told(file) ==
          "2: ref=S1@2026-12-08 client=Anna at=2026-12-08 10:00 room=Room 2\n"
          "3: ref=S1 client=Anna rrule=FREQ=WEEKLY at=2026-12-01 09:00 room=Room 1\n"
          "4: ref=S2@2026-12-08 client=Jo at=2026-12-08 10:00 room=Room 2\n");
    CHECK(slot_rows(file) == SlotRows{{1, {{*make_date(2026, 12, 8), 0}}}});
    CHECK(file.rows[1].added == std::vector{*make_date(2026, 12, 24), *make_date(2026, 12, 31)});
}
