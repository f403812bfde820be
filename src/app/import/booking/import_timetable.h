// SPDX-License-Identifier: MIT
// The timetable of an import: what is booked is read when a row first asks about that time, a month at a time.
#pragma once

#include <set>
#include <unordered_set>

#include "app/directory.h"
#include "app/office.h"
#include "practice/timetable.h"
#include "store/sessions/session_rows.h"

namespace practice::app {

class ImportTimetable {
public:
    /// All three must outlive it. REQUIRES: a Change has begun.
    ImportTimetable(Office& office, const Directory& directory);

    /// Sessions that stand otherwise now than in the database: not read any more.
    void leave_to_caller(SessionId id) { own_.insert(id.value); }
    /// Everything that `planned` could meet, and more, is in the timetable then.
    [[nodiscard]] Timetable& covering(const Session& planned);
    [[nodiscard]] Timetable& covering(const OpenSpan& span);
    /// For what stands in it already.
    [[nodiscard]] Timetable& timetable() { return timetable_; }

private:
    void read_series();
    void read_singles(const OpenSpan& span);
    void read(const store::BusyFilter& filter);

    Office& office_;
    Timetable timetable_;
    std::vector<ProfessionalId> professionals_;
    SessionId last_;
    bool has_series_ = false;
    std::set<std::int64_t> months_;
    std::optional<Instant> open_from_;
    std::unordered_set<std::int64_t> own_;
};

}  // namespace practice::app
