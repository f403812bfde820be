// SPDX-License-Identifier: MIT
#include "app/import/booking/import_timetable.h"

#include <algorithm>

#include "app/query/busy_times.h"

namespace practice::app {
namespace {

using std::chrono::days;

/// Of 32 days: what matters is only that they cover all time.
constexpr days kMonth{32};
/// What reaches over more than so many is read at once.
constexpr std::int64_t kMostMonths = 24;

std::int64_t month_of(Instant instant) {
    return std::chrono::floor<days>(instant.time_since_epoch()).count() / kMonth.count();
}

std::vector<ProfessionalId> all_professionals(const Directory& directory) {
    std::vector<ProfessionalId> ids;
    for (const auto& professional : directory.professionals()) { ids.push_back(professional.id); }
    return ids;
}

}  // namespace

ImportTimetable::ImportTimetable(Office& office, const Directory& directory)
    : office_{office},
      timetable_{*office.zones, away_times(directory, all_professionals(directory)), &office.zone()},
      professionals_{all_professionals(directory)},
      last_{store::last_session_id(*office.database)} {}

Timetable& ImportTimetable::covering(const Session& planned) {
    return covering(reach(planned, *office_.zones));
}

Timetable& ImportTimetable::covering(const OpenSpan& span) {
    if (last_.value == 0) { return timetable_; }
    if (!has_series_) { read_series(); }
    read_singles({span.from - kBusySlack, span.to ? std::optional{*span.to + kBusySlack} : std::nullopt});
    return timetable_;
}

void ImportTimetable::read_series() {
    has_series_ = true;
    store::BusyFilter filter;
    filter.from = Instant::min() + kLongestSession;
    filter.which = store::BusyFilter::Which::series;
    read(filter);
}

void ImportTimetable::read_singles(const OpenSpan& span) {
    if (open_from_ && span.from >= *open_from_) { return; }
    store::BusyFilter filter;
    filter.which = store::BusyFilter::Which::singles;
    const auto first = month_of(span.from);
    if (!span.to || month_of(*span.to) - first > kMostMonths) {
        filter.from = Instant{kMonth * first};
        open_from_ = filter.from;
        read(filter);
        return;
    }
    for (auto month = first; month <= month_of(*span.to); ++month) {
        filter.from = Instant{kMonth * month};
        filter.to = filter.from + kMonth;
        if ((open_from_ && filter.from >= *open_from_) || !months_.insert(month).second) { continue; }
        read(filter);
    }
}

void ImportTimetable::read(const store::BusyFilter& filter) {
    auto all = filter;
    all.professionals = professionals_;
    for (const auto& session : store::load_busy(*office_.database, all)) {
        const auto id = session.id.value;
        // What this import has written is in the timetable by its line.
        if (id <= last_.value && !own_.contains(id) && !timetable_.has(session.id)) { timetable_.put(session); }
    }
}

}  // namespace practice::app
