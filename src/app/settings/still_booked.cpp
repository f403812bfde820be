// SPDX-License-Identifier: MIT
#include "app/settings/still_booked.h"

#include <algorithm>
#include <set>

#include "app/query/busy_times.h"
#include "practice/standing.h"
#include "store/rows/settings_rows.h"
#include "text/format_time.h"
#include "text/hint_words.h"

namespace practice::app {
namespace {

constexpr std::size_t kShown = 5;
constexpr std::size_t kInMemory = 1000;

/// Calls `take` with each that gets archived.
template <class Thing, class Take>
void each_archived(const std::vector<Thing>& planned, const std::vector<Thing>& before, Take take) {
    for (const auto& is : planned) {
        const auto was = is.archived ? std::ranges::find(before, is.id, &Thing::id) : before.end();
        if (was != before.end() && !was->archived) { take(is); }
    }
}

/// What is there of the kinds of which something is planned that may be wrong then.
Existing there_now(store::Database& database, const SettingsPlan& plan) {
    const auto archives = [](const auto& planned) {
        return std::ranges::any_of(planned, [](const auto& is) { return is.archived && is.id.value > 0; });
    };
    Existing there;
    if (archives(plan.professionals)) { there.professionals = store::load_professionals(database); }
    if (!plan.rooms.empty()) { there.rooms = store::load_rooms(database); }
    if (archives(plan.clients)) { there.clients = store::load_clients(database); }
    if (archives(plan.services)) { there.services = store::load_services(database); }
    return there;
}

/// What there is now of the kinds in `before`, as if it had been planned.
SettingsPlan as_planned(store::Database& database, const Existing& before) {
    SettingsPlan plan;
    if (!before.professionals.empty()) { plan.professionals = store::load_professionals(database); }
    if (!before.rooms.empty()) { plan.rooms = store::load_rooms(database); }
    if (!before.clients.empty()) { plan.clients = store::load_clients(database); }
    if (!before.services.empty()) { plan.services = store::load_services(database); }
    return plan;
}

bool has_client(const Occurrence& one, ClientId id) {
    return std::ranges::find(one.clients(), id, &ClientName::id) != one.clients().end();
}

bool has_service(const Occurrence& one, const std::string& code) {
    return std::ranges::find(one.lines(), code, &ServiceLine::code) != one.lines().end();
}

int places(const Room& room) {
    constexpr int any_number = 1'000'000;
    return room.kind == RoomKind::in_person ? room.capacity : any_number;
}

Session as_it_was(Session session, const Room& was) {
    const auto put = [&](RoomName& room) {
        if (room.id != was.id) { return; }
        room.kind = was.kind;
        room.capacity = was.capacity;
    };
    put(session.room);
    for (auto& [slot, change] : session.changes) {
        if (change.room) { put(*change.room); }
    }
    return session;
}

bool stood(const Conflicts& before, const Clash& clash) {
    return std::ranges::any_of(before.clashes, [&](const Clash& was) {
        const bool same = was.with != nullptr && was.with->id == clash.with->id;
        return was.kind == clash.kind && same && was.count >= clash.count;
    });
}

std::string to_another_room(const Session& session, const Clash& clash) {
    std::string command = "practice session edit " + to_string(OccurrenceId{session.number(), {}});
    if (clash.slot && clash.count == 1) { command += "@" + to_string(*clash.slot); }
    if (clash.slot && clash.count > 1) { command += " `from` " + to_string(*clash.slot); }
    return command + " `room ROOM`";
}

}  // namespace

StillBooked::StillBooked(Office& office, const SettingsPlan& plan) : office_{office} {
    put_away(plan, there_now(*office.database, plan));
}

StillBooked::StillBooked(Office& office, const Existing& before) : office_{office} {
    put_away(as_planned(*office.database, before), before);
}

void StillBooked::put_away(const SettingsPlan& plan, const Existing& before) {
    const auto add = [&](const std::string& name, std::function<bool(const Occurrence&)> has_it,
                         std::string what_clears_it) -> store::SessionFilter& {
        archived_.push_back({name, {}, std::move(has_it), std::move(what_clears_it)});
        return archived_.back().filter;
    };
    const auto add_professional = [&](const Professional& is) {
        add(
            is.name.text, [id = is.id](const Occurrence& one) { return one.professional().id == id; },
            "to give them to another: practice professional transfer " + is.code + " CODE")
            .professionals = {is.id};
    };
    const auto add_room = [&](const Room& is) {
        add(
            is.name.text, [id = is.id](const Occurrence& one) { return one.room().id == id; },
            "to move them: practice room transfer " + text::shell_word(is.name.text) + " ROOM")
            .rooms = {is.id};
    };
    const auto add_client = [&](const Client& is) {
        add(
            is.name.text, [id = is.id](const Occurrence& one) { return has_client(one, id); },
            "to free their time: practice session cancel ID, with `all` for a series")
            .clients = {is.id};
    };
    const auto add_service = [&](const Service& is) {
        add(
            is.code, [code = is.code](const Occurrence& one) { return has_service(one, code); },
            "for another one: practice session edit ID `service CODE`, with `all` for a series")
            .services = {is.id};
    };
    each_archived(plan.professionals, before.professionals, add_professional);
    each_archived(plan.rooms, before.rooms, add_room);
    each_archived(plan.clients, before.clients, add_client);
    each_archived(plan.services, before.services, add_service);
    for (const auto& is : plan.rooms) {
        const auto was = std::ranges::find(before.rooms, is.id, &Room::id);
        if (was != before.rooms.end() && places(is) < places(*was)) { smaller_.emplace_back(*was, is); }
    }
}

void StillBooked::look() {
    for (const auto& archived : archived_) { look_at(archived); }
    for (const auto& [was, is] : smaller_) { look_at(was, is); }
}

void StillBooked::look_at(const Archived& archived) {
    auto filter = archived.filter;
    filter.from = office_.now;
    std::size_t count = 0;
    std::string ids;
    store::each_session(*office_.database, filter, kInMemory, [&](const Session& session) {
        // What single dates have of their own may be another's: one more than these is the series itself.
        const auto dates =
            standing_from(session, office_.zone(session.time_zone), office_.now, session.changes.size() + 1);
        if (std::ranges::none_of(dates, archived.has_it)) { return; }
        if (++count <= kShown) { ids += (count == 1 ? "" : ", ") + to_string(OccurrenceId{session.number(), {}}); }
    });
    if (count == 0) { return; }
    if (count > kShown) { ids += " and " + std::to_string(count - kShown) + " more"; }
    notes_.push_back(archived.name + " is still booked from now on: " + ids + "; " + archived.what_clears_it);
}

void StillBooked::look_at(const Room& was, const Room& is) {
    BusyQuery query{office_.now};
    query.add(name_of(is));
    const BusyTimes now{busy_sessions(*office_.database, query), {}, nullptr};
    auto then = now;
    for (auto& session : then.sessions) { session = as_it_was(std::move(session), was); }
    ConflictScope to_come;
    to_come.not_before = office_.now;
    const auto& zones = *office_.zones;
    std::size_t count = 0;
    for (std::size_t i = 0; i < now.sessions.size(); ++i) {
        const auto& session = now.sessions[i];
        const auto before = find_conflicts(then.sessions[i], then.booked(), zones, to_come);
        const auto found = find_conflicts(session, now.booked(), zones, to_come);
        for (const auto& clash : found.clashes) {
            const bool in_it = clash.kind == ClashKind::room && clash.what == is.name.text && clash.with != nullptr;
            // Of two it is the later one that is too many.
            if (!in_it || session.id < clash.with->id || stood(before, clash) || ++count > kShown) { continue; }
            const auto times = clash.count > 1 ? ", " + std::to_string(clash.count) + " times" : std::string{};
            notes_.push_back(to_string(OccurrenceId{session.number(), clash.slot}) + " is too many in " + is.name.text +
                             " beside " + to_string(OccurrenceId{clash.with->number(), clash.with_slot}) + ", " +
                             text::weekday_span(clash.planned.from, clash.planned.to) + times +
                             "; another room: " + to_another_room(session, clash));
        }
    }
    if (count > kShown) {
        notes_.push_back("and " + std::to_string(count - kShown) + " more too many in " + is.name.text +
                         ": practice doctor");
    }
}

void StillBooked::tell() const {
    for (const auto& note : notes_) { office_.notes(note); }
}

}  // namespace practice::app
