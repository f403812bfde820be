// SPDX-License-Identifier: MIT
#include "text/session/session_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "practice/recurrence_text.h"
#include "practice/skipping.h"
#include "practice/standing.h"
#include "text/format_time.h"
#include "text/session/occurrence_json.h"
#include "text/session/occurrence_text.h"
#include "text/session/session_dates.h"

namespace practice::text {
namespace {

constexpr std::size_t kNextShown = 3;
constexpr std::size_t kDatesShown = 10;

std::string labelled(std::string_view label, std::string_view text) {
    return fmt::format("  {:<8} {}\n", label, text);
}

std::string room_in_words(const RoomName& room) {
    if (room.kind == RoomKind::in_person) { return room.name + ", in person"; }
    return room.link.empty() ? room.name + ", virtual" : room.name + ", virtual, " + room.link;
}

/// A single session, or where a series begins. Nullopt: none takes place.
std::optional<Occurrence> first_occurrence(const SessionView& view) {
    const auto& session = *view.session;
    return session.recurrence ? first_told(session, *view.zone) : occurrence_at(session, *view.zone, std::nullopt);
}

/// The next ones after today, but for that by which the series is told.
std::vector<Date> next_dates(const SessionView& view, std::size_t most) {
    const auto first = first_told(*view.session, *view.zone);
    std::vector<Date> dates;
    for (const auto& next : next_occurrences(view, most + 1, std::chrono::days{1})) {
        const bool told = first && next.slot == first->slot;
        if (!told && dates.size() < most) { dates.push_back(date_of(next.local_start)); }
    }
    return dates;
}

std::string dates_in_words(const std::vector<Date>& dates, std::chrono::year year) {
    std::string text;
    for (const auto date : dates) { text += (text.empty() ? "" : ", ") + short_date(date, year); }
    return text;
}

/// "every week on Tuesday, never ends; next Dec 1, Dec 8, Dec 15".
std::string repeats_line(const SessionView& view) {
    const auto& session = *view.session;
    auto text = repeats_in_words(session);
    const auto today = date_of(view.zone->to_local(view.now));
    const auto next = next_dates(view, kNextShown);
    if (!next.empty()) { text += "; next " + dates_in_words(next, fields_of(today).year()); }
    return text;
}

std::string when_line(const SessionView& view, bool first_free) {
    const auto first = first_occurrence(view);
    if (!first) { return view.session->recurrence->first() ? "no date takes place" : "no date is left"; }
    const auto text = when_told(*first, view.session->time_zone);
    return first_free ? text + " (first free slot)" : text;
}

/// "02:30 does not exist on Sun 2027-03-14 (daylight saving): it starts at 03:30".
std::string skipped_note(LocalTime wanted, LocalTime start) {
    return fmt::format("{} does not exist on {} (daylight saving): it starts at {}",
                       to_string_time(time_of_day(wanted)), weekday_date(date_of(wanted)),
                       to_string_time(time_of_day(start)));
}

/// The first date of a series whose time daylight saving skips, looked for over two years.
std::string series_skipped_note(const SessionView& view) {
    const auto& session = *view.session;
    const auto first = session.recurrence->first();
    if (!first) { return {}; }
    std::string note;
    session.recurrence->each(*first, *first + std::chrono::days{731}, [&](Date slot) {
        const LocalTime wanted = LocalTime{slot} + time_of_day(session.start);
        const auto lookup = view.zone->lookup(wanted);
        if (lookup.kind == TimeZone::Kind::skipped) {
            note = skipped_note(wanted, view.zone->to_local(lookup.instant));
        }
        return note.empty();
    });
    return note;
}

}  // namespace

std::vector<Occurrence> next_occurrences(const SessionView& view, std::size_t most, std::chrono::days later) {
    const auto& zone = *view.zone;
    const auto from = date_of(zone.to_local(view.now)) + later;
    return standing_from(*view.session, zone, zone.to_instant(LocalTime{from}), most);
}

std::vector<std::string> away_in_words(const std::vector<DateAway>& dates, Date today) {
    std::vector<std::pair<std::string, std::vector<Date>>> reasons;
    for (const auto& one : dates) {
        auto found = std::ranges::find(reasons, one.because, [](const auto& reason) { return reason.first; });
        if (found == reasons.end()) { found = reasons.insert(found, {one.because, {}}); }
        found->second.push_back(one.date);
    }
    std::vector<std::string> lines;
    for (auto& [because, list] : reasons) {
        const auto all = list.size();
        list.resize(std::min(all, kDatesShown));
        auto line = dates_in_words(list, fields_of(today).year());
        if (all > kDatesShown) { line += fmt::format(" and {} more", all - kDatesShown); }
        lines.push_back(line + ": " + because);
    }
    return lines;
}

std::string who_with_whom(const Session& session) {
    return clients_in_words(session.clients) + " with " + session.professional.name;
}

std::string repeats_in_words(const Session& session) {
    if (!session.recurrence) { return {}; }
    const auto& rule = session.recurrence->rule();
    auto text = to_words(rule, session.recurrence->anchor()) + ", " + end_in_words(rule);
    if (rule.count) {
        const auto held = dates_held(session);
        if (held != *rule.count) { text += fmt::format(", {} take{} place", held, held == 1 ? "s" : ""); }
    }
    if (!rule.count) { return text; }
    if (const auto last = last_standing(session)) { text += ", last on " + to_string(*last); }
    return text;
}

std::string session_lines(const SessionView& view, bool first_free) {
    const auto& session = *view.session;
    std::string text = labelled("when", when_line(view, first_free));
    if (session.recurrence) {
        text += labelled("repeats", repeats_line(view));
        if (const auto note = series_skipped_note(view); !note.empty()) { text += labelled("", note); }
        if (const auto& out = session.recurrence->excluded(); !out.empty()) {
            const auto shown = std::vector<Date>{
                out.begin(), out.begin() + static_cast<std::ptrdiff_t>(std::min(out.size(), kDatesShown))};
            auto list = dates_in_words(shown, fields_of(date_of(view.zone->to_local(view.now))).year());
            if (out.size() > kDatesShown) { list += fmt::format(" and {} more", out.size() - kDatesShown); }
            text += labelled("except", list);
        }
        for (const auto& line : away_in_words(session.away, date_of(view.zone->to_local(view.now)))) {
            text += labelled("left out", line);
        }
    }
    text += labelled("room", room_in_words(session.room));
    for (const auto& line : session.lines) {
        std::string modifiers;
        for (const auto& modifier : line.modifiers) { modifiers += '-' + modifier; }
        const auto sum = amount(line, session.clients.size());
        const auto units =
            line.units == 1 ? std::string{} : fmt::format("{} x {} = ", line.units, to_string(line.price));
        const auto each = line.per == ChargedPer::client && session.clients.size() > 1
                              ? fmt::format(" ({} clients)", session.clients.size())
                              : std::string{};
        text += labelled("service", fmt::format("{}{} {}  {}{} {}{}", line.code, modifiers, line.description, units,
                                                sum ? to_string(*sum) : "?", line.price.currency.code(), each));
    }
    if (session.lines.size() > 1) {
        const auto sum = total(session.lines, session.clients.size(), session.currency);
        text += labelled("total", fmt::format("{} {}", sum ? to_string(*sum) : "?", session.currency.code()));
    }
    if (session.status != Status::scheduled) { text += labelled("status", to_string(session.status)); }
    if (!session.note.empty()) { text += labelled("note", session.note); }
    if (!session.ref.empty()) { text += labelled("ref", session.ref); }
    return text;
}

std::vector<std::string> session_fields() {
    return {"id",    "start",    "length",     "time_zone", "professional", "clients", "room", "services",
            "price", "currency", "recurrence", "ends",      "status",       "ref",     "note"};
}

std::vector<std::string> session_values(const SessionView& view) {
    const auto& session = *view.session;
    const auto first = first_occurrence(view);
    const auto start = first ? first->local_start : session.start;
    const auto sum = total(session.lines, session.clients.size(), session.currency);
    return {to_string(OccurrenceId{session.number(), {}}),
            rfc3339(start, view.zone->offset_at(view.zone->to_instant(start))),
            std::to_string(session.length.count()),
            session.time_zone,
            session.professional.code,
            clients_joined(session.clients),
            session.room.name,
            services_joined(session.lines),
            sum ? to_string(*sum) : "",
            std::string{session.currency.code()},
            session.recurrence ? to_rrule(session.recurrence->rule()) : "",
            ends_text(session),
            std::string{to_string(session.status)},
            session.ref,
            session.note};
}

std::vector<Column> session_columns() {
    return {{"First"},
            {"Clients", false, 8},
            {"With", false, 4},
            {"Room", false, 4},
            {"Services", false, 5},
            {"Repeats", false, 8},
            {"Id"}};
}

std::vector<Cell> session_cells(const SessionView& view, std::string_view usual_zone) {
    const auto& session = *view.session;
    const auto first = first_occurrence(view);
    const auto when = first ? weekday_span(first->local_start, first->local_end()) : to_string(session.start);
    return {{when + other_zone(session.time_zone, usual_zone)},
            {clients_in_words(session.clients)},
            {session.professional.code},
            {session.room.name},
            {services_joined(session.lines)},
            {repeats_in_words(session)},
            {to_string(OccurrenceId{session.number(), {}}), Colour::cyan}};
}

std::string booked_text(const Booking& booking, const SessionView& view, bool dry_run) {
    const auto& session = booking.session;
    std::string text =
        fmt::format("{} {}: {}\n", dry_run ? "Would book" : "Booked", session.number().value, who_with_whom(session));
    text += session_lines(view, booking.first_free);
    if (booking.skipped && !session.is_series()) {
        text += labelled("note", skipped_note(*booking.skipped, session.start));
    }
    if (!booking.left_out.empty()) {
        const auto count = booking.left_out.size();
        text += labelled("left out", count == 1 ? "1 date that clashes" : fmt::format("{} dates that clash", count));
    }
    return text;
}

}  // namespace practice::text
