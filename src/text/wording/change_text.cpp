// SPDX-License-Identifier: MIT
#include "text/wording/change_text.h"
#include "text/wording/change_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "practice/recurrence_text.h"
#include "practice/rescheduling.h"
#include "practice/standing.h"
#include "practice/time_off.h"
#include "text/format_time.h"
#include "text/session/occurrence_text.h"
#include "text/session/session_dates.h"
#include "text/session/session_text.h"

namespace practice::text {
namespace {

struct Fact {
    std::string_view label;
    std::string text;
};

std::string services_and_price(const std::vector<ServiceLine>& lines, std::size_t clients, Currency currency) {
    std::string text;
    for (const auto& service : lines) {
        text += (text.empty() ? "" : "; ") + service.code;
        for (const auto& modifier : service.modifiers) { text += '-' + modifier; }
        if (service.units != 1) { text += ':' + std::to_string(service.units); }
    }
    const auto sum = total(lines, clients, currency);
    return fmt::format("{}  {} {}", text, sum ? to_string(*sum) : "?", currency.code());
}

std::string status_in_words(const Occurrence& occurrence) {
    std::string text{to_string(occurrence.status())};
    if (!occurrence.reason().empty()) { text += " (" + occurrence.reason() + ")"; }
    for (const auto& entry : occurrence.attendance()) {
        for (const auto& client : occurrence.clients()) {
            if (client.id == entry.client) { text += fmt::format("; {} {}", client.name, to_string(entry.status)); }
        }
    }
    return text;
}

std::string or_none(const std::string& text) {
    return text.empty() ? "none" : text;
}

/// What the change was about; of a split what carries on.
const Session& becomes_of(const ChangeView& view) {
    return view.continuation != nullptr ? *view.continuation : *view.after;
}

std::string rule_in_words(const Session& session) {
    return session.is_series() ? repeats_in_words(session) : "once";
}

/// Who says the length. Told where the length stays the same: another one is in "when".
std::string length_by(const Session& session, const ChangeView& view) {
    if (view.before->length != becomes_of(view).length) { return {}; }
    if (!session.length_said) { return "as booked"; }
    return *session.length_said ? "as said" : "as the codes have it";
}

std::vector<Fact> facts_of(const Occurrence& occurrence) {
    return {
        {"when", weekday_span(occurrence.local_start, occurrence.local_end())},
        {"with", occurrence.professional().name},
        {"clients", clients_in_words(occurrence.clients())},
        {"room", occurrence.room().name},
        {"services", services_and_price(occurrence.lines(), occurrence.clients().size(), occurrence.session->currency)},
        {"status", status_in_words(occurrence)},
        {"note", or_none(occurrence.note())}};
}

/// The dates left out of it, but for those that have a line of their own: for they clash, or came back, or stay out.
std::vector<Date> excepted(const Session& series, const ChangeView& view) {
    auto dates = series.recurrence->excluded();
    const auto back = restored_dates(view);
    for (const auto* told : std::array{&view.left_out, &view.singles, &back}) {
        std::erase_if(dates, [&](Date date) { return std::ranges::find(*told, date) != told->end(); });
    }
    return dates;
}

/// Of a session as such: what single slots have of their own is not in it.
std::vector<Fact> facts_of(const Session& session, const ChangeView& view) {
    // A single session that becomes a series keeps its status at its date.
    const bool single = !view.before->is_series() && !becomes_of(view).is_series();
    const auto only = session.is_series() ? std::nullopt : occurrence_at(session, zone_of(session, view), std::nullopt);
    // Where records were kept, what was left out is the place they would have had: no news.
    const bool excepts = session.is_series() && view.kept.empty();
    return {{"when", when_in_words(session, view)},
            {"length", length_by(session, view)},
            {"repeats", rule_in_words(session)},
            {"except", excepts ? or_none(dates_in_words(excepted(session, view))) : "none"},
            {"zone", session.time_zone},
            {"with", session.professional.name},
            {"clients", clients_in_words(session.clients)},
            {"room", session.room.name},
            {"services", services_and_price(session.lines, session.clients.size(), session.currency)},
            {"status", single ? status_in_words(*only) : std::string{}},
            {"reason", only ? "none" : or_none(session.reason)},
            {"note", or_none(session.note)},
            {"ref", or_none(session.ref)}};
}

std::string differences(const std::vector<Fact>& before, const std::vector<Fact>& after, const std::string& zone) {
    std::string text;
    for (std::size_t i = 0; i < before.size(); ++i) {
        // That nothing is to come any more is told by "repeats".
        if (before[i].text == after[i].text || after[i].text.empty()) { continue; }
        auto change = or_none(before[i].text) + " -> " + after[i].text;
        if (before[i].label == "when") { change += ' ' + zone; }
        text += labelled_line(before[i].label, change);
    }
    return text;
}

/// "  kept     12@2026-11-17 ...", ten of them; in a dry run all.
std::string slots_told(std::string_view label, const std::vector<Date>& slots, const ChangeView& view) {
    std::string text;
    auto session = *view.before;
    if (session.is_series()) { session.recurrence = dates_without_end(session); }  // what waits is told, too
    const auto most = view.dry_run ? slots.size() : std::min(slots.size(), kMostListed);
    for (std::size_t i = 0; i < most; ++i) {
        const auto occurrence = occurrence_at(session, zone_of(session, view), slots[i]);
        if (!occurrence) { continue; }
        const auto when = weekday_span(occurrence->local_start, occurrence->local_end());
        text += labelled_line(text.empty() ? label : "", fmt::format("{} {}: {}", to_string(occurrence->id()), when,
                                                                     status_in_words(*occurrence)));
    }
    if (slots.size() > most) { text += labelled_line("", fmt::format("... and {} more", slots.size() - most)); }
    return text;
}

/// "  gone     12@2026-12-08: attended; note: ...", ten of them; in a dry run all.
std::string gone_told(const ChangeView& view) {
    auto lines = lost_with(*view.before, zone_of(*view.before, view), view.lost);
    if (view.rest_lost) { lines.push_back("the rest of it, which was cancelled and could be restored"); }
    const auto most = view.dry_run ? lines.size() : std::min(lines.size(), kMostListed);
    std::string text;
    for (std::size_t i = 0; i < most; ++i) { text += labelled_line(i == 0 ? "gone" : "", lines[i]); }
    if (lines.size() > most) { text += labelled_line("", fmt::format("... and {} more", lines.size() - most)); }
    return text;
}

/// What was asked for by its date, and has been.
std::string been_told(const ChangeView& view) {
    if (view.been.empty()) { return {}; }
    const auto count = view.been.size();
    const auto first = occurrence_at(*view.before, zone_of(*view.before, view), view.been.front());
    return labelled_line("stay", fmt::format("{} been, first on {} (--past-too: those without a mark, too)",
                                             count == 1 ? "a date that has" : fmt::format("{} dates that have", count),
                                             weekday_date(first ? date_of(first->local_start) : view.been.front())));
}

/// The dates themselves are told: by a dry run of what gives a series others.
bool tells_dates(const ChangeView& view) {
    if (!view.dry_run || view.slot || view.left_alone || view.after == nullptr) { return false; }
    const auto& before = *view.before;
    const auto& becomes = becomes_of(view);
    return becomes.is_series() && (view.continuation != nullptr || before.recurrence != becomes.recurrence ||
                                   before.start != becomes.start || before.time_zone != becomes.time_zone);
}

/// "  changed  12@2026-12-08: moved to ...", for each slot that stands otherwise than before.
std::string changed_slots_told(const ChangeView& view) {
    const auto& before = view.before->changes;
    const auto& zone = zone_of(*view.after, view);
    std::string text;
    for (const auto& [slot, change] : view.after->changes) {
        const auto was = before.find(slot);
        const auto occurrence = occurrence_at(*view.after, zone, slot);
        const bool kept = std::ranges::find(view.kept, slot) != view.kept.end();
        if (!occurrence || kept || (was != before.end() && was->second == change)) { continue; }
        text += labelled_line(text.empty() ? "changed" : "",
                              fmt::format("{}: {}", to_string(occurrence->id()), change_in_words(*occurrence)));
    }
    return text;
}

std::string whole_told(const ChangeView& view) {
    const auto& before = *view.before;
    const auto& becomes = becomes_of(view);
    std::string text;
    if (view.continuation != nullptr) {
        // The old series as it stood from the split on, against what carries on. Dates left out and the ref
        // stay with the first part.
        auto old = facts_of(before, view);
        const auto fresh = facts_of(becomes, view);
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (old[i].label == "except" || old[i].label == "ref") { old[i].text = fresh[i].text; }
        }
        text += differences(old, fresh, becomes.time_zone);
        const auto last = last_standing(*view.after);
        text += labelled_line("", fmt::format("{} ends before that{}", view.after->id.value,
                                              last ? ", last on " + weekday_date(*last) : std::string{}));
        text += labelled_line("", fmt::format("{} carries on{}", becomes.id.value,
                                              becomes.is_series() ? ": " + repeats_in_words(becomes) : ", once"));
    } else {
        text += differences(facts_of(before, view), facts_of(becomes, view), becomes.time_zone);
    }
    if (becomes.is_series() && !tells_dates(view)) {
        std::string next;
        const auto& zone = zone_of(becomes, view);
        const auto today = date_of(zone.to_local(view.now));
        for (const auto& one : next_occurrences({&becomes, &zone, view.now}, 3)) {
            next += (next.empty() ? "" : ", ") + short_date(date_of(one.local_start), fields_of(today).year());
        }
        if (!next.empty()) { text += labelled_line("next", next); }
    }
    return text;
}

/// Restored from a later date on: what is cancelled still, and comes back with the rest.
std::string waiting_told(const ChangeView& view) {
    if (view.slot || view.after == nullptr || !view.after->former_end) { return {}; }
    const auto& former = *view.after->former_end;
    const auto& rule = view.after->recurrence->rule();
    const bool has_its_end = former.count == rule.count && former.until == rule.until;
    if (!has_its_end || former.cancelled.empty() || view.before->former_end == former) { return {}; }
    return labelled_line(
        "still out", fmt::format("{}; with the rest: practice session restore {} --all",
                                 dates_in_words(former.cancelled), to_string(OccurrenceId{view.before->number(), {}})));
}

/// Which dates time off takes now and did not before, and which are there again.
std::string absences_told(const ChangeView& view) {
    const auto& becomes = becomes_of(view);
    const auto today = date_of(zone_of(becomes, view).to_local(view.now));
    std::string text;
    for (const auto& one : away_in_words(newly_away(*view.before, becomes), today)) {
        text += labelled_line("left out", one);
    }
    if (const auto back = back_again(*view.before, becomes); !back.empty()) {
        text += labelled_line("back", dates_in_words(back));
    }
    return text;
}

}  // namespace

std::vector<std::string> lost_with(const Session& before, const TimeZone& zone, const std::vector<Date>& lost) {
    std::vector<std::string> lines;
    for (const auto slot : lost) {
        const auto occurrence = occurrence_at(before, zone, slot);
        if (occurrence) { lines.push_back(to_string(occurrence->id()) + ": " + change_in_words(*occurrence)); }
    }
    return lines;
}

std::vector<std::string> lost_of_itself(const Session& before, const std::optional<Session>& after,
                                        const TimeZone& zone) {
    std::vector<std::string> lines;
    const auto number = to_string(OccurrenceId{before.number(), {}});
    const bool marked = before.status != Status::scheduled || !before.attendance.empty();
    if (!after && !before.is_series() && marked) {
        lines.push_back(number + ": " + change_in_words(*occurrence_at(before, zone, std::nullopt)));
    }
    if (!after && !before.note.empty()) { lines.push_back(number + ": note: " + before.note); }
    if (before.former_end && !(after && after->former_end)) {
        lines.push_back(number + ": the rest of it, which was cancelled and could be restored");
    }
    return lines;
}

const TimeZone& zone_of(const Session& session, const ChangeView& view) {
    return *view.zones->find(session.time_zone);
}

std::string changed_id(const ChangeView& view) {
    if (view.continuation != nullptr) { return to_string(OccurrenceId{view.continuation->number(), {}}); }
    return to_string(OccurrenceId{view.before->number(), view.slot});
}

Date dates_told_from(const Session& session, const TimeZones& zones, Instant now) {
    return date_of(zones.find(session.time_zone)->to_local(now));
}

std::string change_told(const ChangeView& view, std::string_view done) {
    auto text = difference_told(view, done) + changed_dates_told(view);
    if (!view.kept.empty() && !view.from) {
        text +=
            labelled_line("", fmt::format("what has been stays as it was; to change only what comes: {} --from DATE",
                                          view.before->id.value));
    }
    return text;
}

std::string difference_told(const ChangeView& view, std::string_view done) {
    const auto& before = *view.before;
    const auto occurrence = view.slot ? occurrence_at(before, zone_of(before, view), view.slot) : std::nullopt;
    const auto who = occurrence ? clients_in_words(occurrence->clients()) + " with " + occurrence->professional().name
                                : who_with_whom(before);
    std::string text = fmt::format("{} {}{}: {}\n", view.left_alone ? "Left as it is:" : done,
                                   to_string(OccurrenceId{before.number(), view.slot}),
                                   view.from ? " from " + weekday_date(*view.from) + " on" : std::string{}, who);
    if (view.left_alone) {
        // Its clash is told below.
    } else if (view.slot && view.after != nullptr) {
        const auto after = occurrence_at(*view.after, zone_of(*view.after, view), view.slot);
        if (occurrence && after) {
            text += differences(facts_of(*occurrence), facts_of(*after), before.time_zone);
        } else if (const auto& shown = occurrence ? occurrence : after) {
            text +=
                labelled_line("when", weekday_span(shown->local_start, shown->local_end()) + ' ' + before.time_zone);
        }
    } else if (occurrence && view.after == nullptr) {
        text += labelled_line("when",
                              weekday_span(occurrence->local_start, occurrence->local_end()) + ' ' + before.time_zone);
    } else if (view.after != nullptr) {
        text += whole_told(view);
    } else {
        text += session_lines({&before, &zone_of(before, view), view.now});
        if (!before.attendance.empty()) {
            text += labelled_line("is", change_in_words(*occurrence_at(before, zone_of(before, view), std::nullopt)));
        }
    }
    return text;
}

std::string kept_told(const ChangeView& view) {
    return slots_told("also", view.moved_on, view) + slots_told("kept", view.kept, view) + been_told(view);
}

std::string changed_dates_told(const ChangeView& view) {
    auto text = back_told(view) + waiting_told(view) + still_out_told(view);
    if (tells_dates(view)) {
        const auto& becomes = becomes_of(view);
        text +=
            dates_lines({&becomes, &zone_of(becomes, view), view.now}, dates_told_from(becomes, *view.zones, view.now));
    }
    if (view.dry_run && !view.slot && view.after != nullptr && view.after->is_series() && view.before->is_series()) {
        text += changed_slots_told(view);
    }
    if (!view.slot && view.after != nullptr) { text += absences_told(view); }
    if (!view.left_out.empty() && view.dry_run) {
        text += dates_lines("left out", view.left_out);
    } else if (!view.left_out.empty()) {
        text += labelled_line("left out",
                              fmt::format("{} that clash: {}", view.left_out.size(), dates_in_words(view.left_out)));
    }
    text += gone_told(view);
    text += kept_told(view);
    if (view.conflicts != nullptr) {
        const bool several = view.conflicts->slots.size() > 1;
        if (view.dry_run && several && view.left_out.empty()) {
            text += dates_lines("clashing", view.conflicts->slots);
        }
    }
    return text + clashes_told(view);
}

}  // namespace practice::text
