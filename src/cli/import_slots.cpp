// SPDX-License-Identifier: MIT
// Rows about single dates of a series that comes in with them: they are put into it before it is booked, and each is
// told as the row that it is.
#include <algorithm>

#include "cli/import_sessions.h"

#include "store/errors.h"

namespace practice::cli {

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
                change_by_row(draft, slot.slot, file_.rows[slot.row], words_, OnConflict::refuse, context_, *directory_)
                    .after;
        } catch (const store::StorageRefusal&) { throw; } catch (const Refusal& refusal) {
            report_.reject(slot.row, refusal);
        }
    }
}

/// A date that clashes because of a row of its own is that row's fault, and the series can do without it.
Booking SessionImport::book_at(BookingRequest& request, std::size_t row) {
    const auto& zones = *context_.environment.zones;
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
    const auto as_series = slots.empty() ? std::nullopt : std::optional{request};
    if (as_series && request.rooms.size() == 1) { request.draft.room = request.rooms.front(); }
    put_slot_rows(request.draft, row, {});
    for (const auto& slot : slots) { request.named.push_back(slot.slot); }
    auto result = ask(std::move(request));
    const auto* clashing = std::get_if<Clashing>(&result);
    if (clashing == nullptr) { return std::get<Booking>(std::move(result)); }
    const bool series = clashing->wanted.is_series();
    const auto refusal = clash(clashing->wanted, clashing->conflicts, series, date_of(clashing->wanted.start));
    const auto of_slot = clash(clashing->wanted, clashing->conflicts, false, {});
    std::vector<Date> at_fault;
    for (const auto& slot : slots) {
        const auto& dates = clashing->conflicts.slots;
        if (std::ranges::find(dates, slot.slot) != dates.end()) { at_fault.push_back(slot.slot); }
    }
    if (at_fault.empty()) { throw refusal; }
    auto without = *as_series;
    if (without.rooms.size() == 1) { without.draft.room = without.rooms.front(); }
    put_slot_rows(without.draft, row, at_fault);
    for (const auto& slot : slots) {
        if (std::ranges::find(at_fault, slot.slot) == at_fault.end()) { without.named.push_back(slot.slot); }
    }
    result = ask(std::move(without));
    if (std::holds_alternative<Clashing>(result)) { throw refusal; }
    for (const auto& slot : slots) {
        if (std::ranges::find(at_fault, slot.slot) != at_fault.end()) { refuse(slot.row, of_slot); }
    }
    return std::get<Booking>(std::move(result));
}

void SessionImport::tell_slots(const Booking& booking, std::size_t row) {
    for (const auto& slot : slots_of(row)) {
        if (report_.outcome(slot.row) == RowOutcome::rejected) { continue; }
        if (std::ranges::find(booking.left_out, slot.slot) != booking.left_out.end()) {
            refuse(slot.row, clash(booking.session, booking.conflicts, false, {}));
            continue;
        }
        std::string id;
        const bool stored = booking.session.id.stored();
        if (stored && (context_.quiet || json_)) { id = to_string(OccurrenceId{booking.session.id, slot.slot}); }
        report_.set(slot.row, RowOutcome::added, std::move(id),
                    context_.dry_run ? told(booking, slot.slot) : std::string{});
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

}  // namespace practice::cli
