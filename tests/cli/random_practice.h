// SPDX-License-Identifier: MIT
// A practice with a session of every kind of rule, and some single ones, with dates and statuses of their own.
#pragma once

#include <map>
#include <random>

#include "practice/occurrence.h"
#include "practice/recurrence_text.h"
#include "practice/rescheduling.h"
#include "program_world.h"
#include "store/sessions/session_rows.h"

namespace practice::test {

using std::chrono::days;
using std::chrono::minutes;

inline constexpr Date kFrom{std::chrono::local_days{std::chrono::year{2026} / 10 / 1}};
inline constexpr Date kToday{std::chrono::local_days{std::chrono::year{2026} / 11 / 23}};

/// Every frequency with every part that it may have (RFC 5545 3.3.10), and some together.
inline const std::vector<std::vector<std::string>> kRules{
    {"DAILY"},
    {"DAILY", "BYDAY"},
    {"DAILY", "BYMONTHDAY"},
    {"DAILY", "BYMONTH"},
    {"DAILY", "BYMONTH", "BYDAY", "BYSETPOS"},
    {"WEEKLY"},
    {"WEEKLY", "BYDAY"},
    {"WEEKLY", "BYMONTH"},
    {"WEEKLY", "BYDAY", "BYSETPOS"},
    {"MONTHLY"},
    {"MONTHLY", "BYDAY"},
    {"MONTHLY", "ORDINAL"},
    {"MONTHLY", "BYMONTHDAY"},
    {"MONTHLY", "BYMONTH"},
    {"MONTHLY", "BYDAY", "BYSETPOS"},
    {"MONTHLY", "BYDAY", "BYMONTHDAY"},
    {"YEARLY"},
    {"YEARLY", "BYDAY"},
    {"YEARLY", "ORDINAL"},
    {"YEARLY", "BYMONTHDAY"},
    {"YEARLY", "BYMONTH"},
    {"YEARLY", "BYYEARDAY"},
    {"YEARLY", "BYWEEKNO"},
    {"YEARLY", "BYMONTH", "ORDINAL"},
    {"YEARLY", "BYMONTH", "BYMONTHDAY"},
    {"YEARLY", "BYWEEKNO", "BYDAY"},
    {"YEARLY", "BYDAY", "BYSETPOS"},
};

class RandomPractice {
public:
    explicit RandomPractice(unsigned seed) : random_{seed} {}

    std::vector<Session> sessions(store::Database& database, const TimeZones& zones) {
        read_things(database);
        std::vector<Session> all;
        for (const auto& parts : kRules) { all.push_back(series(parts, zones)); }
        for (int i = 0; i < 4; ++i) { all.push_back(single(zones)); }
        for (std::size_t i = 0; i < all.size(); ++i) { all[i].ref = "R" + std::to_string(i); }
        return all;
    }

private:
    int below(int limit) { return std::uniform_int_distribution{0, limit - 1}(random_); }
    bool one_in(int n) { return below(n) == 0; }
    template <class Value>
    const Value& one_of(const std::vector<Value>& values) {
        return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
    }

    /// Out of sessions that the program has booked, so that they are as it makes them.
    void read_things(store::Database& database) {
        for (const auto& session : store::load_sessions_between(database, {1}, {4})) {
            professionals_.push_back(session.professional);
            rooms_.push_back(session.room);
            lines_.push_back(session.lines.front());
            for (const auto& client : session.clients) {
                if (std::ranges::find(clients_, client) == clients_.end()) { clients_.push_back(client); }
            }
            currency_ = session.currency;
        }
    }

    std::vector<ClientName> clients() {
        auto some = clients_;
        std::shuffle(some.begin(), some.end(), random_);
        some.resize(static_cast<std::size_t>(1 + below(static_cast<int>(some.size()))));
        return some;
    }
    std::vector<ServiceLine> lines() {
        std::vector<ServiceLine> some;
        for (int i = 0; i <= below(2); ++i) {
            auto line = one_of(lines_);
            line.units = 1 + below(3);
            line.price.minor = below(20'000);
            if (one_in(3)) { line.modifiers = {"95"}; }
            const auto same = [&](const ServiceLine& other) { return other.service == line.service; };
            if (std::ranges::none_of(some, same)) { some.push_back(line); }
        }
        return some;
    }
    /// As the program marks them.
    Session marked(Session session, const ChangeScope& scope, const std::vector<ClientName>& clients) {
        session = *plan_mark(session, scope, status(), {}).after;
        for (const auto& client : clients) {
            if (clients.size() < 2 || !one_in(4)) { continue; }
            session =
                *plan_mark(session, scope, one_of(std::vector{Status::no_show, Status::attended}), {client.id}).after;
        }
        return session;
    }
    Status status() {
        return one_of(std::vector{Status::scheduled, Status::scheduled, Status::attended, Status::no_show,
                                  Status::cancelled, Status::late_cancelled});
    }

    Session session() {
        Session made;
        made.professional = one_of(professionals_);
        made.room = one_of(rooms_);
        made.clients = clients();
        made.lines = lines();
        made.currency = currency_;
        made.time_zone = one_of(std::vector<std::string>{"America/New_York", "America/New_York", "Europe/Berlin",
                                                         "Africa/Casablanca", "Etc/UTC", "Australia/Lord_Howe"});
        made.start = kToday + days{below(100) - 40} + minutes{15 * below(96)};
        made.length = Length{15 + below(120)};
        made.length_said = one_in(2);
        made.sequence = below(4);
        made.changed = made.created = Instant{kToday.time_since_epoch()};
        return made;
    }

    Session single(const TimeZones& zones) {
        auto made = session();
        const auto& zone = *zones.find(made.time_zone);
        made.start = zone.to_local(zone.to_instant(made.start));
        const auto clients = made.clients;
        return marked(std::move(made), Whole{}, clients);
    }

    std::string list(int count, const std::function<std::string()>& one) {
        std::string text = one();
        for (int i = 1; i < count; ++i) { text += "," + one(); }
        return text;
    }
    std::string number(int most, bool negative) {
        return std::to_string((negative && one_in(3) ? -1 : 1) * (1 + below(most)));
    }
    std::string part(const std::string& name) {
        const auto day = [&] { return one_of(std::vector<std::string>{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}); };
        const auto several = 1 + below(3);
        if (name == "BYDAY") { return ";BYDAY=" + list(several, day); }
        if (name == "ORDINAL") {
            return ";BYDAY=" + list(several, [&] { return number(5, true) + day(); });
        }
        const std::map<std::string, int> most{
            {"BYMONTHDAY", 31}, {"BYMONTH", 12}, {"BYSETPOS", 3}, {"BYYEARDAY", 366}, {"BYWEEKNO", 53}};
        return ";" + name + "=" + list(several, [&] { return number(most.at(name), name != "BYMONTH"); });
    }
    /// Without one that never has a date.
    Recurrence recurrence(const std::vector<std::string>& parts, Date near) {
        while (true) {
            std::string text = "FREQ=" + parts.front();
            if (one_in(3)) { text += ";INTERVAL=" + std::to_string(2 + below(3)); }
            for (std::size_t i = 1; i < parts.size(); ++i) { text += part(parts[i]); }
            if (one_in(4)) { text += ";COUNT=" + std::to_string(3 + below(20)); }
            if (text.find("COUNT") == std::string::npos && one_in(3)) { text += ";UNTIL=20291231"; }
            if (one_in(5)) { text += ";WKST=SU"; }
            const auto rule = normalized(parse_rrule(text).rule);
            const auto first = Recurrence{near, rule}.first();
            if (!first || *first > near + days{3000}) { continue; }
            const Recurrence bare{*first, rule};
            if (bare.first() == first && bare.next(*first, 3).size() == 3) { return bare; }
        }
    }

    Session series(const std::vector<std::string>& parts, const TimeZones& zones) {
        auto made = session();
        const auto bare = recurrence(parts, date_of(made.start));
        made.start = bare.anchor() + time_of_day(made.start);
        const auto dates = bare.next(bare.anchor(), 10);
        std::vector<Date> excluded;
        std::vector<Date> added;
        for (const auto date : dates) {
            if (one_in(5) && excluded.size() + 1 < dates.size()) { excluded.push_back(date); }
            const auto more = date + days{1 + below(5)};
            if (one_in(5) && !bare.occurs_on(more)) { added.push_back(more); }
        }
        std::ranges::sort(added);
        added.erase(std::unique(added.begin(), added.end()), added.end());
        made.recurrence = Recurrence{bare.anchor(), bare.rule(), excluded, added};
        for (const auto slot : made.recurrence->next(bare.anchor(), 10)) {
            if (!one_in(3)) { continue; }
            made.changes.emplace(slot, change(slot, made, zones));
            const auto clients = made.changes[slot].clients.value_or(made.clients);
            if (one_in(2)) { made = marked(std::move(made), OneSlot{slot}, clients); }
        }
        std::erase_if(made.changes, [](const auto& entry) { return entry.second == SlotChange{}; });
        made.yields = yields(made);
        const auto from = made.recurrence->on_or_after(one_of(dates));
        if (!from || !one_in(4)) { return made; }
        const auto scope = one_in(2) ? ChangeScope{Whole{}} : ChangeScope{FromDate{*from, true}};
        auto ended = *plan_cancel(made, scope, {}, zones, Instant{kToday.time_since_epoch()}).after;
        // What has no date left is no event of a feed.
        const Recurrence left{ended.recurrence->anchor(), ended.recurrence->rule()};
        return left.first() && ended.recurrence->first() ? ended : made;
    }

    std::vector<Yield> yields(const Session& of) {
        std::vector<Yield> some;
        auto from = LocalTime{date_of(of.start)};
        for (int i = below(4) - 1; i > 0; --i) {
            from += days{1 + below(60)};
            const auto to =
                from + (one_in(2) ? std::chrono::seconds{days{1 + below(9)}} : minutes{15 * (1 + below(20))});
            some.push_back({of.professional.id, {from, to}});
            from = to + minutes{15};
        }
        return some;
    }

    /// Nothing that is as the series says: the program keeps no such thing.
    SlotChange change(Date slot, const Session& of, const TimeZones& zones) {
        SlotChange made;
        const auto& zone = *zones.find(of.time_zone);
        if (one_in(2)) {
            const LocalTime start = slot + days{below(5) - 2} + minutes{15 * below(96)};
            made.start = zone.to_local(zone.to_instant(start));
            if (*made.start == slot + time_of_day(of.start)) { made.start.reset(); }
        }
        if (one_in(4)) { made.length = of.length + Length{5 * (1 + below(5))}; }
        if (one_in(4)) { made.professional = one_of(professionals_); }
        if (made.professional == of.professional) { made.professional.reset(); }
        if (one_in(4)) { made.room = one_of(rooms_); }
        if (made.room == of.room) { made.room.reset(); }
        if (one_in(4)) { made.clients = clients(); }
        if (made.clients && std::ranges::is_permutation(*made.clients, of.clients)) { made.clients.reset(); }
        if (one_in(4)) { made.lines = lines(); }
        if (made.lines == of.lines) { made.lines.reset(); }
        return made;
    }

    std::mt19937 random_;
    std::vector<ProfessionalName> professionals_;
    std::vector<RoomName> rooms_;
    std::vector<ServiceLine> lines_;
    std::vector<ClientName> clients_;
    Currency currency_;
};

inline void book_one_of_each(World& world) {
    const auto book = [&](const std::string& professional, const std::string& client, const std::string& service,
                          const std::string& room) {
        REQUIRE(world.run({"session", "add", "--professional", professional, "--client", client, "--service", service,
                           "--room", room}) == 0);
    };
    book("lee", "Anna Smith", "90834", "Room 1");
    book("orr", "Jo Ng", "90853", "Room 2");
    book("lee", "Jo Ng", "90834", "Video");
}

/// The sessions of that practice, which is made in an empty database of the world, whatever clashes.
inline std::vector<Session> make_random_practice(World& world, unsigned seed) {
    book_one_of_each(world);
    std::vector<Session> sessions;
    {
        auto database = store::Database::open(world.file(), store::Access::write);
        const store::Reading reading{database};
        sessions = RandomPractice{seed}.sessions(database, world.zones());
    }
    for (const auto* const number : {"1", "2", "3"}) {
        REQUIRE(world.run({"session", "delete", number, "--yes"}) == 0);
    }
    auto database = store::Database::open(world.file(), store::Access::write);
    store::Writing writing{database, {.at = Instant{kToday.time_since_epoch()}, .who = "tester", .command = "random"}};
    for (const auto& session : sessions) { store::insert(database, session, world.zones()); }
    writing.commit();
    return sessions;
}

}  // namespace practice::test
