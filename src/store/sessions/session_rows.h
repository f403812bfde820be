// SPDX-License-Identifier: MIT
// Sessions as rows: one row each, a series too, with their clients, lines, left-out and added dates, and a
// row for each slot that differs. UTC instants are kept beside the wall-clock truth, for ordering and
// overlap; the zones that compute them are passed in.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "practice/session.h"
#include "store/database.h"

namespace practice::store {

/// Inserts a new session (its id and uid are made here when they are not set) and returns its id. Ids are
/// never used again.
SessionId insert(Database& database, const Session& session, const TimeZones& zones);
/// The same for what carries on after a split of session `of`: whoever may clash with that may clash with this.
SessionId insert_continuation(Database& database, Session continuation, SessionId of, const TimeZones& zones);
/// Replaces everything of a stored session; only rows that differ are written.
void update(Database& database, const Session& session, const TimeZones& zones);
/// Removes it and everything that belongs to it; the journal keeps it.
void erase(Database& database, SessionId id);

[[nodiscard]] std::optional<Session> load_session(Database& database, SessionId id);
/// The number that people know a stored session, or part of a series, by.
[[nodiscard]] SessionNumber number_of(Database& database, SessionId id);
/// All parts of what has that number, in order; one for a single session, none when there is no such session.
[[nodiscard]] std::vector<Session> load_parts(Database& database, SessionNumber number);
/// The row of the first part of what has that number, or of a single session; if there is one.
[[nodiscard]] SessionId first_part_of(SessionNumber number);
[[nodiscard]] std::optional<Session> load_session_by_ref(Database& database, std::string_view ref);
/// All that have an id in [first, last], by id.
[[nodiscard]] std::vector<Session> load_sessions_between(Database& database, SessionId first, SessionId last);

/// What a ref of an import may mean.
struct FoundSession {
    SessionId id;
    bool series = false;
};
[[nodiscard]] std::optional<FoundSession> find_by_ref(Database& database, std::string_view ref);
[[nodiscard]] std::optional<FoundSession> find_by_uid(Database& database, std::string_view uid);
/// The ids of all sessions that have a ref, ascending.
[[nodiscard]] std::vector<SessionId> sessions_with_ref(Database& database);
/// The ids of all series that yield to some time off, ascending.
[[nodiscard]] std::vector<SessionId> yielding_sessions(Database& database);
/// The greatest there is; 0: none.
[[nodiscard]] SessionId last_session_id(Database& database);

/// Which sessions. Empty lists mean any. A session matches a person, room or service when it, or any of its
/// changed slots, does: the caller still filters occurrences.
struct SessionFilter {
    /// Sessions with an occurrence that may overlap this window: singles and changed slots exactly, series
    /// by their first start and last end. Either end may be open.
    std::optional<Instant> from;
    std::optional<Instant> to;
    std::vector<ProfessionalId> professionals;
    std::vector<ClientId> clients;
    std::vector<RoomId> rooms;
    std::vector<ServiceId> services;
};
/// By id. A week out of a million bookings reads that week's rows.
[[nodiscard]] std::vector<Session> load_sessions(Database& database, const SessionFilter& filter);
/// The same, with at most `most` of them in memory at once. REQUIRES: a read transaction.
void each_session(Database& database, const SessionFilter& filter, std::size_t most,
                  const std::function<void(const Session&)>& take);

/// Whoever is busy: sessions with an occurrence that may overlap [from, to), and that share at least one of
/// these. (An "or", where SessionFilter is an "and".) Cancelled single sessions are left out. Sessions
/// come without notes and lines: just what the conflict check needs.
struct BusyFilter {
    enum class Which { all, singles, series };
    Instant from;
    std::optional<Instant> to;
    std::vector<ProfessionalId> professionals;
    std::vector<ClientId> clients;
    std::vector<RoomId> rooms;
    /// For who reads the single sessions window by window, and the series once.
    Which which = Which::all;
};
[[nodiscard]] std::vector<Session> load_busy(Database& database, const BusyFilter& filter);

}  // namespace practice::store
