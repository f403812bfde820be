// SPDX-License-Identifier: MIT
#include "practice/standing.h"

#include <utility>

namespace practice {

std::vector<Occurrence> standing_from(const Session& session, const TimeZone& zone, Instant from, std::size_t most) {
    std::vector<Occurrence> found;
    const auto keep = [&](const std::optional<Occurrence>& occurrence) {
        const bool stands = occurrence && takes_time(occurrence->status()) && occurrence->start >= from;
        if (stands) { found.push_back(*occurrence); }
        return stands;
    };
    if (!session.is_series()) {
        if (most > 0) { keep(occurrence_at(session, zone, std::nullopt)); }
        return found;
    }
    // Those without a change come in the order of their slots; any of the others may be before or among them.
    for (const auto& [slot, change] : session.changes) { keep(occurrence_at(session, zone, slot)); }
    std::size_t unchanged = 0;
    const auto near = date_of(zone.to_local(from)) - std::chrono::days{1};
    session.recurrence->each(near, kLastDate + std::chrono::days{1}, [&](Date slot) {
        if (unchanged == most) { return false; }
        if (!session.changes.contains(slot) && keep(occurrence_at(session, zone, slot))) { ++unchanged; }
        return true;
    });
    sort_by_start(found);
    if (found.size() > most) { found.resize(most); }
    return found;
}

namespace {

const SlotChange* change_of(const Session& series, Date slot) {
    const auto change = series.changes.find(slot);
    return change == series.changes.end() ? nullptr : &change->second;
}

/// Of those that were not moved.
std::optional<Date> first_standing(const Session& series, const Recurrence& among, Date from) {
    std::optional<Date> found;
    among.each(from, kLastDate + std::chrono::days{1}, [&](Date slot) {
        const auto* change = change_of(series, slot);
        if (change == nullptr || (takes_time(change->status) && !change->start)) { found = slot; }
        return !found;
    });
    return found;
}

}  // namespace

std::optional<Occurrence> first_told(const Session& series, const TimeZone& zone, Date from) {
    const auto& own = *series.recurrence;
    Recurrence by_rule{own.anchor(), own.rule(), own.excluded()};
    by_rule.set_away(own.away());
    for (const Recurrence* among : {&std::as_const(by_rule), &own}) {
        std::optional<Occurrence> found;
        const auto offer = [&](Date slot) {
            const auto one = occurrence_at(series, zone, slot);
            const bool stands = one && takes_time(one->status()) && date_of(one->local_start) >= from;
            if (stands && (!found || one->start < found->start)) { found = one; }
        };
        if (const auto slot = first_standing(series, *among, from)) { offer(*slot); }
        for (const auto& [slot, change] : series.changes) {
            if (change.start && among->occurs_on(slot)) { offer(slot); }
        }
        if (found) { return found; }
    }
    return std::nullopt;
}

std::optional<Date> last_standing(const Session& series) {
    std::optional<Date> last;
    series.recurrence->each(kFirstDate, kLastDate + std::chrono::days{1}, [&](Date slot) {
        const auto* change = change_of(series, slot);
        if (change != nullptr && !takes_time(change->status)) { return true; }
        const auto date = change != nullptr && change->start ? date_of(*change->start) : slot;
        if (!last || date > *last) { last = date; }
        return true;
    });
    return last;
}

}  // namespace practice
