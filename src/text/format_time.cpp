// SPDX-License-Identifier: MIT
#include "text/format_time.h"

#include <fmt/format.h>

namespace practice::text {
namespace {

std::string counted(std::int64_t count, std::string_view unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
}

}  // namespace

std::string rfc3339(LocalTime local, std::chrono::seconds offset) {
    // RFC 3339 has no seconds in an offset; zones had them before 1972 at the latest.
    const auto minutes = std::chrono::round<std::chrono::minutes>(offset).count();
    const auto size = minutes < 0 ? -minutes : minutes;
    return fmt::format("{}{}{:02}:{:02}", to_string(local), minutes < 0 ? '-' : '+', size / 60, size % 60);
}

std::string weekday_date(Date date) {
    return fmt::format("{} {}", short_name(weekday_of(date)), to_string(date));
}

std::string weekday_span(LocalTime from, LocalTime to) {
    const std::string start = fmt::format("{} {}", weekday_date(date_of(from)), to_string_time(time_of_day(from)));
    if (date_of(from) == date_of(to)) { return fmt::format("{}-{}", start, to_string_time(time_of_day(to))); }
    return fmt::format("{} - {} {}", start, weekday_date(date_of(to)), to_string_time(time_of_day(to)));
}

std::string short_date(Date date, std::chrono::year year) {
    const auto fields = fields_of(date);
    const auto day = fmt::format("{} {}", short_name(fields.month()), static_cast<unsigned>(fields.day()));
    return fields.year() == year ? day : fmt::format("{} {}", day, static_cast<int>(fields.year()));
}

std::string length_in_words(Length length) {
    const auto hours = length.count() / 60;
    const auto minutes = length.count() % 60;
    if (hours == 0) { return counted(minutes, "minute"); }
    if (minutes == 0) { return counted(hours, "hour"); }
    return counted(hours, "hour") + ' ' + counted(minutes, "minute");
}

}  // namespace practice::text
