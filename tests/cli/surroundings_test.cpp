// SPDX-License-Identifier: MIT
#include "cli/surroundings.h"

#include <catch2/catch.hpp>

#include "app/database/open_database.h"
#include "cli/context.h"

namespace practice::test {
namespace {

bool allows(std::map<std::string, std::string> variables) {
    cli::Environment environment;
    environment.variables = std::move(variables);
    const cli::Context context{environment};
    return app::open_options(context).allow_network_filesystem;
}

}  // namespace

TEST_CASE("A network file system is allowed by a word that says yes, and not by one that says no") {
    // Whatever was in PRACTICE_ALLOW_NETWORK_FS allowed it, 0 too.
    for (const auto* no : {"0", "no", "No", "false", "off", ""}) {
        INFO(no);
        CHECK_FALSE(allows({{"PRACTICE_ALLOW_NETWORK_FS", no}}));
    }
    for (const auto* yes : {"1", "yes", "true"}) {
        INFO(yes);
        CHECK(allows({{"PRACTICE_ALLOW_NETWORK_FS", yes}}));
    }
    CHECK_FALSE(allows({}));
}

}  // namespace practice::test
