// SPDX-License-Identifier: MIT
// Reading sessions: one query for the sessions and one for each kind of thing that belongs to them, all over
// the same condition and by session, so that they are merged like sorted lists.
#include <algorithm>
#include <unordered_map>
#include <utility>

#include "practice/time_off.h"
#include "store/sessions/session_columns.h"
#include "store/sessions/session_query.h"
#include "store/sessions/session_rows.h"

namespace practice::store {
namespace {

/// How much of a session is read.
enum class Depth {
    all,
    occupancy,  // what a conflict check needs: no notes, reasons and lines
};

/// Names are few and repeated in every session: read once, not joined to every row.
struct Names {
    std::unordered_map<std::int64_t, ProfessionalName> professionals;
    std::unordered_map<std::int64_t, RoomName> rooms;
};

Names load_names(Database& database) {
    Names names;
    auto professionals = database.prepare("SELECT id, code, name FROM professionals");
    while (professionals.step()) {
        const auto id = professionals.integer(0);
        names.professionals.emplace(id, ProfessionalName{{id}, professionals.string(1), professionals.string(2)});
    }
    auto rooms = database.prepare("SELECT id, name, kind, capacity, link FROM rooms");
    while (rooms.step()) {
        const auto id = rooms.integer(0);
        names.rooms.emplace(id, RoomName{{id},
                                         rooms.string(1),
                                         to_room_kind(rooms.text(2)),
                                         static_cast<int>(rooms.integer(3)),
                                         rooms.string(4)});
    }
    return names;
}

struct StoredDate {
    std::int64_t session;
    bool added;
    Date date;
};

/// Takes the sessions of sorted rows one after the other. Rows of a session that is not in the list (it
/// vanished between two queries, outside of a transaction) are passed over.
class SessionMerge {
public:
    explicit SessionMerge(std::vector<Session>& sessions) : sessions_{sessions} {}

    [[nodiscard]] Session* find(std::int64_t id) {
        while (at_ < sessions_.size() && sessions_[at_].id.value < id) { ++at_; }
        return at_ < sessions_.size() && sessions_[at_].id.value == id ? &sessions_[at_] : nullptr;
    }

private:
    std::vector<Session>& sessions_;
    std::size_t at_ = 0;
};

SlotChange* find_change(Session& session, std::string_view slot) {
    const auto found = session.changes.find(to_date(slot));
    return found == session.changes.end() ? nullptr : &found->second;
}

class Loader {
public:
    /// `wanted`: of what the query finds, only these, ascending; empty: all.
    Loader(Database& database, const SessionQuery& query, Depth depth, std::span<const std::int64_t> wanted = {})
        : database_{database}, query_{query}, depth_{depth}, wanted_{wanted}, names_{load_names(database)} {}

    std::vector<Session> load() {
        load_dates();
        load_rows();
        load_changes();
        load_clients();
        if (depth_ == Depth::all) { load_lines(); }
        load_attendance();
        load_allowed();
        load_yields();
        return std::move(sessions_);
    }

private:
    /// `order` begins with the column of the session's id.
    [[nodiscard]] Statement rows(const std::string& select, const std::string& id, const std::string& order) {
        auto statement = database_.prepare_text(select + query_.where(id) + " ORDER BY " + order);
        query_.bind(statement);
        return statement;
    }

    void load_dates() {
        auto row = rows("SELECT session, kind, date FROM session_dates", "session", "session, kind, date");
        while (row.step()) { dates_.push_back({row.integer(0), row.text(1) == "added", to_date(row.text(2))}); }
    }

    void load_rows() {
        const std::string texts = depth_ == Depth::all ? "reason, note" : "NULL, NULL";
        auto row = rows(
            "SELECT id, professional, room, uid, sequence, time_zone, start_local, length_minutes, rule,"
            " status, ref, currency, clash_allowed, created_at, changed_at, " +
                texts + ", length_said, former_end, first_part FROM sessions",
            "id", "id");
        if (!wanted_.empty()) { sessions_.reserve(wanted_.size()); }
        while (row.step()) {
            const auto id = row.integer(0);
            if (!is_wanted(id)) { continue; }
            const auto start = to_local_time(row.text(6));
            sessions_.push_back(
                {.id = {id},
                 .first_part = {row.optional_integer(19).value_or(0)},
                 .uid = row.string(3),
                 .sequence = static_cast<int>(row.integer(4)),
                 .professional = names_.professionals[row.integer(1)],
                 .room = names_.rooms[row.integer(2)],
                 .clients = {},
                 .lines = {},
                 .time_zone = row.string(5),
                 .start = start,
                 .length = to_length(row.integer(7)),
                 .length_said = said(row.optional_integer(17)),
                 .recurrence = recurrence(id, date_of(start), row.text(8)),
                 .changes = {},
                 .former_end = row.is_null(18) ? std::nullopt : std::optional{to_former_end(row.text(18))},
                 .yields = {},
                 .away = {},
                 .status = to_status(row.text(9)),
                 .reason = row.string(15),
                 .attendance = {},
                 .note = row.string(16),
                 .ref = row.string(10),
                 .currency = currency(row.text(11)),
                 .allowed = {},
                 .clash_allowed = row.integer(12) != 0,
                 .created = to_instant(row.integer(13)),
                 .changed = to_instant(row.integer(14))});
        }
    }

    /// Asked for ascending ids.
    [[nodiscard]] bool is_wanted(std::int64_t id) {
        if (wanted_.empty()) { return true; }
        while (wanted_at_ < wanted_.size() && wanted_[wanted_at_] < id) { ++wanted_at_; }
        return wanted_at_ < wanted_.size() && wanted_[wanted_at_] == id;
    }

    [[nodiscard]] std::optional<Recurrence> recurrence(std::int64_t id, Date anchor, std::string_view rule) {
        if (rule.empty()) { return std::nullopt; }
        std::vector<Date> excluded;
        std::vector<Date> added;
        while (date_at_ < dates_.size() && dates_[date_at_].session <= id) {
            const auto& date = dates_[date_at_++];
            if (date.session == id) { (date.added ? added : excluded).push_back(date.date); }
        }
        auto known = rules_.find(std::string{rule});
        if (known == rules_.end()) { known = rules_.emplace(rule, to_rule(rule)).first; }
        return Recurrence{anchor, known->second, std::move(excluded), std::move(added)};
    }

    [[nodiscard]] static std::optional<bool> said(std::optional<std::int64_t> number) {
        return number ? std::optional{*number != 0} : std::nullopt;
    }

    [[nodiscard]] Currency currency(std::string_view code) {
        if (!currency_ || currency_->code() != code) { currency_ = to_currency(code); }
        return *currency_;
    }

    void load_changes() {
        SessionMerge merge{sessions_};
        auto row = rows(
            "SELECT session, slot, start_local, length_minutes, professional, room, own_clients, own_lines,"
            " note, status, reason FROM slot_changes",
            "session", "session, slot");
        while (row.step()) {
            auto* session = merge.find(row.integer(0));
            if (session == nullptr) { continue; }
            auto& change =
                session->changes.emplace_hint(session->changes.end(), to_date(row.text(1)), SlotChange{})->second;
            if (!row.is_null(2)) { change.start = to_local_time(row.text(2)); }
            if (!row.is_null(3)) { change.length = to_length(row.integer(3)); }
            if (!row.is_null(4)) { change.professional = names_.professionals[row.integer(4)]; }
            if (!row.is_null(5)) { change.room = names_.rooms[row.integer(5)]; }
            if (row.integer(6) != 0) { change.clients.emplace(); }
            if (depth_ == Depth::all) {
                if (row.integer(7) != 0) { change.lines.emplace(); }
                change.note = optional_string(row, 8);
                change.reason = row.string(10);
            }
            change.status = to_status(row.text(9));
        }
    }

    void load_clients() {
        SessionMerge merge{sessions_};
        auto row = rows(
            "SELECT p.session, p.slot, p.client, c.name FROM session_clients AS p"
            " JOIN clients AS c ON c.id = p.client",
            "p.session", "p.session, p.slot, p.position");
        while (row.step()) {
            auto* session = merge.find(row.integer(0));
            if (session == nullptr) { continue; }
            ClientName client{{row.integer(2)}, row.string(3)};
            if (row.text(1).empty()) {
                session->clients.push_back(std::move(client));
            } else if (auto* change = find_change(*session, row.text(1)); change != nullptr && change->clients) {
                change->clients->push_back(std::move(client));
            }
        }
    }

    void load_lines() {
        SessionMerge merge{sessions_};
        auto row = rows(
            "SELECT session, slot, service, code, description, units, price, modifiers, charged_per"
            " FROM session_lines",
            "session", "session, slot, position");
        while (row.step()) {
            auto* session = merge.find(row.integer(0));
            if (session == nullptr) { continue; }
            ServiceLine line{.service = {row.integer(2)},
                             .code = row.string(3),
                             .description = row.string(4),
                             .units = static_cast<int>(row.integer(5)),
                             .price = {row.integer(6), session->currency},
                             .modifiers = to_modifiers(optional_string(row, 7)),
                             .per = to_charged_per(row.text(8))};
            if (row.text(1).empty()) {
                session->lines.push_back(std::move(line));
            } else if (auto* change = find_change(*session, row.text(1)); change != nullptr && change->lines) {
                change->lines->push_back(std::move(line));
            }
        }
    }

    void load_attendance() {
        SessionMerge merge{sessions_};
        auto row =
            rows("SELECT session, slot, client, status FROM session_attendance", "session", "session, slot, position");
        while (row.step()) {
            auto* session = merge.find(row.integer(0));
            if (session == nullptr) { continue; }
            const Attendance entry{{row.integer(2)}, to_status(row.text(3))};
            if (row.text(1).empty()) {
                session->attendance.push_back(entry);
            } else if (auto* change = find_change(*session, row.text(1)); change != nullptr) {
                change->attendance.push_back(entry);
            }
        }
    }

    void load_allowed() {
        SessionMerge merge{sessions_};
        auto row = rows("SELECT session, kind, whose, number, start_local, end_local FROM session_clashes", "session",
                        "session");
        while (row.step()) {
            if (auto* session = merge.find(row.integer(0))) {
                session->allowed.push_back(to_allowed_clash(row, 1, session->id));
            }
        }
        for (auto& session : sessions_) { std::sort(session.allowed.begin(), session.allowed.end()); }
    }

    void load_yields() {
        SessionMerge merge{sessions_};
        auto row = rows("SELECT session, whose, start_local, end_local FROM session_yields", "session",
                        "session, kind, whose, start_local");
        while (row.step()) {
            auto* session = merge.find(row.integer(0));
            if (session == nullptr) { continue; }
            session->yields.push_back({{row.integer(1)}, {to_local_time(row.text(2)), to_local_time(row.text(3))}});
        }
        leave_away();
    }

    /// The one place where dates are left out for as long as somebody is away: whoever reads sessions gets them so.
    void leave_away() {
        std::optional<std::vector<Away>> standing;
        const auto* zones = database_.zones();
        auto row = database_.prepare("SELECT time_zone FROM practice");
        const auto* practice = zones != nullptr && row.step() ? zones->find(row.text(0)) : nullptr;
        for (auto& session : sessions_) {
            if (session.yields.empty()) { continue; }
            if (!standing) { standing = load_away(); }
            const auto* zone = zones != nullptr ? zones->find(session.time_zone) : nullptr;
            leave_dates_away(session, *standing, {practice, zone});
        }
    }

    [[nodiscard]] std::vector<Away> load_away() {
        std::vector<Away> all;
        auto row = database_.prepare(
            "SELECT t.professional, p.name, t.start_local, t.end_local, t.reason FROM time_off AS t"
            " JOIN professionals AS p ON p.id = t.professional ORDER BY t.professional, t.start_local");
        while (row.step()) {
            const Span<LocalTime> span{to_local_time(row.text(2)), to_local_time(row.text(3))};
            all.push_back({{row.integer(0)}, row.string(1), span, row.string(4)});
        }
        return all;
    }

    Database& database_;
    const SessionQuery& query_;
    Depth depth_;
    std::span<const std::int64_t> wanted_;
    std::size_t wanted_at_ = 0;
    Names names_;
    std::vector<StoredDate> dates_;
    std::size_t date_at_ = 0;
    std::unordered_map<std::string, RecurrenceRule> rules_;
    std::optional<Currency> currency_;
    std::vector<Session> sessions_;
};

/// Rows that are read in vain, at most, before it is worth the while to ask anew behind them.
constexpr std::int64_t kGap = 500;

std::vector<std::int64_t> find_ids(Database& database, const SessionQuery& query) {
    std::vector<std::int64_t> ids;
    auto row = database.prepare_text(query.ids.empty() ? "SELECT id FROM sessions ORDER BY id"
                                                       : "SELECT id FROM (" + query.ids + ") AS found ORDER BY id");
    query.bind(row);
    while (row.step()) { ids.push_back(row.integer(0)); }
    return ids;
}

std::vector<Session> load(Database& database, const SessionQuery& query, Depth depth) {
    return Loader{database, query, depth}.load();
}

}  // namespace

std::optional<Session> load_session(Database& database, SessionId id) {
    auto found = load(database, query_for(id), Depth::all);
    if (found.empty()) { return std::nullopt; }
    return std::move(found.front());
}

std::vector<Session> load_parts(Database& database, SessionNumber number) {
    SessionQuery query{
        "SELECT id FROM sessions WHERE id = $1 AND first_part IS NULL"
        " UNION ALL SELECT id FROM sessions WHERE first_part = $1",
        false,
        {{"$1", number.value}}};
    auto parts = load(database, query, Depth::all);
    std::ranges::sort(parts, {}, [](const Session& part) { return std::pair{date_of(part.start), part.id}; });
    return parts;
}

std::optional<Session> load_session_by_ref(Database& database, std::string_view ref) {
    SessionId id;
    {
        auto row = database.prepare("SELECT id FROM sessions WHERE ref = $1");
        if (!row.bind("$1", ref).step()) { return std::nullopt; }
        id = {row.integer(0)};
    }
    return load_session(database, id);
}

std::vector<Session> load_sessions_between(Database& database, SessionId first, SessionId last) {
    return load(database, query_for(first, last), Depth::all);
}

std::vector<Session> load_sessions(Database& database, const SessionFilter& filter) {
    return load(database, query_for(filter), Depth::all);
}

void each_session(Database& database, const SessionFilter& filter, std::size_t most,
                  const std::function<void(const Session&)>& take) {
    const auto ids = find_ids(database, query_for(filter));
    for (std::size_t first = 0; first < ids.size();) {
        auto behind = first + 1;
        while (behind < ids.size() && behind - first < most && ids[behind] - ids[behind - 1] < kGap) { ++behind; }
        const std::span<const std::int64_t> page{&ids[first], behind - first};
        const auto query = query_for(SessionId{page.front()}, SessionId{page.back()});
        for (const auto& session : Loader{database, query, Depth::all, page}.load()) { take(session); }
        first = behind;
    }
}

std::vector<Session> load_busy(Database& database, const BusyFilter& filter) {
    if (filter.professionals.empty() && filter.clients.empty() && filter.rooms.empty()) { return {}; }
    return load(database, query_for(filter), Depth::occupancy);
}

}  // namespace practice::store
