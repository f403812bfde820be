// SPDX-License-Identifier: MIT
#include "config/configuration.h"

#include <catch2/catch.hpp>
#include <fstream>

#include "practice/refusal.h"
#include "support/temporary_folder.h"

using namespace practice;
using namespace practice::config;

namespace {

class Home : public test::TemporaryFolder {
public:
    Home() {
        sources.system_file = path() / "system.yaml";
        sources.user_file = path() / "user.yaml";
        sources.variables["HOME"] = "/home/dana";
    }
    void write(const std::string& name, const std::string& content) const { std::ofstream{path() / name} << content; }

    Sources sources;
};

std::string value(const Configuration& configuration, std::string_view key) {
    return configuration.get(key).value_or("unset");
}

/// All problems: "message (line) | hint".
std::vector<std::string> problems(const Sources& sources) {
    std::vector<std::string> out;
    try {
        (void)load_configuration(sources);
    } catch (const Refusal& refusal) {
        CHECK(refusal.kind() == RefusalKind::settings);
        for (const auto& problem : refusal.problems()) {
            const auto line = problem.place ? " (" + std::to_string(problem.place->line) + ")" : "";
            out.push_back(problem.message + line + " | " + problem.hint);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("Without any file the built-in values hold") {
    const Home home;
    const auto configuration = load_configuration(home.sources);
    CHECK(value(configuration, "time-format") == "24");
    CHECK(value(configuration, "color") == "auto");
    CHECK(value(configuration, "completion-client-names") == "no");
    CHECK(value(configuration, "professional") == "unset");
    REQUIRE(configuration.find("color") != nullptr);
    CHECK(configuration.find("color")->origin == Origin::built_in);
}

TEST_CASE("Variables come before the given file, that before the user's, that before the system's") {
    Home home;
    home.write("system.yaml", "professional: system\nroom: Room 1\nservice: '90832'\npager: more\n");
    home.write("user.yaml", "professional: user\nroom: Room 2\nservice: '90834'\n");
    home.write("given.yaml", "professional: given\nroom: Room 3\n");
    home.sources.given_file = home.path() / "given.yaml";
    home.sources.variables["PRACTICE_PROFESSIONAL"] = "lee";
    const auto configuration = load_configuration(home.sources);
    CHECK(value(configuration, "professional") == "lee");
    CHECK(value(configuration, "room") == "Room 3");
    CHECK(value(configuration, "service") == "90834");
    CHECK(value(configuration, "pager") == "more");
    CHECK(configuration.find("professional")->origin == Origin::environment);
    CHECK(configuration.find("room")->origin == Origin::file_given);
    CHECK(configuration.find("service")->origin == Origin::user);
    CHECK(configuration.find("service")->line == 3);
    CHECK(configuration.find("pager")->origin == Origin::system);
}

TEST_CASE("Nothing, and 'none', unset what a weaker file says") {
    const Home home;
    home.write("system.yaml", "professional: lee\nroom: Room 1\n");
    home.write("user.yaml", "professional: none\nroom:\n");
    const auto configuration = load_configuration(home.sources);
    CHECK(value(configuration, "professional") == "unset");
    CHECK(value(configuration, "room") == "unset");
}

TEST_CASE("Yes and no are read in their usual spellings") {
    const Home home;
    for (const auto* yes : {"yes", "true", "on", "Yes", "TRUE"}) {
        home.write("user.yaml", "completion-client-names: " + std::string{yes} + "\n");
        CHECK(value(load_configuration(home.sources), "completion-client-names") == "yes");
    }
}

TEST_CASE("A database is named in full, or from the home folder") {
    const Home home;
    home.write("user.yaml", "database: ~/practice.db\n");
    CHECK(value(load_configuration(home.sources), "database") == "/home/dana/practice.db");
    home.write("user.yaml", "database: practice.db\n");
    CHECK(problems(home.sources) ==
          std::vector<std::string>{
              "the database must be a full path here, not 'practice.db' (1) | begin it with / or ~/"});
}

TEST_CASE("An age is a number of hours, days or weeks") {
    using std::chrono::hours;
    CHECK(read_age("36h") == hours{36});
    CHECK(read_age("2d") == hours{48});
    CHECK(read_age("1 W") == hours{168});
    CHECK(read_age("9999w") == hours{9999 * 168});
    for (const auto* wrong : {"", "2", "d", "0d", "-1d", "1.5d", "2m", "2 days ago", "99999h"}) {
        INFO(wrong);
        CHECK_FALSE(read_age(wrong));
    }
}

TEST_CASE("All problems of all files are told at once") {
    Home home;
    home.write("system.yaml", "colour: never\ntime-format: 13\n");
    home.write("user.yaml", "names: [full]\ntime_format: 12\nnames2: 0\nxyzzy: 1\n");
    home.sources.given_file = home.path() / "missing.yaml";
    home.sources.variables["PRACTICE_COLOR"] = "neverr";
    CHECK(problems(home.sources) ==
          std::vector<std::string>{
              "there is no key 'colour' here (1) | did you mean color?",
              "time-format cannot be '13' (2) | did you mean 12?",
              "names must be a single value, not a list (1) | ",
              "there is no key 'time_format' here (2) | did you mean time-format?",
              "there is no key 'names2' here (3) | did you mean names?",
              "there is no key 'xyzzy' here (4) | the keys here are professional, room, service, database, "
              "time-format, names, color, pager, completion-client-names, backup-folder, "
              "share-with-group, backup-age",
              (home.path() / "missing.yaml").string() + " is not there | ",
              "the variable PRACTICE_COLOR is wrong: color cannot be 'neverr' | did you mean never?",
          });
}

TEST_CASE("A file that everyone may change is not trusted") {
    const Home home;
    home.write("user.yaml", "professional: lee\n");
    std::filesystem::permissions(home.path() / "user.yaml", std::filesystem::perms::others_write,
                                 std::filesystem::perm_options::add);
    REQUIRE(problems(home.sources).size() == 1);
    CHECK(problems(home.sources)[0].find("can be changed by everyone") != std::string::npos);
}

TEST_CASE("An empty file, and one of comments, says nothing") {
    const Home home;
    home.write("user.yaml", "# nothing yet\n");
    CHECK(problems(home.sources).empty());
    home.write("user.yaml", "just words\n");
    CHECK(problems(home.sources) ==
          std::vector<std::string>{
              "the configuration must be a map, not a single value (1) | for example 'professional: lee'"});
}
