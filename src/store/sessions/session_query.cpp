// SPDX-License-Identifier: MIT
// A session is at most a day long, so that whatever overlaps a window has begun less than a day before it:
// that makes an index on the start enough. Changed slots are looked for beside the sessions themselves: one
// may have been moved to where its series has nothing, or given to somebody else.
#include "store/sessions/session_query.h"

#include "store/rows/column_values.h"

namespace practice::store {
namespace {

/// In a shorter window than this, walking through all that is in it beats walking through all of one client's.
constexpr std::chrono::days kShortWindow{62};

class Builder {
public:
    Builder(const std::optional<Instant>& from, const std::optional<Instant>& to) {
        // Everything has an end after this one; it keeps series on their index where no window was asked for.
        from_ = value(column(from.value_or(Instant::min())));
        if (from) { day_before_ = value(column(*from - kLongestSession)); }
        if (to) { to_ = value(column(*to)); }
        short_ = from && to && *to - *from <= kShortWindow;
    }

    [[nodiscard]] bool has_window() const { return !day_before_.empty() || !to_.empty(); }
    [[nodiscard]] bool short_window() const { return short_; }

    template <class Tag>
    [[nodiscard]] std::string list(const std::vector<Id<Tag>>& ids) {
        std::string text;
        for (const auto id : ids) { text += (text.empty() ? "(" : ", ") + value(id.value); }
        return text.empty() ? text : text + ")";
    }

    /// The window, for rows with an exact start and end.
    [[nodiscard]] std::string window(const std::string& row) const {
        std::string sql;
        if (!day_before_.empty()) {
            sql += " AND " + row + "starts_at > " + day_before_ + " AND " + row + "ends_at > " + from_;
        }
        if (!to_.empty()) { sql += " AND " + row + "starts_at < " + to_; }
        return sql;
    }

    /// Two branches: a series without an end, and one that ends later than the window begins.
    void add_series(const std::string& select, const std::string& conditions) {
        const auto begun = to_.empty() ? std::string{} : " AND s.starts_at < " + to_;
        add(select + " WHERE s.rule IS NOT NULL AND s.ends_at IS NULL" + begun + conditions);
        add(select + " WHERE s.rule IS NOT NULL AND s.ends_at > " + from_ + begun + conditions);
    }

    void add(const std::string& select) {
        if (!query_.ids.empty()) { query_.ids += " UNION "; }
        query_.ids += select;
    }

    [[nodiscard]] SessionQuery take() { return std::move(query_); }

private:
    std::string value(std::int64_t number) {
        auto name = "$" + std::to_string(query_.values.size() + 1);
        query_.values.emplace_back(name, number);
        return name;
    }

    SessionQuery query_;
    std::string from_;
    std::string day_before_;
    std::string to_;
    bool short_ = false;
};

constexpr const char* kSessions = "SELECT s.id FROM sessions AS s";
constexpr const char* kChangedSlots = "SELECT c.session FROM slot_changes AS c JOIN sessions AS s ON s.id = c.session";

std::string has_part(const std::string& table, const std::string& column, const std::string& ids) {
    return "EXISTS (SELECT 1 FROM " + table + " AS p WHERE p.session = s.id AND p." + column + " IN " + ids + ")";
}

/// The filter's people, rooms and services, each list ready for SQL; empty where any will do.
struct Wanted {
    std::string professionals;
    std::string rooms;
    std::string clients;
    std::string services;
};

std::string conditions_on_single(const Wanted& wanted, bool short_window) {
    std::string sql;
    if (!wanted.professionals.empty()) { sql += " AND s.professional IN " + wanted.professionals; }
    if (!wanted.rooms.empty()) { sql += " AND s.room IN " + wanted.rooms; }
    if (!wanted.clients.empty()) {
        sql += short_window
                   ? " AND " + has_part("session_clients", "client", wanted.clients)
                   : " AND s.id IN (SELECT session FROM session_clients WHERE client IN " + wanted.clients + ")";
    }
    if (!wanted.services.empty()) { sql += " AND " + has_part("session_lines", "service", wanted.services); }
    return sql;
}

std::string conditions_on_series(const Wanted& wanted) {
    std::string sql;
    const auto own_or_changed = [&sql](const std::string& column, const std::string& ids) {
        if (ids.empty()) { return; }
        sql += " AND (s." + column + " IN " + ids + " OR " + has_part("slot_changes", column, ids) + ")";
    };
    own_or_changed("professional", wanted.professionals);
    own_or_changed("room", wanted.rooms);
    // Those of changed slots are in the same tables.
    if (!wanted.clients.empty()) { sql += " AND " + has_part("session_clients", "client", wanted.clients); }
    if (!wanted.services.empty()) { sql += " AND " + has_part("session_lines", "service", wanted.services); }
    return sql;
}

/// Whoever has the professional (or room), the changed slots that have it, and those of its series that were
/// moved out of the series.
void add_busy(Builder& builder, const std::string& column, const std::string& ids, BusyFilter::Which which) {
    if (ids.empty()) { return; }
    const auto is_busy = " AND s." + column + " IN " + ids;
    if (which != BusyFilter::Which::series) {
        builder.add(kSessions + (" WHERE s.rule IS NULL" + is_busy) + builder.window("s.") +
                    " AND s.status NOT IN ('cancelled', 'late-cancelled')");
    }
    if (which == BusyFilter::Which::singles) { return; }
    builder.add_series(kSessions, is_busy);
    builder.add("SELECT c.session FROM slot_changes AS c WHERE c." + column + " IN " + ids + builder.window("c."));
    builder.add(kChangedSlots + (" WHERE s." + column + " IN " + ids) + builder.window("c."));
}

void add_busy_clients(Builder& builder, const std::string& ids, BusyFilter::Which which) {
    if (ids.empty()) { return; }
    const auto by_client = std::string{"SELECT s.id FROM session_clients AS p JOIN sessions AS s ON s.id = p.session"};
    const auto is_client = " AND p.client IN " + ids;
    const auto takes_part = " AND " + has_part("session_clients", "client", ids);
    if (which != BusyFilter::Which::series) {
        builder.add((builder.short_window() ? kSessions + (" WHERE s.rule IS NULL" + takes_part)
                                            : by_client + " WHERE s.rule IS NULL" + is_client) +
                    builder.window("s.") + " AND s.status NOT IN ('cancelled', 'late-cancelled')");
    }
    if (which == BusyFilter::Which::singles) { return; }
    builder.add_series(by_client, is_client);
    builder.add(kChangedSlots + (" WHERE TRUE" + takes_part) + builder.window("c."));
}

}  // namespace

std::string SessionQuery::where(std::string_view column) const {
    if (is_range) { return " WHERE " + std::string{column} + " BETWEEN $1 AND $2"; }
    if (ids.empty()) { return {}; }
    return " WHERE " + std::string{column} + " IN (" + ids + ")";
}

void SessionQuery::bind(Statement& statement) const {
    for (const auto& [name, value] : values) { statement.bind(name.c_str(), value); }
}

SessionQuery query_for(SessionId id) {
    return {"$1", false, {{"$1", id.value}}};
}

SessionQuery query_for(SessionId first, SessionId last) {
    return {{}, true, {{"$1", first.value}, {"$2", last.value}}};
}

SessionQuery query_for(const SessionFilter& filter) {
    if (!filter.from && !filter.to && filter.professionals.empty() && filter.clients.empty() && filter.rooms.empty() &&
        filter.services.empty()) {
        return {};
    }
    Builder builder{filter.from, filter.to};
    const Wanted wanted{builder.list(filter.professionals), builder.list(filter.rooms), builder.list(filter.clients),
                        builder.list(filter.services)};
    builder.add(kSessions + (" WHERE s.rule IS NULL" + builder.window("s.")) +
                conditions_on_single(wanted, builder.short_window()));
    const auto conditions = conditions_on_series(wanted);
    builder.add_series(kSessions, conditions);
    if (builder.has_window()) { builder.add(kChangedSlots + (" WHERE TRUE" + builder.window("c.")) + conditions); }
    return builder.take();
}

SessionQuery query_for(const BusyFilter& filter) {
    Builder builder{filter.from, filter.to};
    add_busy(builder, "professional", builder.list(filter.professionals), filter.which);
    add_busy(builder, "room", builder.list(filter.rooms), filter.which);
    add_busy_clients(builder, builder.list(filter.clients), filter.which);
    return builder.take();
}

}  // namespace practice::store
