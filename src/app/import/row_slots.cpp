// SPDX-License-Identifier: MIT
#include "app/import/row_slots.h"

#include <algorithm>

#include "app/change/altered_records.h"
#include "app/change/cancelled_target.h"
#include "app/import/words/former_row.h"
#include "app/office.h"
#include "practice/rescheduling.h"

namespace practice::app {
namespace {

bool is_record_of(const Session& session, Date slot, const Office& office) {
    const auto occurrence = occurrence_at(session, office.zone(session.time_zone), slot);
    return occurrence && is_kept_record(*occurrence, office.now);
}

/// No calendar says a note, so none takes one away.
SlotChange only_note_of(SlotChange change) {
    SlotChange rest;
    rest.note = std::move(change.note);
    return rest;
}

void put_added(Session& session, const ScheduleRow& row, const Office& office, const text::RowWords* then) {
    const auto& present = session.recurrence->added();
    auto added = then != nullptr ? changed_dates(present, dates_then(*then, "added"), row.added) : row.added;
    std::ranges::copy_if(present, std::back_inserter(added),
                         [&](Date date) { return is_record_of(session, date, office); });
    std::ranges::sort(added);
    added.erase(std::unique(added.begin(), added.end()), added.end());
    session.recurrence = Recurrence{session.recurrence->anchor(), session.recurrence->rule(),
                                    session.recurrence->excluded(), std::move(added)};
}

/// What had something of its own, and has not in the row.
void forget_others(Session& session, const ScheduleRow& row, const Office& office, const text::RowWords* then) {
    std::vector<Date> forgotten;
    for (const auto& [slot, change] : session.changes) {
        const bool given = std::ranges::find(row.slots, slot, &ScheduleSlot::slot) != row.slots.end();
        // That a client has cancelled, the other calendar need not know; nor what was changed here since.
        const bool only_here = is_record(change.status) || !change.attendance.empty();
        const bool since = then != nullptr && !then->slots.contains(slot);
        if (!given && !only_here && !since && !is_record_of(session, slot, office)) { forgotten.push_back(slot); }
    }
    for (const auto slot : forgotten) {
        auto& change = session.changes[slot];
        change = only_note_of(std::move(change));
        if (change == SlotChange{}) { session.changes.erase(slot); }
    }
}

/// Puts in one of them, unless that is to stay as it was: then it is told.
void put_slot(RowChange& change, Date slot, const SessionWords& words, Office& office, const Directory& directory,
              bool alter_records) {
    auto& session = change.after;
    auto next = change_by_words(session, slot, words, OnConflict::refuse, office, directory).after;
    const bool record = !alter_records && is_record_of(session, slot, office);
    if (record && altered_by_row(session, next, office).count > 0) {
        change.kept.push_back(slot);
    } else if (moves_cancelled(session, next, slot, office)) {
        change.cancelled.push_back(slot);
    } else {
        session = std::move(next);
    }
}

}  // namespace

void put_slots(RowChange& change, const ScheduleRow& row, const ImportWords& words, Office& office,
               const Directory& directory, const RowBasis& basis) {
    auto& session = change.after;
    // A calendar has all dates of a series that stand differently; other files say nothing of those they do not name.
    const bool complete = words.file().format == ScheduleFormat::calendar && session.is_series();
    if (row.slots.empty() && row.added.empty() && !complete) { return; }
    if (!session.is_series()) {
        throw misuse("dates of a series are given, but no recurrence", "give the row a repeat or an rrule");
    }
    if (!row.added.empty() || complete) { put_added(session, row, office, basis.then); }
    if (complete && basis.then != nullptr) {
        auto taken_back = session;
        take_back_of_dates(*basis.then, text::words_of_row(words.file(), row), taken_back);
        for (const auto& [slot, own] : session.changes) {  // records stay
            if (is_record_of(session, slot, office)) { taken_back.changes.insert_or_assign(slot, own); }
        }
        session = std::move(taken_back);
    }
    if (complete) { forget_others(session, row, office, basis.then); }
    const auto slots = basis.then != nullptr ? what_differs(words.file(), row, *basis.then).slots : row.slots;
    // What is away, or was cancelled with the rest, may come again with what it had of its own; so may what is beyond
    // the end, in a feed that has been written here.
    const auto stands = session.recurrence;
    const auto former = session.former_end;
    const auto practice = words.as_written(row.cells).practice_uid;
    session.recurrence =
        complete && practice ? dates_without_end(session) : with_former_end(session).recurrence->booked();
    session.former_end.reset();
    for (const auto& slot : slots) {
        auto slot_words = words.as_written(slot.cells);
        if (!slot_words.practice_uid) { slot_words.practice_uid = practice; }  // whose numbers the clients' are
        if (slot.start) { slot_words.at = to_string(*slot.start); }
        put_slot(change, slot.slot, slot_words, office, directory, basis.alter_records);
    }
    session.recurrence = stands;
    session.former_end = former;
}

}  // namespace practice::app
