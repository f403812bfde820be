// SPDX-License-Identifier: MIT
#include "practice/time_off.h"

#include <algorithm>

#include "conflict_clocks.h"

namespace practice {
namespace {

using std::chrono::days;

/// Somebody's time off on the session's wall clock.
struct Absence {
    Span<LocalTime> span;
    const Away* away = nullptr;
};

std::string because(const Away& away) {
    return away.name + " is away" + (away.reason.empty() ? std::string{} : " (" + away.reason + ")");
}

/// What a slot has of its own was said of that very date; a note, a room or people move nothing.
bool can_give_way(const SlotChange* change) {
    return change == nullptr || (!change->start && change->status == Status::scheduled && change->attendance.empty());
}

/// Clashes are looked for over so many years, and so are dates that give way: time off may be for good.
Date looked_at_until(const Recurrence& recurrence) {
    return std::min(recurrence.first().value_or(recurrence.anchor()) + days{366} * kConflictHorizon.count(), kLastDate);
}

Date half_of_what_is_looked_at(Date first) {
    return std::min(first + days{366} * (kConflictHorizon.count() / 2), kLastDate);
}

class Absences {
public:
    Absences(Session& session, std::span<const Away> standing, const AwayClocks& clocks)
        : session_{session}, booked_{session.recurrence->booked()}, standing_{standing}, clocks_{clocks} {}

    /// By `session.yields`.
    void apply() {
        std::vector<DateAway> found;
        for (const auto& yield : session_.yields) {
            for (const auto& away : standing_) {
                const Span<LocalTime> both{std::max(yield.span.from, away.span.from),
                                           std::min(yield.span.to, away.span.to)};
                if (away.professional != yield.to || both.from >= both.to) { continue; }
                each_within({on_its_clock(both), &away}, [&](Date slot) {
                    found.push_back({slot, because(away)});
                    return true;
                });
            }
        }
        std::ranges::stable_sort(found, {}, &DateAway::date);
        const auto same_date = [](const DateAway& a, const DateAway& b) { return a.date == b.date; };
        found.erase(std::unique(found.begin(), found.end(), same_date), found.end());
        std::vector<Date> dates;
        for (const auto& one : found) { dates.push_back(one.date); }
        session_.recurrence->set_away(std::move(dates));
        session_.away = std::move(found);
    }

    /// Calls `visit(Date)` for each slot that overlaps and can give way, until it returns false.
    template <class Visit>
    void each_within(const Absence& absence, Visit&& visit) const {
        constexpr days longest{1};
        const auto time = time_of_day(session_.start);
        const auto from = date_of(absence.span.from) - longest - days{1};
        const auto to = std::min(date_of(absence.span.to), looked_at_until(booked_)) + days{1};
        booked_.each(from, to, [&](Date slot) {
            const auto* change = change_of(slot);
            const auto& who = change != nullptr && change->professional ? *change->professional : session_.professional;
            const auto length = change != nullptr && change->length ? *change->length : session_.length;
            const LocalTime start = slot + time;
            const bool overlaps = start < absence.span.to && absence.span.from < start + length;
            if (!overlaps || who.id != absence.away->professional || !can_give_way(change)) { return true; }
            return static_cast<bool>(visit(slot));
        });
    }

    /// A slot as the series says.
    [[nodiscard]] Span<LocalTime> on_practice_clock(Date slot) const {
        const LocalTime start = slot + time_of_day(session_.start);
        const Span<LocalTime> span{start, start + session_.length};
        if (clocks_.practice == nullptr || clocks_.session == nullptr || clocks_.practice == clocks_.session) {
            return span;
        }
        const auto moved = [&](LocalTime time) {
            return clocks_.practice->to_local(clocks_.session->to_instant(time));
        };
        return {moved(span.from), moved(span.to)};
    }
    [[nodiscard]] Absence of(const Away& away) const { return {on_its_clock(away.span), &away}; }
    [[nodiscard]] const Recurrence& booked() const { return booked_; }

private:
    [[nodiscard]] const SlotChange* change_of(Date slot) const {
        const auto found = session_.changes.find(slot);
        return found == session_.changes.end() ? nullptr : &found->second;
    }

    [[nodiscard]] Span<LocalTime> on_its_clock(const Span<LocalTime>& span) const {
        if (clocks_.practice == nullptr || clocks_.session == nullptr || clocks_.practice == clocks_.session) {
            return span;
        }
        const auto moved = [&](LocalTime time) {
            return clocks_.session->to_local(clocks_.practice->to_instant(time));
        };
        return {moved(span.from), moved(span.to)};
    }

    Session& session_;
    Recurrence booked_;
    std::span<const Away> standing_;
    AwayClocks clocks_;
};

/// Whether it took place at that time, with that professional, whatever its slot was called.
bool stood(const Session& before, const Session& after, Date slot, const TimeZones& zones) {
    const auto now = occurrence_at(after, conflict::zone_named(zones, after.time_zone), slot);
    if (!now) { return false; }
    const auto then = occurrences(before, conflict::zone_named(zones, before.time_zone), now->span());
    return std::ranges::any_of(then, [&](const Occurrence& one) {
        return takes_time(one.status()) && one.span() == now->span() && one.professional().id == now->professional().id;
    });
}

/// Whether there is a date at all, and for a series without an end, or with one beyond all plans, dates for good.
bool has_dates_left(const Recurrence& recurrence) {
    const auto first = recurrence.first();
    if (!first) { return false; }
    const auto booked = recurrence.booked();
    const auto last_looked_at = looked_at_until(booked);
    if (const auto last = booked.last(); last && *last <= last_looked_at) { return true; }
    const auto later = recurrence.on_or_after(half_of_what_is_looked_at(*booked.first()));
    return later.has_value() && *later <= last_looked_at;
}

class Decision {
public:
    Decision(Session& after, const Booked& booked, const TimeZones& zones, const YieldScope& scope)
        : after_{after},
          booked_{booked},
          zones_{zones},
          scope_{scope},
          absences_{after, booked.away, {booked.practice_zone, &conflict::zone_named(zones, after.time_zone)}} {}

    bool run() {
        std::erase_if(after_.yields, [&](const Yield& yield) { return yield.to != after_.professional.id; });
        settle_named();
        if (!scope_.to_more) { return true; }
        if (std::ranges::any_of(booked_.away, [&](const Away& away) { return is_for_good(away); })) { return false; }
        const auto already = after_;
        for (const auto& away : booked_.away) {
            if (away.professional != after_.professional.id) { continue; }
            for (const auto& stretch : brought_into(away)) { after_.yields.push_back({away.professional, stretch}); }
        }
        if (after_.yields == already.yields) { return true; }
        const auto order = [](const Yield& yield) { return std::pair{yield.to, yield.span.from}; };
        std::ranges::sort(after_.yields, {}, order);
        join();
        settle_named();
        if (has_dates_left(*after_.recurrence)) { return true; }
        after_ = already;
        return false;
    }

private:
    void settle_named() {
        absences_.apply();
        bool any = false;
        for (const auto slot : scope_.named) {
            if (!std::ranges::binary_search(after_.recurrence->away(), slot)) { continue; }
            after_.changes[slot].start = slot + time_of_day(after_.start);
            any = true;
        }
        if (any) { absences_.apply(); }
    }

    /// Time off that takes all dates of the second half of what is looked at: they need not be listed to know that.
    [[nodiscard]] bool is_for_good(const Away& away) const {
        if (away.professional != after_.professional.id) { return false; }
        const auto& booked = absences_.booked();
        const auto first = booked.first();
        const auto last = booked.last();
        const auto until = looked_at_until(booked);
        if (!first || (last && *last <= until)) { return false; }
        return std::ranges::any_of(brought_into(away), [&](const Span<LocalTime>& stretch) {
            return date_of(stretch.from) < half_of_what_is_looked_at(*first) && until < date_of(stretch.to);
        });
    }

    /// All of it, or what lies between dates that stood there before.
    [[nodiscard]] std::vector<Span<LocalTime>> brought_into(const Away& away) const {
        std::vector<Span<LocalTime>> stretches;
        auto rest = away.span;
        bool brought = false;
        absences_.each_within(absences_.of(away), [&](Date slot) {
            const bool named = std::ranges::find(scope_.named, slot) != scope_.named.end();
            if (named || std::ranges::binary_search(after_.recurrence->away(), slot)) { return true; }
            if (scope_.before == nullptr) { return !(brought = true); }
            if (!stood(*scope_.before, after_, slot, zones_) && !was_there(*scope_.before, slot, away)) {
                return brought = true;
            }
            const auto taken = absences_.on_practice_clock(slot);
            if (brought) { stretches.push_back({rest.from, taken.from}); }
            rest.from = std::max(rest.from, taken.to);
            brought = false;
            return true;
        });
        if (brought) { stretches.push_back(rest); }
        std::erase_if(stretches, [](const auto& stretch) { return stretch.from >= stretch.to; });
        return stretches;
    }

    /// Whether it took place in that time off already, at a time that it has still.
    [[nodiscard]] bool was_there(const Session& before, Date slot, const Away& away) const {
        const auto now = occurrence_at(after_, conflict::zone_named(zones_, after_.time_zone), slot);
        const auto& zone = conflict::zone_named(zones_, before.time_zone);
        const auto& clock = booked_.practice_zone != nullptr ? *booked_.practice_zone : zone;
        const InstantSpan off{std::max(clock.to_instant(away.span.from), now->start),
                              std::min(clock.to_instant(away.span.to), now->end)};
        if (off.from >= off.to) { return false; }
        return std::ranges::any_of(occurrences(before, zone, off), [&](const Occurrence& then) {
            return takes_time(then.status()) && date_of(then.local_start) == slot &&
                   then.professional().id == away.professional;
        });
    }

    /// What begins at one time is one: the longer.
    void join() {
        std::vector<Yield> joined;
        for (const auto& yield : after_.yields) {
            if (!joined.empty() && joined.back().to == yield.to && yield.span.from <= joined.back().span.to) {
                joined.back().span.to = std::max(joined.back().span.to, yield.span.to);
            } else {
                joined.push_back(yield);
            }
        }
        after_.yields = std::move(joined);
    }

    Session& after_;
    const Booked& booked_;
    const TimeZones& zones_;
    const YieldScope& scope_;
    Absences absences_;
};

}  // namespace

void leave_dates_away(Session& session, std::span<const Away> standing, const AwayClocks& clocks) {
    if (!session.is_series()) {
        session.yields.clear();
        session.away.clear();
        return;
    }
    Absences{session, standing, clocks}.apply();
}

bool yield_to_time_off(Session& after, const Booked& booked, const TimeZones& zones, const YieldScope& scope) {
    if (!after.is_series() || (booked.away.empty() && after.yields.empty())) {
        leave_dates_away(after, {}, {});
        return true;
    }
    return Decision{after, booked, zones, scope}.run();
}

std::optional<Refusal> is_away(const Session& session, Date slot) {
    const auto away = std::ranges::find(session.away, slot, &DateAway::date);
    if (away == session.away.end()) { return std::nullopt; }
    const auto id = to_string(OccurrenceId{session.number(), slot});
    return Refusal{RefusalKind::not_found, id + " does not take place: " + away->because,
                   "to have it all the same: practice session restore " + id + " `allow time-off`"};
}

std::vector<DateAway> newly_away(const Session& before, const Session& after) {
    std::vector<DateAway> dates;
    for (const auto& one : after.away) {
        if (std::ranges::find(before.away, one.date, &DateAway::date) == before.away.end()) { dates.push_back(one); }
    }
    return dates;
}

std::vector<Date> back_again(const Session& before, const Session& after) {
    std::vector<Date> dates;
    for (const auto& one : before.away) {
        if (after.recurrence && after.recurrence->occurs_on(one.date)) { dates.push_back(one.date); }
    }
    return dates;
}

}  // namespace practice
