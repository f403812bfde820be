// SPDX-License-Identifier: MIT
// Occurrences a second of CPU time, ours with conversion to UTC against libical's iterator, on the same rules in
// one run. Prints the rule, ours and libical's, with tabs between, a line each.
#include <libical/ical.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "practice/recurrence.h"
#include "practice/recurrence_text.h"
#include "practice/time_zone.h"
#include "time/zone_database.h"

namespace {

using namespace practice;

constexpr std::chrono::hours kStart{14};
constexpr double kEnough = 0.3;  // seconds a measurement

/// Adds up what it saw, so that no work can be left out.
struct Run {
    std::uint64_t occurrences = 0;
    std::int64_t sum = 0;
    double seconds = 0;
    [[nodiscard]] double rate() const { return static_cast<double>(occurrences) / seconds; }
};

double cpu_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

template <class Once>
Run measure(Once once) {
    Run run;
    const auto begin = cpu_seconds();
    do {
        once(run);
        run.seconds = cpu_seconds() - begin;
    } while (run.seconds < kEnough);
    return run;
}

Run ours(const Recurrence& recurrence, const TimeZone& zone) {
    return measure([&](Run& run) {
        InstantCursor instants{zone};
        recurrence.each(kFirstDate, *make_date(2426, 1, 1), [&](Date slot) {
            run.sum += instants.to_instant(slot + kStart).time_since_epoch().count();
            ++run.occurrences;
            return true;
        });
    });
}

Run libicals(const std::string& rule, Date anchor) {
    constexpr int kOccurrences = 2'000;
    auto start = icaltime_from_string((to_string(anchor).erase(7, 1).erase(4, 1) + "T140000").c_str());
    start.zone = icaltimezone_get_builtin_timezone("America/New_York");
    return measure([&](Run& run) {
        auto* iterator = icalrecur_iterator_new(icalrecurrencetype_from_string(rule.c_str()), start);
        for (int i = 0; i < kOccurrences; ++i) {
            const auto next = icalrecur_iterator_next(iterator);
            if (icaltime_is_null_time(next) != 0) { break; }
            run.sum += icaltime_as_timet_with_zone(next, start.zone);
            ++run.occurrences;
        }
        icalrecur_iterator_free(iterator);
    });
}

}  // namespace

int main() {
    const practice::time::ZoneDatabase zones;
    const auto* zone = zones.find("America/New_York");
    if (zone == nullptr) { return 1; }
    const Date anchor = *make_date(2026, 12, 1);
    const std::vector<std::string> rules{"FREQ=DAILY",
                                         "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                                         "FREQ=WEEKLY;BYDAY=TU",
                                         "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
                                         "FREQ=MONTHLY;BYMONTHDAY=1",
                                         "FREQ=MONTHLY;BYDAY=2TU",
                                         "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
                                         "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1"};
    std::int64_t seen = 0;
    for (const auto& rule : rules) {
        const auto own = ours(Recurrence{anchor, parse_rrule(rule).rule}, *zone);
        const auto other = libicals(rule, anchor);
        seen += own.sum + other.sum;
        std::printf("%s\t%.0f\t%.0f\n", rule.c_str(), own.rate(), other.rate());
    }
    return seen == 0 ? 1 : 0;
}
