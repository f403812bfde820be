// SPDX-License-Identifier: MIT
// A full feed of some, read in another practice: whoever is in it has there what they have here, and feeds that are
// read one after the other complete one another.
#include <cstdlib>
#include <sstream>

#include "random_practice.h"

namespace {

using practice::test::World;
using Words = std::vector<std::string>;

Words with(Words words, const Words& more) {
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

/// When, with whom, where and what each date is, and what became of it: sorted, without numbers.
std::vector<std::string> dates_of(World& world, const Words& filter) {
    const auto from = practice::to_string(practice::test::kFrom);
    REQUIRE(world.run(with({"session", "list", "--status", "all", "--from", from, "--to", "2027-12-31"}, filter)) == 0);
    std::istringstream lines{world.said()};
    std::vector<std::string> dates;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream cells{line};
        std::string date;
        std::string cell;
        constexpr int status = 11;
        for (int i = 0; i <= status && std::getline(cells, cell, '\t'); ++i) {
            if (i > 0) { date += cell + ' '; }
        }
        dates.push_back(std::move(date));
    }
    std::ranges::sort(dates);
    return dates;
}

bool have_the_same(World& here, World& there, const Words& filter) {
    const auto wanted = dates_of(here, filter);
    const auto seen = dates_of(there, filter);
    REQUIRE_FALSE(wanted.empty());
    for (const auto& date : wanted) {
        if (!std::ranges::binary_search(seen, date)) { UNSCOPED_INFO("missing " << date); }
    }
    for (const auto& date : seen) {
        if (!std::ranges::binary_search(wanted, date)) { UNSCOPED_INFO("not there " << date); }
    }
    return wanted == seen;
}

std::string exported(World& here, const Words& filter) {
    const auto file = here.write("some.ics", "");
    REQUIRE(here.run(with({"export", "ics", "--privacy", "full", "--show-cancelled", "--since",
                           practice::to_string(practice::test::kFrom), "-o", file},
                          filter)) == 0);
    return file;
}

bool is_read(World& there, const std::string& file) {
    if (there.run({"import", file, "--on-conflict", "allow", "--allow-future"}) == 0) { return true; }
    UNSCOPED_INFO(there.said());
    return false;
}

/// Each of these has every kind of rule once. PRACTICE_SEEDS=100: a hundred of them.
unsigned seeds() {
    const char* const wanted = std::getenv("PRACTICE_SEEDS");
    return wanted == nullptr ? 4U : static_cast<unsigned>(std::atoi(wanted));
}

}  // namespace

TEST_CASE("whoever is in a full feed has in another practice what they have here") {
    const auto seed = GENERATE(range(0U, seeds()));
    const auto filter = GENERATE(Words{"--professional", "lee"}, Words{"--room", "Room 1"}, Words{"--client", "Jo Ng"},
                                 Words{"--service", "90853"});
    CAPTURE(seed, filter);
    World here;
    World there;
    practice::test::make_random_practice(here, seed);
    REQUIRE(is_read(there, exported(here, filter)));
    CHECK(have_the_same(here, there, filter));
}

TEST_CASE("full feeds of all professionals, one after the other, are the whole practice") {
    const auto seed = GENERATE(range(0U, seeds()));
    const bool backwards = GENERATE(false, true);
    CAPTURE(seed, backwards);
    World here;
    World there;
    practice::test::make_random_practice(here, seed);
    for (const auto* const code : {backwards ? "orr" : "lee", backwards ? "lee" : "orr"}) {
        CAPTURE(code);
        REQUIRE(is_read(there, exported(here, {"--professional", code})));
    }
    CHECK(have_the_same(here, there, {}));
}
