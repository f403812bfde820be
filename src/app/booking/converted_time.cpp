// SPDX-License-Identifier: MIT
#include "app/booking/converted_time.h"

#include "text/format_time.h"

namespace practice::app {

std::optional<std::string> converted_in_words(const text::When& when, LocalTime local, const TimeZone& zone) {
    if (!when.instant || !when.date || !when.time) { return std::nullopt; }
    const LocalTime typed = *when.date + *when.time;
    if (typed == local) { return std::nullopt; }
    return text::rfc3339(typed, typed.time_since_epoch() - when.instant->time_since_epoch()) + " is " +
           text::weekday_date(date_of(local)) + " " + to_string_time(time_of_day(local)) + " in " + zone.name();
}

void tell_converted(Office& office, const text::When& when, LocalTime local, const TimeZone& zone) {
    if (const auto words = converted_in_words(when, local, zone)) { office.notes(*words); }
}

}  // namespace practice::app
