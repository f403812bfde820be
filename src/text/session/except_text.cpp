// SPDX-License-Identifier: MIT
#include "text/session/except_text.h"

#include <fmt/format.h>

#include "practice/skipping.h"
#include "text/format_time.h"
#include "text/wording/change_lines.h"

namespace practice::text {

std::optional<std::string> left_out_in_vain(const Session& series, const std::vector<Date>& dates) {
    if (!series.is_series()) { return std::nullopt; }
    const auto none = no_dates_of(*series.recurrence, dates);
    if (none.empty()) { return std::nullopt; }
    if (none.size() > 1) { return dates_in_words(none) + " are left out, but the series has no session on those days"; }
    auto text = to_string(none.front()) + " is left out, but the series has no session that day";
    const auto nearest = dates.size() == 1 ? nearest_date(series.recurrence->booked(), none.front()) : std::nullopt;
    return nearest ? text + "; the nearest is " + weekday_date(*nearest) : text;
}

}  // namespace practice::text
