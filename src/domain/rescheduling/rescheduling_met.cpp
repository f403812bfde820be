// SPDX-License-Identifier: MIT
// A clash is no news when the same occurrence had it before the change: with the same partner, over the same kind of
// thing, on the same date, at a time that it shares with the new one. Time off, or a smaller room, that came after the
// booking is no reason to refuse a shorter session.
#include <algorithm>
#include <set>

#include "rescheduling_parts.h"

namespace practice {
namespace {

using rescheduling::zone_named;

/// A date of a series, or of a single session nothing.
using Slot = std::optional<Date>;

bool asks_about(const ConflictScope& scope, Slot slot) {
    if (!slot) { return true; }
    return scope.only ? std::ranges::binary_search(*scope.only, *slot) : !std::ranges::binary_search(scope.but, *slot);
}

/// Nullopt: nothing is asked any more.
std::optional<ConflictScope> asking_less(ConflictScope scope, Slot slot) {
    if (!slot) { return std::nullopt; }
    if (scope.only) {
        std::erase(*scope.only, *slot);
        return scope.only->empty() ? std::nullopt : std::optional{scope};
    }
    scope.but.insert(std::ranges::lower_bound(scope.but, *slot), *slot);
    return scope;
}

/// The sessions that were found to be in the way, or would be without a permission.
std::vector<const Session*> partners_in(const Conflicts& found) {
    std::set<const Session*> partners;
    for (const auto& clash : found.with_allowed().clashes) { partners.insert(clash.with); }
    partners.erase(nullptr);
    return {partners.begin(), partners.end()};
}

bool is_met(const Clash& clash, const std::vector<Clash>& before) {
    return std::ranges::any_of(before, [&](const Clash& old) { return old.pair.covers(clash.pair); });
}

/// Of one kind of clash.
class NewlyMet {
public:
    NewlyMet(const Session& before, const Session& after, ClashKind kind, const std::vector<const Session*>& partners,
             const Booked& then, const TimeZones& zones)
        : before_{rescheduling::claims_only(before, kind)},
          after_{rescheduling::claims_only(after, kind)},
          then_{then},
          now_{{}, then.away, then.practice_zone, partners},
          zones_{zones} {}

    /// What is to be asked of `scope` all the same.
    [[nodiscard]] std::optional<ConflictScope> of(std::optional<ConflictScope> scope, const Conflicts& found) const {
        if (before_.is_series() && !after_.is_series()) { return scope; }
        const auto slots = with_a_former(found.slots, *scope);
        if (slots.empty()) { return scope; }
        const auto now = find_conflicts(after_, now_, zones_, only(slots));
        const auto had = find_conflicts(before_, then_, zones_, only_before(slots)).with_allowed();
        // One partner, and the same before: no date has another one.
        const bool one = now.clashes.size() == 1 && had.clashes.size() == 1 && is_met(now.clashes.front(), had.clashes);
        for (const auto slot : slots) {
            const auto date = slot.value_or(date_of(after_.start));
            if (!scope || !std::ranges::binary_search(now.slots, date)) { continue; }
            if (one ? std::ranges::binary_search(had.slots, before_.is_series() ? date : date_of(before_.start))
                    : all_met(slot)) {
                scope = asking_less(std::move(*scope), slot);
            }
        }
        return scope;
    }

private:
    using Slots = std::vector<Slot>;

    static ConflictScope only(const Slots& slots) {
        ConflictScope scope;
        if (!slots.front()) { return scope; }
        scope.only.emplace();
        for (const auto slot : slots) { scope.only->push_back(*slot); }
        return scope;
    }
    [[nodiscard]] ConflictScope only_before(const Slots& slots) const {
        return before_.is_series() ? only(slots) : ConflictScope{};
    }

    /// Those that took place before on the same date, at a time that they share with the new one. Another time is asked
    /// about anew.
    [[nodiscard]] Slots with_a_former(const std::vector<Date>& clashing, const ConflictScope& scope) const {
        Slots slots;
        if (!after_.is_series()) {
            slots.emplace_back();
        } else {
            slots.assign(clashing.begin(), clashing.end());
        }
        std::erase_if(slots, [&](Slot slot) { return !asks_about(scope, slot) || !has_a_former(slot); });
        return slots;
    }

    [[nodiscard]] bool has_a_former(Slot slot) const {
        const auto then =
            occurrence_at(before_, zone_named(zones_, before_.time_zone), before_.is_series() ? slot : std::nullopt);
        const auto now = occurrence_at(after_, zone_named(zones_, after_.time_zone), slot);
        if (!then || !now || date_of(then->local_start) != date_of(now->local_start)) { return false; }
        return then->start < now->end && now->start < then->end;
    }

    [[nodiscard]] bool all_met(Slot slot) const {
        const auto had = find_conflicts(before_, then_, zones_, only_before({slot})).with_allowed().clashes;
        return std::ranges::all_of(find_conflicts(after_, now_, zones_, only(Slots{slot})).clashes,
                                   [&](const Clash& clash) { return is_met(clash, had); });
    }

    Session before_;
    Session after_;
    const Booked& then_;
    Booked now_;
    const TimeZones& zones_;
};

}  // namespace

std::optional<FreeCheck> what_is_newly_met(const Session& before, const Session& after, const FreeCheck& check,
                                           const Conflicts& found, const Booked& then, const TimeZones& zones) {
    if (found.none()) { return check; }
    const auto partners = partners_in(found);
    auto by_kind = check.by_kind;
    for (const auto kind : kClashKinds) {
        auto& scope = by_kind.at(static_cast<std::size_t>(kind));
        const bool clashes = std::ranges::any_of(found.clashes, [&](const Clash& one) { return one.kind == kind; });
        if (scope && clashes) {
            scope = NewlyMet{before, after, kind, partners, then, zones}.of(std::move(scope), found);
        }
    }
    if (by_kind == check.by_kind) { return check; }
    return rescheduling::check_of(after, std::move(by_kind));
}

}  // namespace practice
