// SPDX-License-Identifier: MIT
// Writing sessions. A change is written as the rows that differ: every row is offered to the table, which
// takes it only when it is new or not equal, and what is no longer there is deleted.
#include "store/session_rows.h"

#include <set>

#include "practice/recurrence_text.h"
#include "practice/refusal.h"
#include "store/column_values.h"
#include "store/row_errors.h"
#include "store/row_sql.h"
#include "store/session_instants.h"
#include "store/uid.h"

namespace practice::store {
namespace {

void check_currency(const std::vector<ServiceLine>& lines, const Session& session) {
    for (const auto& line : lines) {
        if (line.price.currency == session.currency) { continue; }
        throw misuse("the price of " + line.code + " is in " + std::string{line.price.currency.code()} +
                         ", the session in " + std::string{session.currency.code()},
                     "give all prices of a session in one currency");
    }
}

template <class T>
std::optional<std::int64_t> id_or_null(const std::optional<T>& named) {
    return named ? std::optional{named->id.value} : std::nullopt;
}

void bind_session(Statement& row, const Session& session, const SessionInstants& instants) {
    row.bind("$id", column_or_new(session.id));
    row.bind("$sequence", std::int64_t{session.sequence});
    row.bind("$professional", column(session.professional.id)).bind("$room", column(session.room.id));
    row.bind("$time_zone", session.time_zone);
    row.bind("$start_local", to_string(session.start)).bind("$length_minutes", column(session.length));
    row.bind("$rule", session.recurrence ? std::optional{to_rrule(session.recurrence->rule())} : std::nullopt);
    row.bind("$last_date", instants.last_date ? std::optional{to_string(*instants.last_date)} : std::nullopt);
    row.bind("$starts_at", column(instants.starts_at));
    row.bind("$ends_at", instants.ends_at ? std::optional{column(*instants.ends_at)} : std::nullopt);
    row.bind("$status", to_string(session.status)).bind_text_or_null("$reason", session.reason);
    row.bind_text_or_null("$note", session.note).bind_text_or_null("$ref", session.ref);
    row.bind("$currency", session.currency.code()).bind("$clash_allowed", column(session.clash_allowed));
    row.bind("$created_at", column(session.created)).bind("$changed_at", column(session.changed));
}

/// Writes what belongs to one session. A fresh one has nothing stored that could be in the way.
class PartsWriter {
public:
    PartsWriter(Database& database, SessionId id, bool fresh) : database_{database}, id_{id}, fresh_{fresh} {}

    void save(const Session& session, const TimeZone& zone) {
        save_dates(session);
        if (!fresh_) { erase_other_slots(session.changes); }
        save_clients("", session.clients);
        save_lines("", session.lines, session);
        save_attendance("", session.attendance);
        for (const auto& [slot, change] : session.changes) { save_change(session, slot, change, zone); }
    }

private:
    void save_clients(const std::string& slot, const std::vector<ClientName>& clients) {
        static const auto sql = upsert_sql("session_clients");
        auto row = database_.prepare(sql.c_str());
        std::int64_t position = 0;
        for (const auto& client : clients) {
            row.bind("$session", column(id_)).bind("$slot", slot).bind("$position", position++);
            row.bind("$client", column(client.id)).execute();
            row.again();
        }
        erase_from(position, slot, "DELETE FROM session_clients WHERE session = $1 AND slot = $2 AND position >= $3");
    }

    void save_lines(const std::string& slot, const std::vector<ServiceLine>& lines, const Session& session) {
        check_currency(lines, session);
        static const auto sql = upsert_sql("session_lines");
        auto row = database_.prepare(sql.c_str());
        std::int64_t position = 0;
        for (const auto& line : lines) {
            row.bind("$session", column(id_)).bind("$slot", slot).bind("$position", position++);
            row.bind("$service", column(line.service)).bind("$code", line.code);
            row.bind_text_or_null("$description", line.description).bind("$units", std::int64_t{line.units});
            row.bind("$price", line.price.minor).bind("$modifiers", column(line.modifiers));
            row.bind("$charged_per", column(line.per)).execute();
            row.again();
        }
        erase_from(position, slot, "DELETE FROM session_lines WHERE session = $1 AND slot = $2 AND position >= $3");
    }

    void save_attendance(const std::string& slot, const std::vector<Attendance>& attendance) {
        static const auto sql = upsert_sql("session_attendance");
        auto row = database_.prepare(sql.c_str());
        std::int64_t position = 0;
        for (const auto& entry : attendance) {
            row.bind("$session", column(id_)).bind("$slot", slot).bind("$position", position++);
            row.bind("$client", column(entry.client)).bind("$status", to_string(entry.status)).execute();
            row.again();
        }
        erase_from(position, slot,
                   "DELETE FROM session_attendance WHERE session = $1 AND slot = $2 AND position >= $3");
    }

    void save_change(const Session& session, Date date, const SlotChange& change, const TimeZone& zone) {
        const auto slot = to_string(date);
        const auto span = span_of(session, date, change, zone);
        static const auto sql = upsert_sql("slot_changes");
        auto row = database_.prepare(sql.c_str());
        row.bind("$session", column(id_)).bind("$slot", slot);
        row.bind("$start_local", change.start ? std::optional{to_string(*change.start)} : std::nullopt);
        row.bind("$length_minutes", change.length ? std::optional{column(*change.length)} : std::nullopt);
        row.bind("$professional", id_or_null(change.professional)).bind("$room", id_or_null(change.room));
        row.bind("$own_clients", column(change.clients.has_value()))
            .bind("$own_lines", column(change.lines.has_value()));
        row.bind("$note", change.note).bind("$status", to_string(change.status));
        row.bind_text_or_null("$reason", change.reason);
        row.bind("$starts_at", column(span.from)).bind("$ends_at", column(span.to)).execute();
        save_clients(slot, change.clients.value_or(std::vector<ClientName>{}));
        save_lines(slot, change.lines.value_or(std::vector<ServiceLine>{}), session);
        save_attendance(slot, change.attendance);
    }

    void save_dates(const Session& session) {
        std::set<std::pair<std::string, std::string>> dates;
        if (session.recurrence) {
            for (const auto date : session.recurrence->added()) { dates.emplace("added", to_string(date)); }
            for (const auto date : session.recurrence->excluded()) { dates.emplace("excluded", to_string(date)); }
        }
        if (!fresh_) { erase_other_dates(dates); }
        if (dates.empty()) { return; }
        static const auto sql = upsert_sql("session_dates");
        auto row = database_.prepare(sql.c_str());
        for (const auto& [kind, date] : dates) {
            row.bind("$session", column(id_)).bind("$kind", kind).bind("$date", date).execute();
            row.again();
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
            erase_from(0, slot, "DELETE FROM session_lines WHERE session = $1 AND slot = $2 AND position >= $3");
            save_attendance(slot, {});
            row.bind("$1", column(id_)).bind("$2", slot).execute();
            row.again();
        }
    }

    void erase_from(std::int64_t position, const std::string& slot, const char* sql) {
        if (fresh_) { return; }
        auto row = database_.prepare(sql);
        row.bind("$1", column(id_)).bind("$2", slot).bind("$3", position).execute();
    }

    Database& database_;
    SessionId id_;
    bool fresh_;
};

std::string taken(const Session& session) {
    return "a session with the number " + std::to_string(session.id.value) +
           (session.ref.empty() ? std::string{} : " or the reference '" + session.ref + "'");
}
constexpr const char* kTakenHint = "a reference names one session; change that one, or choose another reference";

}  // namespace

SessionId insert(Database& database, const Session& session, const TimeZones& zones) {
    const auto& zone = zone_of(session, zones);
    static const auto sql = insert_sql("sessions");
    auto row = database.prepare(sql.c_str());
    bind_session(row, session, instants_of(session, zone));
    row.bind("$uid", session.uid.empty() ? new_uid() : session.uid);
    const SessionId id{refusing_duplicates(taken(session), kTakenHint, [&] { return row.execute_returning(); })};
    PartsWriter{database, id, true}.save(session, zone);
    return id;
}

void update(Database& database, const Session& session, const TimeZones& zones) {
    const auto& zone = zone_of(session, zones);
    static const auto sql = update_sql("sessions");
    auto row = database.prepare(sql.c_str());
    bind_session(row, session, instants_of(session, zone));
    row.bind("$uid", session.uid);
    refusing_duplicates(taken(session), kTakenHint, [&] { row.execute(); });
    PartsWriter{database, session.id, false}.save(session, zone);
}

void erase(Database& database, SessionId id) {
    for (const char* sql :
         {"DELETE FROM session_attendance WHERE session = $1", "DELETE FROM session_lines WHERE session = $1",
          "DELETE FROM session_clients WHERE session = $1", "DELETE FROM slot_changes WHERE session = $1",
          "DELETE FROM session_dates WHERE session = $1", "DELETE FROM sessions WHERE id = $1"}) {
        database.prepare(sql).bind("$1", column(id)).execute();
    }
}

}  // namespace practice::store
