// SPDX-License-Identifier: MIT
// What stood beside the operation's sessions before it stood with everybody's leave, so only what is otherwise since
// can be in the way: another session, alone or as one too many in a room, a smaller room, new time off.
#include "app/undo/taken_times.h"

#include <algorithm>

#include "app/query/busy_times.h"
#include "practice/rescheduling.h"
#include "store/sessions/session_rows.h"
#include "text/session/session_text.h"
#include "text/wording/conflict_text.h"

namespace practice::app {
namespace {

/// The part of a session that takes time now and did not before.
std::optional<FreeCheck> new_part(const Session* before, const Session& after, const TimeZones& zones) {
    if (before != nullptr) { return what_to_check(*before, after, zones); }
    if (!after.is_series() && !takes_time(after.status)) { return std::nullopt; }
    const ConflictScope all;
    return FreeCheck{after, all, {all, all, all}};
}

struct NewPart {
    Session after;
    FreeCheck check;
};

/// A virtual room is never full.
bool holds_less(const Room& was, const Room& is) {
    if (is.kind != RoomKind::in_person) { return false; }
    return was.kind != RoomKind::in_person || is.capacity < was.capacity;
}

/// Whether what an operation did stands now, and did not at the end of operation `then`; or the other way round.
bool stands_otherwise(store::Database& database, const Turns& turns, OperationId then) {
    bool stood = false;
    for (std::optional operation{turns.root}; operation && operation->id <= then;) {
        stood = !stood;
        operation = operation->undone_by ? store::load_operation(database, *operation->undone_by) : std::nullopt;
    }
    return stood == turns.undone;
}

class Wrong {
public:
    Wrong(Office& office, const ChangedSince& since) : office_{office}, since_{since}, directory_{office} {}

    /// Sessions that come back to a time that is taken.
    void look_at_sessions(const std::vector<NewPart>& checks, const std::vector<SessionId>& touched) {
        if (checks.empty()) { return; }
        const auto& zones = *office_.zones;
        BusyQuery query{checks.front().check.planned, {}, zones};
        for (const auto& [after, check] : checks) { query.add(BusyQuery{check.planned, {}, zones}); }
        const auto busy = busy_times(office_, directory_, query);
        auto then = busy;
        const auto is_later = [&](const Session& session) {
            return std::ranges::binary_search(since_.sessions, session.id) &&
                   !std::ranges::binary_search(touched, session.id);
        };
        std::erase_if(then.sessions, is_later);
        for (const auto& [after, check] : checks) {
            const auto found =
                with_own_clashes(find_conflicts(check.planned, busy.booked(), zones, check.scope), after, check, zones);
            if (found.none()) { continue; }
            const auto stood = find_conflicts(check.planned, then.booked(), zones, check.scope);
            tell(check.planned, found, [&](const Clash& clash) {
                if (clash.with != nullptr && is_later(*clash.with)) { return true; }
                if (clash.kind == ClashKind::room && changed(clash, since_.rooms)) { return true; }
                if (clash.with_time_off()) { return changed(clash, since_.away); }
                // Of a whole that stood before, one date is as it was, and another one is not.
                if (clash.itself) { return !check.planned.clash_allowed; }
                return clash.with != nullptr && !has(stood, clash);
            });
        }
        if (wrong_.with.empty() && !wrong_.lines.empty()) {
            wrong_.hint = "take that time off away first, or book at another time";
        }
        say("its time has been taken since");
    }

    /// Rooms that get smaller, over what is booked in them.
    void look_at_rooms(const Directory& before) {
        for (const auto& was : before.rooms()) {
            const auto& is = room_now(was.id);
            if (is == nullptr || !holds_less(was, *is)) { continue; }
            BusyQuery query{office_.now};
            query.add(name_of(*is));
            in_the_way_of(query, {}, [&](const Clash& clash, const Session& session) {
                const bool allowed = session.clash_allowed || (clash.with != nullptr && clash.with->clash_allowed);
                return clash.kind == ClashKind::room && clash.what == is->name.text && clash.with != nullptr &&
                       !allowed;
            });
        }
        say("a room would be too small for what is booked in it");
    }

    /// Time off that comes back over what was booked since.
    void look_at_time_off(const Directory& before) {
        for (const auto& is : directory_.professionals()) {
            const auto was = std::ranges::find(before.professionals(), is.id, &Professional::id);
            std::vector<Away> back;
            for (const auto& off : is.time_off) {
                const bool stood =
                    was != before.professionals().end() && std::ranges::find(was->time_off, off) != was->time_off.end();
                if (!stood) { back.push_back({is.id, is.name.text, off.span, off.reason}); }
            }
            if (back.empty()) { continue; }
            BusyQuery query{office_.now};
            query.add(is.id);
            in_the_way_of(query, std::move(back), [&](const Clash& clash, const Session& session) {
                return clash.with_time_off() && std::ranges::binary_search(since_.sessions, session.id);
            });
        }
        say("sessions were booked in that time off since");
    }

    /// Who or what is archived again, and was booked since.
    void look_at_archived(const Directory& before) {
        const auto professionals = archived_again(before.professionals(), directory_.professionals());
        const auto rooms = archived_again(before.rooms(), directory_.rooms());
        const auto clients = archived_again(before.clients(), directory_.clients());
        if (professionals.empty() && rooms.empty() && clients.empty()) { return; }
        const auto booked = [&](const auto& archived, const auto& thing, const Session& session) {
            if (!archived.contains(thing.id.value)) { return; }
            const auto id = to_string(OccurrenceId{session.number(), {}});
            if (wrong_.with.empty()) { wrong_.with = id; }
            wrong_.lines.push_back(id + " (" + text::who_with_whom(session) + ") is booked with " + thing.name);
        };
        for (const auto id : since_.sessions) {
            const auto session = store::load_session(*office_.database, id);
            const auto to = session ? reach(*session, *office_.zones).to : std::nullopt;
            if (!session || (to && *to < office_.now)) { continue; }
            booked(professionals, session->professional, *session);
            booked(rooms, session->room, *session);
            for (const auto& client : session->clients) { booked(clients, client, *session); }
        }
        say("what it archives has been booked since");
    }

    [[nodiscard]] WrongThen take() { return std::move(wrong_); }

private:
    template <class Thing>
    static std::set<std::int64_t> archived_again(const std::vector<Thing>& before, const std::vector<Thing>& now) {
        std::set<std::int64_t> ids;
        for (const auto& thing : now) {
            const auto was = std::ranges::find(before, thing.id, &Thing::id);
            if (thing.archived && was != before.end() && !was->archived) { ids.insert(thing.id.value); }
        }
        return ids;
    }

    [[nodiscard]] const Room* room_now(RoomId id) const {
        const auto& rooms = directory_.rooms();
        const auto found = std::ranges::find(rooms, id, &Room::id);
        return found == rooms.end() ? nullptr : &*found;
    }

    /// Whether the room or professional that the clash is about is among these.
    [[nodiscard]] bool changed(const Clash& clash, const std::set<std::int64_t>& ids) const {
        return std::ranges::any_of(ids, [&](std::int64_t id) {
            if (clash.kind == ClashKind::room) {
                const auto* room = room_now({id});
                return room != nullptr && room->name.text == clash.what;
            }
            return directory_.with_id(ProfessionalId{id}).name.text == clash.what;
        });
    }

    static bool has(const Conflicts& conflicts, const Clash& wanted) {
        return std::ranges::any_of(conflicts.clashes, [&](const Clash& clash) {
            const bool same_with = clash.with == wanted.with || (clash.with != nullptr && wanted.with != nullptr &&
                                                                 clash.with->id == wanted.with->id);
            return clash.kind == wanted.kind && clash.what == wanted.what && same_with && clash.count >= wanted.count;
        });
    }

    /// The clashes, from now on, of what is booked so with what is booked so and with `away`.
    template <class Counts>
    void in_the_way_of(const BusyQuery& query, std::vector<Away> away, Counts&& counts) {
        auto busy = busy_times(office_, directory_, query);
        busy.away = std::move(away);
        ConflictScope scope;
        scope.not_before = office_.now;
        for (const auto& session : busy.sessions) {
            const auto found = find_conflicts(session, busy.booked(), *office_.zones, scope);
            const auto told = wrong_.lines.size();
            tell(session, found, [&](const Clash& clash) { return counts(clash, session); });
            const bool any = wrong_.lines.size() > told;
            if (any && wrong_.with.empty()) { wrong_.with = to_string(OccurrenceId{session.number(), {}}); }
        }
    }

    template <class Counts>
    void tell(const Session& session, const Conflicts& found, Counts&& counts) {
        Conflicts wrong;
        std::ranges::copy_if(found.clashes, std::back_inserter(wrong.clashes), counts);
        for (auto& line : text::clash_lines(wrong)) {
            if (std::ranges::find(wrong_.lines, line) == wrong_.lines.end()) {
                wrong_.lines.push_back(std::move(line));
            }
        }
        for (auto& fact : text::clash_facts(wrong, office_.zone(session.time_zone))) {
            if (wrong_.with.empty()) { wrong_.with = fact.with; }
            wrong_.facts.push_back(std::move(fact));
        }
    }

    void say(const std::string& reason) {
        if (!wrong_.reason.empty() || wrong_.lines.empty()) { return; }
        wrong_.reason = reason;
        if (wrong_.hint.empty()) { wrong_.hint = "move or cancel " + wrong_.with + " first, then try again"; }
    }

    Office& office_;
    const ChangedSince& since_;
    const Directory directory_;
    WrongThen wrong_;
};

}  // namespace

ChangedSince changed_since(store::Database& database, OperationId id) {
    std::set<OperationId> roots;
    std::set<SessionId> sessions;
    ChangedSince since;
    store::OperationFilter later;
    later.newer_than = id;
    for (const auto& operation : store::load_operations(database, later)) {
        const auto turns = turns_of(database, operation);
        if (!roots.insert(turns.root.id).second || !stands_otherwise(database, turns, id)) { continue; }
        for (const auto session : store::sessions_touched(database, turns.root.id)) { sessions.insert(session); }
        for (const auto room : store::rows_touched(database, turns.root.id, "rooms")) { since.rooms.insert(room); }
        for (const auto who : store::rows_touched(database, turns.root.id, "time_off")) { since.away.insert(who); }
        for (const auto who : store::rows_touched(database, turns.root.id, "session_yields")) {
            since.yielding.insert(who);
        }
        for (const auto* const table : {"professionals", "rooms", "clients", "services"}) {
            since.records = since.records || !store::rows_touched(database, turns.root.id, table).empty();
        }
    }
    since.sessions.assign(sessions.begin(), sessions.end());
    return since;
}

WrongThen wrong_then(Office& office, const std::vector<SessionId>& touched, const ChangedSince& since,
                     const std::vector<Session>& before, const Directory& directory_before) {
    Wrong wrong{office, since};
    std::vector<NewPart> checks;
    for (const auto id : touched) {
        const auto after = store::load_session(*office.database, id);
        if (!after) { continue; }
        const auto was = std::ranges::find(before, id, &Session::id);
        if (auto part = new_part(was == before.end() ? nullptr : &*was, *after, *office.zones)) {
            checks.push_back({*after, std::move(*part)});
        }
    }
    wrong.look_at_sessions(checks, touched);
    wrong.look_at_rooms(directory_before);
    wrong.look_at_time_off(directory_before);
    wrong.look_at_archived(directory_before);
    return wrong.take();
}

}  // namespace practice::app
