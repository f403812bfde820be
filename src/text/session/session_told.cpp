// SPDX-License-Identifier: MIT
// `session show` in words.
#include <fmt/format.h>

#include "text/format_time.h"
#include "text/session/occurrence_text.h"
#include "text/session/session_text.h"

namespace practice::text {
namespace {

constexpr std::size_t kNextTold = 5;

std::string upcoming(const SessionView& view) {
    std::string text;
    for (const auto& next : next_occurrences(view, kNextTold)) {
        text += fmt::format("  {:<8} {}  {}\n", text.empty() ? "coming" : "",
                            weekday_span(next.local_start, next.local_end()), to_string(next.id()));
    }
    return text;
}

}  // namespace

std::string differing_lines(const SessionView& view) {
    std::string text;
    for (const auto& [slot, change] : view.session->changes) {
        const auto occurrence = occurrence_at(*view.session, *view.zone, slot);
        if (!occurrence) { continue; }
        text += fmt::format("  {:<8} {}: {}\n", text.empty() ? "changed" : "", to_string(occurrence->id()),
                            change_in_words(*occurrence));
    }
    return text;
}

std::string change_in_words(const Occurrence& occurrence) {
    std::string text;
    const auto say = [&text](const std::string& what) { text += (text.empty() ? "" : "; ") + what; };
    if (const auto* change = occurrence.change) {
        if (change->start) {
            // Of a record it was the series that moved away.
            const bool stays = *change->start == *occurrence.slot + time_of_day(occurrence.session->start);
            const bool is_mark = takes_time(change->status) && is_record(change->status);
            const std::string_view how = is_mark || stays ? "on " : "moved to ";
            say(std::string{how} + weekday_span(occurrence.local_start, occurrence.local_end()));
        }
        if (change->length) { say(length_in_words(*change->length)); }
        if (change->professional) { say("with " + change->professional->name); }
        if (change->room) { say("in " + change->room->name); }
        if (change->clients) { say("for " + clients_in_words(*change->clients)); }
        if (change->lines) { say("services " + services_joined(*change->lines)); }
        if (change->note) { say("note: " + *change->note); }
    }
    if (occurrence.status() != Status::scheduled) {
        say(std::string{to_string(occurrence.status())} +
            (occurrence.reason().empty() ? "" : " (" + occurrence.reason() + ")"));
    }
    for (const auto& attendance : occurrence.attendance()) {
        for (const auto& client : occurrence.clients()) {
            if (client.id == attendance.client) { say(client.name + " " + std::string{to_string(attendance.status)}); }
        }
    }
    return text.empty() ? "as the series" : text;
}

std::string session_told(const SessionView& view) {
    const auto& session = *view.session;
    std::string text = fmt::format("{}: {}\n", session.number().value, who_with_whom(session)) + session_lines(view);
    if (session.is_series() && !session.reason.empty()) { text += "  ended    " + session.reason + '\n'; }
    if (view.clashes != nullptr) {
        for (const auto& clash : *view.clashes) { text += "  clash    " + clash + '\n'; }
    }
    if (session.is_series()) { return text + upcoming(view) + differing_lines(view); }
    const auto occurrence = occurrence_at(session, *view.zone, std::nullopt);
    const auto words = occurrence ? change_in_words(*occurrence) : std::string{};
    if (session.status != Status::scheduled || !session.attendance.empty()) { text += "  is       " + words + '\n'; }
    return text;
}

std::string occurrence_told(const Occurrence& occurrence, const std::vector<std::string>& clashes) {
    std::string text = fmt::format("{}: {} with {}\n", to_string(occurrence.id()),
                                   clients_in_words(occurrence.clients()), occurrence.professional().name);
    const auto line = [&text](std::string_view label, const std::string& what) {
        text += fmt::format("  {:<8} {}\n", label, what);
    };
    line("when", weekday_span(occurrence.local_start, occurrence.local_end()) + ' ' + occurrence.session->time_zone);
    line("room",
         occurrence.room().name + (occurrence.room().kind == RoomKind::in_person ? ", in person" : ", virtual"));
    const auto sum = total(occurrence.lines(), occurrence.clients().size(), occurrence.session->currency);
    line("services", services_joined(occurrence.lines()) + "  " + (sum ? to_string(*sum) : "?") + ' ' +
                         std::string{occurrence.session->currency.code()});
    line("status", std::string{to_string(occurrence.status())});
    line("is", change_in_words(occurrence));
    if (!occurrence.note().empty()) { line("note", occurrence.note()); }
    for (const auto& clash : clashes) { line("clash", clash); }
    if (occurrence.session->is_series()) {
        line("series",
             to_string(OccurrenceId{occurrence.session->number(), {}}) + ": " + repeats_in_words(*occurrence.session));
    }
    return text;
}

}  // namespace practice::text
