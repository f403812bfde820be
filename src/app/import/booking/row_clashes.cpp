// SPDX-License-Identifier: MIT
#include "app/import/booking/row_clashes.h"

#include <algorithm>

#include "practice/skipping.h"

namespace practice::app {

std::optional<std::size_t> RowClashes::booked_by(SessionId id) const {
    const auto found = std::ranges::lower_bound(booked_, id, {}, &Booked::id);
    return found == booked_.end() || found->id != id ? std::nullopt : std::optional{found->row};
}

std::optional<text::BookedName> RowClashes::name_of(const Clash& clash) const {
    if (clash.with == nullptr) { return std::nullopt; }
    const auto line = [&](std::size_t row) { return "line " + std::to_string(run_.source(row).line); };
    const auto id = clash.with->id;
    if (const auto row = booked_by(id)) {
        return text::BookedName{clash.with_slot ? line(*row) + " on " + to_string(*clash.with_slot) : line(*row)};
    }
    const auto changed = changed_.find(id);
    if (changed == changed_.end()) { return std::nullopt; }
    return text::BookedName{
        to_string(OccurrenceId{clash.with->number(), clash.with_slot}) + ", as " + line(changed->second) + " has it",
        true};
}

text::NameBooked RowClashes::naming() const {
    return [this](const Clash& clash) { return name_of(clash); };
}

Refusal RowClashes::refusal(const Session& session, const Conflicts& conflicts, const Told& as) const {
    const auto no_skip = as.series ? why_no_skip(session, conflicts, as.named) : std::nullopt;
    Problem problem{text::how_often(conflicts, as.series),
                    text::clash_hint(session, conflicts, as.series, no_skip, as.skips), std::nullopt,
                    text::clash_lines(conflicts, naming())};
    const auto clashes = [&](Date date) { return std::ranges::binary_search(conflicts.slots, date); };
    if (!no_skip && std::ranges::any_of(as.given, clashes)) {
        problem.hint = "give another time, room or professional: a date that the file names is not left out";
    }
    problem.field = "at";
    Refusal refusal{RefusalKind::conflict, std::move(problem)};
    refusal.with_clashes(text::clash_facts(conflicts, run_.office.zone(session.time_zone), naming()));
    return refusal;
}

}  // namespace practice::app
