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

/// Whether `then` claimed whatever `now` claims of this kind.
bool claimed(const Occurrence& then, const Occurrence& now, ClashKind kind) {
    if (then.span() != now.span()) { return false; }
    switch (kind) {
        case ClashKind::professional: return then.professional().id == now.professional().id;
        case ClashKind::room: return then.room().id == now.room().id;
        case ClashKind::client:
            return std::ranges::includes(present(then.clients(), then.attendance()),
                                         present(now.clients(), now.attendance()));
    }
    return false;
}

/// The slots of occurrences that claim what `one` claims.
using Slots = std::vector<std::optional<Date>>;

Slots slots_like(const Session& session, const TimeZone& zone, const Occurrence& one, ClashKind kind) {
    Slots slots;
    for (const auto& other : occurrences(session, zone, one.span())) {
        if (takes_time(other.status()) && claimed(other, one, kind)) { slots.push_back(other.slot); }
    }
    std::ranges::sort(slots);
    return slots;
}

/// Those in one that are not in the other, whichever they are: two occurrences at one time need two before them.
void drop_common(Slots& a, Slots& b) {
    const auto all = a;
    std::erase_if(a, [&](const auto& slot) { return std::ranges::binary_search(b, slot); });
    std::erase_if(b, [&](const auto& slot) { return std::ranges::binary_search(all, slot); });
}

bool claimed_by_series(const Session& then, const Session& now, ClashKind kind) {
    const bool same_time = time_of_day(then.start) == time_of_day(now.start) && then.length == now.length &&
                           then.time_zone == now.time_zone;
    if (!same_time) { return false; }
    switch (kind) {
        case ClashKind::professional: return then.professional.id == now.professional.id;
        case ClashKind::room: return then.room.id == now.room.id;
        case ClashKind::client: return std::ranges::includes(present(then.clients, {}), present(now.clients, {}));
    }
    return false;
}

/// Of one kind: what it claims now that it did not claim before.
class Comparison {
public:
    Comparison(const Session& before, const Session& after, const TimeZones& zones, const Session* beside,
               ClashKind kind)
        : kind_{kind},
          before_{before},
          after_{after},
          beside_{beside},
          zone_before_{zone_named(zones, before.time_zone)},
          zone_after_{zone_named(zones, after.time_zone)},
          zone_beside_{zone_named(zones, beside != nullptr ? beside->time_zone : after.time_zone)} {}

    std::optional<ConflictScope> run() {
        if (!after_.is_series()) {
            const auto only = occurrence_at(after_, zone_after_, std::nullopt);
            if (!takes_time(only->status()) || stood(*only)) { return std::nullopt; }
            return ConflictScope{};
        }
        if (!before_.is_series() || !claimed_by_series(before_, after_, kind_)) { return all_but_what_stood(); }
        return only_what_is_new();
    }

private:
    /// Whether it stands as one of the occurrences before did: the same slot, or one that is elsewhere now. Of several
    /// that stand alike now, no more than stood so before.
    [[nodiscard]] bool stood(const Occurrence& now) const {
        auto then = slots_like(before_, zone_before_, now, kind_);
        if (then.empty()) { return false; }
        std::size_t gone = 0;
        if (beside_ != nullptr) {
            auto there = slots_like(*beside_, zone_beside_, now, kind_);
            drop_common(then, there);
            gone = there.size();
        }
        if (std::ranges::binary_search(then, now.slot)) { return true; }
        auto alike = slots_like(after_, zone_after_, now, kind_);
        drop_common(then, alike);
        const auto place = std::ranges::lower_bound(alike, now.slot) - alike.begin();
        return gone + static_cast<std::size_t>(place) < then.size();
    }

    [[nodiscard]] bool is_new(Date slot) const {
        const auto occurrence = occurrence_at(after_, zone_after_, slot);
        return occurrence && takes_time(occurrence->status()) && !stood(*occurrence);
    }

    /// The slots of `after` that stand where a slot with a change of its own stood before.
    [[nodiscard]] std::set<Date> taking_over() const {
        std::set<Date> slots;
        for (const auto& [slot, change] : before_.changes) {
            const auto then = occurrence_at(before_, zone_before_, slot);
            if (!then || !takes_time(then->status())) { continue; }
            for (const auto& now : occurrences(after_, zone_after_, then->span())) {
                if (takes_time(now.status()) && claimed(*then, now, kind_) && stood(now)) { slots.insert(*now.slot); }
            }
        }
        return slots;
    }

    [[nodiscard]] std::optional<ConflictScope> all_but_what_stood() const {
        std::set<Date> but;
        if (before_.is_series()) {
            but = taking_over();
        } else {
            const auto slot = after_.recurrence->on_or_after(date_of(before_.start));
            if (slot && !is_new(*slot)) { but.insert(*slot); }
        }
        for (const auto& [slot, change] : after_.changes) {
            if (!is_new(slot)) { but.insert(slot); }
        }
        ConflictScope scope;
        scope.but.assign(but.begin(), but.end());
        if (!leaving_out(after_, scope.but).recurrence->first()) { return std::nullopt; }
        return scope;
    }

    [[nodiscard]] std::optional<ConflictScope> only_what_is_new() const {
        std::vector<Date> slots;
        for (const auto& [slot, change] : after_.changes) {
            if (is_new(slot)) { slots.push_back(slot); }
        }
        // What a slot had of its own before, it may have lost.
        for (const auto& [slot, change] : before_.changes) {
            if (!after_.changes.contains(slot) && is_new(slot)) { slots.push_back(slot); }
        }
        const bool other_dates =
            *after_.recurrence != *before_.recurrence || after_.recurrence->away() != before_.recurrence->away();
        if (beside_ != nullptr || other_dates) { add_new_dates(slots); }
        if (slots.empty()) { return std::nullopt; }
        std::ranges::sort(slots);
        slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
        ConflictScope scope;
        const auto first = after_.recurrence->first();
        if (after_.recurrence->never_ends() && first && slots.back() > *first + kConflictHorizon / 2) {
            scope.but = all_but(slots);
        } else {
            scope.only = std::move(slots);
        }
        return scope;
    }

    /// Named so, the new dates of a series that never ends are seen to go on for ever.
    [[nodiscard]] std::vector<Date> all_but(const std::vector<Date>& slots) const {
        std::vector<Date> others;
        const auto first = *after_.recurrence->first();
        after_.recurrence->each(first, horizon_from(first), [&](Date slot) {
            if (!std::ranges::binary_search(slots, slot)) { others.push_back(slot); }
            return true;
        });
        return others;
    }

    static Date horizon_from(Date first) {
        return std::min(first + std::chrono::days{366} * kConflictHorizon.count(), kLastDate);
    }

    void add_new_dates(std::vector<Date>& slots) const {
        const auto first = after_.recurrence->first();
        if (!first) { return; }
        const auto end = horizon_from(*first);
        const auto taken = taking_over();
        SlotCursor old{*before_.recurrence, *first, end};
        auto had = old.next();
        after_.recurrence->each(*first, end, [&](Date slot) {
            while (had && *had < slot) { had = old.next(); }
            if (after_.changes.contains(slot) || taken.contains(slot)) { return true; }
            const bool is_elsewhere =
                beside_ != nullptr && beside_->is_series() && beside_->recurrence->occurs_on(slot);
            if (had != slot || (is_elsewhere && is_new(slot))) { slots.push_back(slot); }
            return true;
        });
    }

    const ClashKind kind_;
    const Session& before_;
    const Session& after_;
    const Session* beside_;
    const TimeZone& zone_before_;
    const TimeZone& zone_after_;
    const TimeZone& zone_beside_;
};

}  // namespace

std::optional<FreeCheck> what_to_check(const Session& before, const Session& after, const TimeZones& zones,
                                       const Session* beside) {
    std::array<std::optional<ConflictScope>, 3> by_kind;
    for (const auto kind : kClashKinds) {
        by_kind.at(static_cast<std::size_t>(kind)) = Comparison{before, after, zones, beside, kind}.run();
    }
    return rescheduling::check_of(after, std::move(by_kind));
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

Session without_clashing(const Session& before, Session after, const std::vector<Date>& slots) {
    std::vector<Date> out;
    for (const auto slot : slots) {
        const auto was = before.changes.find(slot);
        if (was != before.changes.end() && !takes_time(was->second.status)) {
            after.changes.insert_or_assign(slot, was->second);
        } else {
            out.push_back(slot);
        }
    }
    return leaving_out(std::move(after), out);
}

std::vector<Date> own_changes_among(const Session& before, const Session& after, const std::vector<Date>& slots) {
    std::vector<Date> own;
    std::ranges::copy_if(slots, std::back_inserter(own), [&](Date slot) {
        const auto was = before.changes.find(slot);
        const bool stays = was != before.changes.end() && !takes_time(was->second.status);
        const auto is = after.changes.find(slot);
        return !stays && is != after.changes.end() && is->second != SlotChange{};
    });
    return own;
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
