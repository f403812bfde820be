// SPDX-License-Identifier: MIT
#include "store/sessions/new_sessions.h"

#include "store/sqlite/connection.h"
#include "store/uid.h"

namespace practice::store {
namespace {

constexpr std::size_t kAtOnce = 64;

}  // namespace

NewSessions::NewSessions(Database& database, const TimeZones& zones)
    : database_{database},
      zones_{zones},
      sessions_{database, "sessions"},
      dates_{database, "session_dates"},
      yields_{database, "session_yields"},
      clashes_{database, "session_clashes"},
      changes_{database, "slot_changes"},
      clients_{database, "session_clients"},
      lines_{database, "session_lines"},
      attendance_{database, "session_attendance"} {}

/// What the engine would give away next: numbers are never used again.
SessionId NewSessions::next_number() {
    if (sessions_.rows() == 0) {
        auto row = database_.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'sessions'");
        last_number_ = row.step() ? row.integer(0) : 0;
    }
    return {++last_number_};
}

SessionId NewSessions::add(const Session& session) {
    const auto kept = session.uid.empty() ? std::nullopt : kept_sequence(database_, session.uid);
    if (!kept || session.sequence > *kept) { return add_row(session); }
    auto back_again = session;
    back_again.sequence = static_cast<int>(*kept) + 1;
    return add_row(back_again);
}

SessionId NewSessions::add_row(const Session& session) {
    const auto& zone = zone_of(session, zones_);
    const auto instants = instants_of(session, zone);
    check_storable(session);
    const auto id = session.id.stored() ? session.id : next_number();
    bind_session(sessions_, session, id, session.uid.empty() ? new_uid() : session.uid, instants);
    sessions_.execute();
    for (const auto& [kind, date] : dates_of(session)) {
        bind_date(dates_, id, kind, date);
        dates_.execute();
    }
    for (const auto& yield : session.yields) {
        bind_yield(yields_, id, yield);
        yields_.execute();
    }
    for (const auto& permission : session.allowed) {
        bind_allowed_clash(clashes_, id, permission);
        clashes_.execute();
    }
    add_parts({id, "", 0}, session.clients, session.lines, session.attendance);
    for (const auto& [slot, change] : session.changes) {
        const auto date = to_string(slot);
        bind_change(changes_, {id, date, 0}, change, span_of(session, slot, change, zone));
        changes_.execute();
        add_parts({id, date, 0}, change.clients.value_or(std::vector<ClientName>{}),
                  change.lines.value_or(std::vector<ServiceLine>{}), change.attendance);
    }
    if (sessions_.rows() >= kAtOnce) { write(); }
    return id;
}

void NewSessions::add_parts(SlotKey key, const std::vector<ClientName>& clients, const std::vector<ServiceLine>& lines,
                            const std::vector<Attendance>& attendance) {
    for (key.position = 0; const auto& client : clients) {
        bind_client(clients_, key, client);
        clients_.execute();
        ++key.position;
    }
    for (key.position = 0; const auto& line : lines) {
        bind_line(lines_, key, line);
        lines_.execute();
        ++key.position;
    }
    for (key.position = 0; const auto& entry : attendance) {
        bind_attendance(attendance_, key, entry);
        attendance_.execute();
        ++key.position;
    }
}

void NewSessions::write() {
    try {
        for (auto* rows : {&sessions_, &dates_, &yields_, &clashes_, &changes_, &clients_, &lines_, &attendance_}) {
            rows->write();
        }
    } catch (...) {
        database_.connection().operation().spoil();
        throw;
    }
}

}  // namespace practice::store
