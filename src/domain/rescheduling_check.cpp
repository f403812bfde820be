// SPDX-License-Identifier: MIT
// Which occurrences have to be free after a change: those that take time now and did not take the same time,
// with the same people, in the same room, before. An occurrence that stands as it stood is never asked about:
// a clash that was allowed once does not come back with a new note.
#include <algorithm>
#include <set>

#include "rescheduling_parts.h"

namespace practice {
namespace {

using rescheduling::zone_named;

/// Two lists of clients, the order and those who have cancelled for themselves aside.
std::vector<ClientId> present(const std::vector<ClientName>& clients, const std::vector<Attendance>& attendance) {
    std::vector<ClientId> ids;
    for (const auto& client : clients) {
        const auto own = std::ranges::find(attendance, client.id, &Attendance::client);
        if (own == attendance.end() || takes_time(own->status)) { ids.push_back(client.id); }
    }
    std::ranges::sort(ids);
    return ids;
}

bool same_claims(const Occurrence& a, const Occurrence& b) {
    return a.span() == b.span() && a.professional().id == b.professional().id && a.room().id == b.room().id &&
           present(a.clients(), a.attendance()) == present(b.clients(), b.attendance());
}

/// Whether the session had an occurrence with the same claims, wherever its slot.
bool stood(const Session& before, const TimeZone& zone, const Occurrence& now) {
    const auto had = [&](const Occurrence& then) { return takes_time(then.status()) && same_claims(then, now); };
    return std::ranges::any_of(occurrences(before, zone, now.span()), had);
}

bool same_series_level(const Session& a, const Session& b) {
    return time_of_day(a.start) == time_of_day(b.start) && a.length == b.length && a.time_zone == b.time_zone &&
           a.professional.id == b.professional.id && a.room.id == b.room.id &&
           present(a.clients, {}) == present(b.clients, {});
}

class Comparison {
public:
    Comparison(const Session& before, const Session& after, const TimeZones& zones)
        : before_{before},
          after_{after},
          zone_before_{zone_named(zones, before.time_zone)},
          zone_after_{zone_named(zones, after.time_zone)} {}

    std::optional<FreeCheck> run() {
        if (!after_.is_series()) {
            const auto only = occurrence_at(after_, zone_after_, std::nullopt);
            if (!takes_time(only->status()) || stood(before_, zone_before_, *only)) { return std::nullopt; }
            return FreeCheck{after_, {}, {}};
        }
        if (!before_.is_series() || !same_series_level(before_, after_)) { return all_but_what_stood(); }
        return only_what_is_new();
    }

private:
    [[nodiscard]] bool is_new(Date slot) const {
        const auto occurrence = occurrence_at(after_, zone_after_, slot);
        return occurrence && takes_time(occurrence->status()) && !stood(before_, zone_before_, *occurrence);
    }

    /// The slots of `after` that stand where a slot with a change of its own stood before.
    [[nodiscard]] std::set<Date> taking_over() const {
        std::set<Date> slots;
        for (const auto& [slot, change] : before_.changes) {
            const auto then = occurrence_at(before_, zone_before_, slot);
            if (!then || !takes_time(then->status())) { continue; }
            for (const auto& now : occurrences(after_, zone_after_, then->span())) {
                if (same_claims(*then, now)) { slots.insert(*now.slot); }
            }
        }
        return slots;
    }

    /// As a series that leaves the others out, so that the check still sees that it goes on for ever.
    [[nodiscard]] std::optional<FreeCheck> all_but_what_stood() const {
        std::vector<Date> stood_slots;
        if (!before_.is_series()) {
            const auto slot = after_.recurrence->first();
            if (slot && !is_new(*slot)) { stood_slots.push_back(*slot); }
        }
        for (const auto& [slot, change] : after_.changes) {
            if (!is_new(slot)) { stood_slots.push_back(slot); }
        }
        if (before_.is_series()) {
            const auto taken = taking_over();
            stood_slots.insert(stood_slots.end(), taken.begin(), taken.end());
        }
        auto planned = leaving_out(after_, stood_slots);
        if (!planned.recurrence->first()) { return std::nullopt; }
        return FreeCheck{std::move(planned), {}, {}};
    }

    [[nodiscard]] std::optional<FreeCheck> only_what_is_new() const {
        std::vector<Date> slots;
        for (const auto& [slot, change] : after_.changes) {
            if (is_new(slot)) { slots.push_back(slot); }
        }
        // What a slot had of its own before, it may have lost.
        for (const auto& [slot, change] : before_.changes) {
            if (!after_.changes.contains(slot) && is_new(slot)) { slots.push_back(slot); }
        }
        if (*after_.recurrence != *before_.recurrence) { add_new_dates(slots); }
        if (slots.empty()) { return std::nullopt; }
        std::ranges::sort(slots);
        slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
        auto others = leaving_out(after_, slots);
        return FreeCheck{after_, {std::move(slots), {}}, std::move(others)};
    }

    void add_new_dates(std::vector<Date>& slots) const {
        const auto first = after_.recurrence->first();
        if (!first) { return; }
        const auto end = std::min(*first + std::chrono::days{366} * kConflictHorizon.count(), kLastDate);
        const auto taken = taking_over();
        SlotCursor old{*before_.recurrence, *first, end};
        auto had = old.next();
        after_.recurrence->each(*first, end, [&](Date slot) {
            while (had && *had < slot) { had = old.next(); }
            if (had != slot && !after_.changes.contains(slot) && !taken.contains(slot)) { slots.push_back(slot); }
            return true;
        });
    }

    const Session& before_;
    const Session& after_;
    const TimeZone& zone_before_;
    const TimeZone& zone_after_;
};

}  // namespace

std::optional<FreeCheck> what_to_check(const Session& before, const Session& after, const TimeZones& zones) {
    return Comparison{before, after, zones}.run();
}

Session leaving_out(Session after, const std::vector<Date>& slots) {
    if (slots.empty()) { return after; }
    auto excluded = after.recurrence->excluded();
    for (const auto slot : slots) {
        if (after.recurrence->occurs_on(slot)) { excluded.push_back(slot); }
        after.changes.erase(slot);
    }
    after.recurrence = rescheduling::with_dates(*after.recurrence, std::move(excluded), after.recurrence->added());
    return after;
}

Session with_slot_of(const Session& before, Session after, Date slot) {
    const auto change = before.changes.find(slot);
    if (change == before.changes.end()) {
        after.changes.erase(slot);
    } else {
        after.changes.insert_or_assign(slot, change->second);
    }
    if (before.recurrence->occurs_on(slot) || !after.recurrence->occurs_on(slot)) { return after; }
    return leaving_out(std::move(after), {slot});
}

}  // namespace practice
