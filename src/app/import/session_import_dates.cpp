// SPDX-License-Identifier: MIT
// Rows about single dates of a series that comes in with them: they are put into it before it is booked, and each is
// told as the row that it is.
#include <algorithm>

#include "app/import/converted_rows.h"
#include "app/import/session_import.h"

#include "store/sqlite/errors.h"

namespace practice::app {

void SessionImport::find_slots(const StoredRows& stored, SlotRows slots) {
    std::erase_if(slots, [&](const auto& entry) { return stored.has(entry.first); });
    for (auto& [series, list] : slots) {
        std::erase_if(list, [&](const SlotRow& slot) { return stored.has(slot.row); });
        for (const auto& slot : list) { in_slots_.insert(slot.row); }
    }
    slots_ = std::move(slots);
}

const std::vector<SlotRow>& SessionImport::slots_of(std::size_t row) const {
    static const std::vector<SlotRow> none;
    const auto found = slots_.find(row);
    return found == slots_.end() ? none : found->second;
}

/// Those that cannot be are rejected. `but`: slots that stay as the series says.
void SessionImport::put_slot_rows(Session& draft, std::size_t row, const std::vector<Date>& but) {
    for (const auto& slot : slots_of(row)) {
        if (report_.outcome(slot.row) == RowOutcome::rejected || std::ranges::find(but, slot.slot) != but.end()) {
            continue;
        }
        try {
            static_cast<void>(policy_of(words_.as_written(file_.rows[slot.row].cells), options_.policy));
            draft =
                change_by_row(draft, slot.slot, file_.rows[slot.row], words_, OnConflict::refuse, office_, *directory_)
                    .after;
        } catch (const store::StorageRefusal&) { throw; } catch (const Refusal& refusal) {
            if (refusal.kind() == RefusalKind::failure) { throw; }
            report_.reject(slot.row, refusal);
        }
    }
}

Refusal SessionImport::clash_of(const Session& session, Date slot) {
    ConflictScope scope;
    scope.only = {slot};
    return clash(session, busy_->covering(session).conflicts(session, scope), {});
}

/// A date that clashes because of a row of its own is that row's fault, and the series can do without it: it is booked
/// as it would be had the row not been there. A date that was asked for by itself is never left out instead.
Booking SessionImport::book_at(const BookingRequest& request, std::size_t row) {
    const auto& zones = *office_.zones;
    const auto ask = [&](BookingRequest wanted) {
        auto reached = wanted.draft;
        if (wanted.held) {  // that may take any number of dates
            auto rule = reached.recurrence->rule();
            rule.count.reset();
            reached.recurrence = Recurrence{reached.recurrence->anchor(), std::move(rule)};
        }
        auto& timetable = busy_->covering(reached);
        return book(std::move(wanted), timetable, zones);
    };
    const auto& slots = slots_of(row);
    const auto given = dates_given(file_.rows[row]);
    const bool carried = words_.as_written(file_.rows[row].cells).practice_uid.has_value();
    std::vector<Date> at_fault;
    std::vector<std::pair<std::size_t, Refusal>> refusals;
    std::optional<Refusal> of_all;
    while (true) {
        auto wanted = request;
        if (!slots.empty() && request.rooms.size() == 1) { wanted.draft.room = request.rooms.front(); }
        put_slot_rows(wanted.draft, row, at_fault);
        std::vector<SlotRow> asked_for;
        for (const auto& slot : slots) {
            const bool there = std::ranges::find(at_fault, slot.slot) == at_fault.end();
            if (there && report_.outcome(slot.row) != RowOutcome::rejected) { asked_for.push_back(slot); }
        }
        for (const auto& slot : asked_for) { wanted.named.push_back(slot.slot); }
        if (!carried) { wanted.named.insert(wanted.named.end(), given.begin(), given.end()); }
        auto tried = asked_for.empty() && given.empty() ? Session{} : wanted.draft;
        auto result = ask(std::move(wanted));
        const auto* clashing = std::get_if<Clashing>(&result);
        const auto dates = clashing != nullptr ? clashing->conflicts.slots : std::get<Booking>(result).left_out;
        if (clashing != nullptr && !of_all) { of_all = clash_of_all(*clashing, request.policy.skips(), given); }
        std::erase_if(asked_for, [&](const SlotRow& slot) { return !std::ranges::binary_search(dates, slot.slot); });
        const auto& placed = clashing != nullptr ? clashing->wanted : std::get<Booking>(result).session;
        tried.room = placed.room;
        tried.allowed = placed.allowed;
        if (asked_for.empty()) {
            for (const auto date : given) {
                // It is in the same row: with it, the series is out.
                if (clashing == nullptr && std::ranges::binary_search(dates, date)) { throw clash_of(tried, date); }
            }
            if (clashing != nullptr) { throw_clash(*clashing, *of_all); }
            for (const auto& [slot_row, refusal] : refusals) { refuse(slot_row, refusal); }
            return std::get<Booking>(std::move(result));
        }
        for (const auto& slot : asked_for) {
            at_fault.push_back(slot.slot);
            refusals.emplace_back(slot.row, clash_of(tried, slot.slot));
        }
    }
}

void SessionImport::report_slots(const Booking& booking, std::size_t row) {
    const Conflicts none;
    for (const auto& slot : slots_of(row)) {
        if (report_.outcome(slot.row) == RowOutcome::rejected) { continue; }
        const auto& session = booking.session;
        report_.set(slot.row, RowOutcome::added,
                    !session.id.none() ? std::optional{RowId{session.number().value, slot.slot}} : std::nullopt);
        tell({slot.row, nullptr, &session, slot.slot, {}, {}, {}, &none, naming()});
        note_converted(slot.row, words_, booking.session, office_, report_);
    }
}

/// Where nothing is imported anyway, there is nothing wrong with them.
void SessionImport::refuse_slots(std::size_t row) {
    if (!writing()) { return; }
    for (const auto& slot : slots_of(row)) {
        if (report_.outcome(slot.row) == RowOutcome::rejected) { continue; }
        Problem problem{"its series, line " + std::to_string(file_.rows[row].line) + ", was left out",
                        "import both again when that line is right",
                        {},
                        {}};
        problem.field = "ref";
        report_.reject(slot.row, Refusal{RefusalKind::misuse, std::move(problem)}, options_.keep_going);
    }
}

}  // namespace practice::app
