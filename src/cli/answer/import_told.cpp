// SPDX-License-Identifier: MIT
// What a dry run of an import tells of each row.
#include "cli/import_sessions.h"
#include "text/session/session_text.h"
#include "text/wording/change_text.h"
#include "text/wording/import_text.h"

namespace practice::cli {

std::string SessionImport::told(const Booking& booking) const {
    text::DryRunRow row;
    row.view = {&booking.session, &context_.zone(booking.session.time_zone), context_.now};
    row.left_out = booking.left_out;
    row.conflicts = &booking.conflicts;
    row.name_booked = [this](const Clash& clash) { return name_of_booked(clash); };
    return json_ ? text::dry_run_members(row) : text::added_row_told(row);
}

std::string SessionImport::left_out_told(const Session& session, const std::vector<Date>& left_out) const {
    if (!json_ || (left_out.empty() && session.away.empty())) { return {}; }
    text::SessionView view{&session, &context_.zone(session.time_zone), context_.now};
    view.clashing = &left_out;
    return "\"left_out\":" + text::left_out_json(view);
}

std::string SessionImport::told(const Booking& booking, Date slot) const {
    const auto& session = booking.session;
    const auto& zone = context_.zone(session.time_zone);
    const Conflicts none;
    text::DryRunRow row;
    row.view = {&session, &zone, context_.now};
    row.slot = slot;
    row.conflicts = &none;
    if (json_) { return text::dry_run_members(row); }
    const auto occurrence = occurrence_at(session, zone, slot);
    return "add " + to_string(OccurrenceId{session.id, slot}) + ": " +
           (occurrence ? text::change_in_words(*occurrence) : std::string{}) + '\n';
}

std::string SessionImport::told(const ChangedByFile& changed, const ChangedByFile::Part& part,
                                const Conflicts& conflicts, const std::vector<Date>& left_out) const {
    const auto& zones = *context_.environment.zones;
    const auto name = [this](const Clash& clash) { return name_of_booked(clash); };
    if (json_) {
        text::DryRunRow row{{&changed.after, &context_.zone(changed.after.time_zone), context_.now},
                            part.slot,
                            text::dates_told_from(changed.after, zones, context_.now),
                            left_out,
                            part.kept,
                            part.lost,
                            &conflicts,
                            name};
        return text::dry_run_members(row);
    }
    text::ChangeView view;
    view.before = &changed.before;
    view.after = &changed.after;
    view.slot = part.slot;
    view.kept = part.kept;
    view.lost = part.lost;
    view.left_out = left_out;
    view.zones = &zones;
    view.now = context_.now;
    view.conflicts = &conflicts;
    view.name_booked = name;
    view.dry_run = true;
    const auto* const done = changed.parts.empty() ? "cancel" : "change";
    return text::on_a_line(text::difference_told(view, done)) + '\n' + text::changed_dates_told(view);
}

}  // namespace practice::cli
