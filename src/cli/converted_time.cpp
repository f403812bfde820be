// SPDX-License-Identifier: MIT
#include "cli/converted_time.h"

#include "text/format_time.h"

namespace practice::cli {

void tell_converted(Context& context, const text::When& when, LocalTime local, const TimeZone& zone) {
    if (!when.instant || !when.date || !when.time) { return; }
    const LocalTime typed = *when.date + *when.time;
    if (typed == local) { return; }
    context.note(text::rfc3339(typed, typed.time_since_epoch() - when.instant->time_since_epoch()) + " is " +
                 text::weekday_date(date_of(local)) + " " + to_string_time(time_of_day(local)) + " in " + zone.name());
}

}  // namespace practice::cli
