// SPDX-License-Identifier: MIT
#include "app/import/words/said_of_date.h"

#include "practice/keyword.h"
#include "practice/rescheduling.h"
#include "text/dates/parse_time.h"

namespace practice::app {
namespace {

using Cells = text::RowWords::Cells;

/// Null: nothing, or that it is to be as usual.
const std::string* said(const Cells& cells, std::string_view column) {
    const auto found = cells.find(std::string{column});
    const bool says = found != cells.end() && !found->second.empty() && !says_none(found->second.front());
    return says ? &found->second.front() : nullptr;
}

NewTime time_that_was(const std::string& at, LocalTime was, LocalTime is, const text::Now& now) {
    const auto when = text::parse_when(at, now);
    NewTime time;
    if ((when.date || when.instant) && date_of(was) != date_of(is)) { time.date = date_of(was); }
    if ((when.time || when.instant) && time_of_day(was) != time_of_day(is)) { time.time = time_of_day(was); }
    return time;
}

template <class Value>
std::optional<Value> if_other(bool said, const Value& was, const Value& is) {
    return said && !(was == is) ? std::optional{was} : std::nullopt;
}

}  // namespace

Session as_its_row_says(Session after, const Session& before, Date slot, const Cells& cells, Office& office) {
    if (after == before || !after.is_series() || !before.is_series()) { return after; }
    const auto& zone = office.zone(after.time_zone);
    const auto was = occurrence_at(before, office.zone(before.time_zone), slot);
    const auto is = occurrence_at(after, zone, slot);
    if (!was || !is) { return after; }
    const auto says = [&](std::string_view column) { return said(cells, column) != nullptr; };
    SessionEdit edit;
    edit.professional = if_other(says("professional"), was->professional(), is->professional());
    edit.room = if_other(says("room") || says("virtual"), was->room(), is->room());
    edit.clients = if_other(says("client"), was->clients(), is->clients());
    const bool of_lines = says("service") || says("price") || says("modifier");
    edit.lines = if_other(of_lines, was->lines(), is->lines());
    // It takes as long as its services do.
    const bool of_length = says("length") || (edit.lines && says("service"));
    edit.length = if_other(of_length, was->length(), is->length());
    edit.note = if_other(says("note"), was->note(), is->note());
    if (const auto* at = said(cells, "at")) {
        const text::Now now{zone.to_local(office.now), office.require_practice().week_starts};
        edit.time = time_that_was(*at, was->local_start, is->local_start, now);
    }
    const bool nothing = !edit.professional && !edit.room && !edit.clients && !edit.lines && !edit.length &&
                         !edit.note && !edit.time.date && !edit.time.time;
    if (nothing) { return after; }
    return std::move(*plan_edit(after, OneSlot{slot}, edit, *office.zones, office.now).after);
}

}  // namespace practice::app
