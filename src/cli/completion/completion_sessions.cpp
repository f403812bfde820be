// SPDX-License-Identifier: MIT
#include "cli/completion/completion_sessions.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "practice/occurrence.h"
#include "store/sessions/session_rows.h"
#include "text/format_time.h"

namespace practice::cli {
namespace {

using std::chrono::days;
constexpr days kBack{7};
constexpr days kAhead{14};
constexpr days kBackOfOne{60};
constexpr days kAheadOfOne{180};
constexpr std::size_t kMost = 100;

/// The number before "@"; nullopt when there is none.
std::optional<SessionId> named_session(const std::string& typed) {
    const auto at = typed.find('@');
    if (at == std::string::npos) { return std::nullopt; }
    SessionId id;
    const auto* end = typed.data() + at;
    const auto read = std::from_chars(typed.data(), end, id.value);
    return read.ec == std::errc{} && read.ptr == end ? std::optional{id} : std::nullopt;
}

std::vector<Session> sessions_around(const std::string& typed, Context& context) {
    auto& database = *context.database;
    if (const auto id = named_session(typed)) {
        std::vector<Session> list;
        if (auto session = store::load_session(database, *id)) { list.push_back(std::move(*session)); }
        return list;
    }
    store::SessionFilter filter;
    filter.from = context.now - kBack;
    filter.to = context.now + kAhead;
    return store::load_sessions(database, filter);
}

std::string told(const Occurrence& occurrence) {
    auto text = text::weekday_date(date_of(occurrence.local_start)) + " " +
                to_string_time(time_of_day(occurrence.local_start)) + " " + occurrence.room().name + " " +
                occurrence.professional().code;
    if (occurrence.status() != Status::scheduled) { text += ", " + std::string{to_string(occurrence.status())}; }
    return text;
}

bool takes_whole_series(const LineEnd& line) {
    return line.command != nullptr && std::ranges::find(line.command->options, std::string_view{"--all"},
                                                        &OptionSpec::name) != line.command->options.end();
}

}  // namespace

std::vector<Candidate> session_candidates(const LineEnd& line, Context& context, bool taking_time) {
    const bool one = named_session(line.typed).has_value();
    const InstantSpan window{context.now - (one ? kBackOfOne : kBack), context.now + (one ? kAheadOfOne : kAhead)};
    const auto sessions = sessions_around(line.typed, context);
    std::vector<Occurrence> found;
    for (const auto& session : sessions) {
        for (const auto& occurrence : occurrences(session, context.zone(session.time_zone), window)) {
            if (takes_time(occurrence.status()) == taking_time && to_string(occurrence.id()).starts_with(line.typed)) {
                found.push_back(occurrence);
            }
        }
    }
    // The nearest first, and of many only those.
    const auto distance = [&](const Occurrence& occurrence) {
        return std::chrono::abs(occurrence.start - context.now);
    };
    std::ranges::stable_sort(found, {}, distance);
    if (found.size() > kMost) { found.resize(kMost); }
    std::vector<Candidate> list;
    std::set<SessionId> series;
    for (const auto& occurrence : found) {
        list.push_back({to_string(occurrence.id()), told(occurrence)});
        if (!one && occurrence.slot && takes_whole_series(line) && series.insert(occurrence.session->id).second) {
            list.push_back({to_string(OccurrenceId{occurrence.session->number(), {}}),
                            "the series, from " + text::weekday_date(date_of(occurrence.session->start))});
        }
    }
    return list;
}

}  // namespace practice::cli
