// SPDX-License-Identifier: MIT
#include "app/transfer/transfer.h"

#include <catch2/catch.hpp>

#include "app/practice_world.h"

using namespace practice;
using Lines = std::vector<std::string>;

namespace {

app::ReadTransfer from_lee_to_orr(Instant since) {
    return [since](const app::Directory& directory) {
        const auto& lee = directory.find_professional("lee");
        const auto& orr = directory.find_professional("orr");
        return app::TransferWish{ProfessionalTransfer{app::name_of(lee), app::name_of(orr)}, {}, since, {}};
    };
}

}  // namespace

TEST_CASE("What is to come goes over, and what has been stays") {
    test::PracticeWorld world;
    auto words = test::PracticeWorld::words("2026-11-17 09:00", "weekly");
    words.allow_past = true;
    world.book(words);
    const auto transfer = from_lee_to_orr(world.office.now);
    CHECK(app::transfer_count(world.office, transfer) == 1);
    const auto done = app::transfer(world.office, transfer);
    CHECK(done.plan.list.size() == 1);
    CHECK(done.clients_added.size() == 1);  // Anna Smith was Dana Lee's client only
    CHECK(world.list(*make_date(2026, 11, 16), 14) ==
          Lines{"1@2026-11-17 2026-11-17T09:00 lee Room 1", "2@2026-11-24 2026-11-24T09:00 orr Room 1"});
}

TEST_CASE("Where the other one has somebody already, all stays as it was") {
    test::PracticeWorld world;
    world.book(test::PracticeWorld::words("2026-12-01 09:00", "weekly"));
    auto other = test::PracticeWorld::words("2026-12-08 09:30");
    other.professional = "orr";
    other.clients = {"Ben Hill"};
    world.book(other);
    const auto refusal =
        test::refused([&] { return app::transfer(world.office, from_lee_to_orr(world.office.now)).plan; });
    CHECK(refusal.find("cannot go from Dana Lee to Sam Orr: the time is taken") != std::string::npos);
    CHECK(world.session({1}).professional.code == "lee");
}
