// SPDX-License-Identifier: MIT
#include "app/find_session.h"

#include "practice/rescheduling.h"
#include "practice/time_off.h"
#include "store/sessions/session_rows.h"
#include "text/fold.h"

namespace practice::app {
namespace {

std::string nearest_slots(const Session& session, Date slot) {
    std::string hint;
    for (const auto date : session.recurrence->next(slot, 2)) {
        hint += (hint.empty() ? "its next ones are " : ", ") + to_string(OccurrenceId{session.number(), date});
    }
    if (!hint.empty()) { return hint; }
    const auto last = session.recurrence->last();
    return last ? "its last one is " + to_string(OccurrenceId{session.number(), *last}) : "it has no dates";
}

}  // namespace

OccurrenceId read_occurrence_id(std::string_view text) {
    if (const auto id = parse_occurrence_id(text)) { return *id; }
    throw misuse(
        "'" + text::harmless(text::cut(text, 40)) + "' is not the id of a session",
        "use a number such as 12, or 12@2026-12-08 for one date of a series; 'practice session list' shows them");
}

Session find_session(Office& office, const OccurrenceId& id) {
    auto session =
        office.database ? store::load_session(*office.database, store::first_part_of(id.session)) : std::nullopt;
    if (!session) {
        throw Refusal{RefusalKind::not_found, "there is no session " + to_string(OccurrenceId{id.session, {}}),
                      "'practice session list `series`' shows them all"};
    }
    check_slot(*session, id);
    return std::move(*session);
}

void check_slot(const Session& session, const OccurrenceId& id) {
    if (id.slot && !session.is_series()) {
        throw Refusal{RefusalKind::not_found, to_string(OccurrenceId{id.session, {}}) + " is a single session",
                      "leave out the date: " + to_string(OccurrenceId{id.session, {}})};
    }
    if (id.slot && !session.recurrence->occurs_on(*id.slot)) {
        if (const auto away = is_away(session, *id.slot)) { throw Refusal{*away}; }
        if (const auto cut = is_cut_off(session, *id.slot)) { throw Refusal{*cut}; }
        throw Refusal{RefusalKind::not_found,
                      to_string(OccurrenceId{id.session, {}}) + " has no date " + to_string(*id.slot),
                      nearest_slots(session, *id.slot)};
    }
}

}  // namespace practice::app
