// SPDX-License-Identifier: MIT
// What is booked, prepared once so that it can be asked many times.
#pragma once

#include <span>
#include <vector>

#include "conflict_clocks.h"
#include "conflict_report.h"

namespace practice::conflict {

/// What a question is about.
enum class Matter { everything, people, room };

class Timetable {
public:
    /// Keeps what claims anything that `concern` is about within `within`; no question may go beyond it. The session
    /// `self`, when it is a stored one, is left out. `booked` and `zones` must outlive this. Throws Refusal(misuse) for
    /// an unknown zone.
    Timetable(const Booked& booked, const TimeZones& zones, const Concern& concern, InstantSpan within, SessionId self);

    [[nodiscard]] Conflicts conflicts(const Planned& planned);
    /// Whether there is no clash over the matter.
    [[nodiscard]] bool is_free(const Planned& planned, Matter matter);

    /// Something booked at one time; refers to the timetable and to what is booked.
    struct Busy {
        InstantSpan span;
        Claims claims;
        Source source;
        std::optional<Date> slot;
    };
    /// All that is booked and overlaps `window`, in no order.
    [[nodiscard]] std::vector<Busy> busy(InstantSpan window) const;

private:
    /// The slots of one series that stand as it says.
    struct Series {
        const Session* session = nullptr;
        const Clock* clock = nullptr;
        Claims claims;
        TimeOfDay time{};
        bool disturbed = false;
    };

    /// The planned session's own occurrences.
    struct Own {
        std::optional<Series> series;
        std::vector<Busy> singles;
    };
    /// A group of planned occurrences, and what is to be known about them.
    struct Asked {
        const Planned* planned = nullptr;
        const PlannedGroup* group = nullptr;
        const Clock* clock = nullptr;
        bool disturbed = false;
        Matter matter{};
    };

    void add(const Session& session, const Concern& concern);
    void add_span(const Busy& busy);
    [[nodiscard]] bool has_slots_within(const Session& session, const TimeZone& zone) const;
    [[nodiscard]] Own own_of(const Planned& planned);
    [[nodiscard]] bool may_meet(const Asked& asked, const Series& series);
    void compare(const Asked& asked, const Series& series, Report& report);
    void compare(const Asked& asked, const Busy& busy, Report& report);
    void keep_those_that_go_first(const Asked& asked, bool usual);
    void meet(const PlannedGroup& group, const Series& series);
    void meet(const PlannedGroup& group, const Busy& busy);
    [[nodiscard]] Report ask(const Planned& planned, Matter matter, bool first_is_enough);

    Clocks clocks_;
    InstantSpan within_;
    std::vector<Series> series_;
    std::vector<Busy> singles_;      // single sessions, slots that differ, time off
    std::vector<Overlap> overlaps_;  // scratch
};

}  // namespace practice::conflict
