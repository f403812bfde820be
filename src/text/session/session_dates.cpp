// SPDX-License-Identifier: MIT
#include "text/session/session_dates.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "practice/standing.h"
#include "text/format_time.h"

namespace practice::text {
namespace {

constexpr std::size_t kMostShown = 400;
constexpr std::size_t kShownOfEndless = 12;
constexpr std::size_t kOnALine = 4;

/// "  dates    A B C D" and four more on each further line; `rest` behind the last.
std::string in_lines(std::string_view label, const std::vector<Date>& dates, std::string_view rest) {
    auto text = fmt::format("  {:<8}", label);
    for (std::size_t i = 0; i < dates.size(); ++i) {
        if (i > 0 && i % kOnALine == 0) { text += fmt::format("\n  {:<8}", ""); }
        text += ' ' + weekday_date(dates[i]);
    }
    return text.append(rest) + '\n';
}

/// The time of all dates that have none of their own, where that by which the series is told has one.
std::string usual_time(const Occurrence& first) {
    if (!first.slot || first.change == nullptr || (!first.change->start && !first.change->length)) { return {}; }
    const auto& session = *first.session;
    const LocalTime usual = *first.slot + time_of_day(session.start);
    const bool same = time_of_day(first.local_start) == time_of_day(usual) && first.length() == session.length;
    if (same) { return {}; }
    return fmt::format("; usually {}-{}", to_string_time(time_of_day(usual)),
                       to_string_time(time_of_day(usual + session.length)));
}

}  // namespace

std::string when_told(const Occurrence& first, std::string_view zone) {
    const auto when = weekday_span(first.local_start, first.local_end());
    return fmt::format("{}{}{}{}", when, zone.empty() ? "" : " ", zone, usual_time(first));
}

SessionDates session_dates(const SessionView& view, Date from) {
    const auto& session = *view.session;
    SessionDates dates;
    if (!session.is_series()) {
        if (auto only = occurrence_at(session, *view.zone, std::nullopt)) { dates.shown.push_back(*only); }
        return dates;
    }
    const auto most = session.recurrence->never_ends() ? kShownOfEndless : kMostShown;
    dates.shown = standing_from(session, *view.zone, view.zone->to_instant(LocalTime{from}), most + 1);
    dates.more = dates.shown.size() > most;
    if (dates.more) { dates.shown.pop_back(); }
    return dates;
}

std::string dates_lines(const SessionView& view, Date from) {
    if (!view.session->is_series()) { return {}; }
    const auto dates = session_dates(view, from);
    if (dates.shown.empty()) { return {}; }
    std::vector<Date> list;
    for (const auto& one : dates.shown) { list.push_back(date_of(one.local_start)); }
    const auto last =
        dates.more && !view.session->recurrence->never_ends() ? last_standing(*view.session) : std::nullopt;
    const auto rest = !dates.more ? std::string{} : last ? " ... " + weekday_date(*last) : std::string{" ..."};
    return in_lines("dates", list, rest);
}

std::string dates_lines(std::string_view label, const std::vector<Date>& dates) {
    if (dates.empty()) { return {}; }
    if (dates.size() <= kMostShown) { return in_lines(label, dates, {}); }
    return in_lines(label, {dates.begin(), dates.begin() + kShownOfEndless},
                    fmt::format(" ... and {} more", dates.size() - kShownOfEndless));
}

Json starts_value(const SessionDates& dates) {
    Json list = Json::array();
    for (const auto& one : dates.shown) { list.push_back(rfc3339(one.local_start, one.offset)); }
    return list;
}

}  // namespace practice::text
