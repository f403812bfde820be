// SPDX-License-Identifier: MIT
// Changes of sessions: decided one by one, checked together, all or nothing.
#include <catch2/catch.hpp>

#include "app/change/session_changes.h"
#include "app/practice_world.h"

using namespace practice;
using Lines = std::vector<std::string>;

namespace {

/// Two of Anna Smith's and Jo Ng's on one morning.
class TwoBooked : public test::PracticeWorld {
public:
    TwoBooked() {
        book(words("2026-12-01 09:00"));
        auto other = words("2026-12-01 10:00");
        other.clients = {"Jo Ng"};
        book(other);
    }
    void change(std::vector<app::SessionTarget> targets, const app::Decide& decide, const ClashPolicy& policy = {}) {
        app::Change change{office};
        const app::Directory directory{office};
        app::SessionChanges changes{office, directory, policy};
        changes.apply(std::move(targets), decide);
        change.commit();
    }
    app::SessionTarget whole(std::int64_t number) { return {session({number}), {Whole{}}}; }
    app::Decide to(int hour) {
        return [this, hour](const Session& session, const ChangeScope& scope) {
            SessionEdit edit;
            edit.time.time = std::chrono::hours{hour};
            return plan_edit(session, scope, edit, zones, office.now);
        };
    }
};

}  // namespace

TEST_CASE("A session is moved to where it is free, and not to where it is not") {
    TwoBooked world;
    world.change({world.whole(1)}, world.to(14));
    CHECK(world.list(*make_date(2026, 12, 1), 1) ==
          Lines{"2 2026-12-01T10:00 lee Room 1", "1 2026-12-01T14:00 lee Room 1"});
    const auto refusal = test::refused([&] {
        world.change({world.whole(1)}, world.to(10));
        return 0;
    });
    CHECK(refusal.find("clash") != std::string::npos);
    CHECK(world.list(*make_date(2026, 12, 1), 1).back() == "1 2026-12-01T14:00 lee Room 1");
}

TEST_CASE("Sessions that make room for one another are moved together") {
    TwoBooked world;
    world.change({world.whole(1), world.whole(2)}, [&](const Session& session, const ChangeScope& scope) {
        return world.to(session.id == SessionId{1} ? 10 : 9)(session, scope);
    });
    CHECK(world.list(*make_date(2026, 12, 1), 1) ==
          Lines{"2 2026-12-01T09:00 lee Room 1", "1 2026-12-01T10:00 lee Room 1"});
}

TEST_CASE("Of several, one that cannot be keeps all as they were") {
    TwoBooked world;
    CHECK(test::refused([&] {
              world.change({world.whole(1), world.whole(2)}, world.to(15));
              return 0;
          }) != "accepted");
    CHECK(world.list(*make_date(2026, 12, 1), 1) ==
          Lines{"1 2026-12-01T09:00 lee Room 1", "2 2026-12-01T10:00 lee Room 1"});
}

TEST_CASE("What is allowed is written down, by partner and kind") {
    TwoBooked world;
    ClashPolicy policy;
    policy.otherwise = OnConflict::allow;
    world.change({world.whole(1)}, world.to(10), policy);
    CHECK(world.session({1}).allowed.size() == 2);  // the professional's time, and the room's
}
