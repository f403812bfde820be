// SPDX-License-Identifier: MIT
// Dates as other programs write them, by a format such as "%m/%d/%Y %H:%M".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace practice::text {

class DateFormat {
public:
    /// %Y %y %m %d %e %b %B %a %A %H %k %I %l %M %S %p %T %R %D %F %%; names of months and days in English.
    /// Refusal(misuse) for a format with others, or without a whole date.
    explicit DateFormat(std::string_view format);

    /// "2026-12-01 14:00", or "2026-12-01" where the text has no time (or the format). Refusal(misuse) for a text
    /// of another form, and for dates that there are not.
    [[nodiscard]] std::string to_iso(std::string_view text) const;

private:
    std::string whole_;
    std::string date_;  // without the time of day at its end
    bool has_time_ = false;
};

}  // namespace practice::text
