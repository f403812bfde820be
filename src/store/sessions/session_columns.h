// SPDX-License-Identifier: MIT
// What the columns of a session's rows are, in the tables' order, for whatever takes them by name: a Statement, or a
// RowBatch.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <variant>

#include "practice/recurrence_text.h"
#include "practice/session.h"
#include "store/rows/column_values.h"
#include "store/sessions/session_instants.h"

namespace practice::store {

/// What the tables would not take, or not keep: prices in a currency other than the session's, texts that are too
/// long. Throws Refusal(misuse).
void check_storable(const Session& session);

/// Which row of a session: of the session as a whole (slot ""), or of one of its dates; and which of several.
struct SlotKey {
    SessionId session;
    std::string_view slot;
    std::int64_t position = 0;
};

template <class Row>
void bind_key(Row& row, const SlotKey& key) {
    row.bind("$session", column(key.session)).bind("$slot", key.slot).bind("$position", key.position);
}

template <class Row>
void bind_session(Row& row, const Session& session, SessionId id, std::string_view uid,
                  const SessionInstants& instants) {
    row.bind("$id", column(id)).bind("$uid", uid).bind("$sequence", std::int64_t{session.sequence});
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
    row.bind("$length_said", session.length_said ? std::optional{column(*session.length_said)} : std::nullopt);
    row.bind("$former_end", session.former_end ? std::optional{to_string(*session.former_end)} : std::nullopt);
    row.bind("$first_part", session.first_part.none() ? std::nullopt : std::optional{column(session.first_part)});
}

template <class Row>
void bind_client(Row& row, const SlotKey& key, const ClientName& client) {
    bind_key(row, key);
    row.bind("$client", column(client.id));
}

template <class Row>
void bind_line(Row& row, const SlotKey& key, const ServiceLine& line) {
    bind_key(row, key);
    row.bind("$service", column(line.service)).bind("$code", line.code);
    row.bind_text_or_null("$description", line.description).bind("$units", std::int64_t{line.units});
    row.bind("$price", line.price.minor).bind("$modifiers", column(line.modifiers));
    row.bind("$charged_per", column(line.per));
}

template <class Row>
void bind_attendance(Row& row, const SlotKey& key, const Attendance& entry) {
    bind_key(row, key);
    row.bind("$client", column(entry.client)).bind("$status", to_string(entry.status));
}

template <class Row>
void bind_date(Row& row, SessionId session, const std::string& kind, const std::string& date) {
    row.bind("$session", column(session)).bind("$kind", kind).bind("$date", date);
}

template <class Row>
void bind_yield(Row& row, SessionId session, const Yield& yield) {
    row.bind("$session", column(session)).bind("$kind", "professional").bind("$whose", column(yield.to));
    row.bind("$start_local", to_string(yield.span.from)).bind("$end_local", to_string(yield.span.to));
}

template <class Row>
void bind_allowed_clash(Row& row, SessionId session, const AllowedClash& allowed) {
    row.bind("$session", column(session)).bind("$kind", to_string(allowed.kind));
    if (const auto* stretch = std::get_if<AwayStretch>(&allowed.with)) {
        row.bind("$whose", "professional").bind("$number", column(stretch->of));
        row.bind("$start_local", to_string(stretch->span.from)).bind("$end_local", to_string(stretch->span.to));
        return;
    }
    const auto* other = std::get_if<SessionId>(&allowed.with);
    row.bind("$whose", "session").bind("$number", column(other != nullptr ? *other : session));
    row.bind("$start_local", "").bind("$end_local", "");
}
/// The columns kind, whose, number, start_local and end_local from `first` on.
[[nodiscard]] AllowedClash to_allowed_clash(const Statement& row, int first, SessionId session);

template <class Row>
void bind_change(Row& row, const SlotKey& key, const SlotChange& change, const InstantSpan& span) {
    const auto id_of = [](const auto& named) { return named ? std::optional{named->id.value} : std::nullopt; };
    row.bind("$session", column(key.session)).bind("$slot", key.slot);
    row.bind("$start_local", change.start ? std::optional{to_string(*change.start)} : std::nullopt);
    row.bind("$length_minutes", change.length ? std::optional{column(*change.length)} : std::nullopt);
    row.bind("$professional", id_of(change.professional)).bind("$room", id_of(change.room));
    row.bind("$own_clients", column(change.clients.has_value())).bind("$own_lines", column(change.lines.has_value()));
    row.bind("$note", change.note).bind("$status", to_string(change.status));
    row.bind_text_or_null("$reason", change.reason);
    row.bind("$starts_at", column(span.from)).bind("$ends_at", column(span.to));
}

/// The dates of a series beyond its rule, and those that it leaves out: kind and date.
[[nodiscard]] std::set<std::pair<std::string, std::string>> dates_of(const Session& session);

}  // namespace practice::store
