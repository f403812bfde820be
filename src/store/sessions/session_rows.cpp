// SPDX-License-Identifier: MIT
// Writing sessions. A change is written as the rows that differ: every row is offered to the table, which
// takes it only when it is new or not equal, and what is no longer there is deleted.
#include "store/sessions/session_rows.h"

#include <algorithm>
#include <functional>
#include <set>

#include "practice/refusal.h"
#include "store/rows/row_errors.h"
#include "store/rows/row_sql.h"
#include "store/sessions/new_sessions.h"
#include "store/sessions/session_columns.h"

namespace practice::store {
namespace {

/// Writes what belongs to one session that is stored.
class SessionWriter {
public:
    SessionWriter(Database& database, SessionId id) : database_{database}, id_{id} {}

    void save(const Session& session, const TimeZone& zone) {
        save_dates(session);
        save_yields(session.yields);
        save_allowed(session.allowed);
        erase_other_slots(session.changes);
        save_clients("", session.clients);
        save_lines("", session.lines);
        save_attendance("", session.attendance);
        for (const auto& [slot, change] : session.changes) { save_change(session, slot, change, zone); }
    }

private:
    void save_clients(const std::string& slot, const std::vector<ClientName>& clients) {
        static const auto sql = upsert_sql("session_clients");
        auto row = database_.prepare(sql.c_str());
        SlotKey key{id_, slot, 0};
        for (const auto& client : clients) {
            bind_client(row, key, client);
            row.execute();
            row.again();
            ++key.position;
        }
        erase_from(key, "DELETE FROM session_clients WHERE session = $1 AND slot = $2 AND position >= $3");
    }

    void save_lines(const std::string& slot, const std::vector<ServiceLine>& lines) {
        static const auto sql = upsert_sql("session_lines");
        auto row = database_.prepare(sql.c_str());
        SlotKey key{id_, slot, 0};
        for (const auto& line : lines) {
            bind_line(row, key, line);
            row.execute();
            row.again();
            ++key.position;
        }
        erase_from(key, "DELETE FROM session_lines WHERE session = $1 AND slot = $2 AND position >= $3");
    }

    void save_attendance(const std::string& slot, const std::vector<Attendance>& attendance) {
        static const auto sql = upsert_sql("session_attendance");
        auto row = database_.prepare(sql.c_str());
        SlotKey key{id_, slot, 0};
        for (const auto& entry : attendance) {
            bind_attendance(row, key, entry);
            row.execute();
            row.again();
            ++key.position;
        }
        erase_from(key, "DELETE FROM session_attendance WHERE session = $1 AND slot = $2 AND position >= $3");
    }

    void save_change(const Session& session, Date date, const SlotChange& change, const TimeZone& zone) {
        const auto slot = to_string(date);
        static const auto sql = upsert_sql("slot_changes");
        auto row = database_.prepare(sql.c_str());
        bind_change(row, {id_, slot, 0}, change, span_of(session, date, change, zone));
        row.execute();
        save_clients(slot, change.clients.value_or(std::vector<ClientName>{}));
        save_lines(slot, change.lines.value_or(std::vector<ServiceLine>{}));
        save_attendance(slot, change.attendance);
    }

    void save_dates(const Session& session) {
        const auto dates = dates_of(session);
        erase_other_dates(dates);
        if (dates.empty()) { return; }
        static const auto sql = upsert_sql("session_dates");
        auto row = database_.prepare(sql.c_str());
        for (const auto& [kind, date] : dates) {
            bind_date(row, id_, kind, date);
            row.execute();
            row.again();
        }
    }

    void save_yields(const std::vector<Yield>& yields) {
        std::vector<std::pair<std::int64_t, std::string>> gone;
        auto stored = database_.prepare("SELECT whose, start_local FROM session_yields WHERE session = $1");
        stored.bind("$1", column(id_));
        while (stored.step()) {
            const auto same = [&](const Yield& yield) {
                return yield.to.value == stored.integer(0) && to_string(yield.span.from) == stored.text(1);
            };
            if (std::ranges::none_of(yields, same)) { gone.emplace_back(stored.integer(0), stored.string(1)); }
        }
        auto row = database_.prepare(
            "DELETE FROM session_yields WHERE session = $1 AND kind = 'professional' AND whose = $2"
            " AND start_local = $3");
        for (const auto& [whose, start] : gone) {
            row.bind("$1", column(id_)).bind("$2", whose).bind("$3", start).execute();
            row.again();
        }
        static const auto sql = upsert_sql("session_yields");
        auto save = database_.prepare(sql.c_str());
        for (const auto& yield : yields) {
            bind_yield(save, id_, yield);
            save.execute();
            save.again();
        }
    }

    void save_allowed(const std::vector<AllowedClash>& allowed) {
        std::vector<AllowedClash> gone;
        auto stored = database_.prepare(
            "SELECT kind, whose, number, start_local, end_local FROM session_clashes WHERE session = $1");
        stored.bind("$1", column(id_));
        while (stored.step()) {
            const auto one = to_allowed_clash(stored, 0, id_);
            if (std::ranges::find(allowed, one) == allowed.end()) { gone.push_back(one); }
        }
        auto row = database_.prepare(
            "DELETE FROM session_clashes WHERE session = $session AND kind = $kind AND whose = $whose"
            " AND number = $number AND start_local = $start_local AND end_local = $end_local");
        for (const auto& one : gone) {
            bind_allowed_clash(row, id_, one);
            row.execute();
            row.again();
        }
        static const auto sql = upsert_sql("session_clashes");
        auto save = database_.prepare(sql.c_str());
        for (const auto& one : allowed) {
            bind_allowed_clash(save, id_, one);
            save.execute();
            save.again();
        }
    }

    void erase_other_dates(const std::set<std::pair<std::string, std::string>>& kept) {
        std::vector<std::pair<std::string, std::string>> gone;
        auto stored = database_.prepare("SELECT kind, date FROM session_dates WHERE session = $1");
        stored.bind("$1", column(id_));
        while (stored.step()) {
            if (std::pair date{stored.string(0), stored.string(1)}; !kept.contains(date)) { gone.push_back(date); }
        }
        auto row = database_.prepare("DELETE FROM session_dates WHERE session = $1 AND kind = $2 AND date = $3");
        for (const auto& [kind, date] : gone) {
            row.bind("$1", column(id_)).bind("$2", kind).bind("$3", date).execute();
            row.again();
        }
    }

    void erase_other_slots(const std::map<Date, SlotChange>& kept) {
        std::vector<std::string> gone;
        auto stored = database_.prepare("SELECT slot FROM slot_changes WHERE session = $1");
        stored.bind("$1", column(id_));
        while (stored.step()) {
            if (!kept.contains(to_date(stored.text(0)))) { gone.push_back(stored.string(0)); }
        }
        auto row = database_.prepare("DELETE FROM slot_changes WHERE session = $1 AND slot = $2");
        for (const auto& slot : gone) {
            save_clients(slot, {});
            save_lines(slot, {});
            save_attendance(slot, {});
            row.bind("$1", column(id_)).bind("$2", slot).execute();
            row.again();
        }
    }

    void erase_from(const SlotKey& key, const char* sql) {
        auto row = database_.prepare(sql);
        row.bind("$1", column(key.session)).bind("$2", key.slot).bind("$3", key.position).execute();
    }

    Database& database_;
    SessionId id_;
};

std::string taken(const Session& session) {
    return "a session with the number " + std::to_string(session.id.value) +
           (session.ref.empty() ? std::string{} : " or the reference '" + session.ref + "'");
}
constexpr const char* kTakenHint = "a reference names one session; change that one, or choose another reference";

}  // namespace

SessionId insert(Database& database, const Session& session, const TimeZones& zones) {
    NewSessions one{database, zones};
    const auto id = one.add(session);
    refusing_duplicates(taken(session), kTakenHint, [&] { one.write(); });
    return id;
}

SessionId insert_continuation(Database& database, Session continuation, SessionId of, const TimeZones& zones) {
    {
        auto row = database.prepare(
            "SELECT session, kind FROM session_clashes WHERE whose = 'session' AND number = $1 AND session <> $1");
        row.bind("$1", column(of));
        while (row.step()) { continuation.allowed.push_back({to_clash_kind(row.text(1)), SessionId{row.integer(0)}}); }
    }
    auto& allowed = continuation.allowed;
    std::ranges::sort(allowed, std::less<>{});
    allowed.erase(std::unique(allowed.begin(), allowed.end()), allowed.end());
    return insert(database, continuation, zones);
}

void update(Database& database, const Session& session, const TimeZones& zones) {
    const auto& zone = zone_of(session, zones);
    check_storable(session);
    static const auto sql = update_sql("sessions");
    auto row = database.prepare(sql.c_str());
    bind_session(row, session, session.id, session.uid, instants_of(session, zone));
    refusing_duplicates(taken(session), kTakenHint, [&] { row.execute(); });
    SessionWriter{database, session.id}.save(session, zone);
}

void erase(Database& database, SessionId id) {
    for (const char* sql :
         {"DELETE FROM session_attendance WHERE session = $1", "DELETE FROM session_lines WHERE session = $1",
          "DELETE FROM session_clients WHERE session = $1", "DELETE FROM slot_changes WHERE session = $1",
          "DELETE FROM session_dates WHERE session = $1", "DELETE FROM session_yields WHERE session = $1",
          "DELETE FROM session_clashes WHERE session = $1", "DELETE FROM sessions WHERE id = $1"}) {
        database.prepare(sql).bind("$1", column(id)).execute();
    }
}

}  // namespace practice::store
