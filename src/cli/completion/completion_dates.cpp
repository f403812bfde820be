// SPDX-License-Identifier: MIT
#include "cli/completion/completion_dates.h"

#include <fmt/format.h>

#include <array>

#include "text/format_time.h"

namespace practice::cli {
namespace {

constexpr std::array<std::string_view, 13> kDays{"today",    "tomorrow", "monday",   "tuesday", "wednesday",
                                                 "thursday", "friday",   "saturday", "sunday",  "+1w",
                                                 "+2w",      "+4w",      "+3m"};
constexpr int kMonths = 6;
constexpr int kFirstHour = 8;
constexpr int kLastHour = 18;

}  // namespace

std::vector<Candidate> date_candidates(const Context& context, bool months) {
    std::vector<Candidate> list;
    const bool dated = context.practice.has_value();
    for (const auto word : kDays) {
        const auto date = dated ? text::weekday_date(text::parse_date(word, context.local_now())) : std::string{};
        list.push_back({std::string{word}, date});
    }
    if (!months || !dated) { return list; }
    const auto today = fields_of(date_of(context.local_now().local));
    for (int i = 0; i < kMonths; ++i) {
        const auto month = today.year() / today.month() + std::chrono::months{i};
        list.push_back(
            {fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month())),
             "the whole month"});
    }
    return list;
}

std::vector<Candidate> when_candidates(const std::string& typed, const Context& context) {
    const auto space = typed.find_last_of(' ');
    if (space == std::string::npos) { return date_candidates(context, false); }
    std::vector<Candidate> list;
    const auto day = typed.substr(0, space + 1);
    for (int half = 2 * kFirstHour; half <= 2 * kLastHour; ++half) {
        list.push_back({fmt::format("{}{:02}:{:02}", day, half / 2, half % 2 * 30), ""});
    }
    return list;
}

}  // namespace practice::cli
