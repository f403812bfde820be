// SPDX-License-Identifier: MIT
#include "store/schema/instant_check.h"

#include <catch2/catch.hpp>

#include "store/schema/integrity.h"
#include "store_world.h"

namespace practice::store::test {
namespace {

/// The world's zones after a change of the law: New York is where Etc/UTC is.
class ChangedZones : public TimeZones {
public:
    [[nodiscard]] const TimeZone* find(std::string_view name) const override {
        return name == new_york_.name() ? &new_york_ : nullptr;
    }
    [[nodiscard]] std::vector<std::string> names() const override { return {new_york_.name()}; }

private:
    TimeZone new_york_{"America/New_York", std::chrono::seconds{0}};
};

TEST_CASE("after a change of the law the instants no longer fit, and are computed again in one operation") {
    World world;
    const auto single = world.add(world.session("2026-12-01"));
    auto series = world.series("2026-12-02", "FREQ=WEEKLY;COUNT=3");
    SlotChange later;
    later.start = date("2026-12-10") + std::chrono::hours{9};
    series.changes[date("2026-12-09")] = later;
    const auto changed = world.add(series);
    const auto endless = world.add(world.series("2026-12-03", "FREQ=WEEKLY"));
    const auto all = std::vector{single, changed, endless};

    const auto fitting = [&](const TimeZones& zones) {
        InstantCheck check{world.database, zones};
        std::vector<bool> fits;
        for (const auto id : all) { fits.push_back(check.fits(load_session(world.database, id).value())); }
        return fits;
    };
    const ChangedZones zones;
    CHECK(fitting(world.zones) == std::vector{true, true, true});
    CHECK(fitting(zones) == std::vector{false, false, false});

    const auto before = load_session(world.database, changed);
    world.write([&] { refresh_instants(world.database, all, zones); });
    CHECK(fitting(zones) == std::vector{true, true, true});
    CHECK(load_session(world.database, changed) == before);
    CHECK_FALSE(find_broken_operation(world.database));
}

TEST_CASE("tables that others have changed are named") {
    World world;
    CHECK(find_foreign_tables(world.database).empty());
    world.database.run("CREATE TABLE extra (x)");
    world.database.run("DROP TRIGGER journal_rooms_delete");
    CHECK(find_foreign_tables(world.database) ==
          std::vector<std::string>{"table extra", "trigger journal_rooms_delete"});
}

}  // namespace
}  // namespace practice::store::test
