// SPDX-License-Identifier: MIT
#include "cli/flags/session_filter.h"

#include <algorithm>

#include "app/problems.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "text/hint_words.h"

namespace practice::cli {
namespace {

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

}  // namespace practice::cli
