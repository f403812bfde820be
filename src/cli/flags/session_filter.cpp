// SPDX-License-Identifier: MIT
#include "cli/flags/session_filter.h"

#include <algorithm>

#include "app/booking/standing_clashes.h"
#include "app/problems.h"
#include "practice/client_status.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "text/hint_words.h"

namespace practice::cli {
namespace {

template <class Id>
bool wanted(const std::vector<Id>& ids, Id id) {
    return ids.empty() || std::ranges::find(ids, id) != ids.end();
}

constexpr std::string_view kStatuses = "scheduled|attended|no-show|cancelled|late-cancelled|all";

/// "attended,no-show".
void read_statuses(const std::string& text, OccurrenceFilter& filter) {
    Problems problems;
    problems.each(split(text, ','), [&](std::string_view word) {
        if (is_keyword(word, "all")) {
            filter.all_statuses = true;
        } else if (const auto status = parse_status(word)) {
            filter.statuses.push_back(*status);
        } else {
            throw misuse(practice::quoted(word) + " is not a status",
                         text::meant(word, kStatuses) + "use " + text::one_of(kStatuses));
        }
    });
    problems.raise_if_any();
}

text::WindowWords window_words(const Arguments& arguments, std::optional<std::string>& from,
                               std::optional<std::string>& to, std::optional<std::string>& days) {
    from = arguments.value("--from");
    to = arguments.value("--to");
    days = arguments.value("--days");
    text::WindowWords words;
    if (from) { words.from = *from; }
    if (to) { words.to = *to; }
    if (days) { words.days = *days; }
    words.week = arguments.has("--week");
    words.month = arguments.has("--month");
    return words;
}

}  // namespace

std::vector<OptionSpec> window_options() {
    using enum Takes;
    return {
        {"--from", "DATE", one_value, "from this day (or time) on; today, when not given", "", ValueKind::window_end},
        {"--to", "DATE", one_value, "up to and with this day (or up to a time)", "", ValueKind::window_end},
        {"--days", "N", one_value, "so many days"},
        {"--week", "", nothing, "the week of --from, or this one"},
        {"--month", "", nothing, "the month of --from, or this one"},
    };
}

std::vector<OptionSpec> filter_options() {
    using enum Takes;
    return {
        {"--professional", "CODE", many_values, "only theirs", "", ValueKind::professional},
        {"--client", "NAME", many_values, "only theirs", "", ValueKind::client},
        {"--room", "NAME", many_values, "only there", "", ValueKind::room},
        {"--service", "CODE", many_values, "only with this service", "", ValueKind::service},
        {"--status", "STATUS", many_values,
         "scheduled, attended, no-show, cancelled, late-cancelled or all; all but cancelled ones, when not given", "",
         ValueKind::choice, "", kStatuses},
    };
}

OccurrenceFilter read_filters(const Arguments& arguments, const Directory& directory) {
    OccurrenceFilter filter;
    using enum Archived;
    auto& wanted = filter.sessions;
    Problems problems;
    problems.each(arguments.values("--professional"), [&](const std::string& text) {
        wanted.professionals.push_back(directory.find_professional(text, after_current).id);
    });
    problems.each(arguments.values("--client"), [&](const std::string& text) {
        wanted.clients.push_back(directory.find_client(text, std::nullopt, after_current).id);
    });
    problems.each(arguments.values("--room"), [&](const std::string& text) {
        wanted.rooms.push_back(directory.find_room(text, after_current).id);
    });
    problems.each(arguments.values("--service"), [&](const std::string& text) {
        wanted.services.push_back(directory.find_service(text, after_current).id);
    });
    problems.each(arguments.values("--status"), [&](const std::string& text) { read_statuses(text, filter); });
    problems.raise_if_any();
    return filter;
}

OccurrenceFilter read_filter(const Arguments& arguments, const Context& context, const Directory& directory,
                             std::optional<int> default_days) {
    auto filter = read_filters(arguments, directory);
    std::optional<std::string> from;
    std::optional<std::string> to;
    std::optional<std::string> days;
    const auto words = window_words(arguments, from, to, days);
    const bool given = words.from || words.to || words.days || words.week || words.month;
    if (!given && !default_days) { return filter; }
    const auto now = context.local_now();
    const auto& zone = context.zone();
    auto window = text::parse_window(words, now);
    if (!window.from) { window.from = LocalTime{date_of(now.local)}; }
    if (!window.to && default_days) { window.to = LocalTime{date_of(*window.from)} + std::chrono::days{*default_days}; }
    filter.from = zone.to_instant(*window.from);
    if (window.to) { filter.to = zone.to_instant(*window.to); }
    if (filter.to && *filter.to <= *filter.from) {
        throw misuse("the window ends before it begins", "give a --to that is after --from");
    }
    filter.sessions.from = filter.from;
    filter.sessions.to = filter.to;
    return filter;
}

bool OccurrenceFilter::takes_status(const Occurrence& occurrence) const {
    return all_statuses || has_status(occurrence, statuses, sessions.clients);
}

bool OccurrenceFilter::takes(const Occurrence& occurrence) const {
    const auto has_client = [&] {
        return sessions.clients.empty() || std::ranges::any_of(occurrence.clients(), [&](const ClientName& client) {
                   return wanted(sessions.clients, client.id);
               });
    };
    const auto has_service = [&] {
        return sessions.services.empty() || std::ranges::any_of(occurrence.lines(), [&](const ServiceLine& line) {
                   return wanted(sessions.services, line.service);
               });
    };
    return takes_status(occurrence) && (!from || *from <= occurrence.start) && (!to || occurrence.start < *to) &&
           wanted(sessions.professionals, occurrence.professional().id) &&
           wanted(sessions.rooms, occurrence.room().id) && has_client() && has_service();
}

bool OccurrenceFilter::takes_booking(const Session& session, const TimeZone& zone) const {
    if (!from && !to) {
        return session.is_series() || all_statuses || takes(*occurrence_at(session, zone, std::nullopt));
    }
    const InstantSpan window{from.value_or(Instant{kFirstDate.time_since_epoch()}),
                             to.value_or(Instant{kLastDate.time_since_epoch()})};
    if (to) {
        const auto found = occurrences(session, zone, window);
        return std::ranges::any_of(found, [&](const Occurrence& occurrence) { return takes(occurrence); });
    }
    // Without an end a series may go on for ever: that it is not over is enough.
    const auto last = session.recurrence ? session.recurrence->last() : std::nullopt;
    if (session.is_series()) {
        return session.recurrence->never_ends() ||
               (last && zone.to_instant(LocalTime{*last} + std::chrono::days{1}) > window.from);
    }
    return takes(*occurrence_at(session, zone, std::nullopt));
}

Occurrences load_occurrences(Context& context, const OccurrenceFilter& filter) {
    Occurrences loaded;
    loaded.sessions = store::load_sessions(*context.database, filter.sessions);
    const InstantSpan window{filter.from.value_or(Instant{kFirstDate.time_since_epoch()}), *filter.to};
    for (auto& session : loaded.sessions) {
        forget_gone_clashes(context, session);
        for (const auto& occurrence : occurrences(session, context.zone(session.time_zone), window)) {
            if (filter.takes(occurrence)) { loaded.list.push_back(occurrence); }
        }
    }
    sort_by_start(loaded.list);
    return loaded;
}

}  // namespace practice::cli
