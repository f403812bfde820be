// SPDX-License-Identifier: MIT
// Which sessions a filter finds, compared with looking at every occurrence of every session; and that it finds
// them along an index.
#include "store/sessions/session_query.h"

#include <catch2/catch.hpp>
#include <set>

#include "practice/occurrence.h"
#include "random_sessions.h"

namespace practice::store::test {
namespace {

/// Whether `occurrence` has one of the filter's, in each kind that the filter names.
template <class Ids, class Has>
bool any_or_unasked(const Ids& ids, Has&& has) {
    return ids.empty() || std::any_of(ids.begin(), ids.end(), has);
}

bool matches(const Occurrence& occurrence, const SessionFilter& filter) {
    return any_or_unasked(filter.professionals, [&](auto id) { return occurrence.professional().id == id; }) &&
           any_or_unasked(filter.rooms, [&](auto id) { return occurrence.room().id == id; }) &&
           any_or_unasked(filter.clients,
                          [&](auto id) {
                              const auto& of = occurrence.clients();
                              return std::any_of(of.begin(), of.end(), [&](auto& client) { return client.id == id; });
                          }) &&
           any_or_unasked(filter.services, [&](auto id) {
               const auto& of = occurrence.lines();
               return std::any_of(of.begin(), of.end(), [&](auto& line) { return line.service == id; });
           });
}

bool takes_one_of(const Occurrence& occurrence, const BusyFilter& filter) {
    if (!takes_time(occurrence.status())) { return false; }
    const auto matches_one = [&](SessionFilter one) { return matches(occurrence, one); };
    return (!filter.professionals.empty() && matches_one({.from = {},
                                                          .to = {},
                                                          .professionals = filter.professionals,
                                                          .clients = {},
                                                          .rooms = {},
                                                          .services = {}})) ||
           (!filter.clients.empty() &&
            matches_one(
                {.from = {}, .to = {}, .professionals = {}, .clients = filter.clients, .rooms = {}, .services = {}})) ||
           (!filter.rooms.empty() &&
            matches_one(
                {.from = {}, .to = {}, .professionals = {}, .clients = {}, .rooms = filter.rooms, .services = {}}));
}

std::set<std::int64_t> ids(const std::vector<Session>& sessions) {
    std::set<std::int64_t> found;
    for (const auto& session : sessions) { found.insert(session.id.value); }
    return found;
}

/// The sessions with an occurrence in the window for which `wanted` holds.
template <class Wanted>
std::set<std::int64_t> expected(const World& world, const std::vector<Session>& all, InstantSpan window,
                                Wanted&& wanted) {
    std::set<std::int64_t> found;
    for (const auto& session : all) {
        for (const auto& occurrence : occurrences(session, *world.zones.find(session.time_zone), window)) {
            if (wanted(occurrence)) { found.insert(session.id.value); }
        }
    }
    return found;
}

TEST_CASE("no filter misses a session, whatever was moved, handed over or cancelled") {
    World world;
    RandomSessions random{world, 11};
    world.write([&] {
        for (int i = 0; i < 200; ++i) { insert(world.database, random.session(), world.zones); }
    });
    const auto all = load_sessions(world.database, {});
    REQUIRE(all.size() == 200);
    const auto some = [&](auto id) {
        std::vector<decltype(id)> list;
        for (int i = random.one_in(2) ? random.below(3) : 0; i > 0; --i) { list.push_back({1 + random.below(3)}); }
        return list;
    };
    for (int round = 0; round < 100; ++round) {
        const auto from = utc("2026-10-10") + std::chrono::hours{random.below(24 * 100)};
        const auto to = from + std::chrono::hours{1 + random.below(random.one_in(2) ? 24 * 90 : 200)};
        const SessionFilter filter{.from = random.one_in(8) ? std::nullopt : std::optional{from},
                                   .to = random.one_in(4) ? std::nullopt : std::optional{to},
                                   .professionals = some(ProfessionalId{}),
                                   .clients = some(ClientId{}),
                                   .rooms = some(RoomId{}),
                                   .services = some(ServiceId{})};
        const InstantSpan window{filter.from.value_or(utc("2026-01-01")), filter.to.value_or(utc("2028-01-01"))};
        const auto found = ids(load_sessions(world.database, filter));
        const auto needed = expected(world, all, window, [&](auto& occurrence) { return matches(occurrence, filter); });
        REQUIRE(std::includes(found.begin(), found.end(), needed.begin(), needed.end()));

        const BusyFilter busy{.from = from,
                              .to = filter.to,
                              .professionals = filter.professionals,
                              .clients = filter.clients,
                              .rooms = filter.rooms};
        const auto taken = load_busy(world.database, busy);
        const auto found_busy = ids(taken);
        const auto needed_busy =
            expected(world, all, {from, window.to}, [&](auto& occurrence) { return takes_one_of(occurrence, busy); });
        REQUIRE(std::includes(found_busy.begin(), found_busy.end(), needed_busy.begin(), needed_busy.end()));
        for (const auto& session : taken) {
            auto whole = all[static_cast<std::size_t>(session.id.value) - 1];
            REQUIRE(session.recurrence == whole.recurrence);
            REQUIRE(session.clients == whole.clients);
            REQUIRE(session.changes.size() == whole.changes.size());
        }
    }
}

TEST_CASE("single sessions are found exactly, to the second") {
    World world;
    const auto id = world.add(world.session("2026-12-01")).value;  // 19:00 to 19:45 UTC
    const auto found = [&](Instant from, Instant to) {
        return ids(load_sessions(
                       world.database,
                       {.from = from, .to = to, .professionals = {}, .clients = {}, .rooms = {}, .services = {}}))
            .contains(id);
    };
    const auto start = utc("2026-12-01", 19);
    const std::chrono::seconds second{1};
    const auto end = start + Length{45};
    CHECK(found(start, start + second));
    CHECK_FALSE(found(start - second, start));
    CHECK(found(end - second, end));
    CHECK_FALSE(found(end, end + second));
}

TEST_CASE("cancelled single sessions are not busy") {
    World world;
    auto session = world.session("2026-12-01");
    session.status = Status::late_cancelled;
    world.add(session);
    CHECK(load_busy(world.database,
                    {.from = utc("2026-12-01"), .to = {}, .professionals = {{1}}, .clients = {}, .rooms = {}})
              .empty());
    CHECK(load_busy(world.database,
                    {.from = utc("2026-12-01"), .to = {}, .professionals = {}, .clients = {}, .rooms = {}})
              .empty());
}

/// What SQLite would do: "SEARCH s USING INDEX ...", one a line.
std::vector<std::string> plan(World& world, const SessionQuery& query) {
    auto row = world.database.prepare_text("EXPLAIN QUERY PLAN SELECT id FROM sessions" + query.where("id"));
    query.bind(row);
    std::vector<std::string> steps;
    while (row.step()) { steps.push_back(row.string(3)); }
    REQUIRE_FALSE(steps.empty());
    return steps;
}

bool walks_through_all(const std::vector<std::string>& steps) {
    return std::any_of(steps.begin(), steps.end(), [](const std::string& step) {
        return step.starts_with("SCAN") && step.find("USING") == std::string::npos &&
               step.find("SUBQUERY") == std::string::npos && step.find("CONSTANT") == std::string::npos;
    });
}

TEST_CASE("a window is found along indexes, never by walking through history") {
    World world;
    const auto from = utc("2026-11-23");
    const auto to = utc("2026-11-30");
    const std::vector<ProfessionalId> lee{{1}};
    const std::vector<ClientId> anna{{1}};
    const std::vector<RoomId> room{{1}};
    for (const auto& query : {
             query_for(SessionFilter{from, to, {}, {}, {}, {}}),
             query_for(SessionFilter{from, {}, {}, {}, {}, {}}),
             query_for(SessionFilter{from, to, lee, {}, {}, {}}),
             query_for(SessionFilter{from, to, lee, anna, room, {}}),
             query_for(SessionFilter{from, to, {}, {}, {}, {{1}}}),
             query_for(SessionFilter{{}, {}, lee, {}, {}, {}}),
             query_for(SessionFilter{{}, {}, {}, anna, {}, {}}),
             query_for(BusyFilter{from, {}, lee, anna, room}),
             query_for(BusyFilter{from, to, lee, anna, room}),
         }) {
        const auto steps = plan(world, query);
        for (const auto& step : steps) { UNSCOPED_INFO(step); }
        CHECK_FALSE(walks_through_all(steps));
    }
}

TEST_CASE("a short window of single sessions is walked by their start") {
    World world;
    const auto steps = plan(world, query_for(SessionFilter{utc("2026-11-23"), utc("2026-11-30"), {}, {}, {}, {}}));
    CHECK(std::any_of(steps.begin(), steps.end(), [](auto& step) {
        return step.find("sessions_single_start (starts_at>? AND starts_at<?)") != std::string::npos;
    }));
}

}  // namespace
}  // namespace practice::store::test
