// SPDX-License-Identifier: MIT
#include "app/booking/converted_time.h"

#include "text/format_time.h"

namespace practice::app {

void tell_converted(Office& office, const text::When& when, LocalTime local, const TimeZone& zone) {
    if (!when.instant || !when.date || !when.time) { return; }
    const LocalTime typed = *when.date + *when.time;
    if (typed == local) { return; }
    office.notes(text::rfc3339(typed, typed.time_since_epoch() - when.instant->time_since_epoch()) + " is " +
                 text::weekday_date(date_of(local)) + " " + to_string_time(time_of_day(local)) + " in " + zone.name());
}

}  // namespace practice::app
