// SPDX-License-Identifier: MIT
// The commands that are printed: with the database and the configuration that were given, and so that a shell takes
// them apart as they were meant. Without them "Undo with: practice undo" changed another database.
#include <catch2/catch.hpp>

#include "cli/line/invocation.h"

namespace practice::cli {
namespace {

Invocation called_with(const std::vector<std::string>& flags, const Environment& environment = {}) {
    auto words = flags;
    words.insert(words.end(), {"log", "list"});
    return Invocation{parse_line(words).arguments.value(), environment};
}

}  // namespace

TEST_CASE("a command has the database and the configuration that were given, and nothing where none was") {
    CHECK(Invocation{}.command("undo 3") == "practice undo 3");
    CHECK(called_with({"-q", "--json"}).command("undo 3") == "practice undo 3");
    CHECK(called_with({"--db", "other.db"}).command("undo 3") == "practice --db other.db undo 3");
    CHECK(called_with({"--db=other.db", "--config", "c.yaml"}).command("undo 3") ==
          "practice --db other.db --config c.yaml undo 3");
    CHECK(called_with({"--no-config"}).command("log") == "practice --no-config log");
}

TEST_CASE("a variable that may have been set for the one command only is named") {
    // "PRACTICE_DB=other.db practice client add ..." printed "practice undo 2", which changed the default database.
    Environment environment;
    environment.variables = {{"PRACTICE_DB", "other.db"}, {"HOME", "/home/sam"}};
    CHECK(called_with({}, environment).command("undo 3") == "practice --db other.db undo 3");
    CHECK(called_with({"--db", "third.db"}, environment).command("undo 3") == "practice --db third.db undo 3");
    environment.variables["PRACTICE_DB"] = "~/other.db";
    CHECK(called_with({}, environment).command("undo 3") == "practice --db /home/sam/other.db undo 3");
    environment.variables["PRACTICE_DB"] = "none";
    CHECK(called_with({}, environment).command("undo 3") == "practice undo 3");
}

TEST_CASE("what names a field is printed with its flag, and no word of anybody's data is") {
    CHECK(with_flags("add `repeat weekly`, or leave out `ends` and `held`") ==
          "add --repeat weekly, or leave out --ends and --held");
    CHECK(with_flags("it may be longer: `room 'Lee`s room'` does") == "it may be longer: --room 'Lee`s room' does");
    CHECK(with_flags("no client is called `hopeful`, or `al`") == "no client is called `hopeful`, or `al`");
    CHECK(with_flags("one ` alone, `room") == "one ` alone, `room");
    CHECK(called_with({"--db", "o.db"}).completed("to end it: practice session cancel 12 `all`") ==
          "to end it: practice --db o.db session cancel 12 --all");
}

TEST_CASE("whoever called by sudo calls by sudo again") {
    Environment environment;
    environment.program = "sudo -u practice practice";
    CHECK(called_with({"--db", "o.db"}, environment).completed("Undo with: practice undo 3") ==
          "Undo with: sudo -u practice practice --db o.db undo 3");
    CHECK(called_with({}, environment).command("help dates") == "practice help dates");
}

TEST_CASE("a name that a shell would take apart is quoted, and one that looks like a flag stays a name") {
    CHECK(called_with({"--db", "it's \"my\" $HOME.db"}).command("log") ==
          "practice --db 'it'\\''s \"my\" $HOME.db' log");
    CHECK(called_with({"--db=-x.db"}).command("log") == "practice --db=-x.db log");
}

TEST_CASE("a command that names its database is not given another, and help needs none") {
    const auto other = called_with({"--db", "other.db", "--no-config"});
    CHECK(other.command("load - --db new.db") == "practice --no-config load - --db new.db");
    CHECK(other.command("load - --db=new.db") == "practice --no-config load - --db=new.db");
    CHECK(other.command("log --dbase") == "practice --db other.db --no-config log --dbase");
    CHECK(other.command("session add --help") == "practice session add --help");
    CHECK(other.command("help exit-codes") == "practice help exit-codes");
}

TEST_CASE("each command that a text names is completed, and an English sentence about a practice is not") {
    const auto other = called_with({"--db", "o.db"});
    CHECK(other.completed("'practice undo 3' comes first; 'practice log show 3' says what it did") ==
          "'practice --db o.db undo 3' comes first; 'practice --db o.db log show 3' says what it did");
    CHECK(other.completed("practice dump | practice load - --db new.db") ==
          "practice --db o.db dump | practice load - --db new.db");
    CHECK(other.completed("run 'practice apply FILE' (see 'practice apply --help')") ==
          "run 'practice --db o.db apply FILE' (see 'practice apply --help')");
    CHECK(other.completed("practice --db DATABASE dump -o FILE") == "practice --db DATABASE dump -o FILE");
    for (const char* text : {"there is no practice here yet", "the practice has no room yet", "--practice client",
                             "malpractice log", "practice", "practice ", ""}) {
        CHECK(other.completed(text) == text);
    }
    CHECK(Invocation{}.completed("see: practice log") == "see: practice log");
}

}  // namespace practice::cli
