// SPDX-License-Identifier: MIT
// Which claims of which occurrences a check asks about. What is asked of each kind of claim (professional, clients,
// room) may differ from slot to slot; a session in which the other claims are taken away says it all at once.
#include <algorithm>
#include <iterator>

#include "rescheduling_parts.h"

namespace practice {
namespace {

using ByKind = std::array<std::optional<ConflictScope>, 3>;

const std::optional<ConflictScope>& scope_of(const ByKind& by_kind, ClashKind kind) {
    return by_kind.at(static_cast<std::size_t>(kind));
}

/// Asks about all slots but some.
bool is_wide(const std::optional<ConflictScope>& scope) {
    return scope && !scope->only;
}

const RoomName& no_room() {
    static const RoomName room{{}, {}, RoomKind::is_virtual, 1, {}};
    return room;
}

void take_away(Session& session, ClashKind kind) {
    switch (kind) {
        case ClashKind::professional: session.professional = {}; return;
        case ClashKind::room: session.room = no_room(); return;
        case ClashKind::client: session.clients.clear(); return;
    }
}

void take_away(SlotChange& change, ClashKind kind) {
    switch (kind) {
        case ClashKind::professional: change.professional = ProfessionalName{}; return;
        case ClashKind::room: change.room = no_room(); return;
        case ClashKind::client: change.clients.emplace(); return;
    }
}

/// The slot has its claim, whatever its series has now.
void keep(SlotChange& change, const Session& whole, Date slot, ClashKind kind) {
    const auto own = whole.changes.find(slot);
    const auto value = [&](auto SlotChange::*field, const auto& usual) {
        return own != whole.changes.end() && (own->second.*field) ? *(own->second.*field) : usual;
    };
    switch (kind) {
        case ClashKind::professional:
            change.professional = value(&SlotChange::professional, whole.professional);
            return;
        case ClashKind::room: change.room = value(&SlotChange::room, whole.room); return;
        case ClashKind::client: change.clients = value(&SlotChange::clients, whole.clients); return;
    }
}

/// `whole` with the claims of this kind in some slots only: in all but `slots`, or (`others`) in these alone.
void claim_in(Session& session, const Session& whole, ClashKind kind, bool others, const std::vector<Date>& slots) {
    if (!others) {
        for (const auto slot : slots) {
            if (whole.recurrence->occurs_on(slot)) { take_away(session.changes[slot], kind); }
        }
        return;
    }
    take_away(session, kind);
    for (auto& [slot, change] : session.changes) { take_away(change, kind); }
    for (const auto slot : slots) {
        if (whole.recurrence->occurs_on(slot)) { keep(session.changes[slot], whole, slot, kind); }
    }
}

void append_sorted(std::vector<Date>& to, const std::vector<Date>& dates) {
    to.insert(to.end(), dates.begin(), dates.end());
    std::ranges::sort(to);
    to.erase(std::unique(to.begin(), to.end()), to.end());
}

/// The slots in which any kind is asked about.
ConflictScope any_of(const ByKind& by_kind) {
    ConflictScope all;
    std::vector<Date> named;
    bool wide = false;
    for (const auto& scope : by_kind) {
        if (scope && scope->only) { named.insert(named.end(), scope->only->begin(), scope->only->end()); }
        if (!is_wide(scope)) { continue; }
        std::vector<Date> in_both;
        std::ranges::set_intersection(wide ? all.but : scope->but, scope->but, std::back_inserter(in_both));
        all.but = std::move(in_both);
        wide = true;
    }
    std::ranges::sort(named);
    named.erase(std::unique(named.begin(), named.end()), named.end());
    if (!wide) {
        all.only = std::move(named);
    } else {
        std::erase_if(all.but, [&](Date slot) { return std::ranges::binary_search(named, slot); });
    }
    return all;
}

/// `after` with the claims that are asked about.
Session asked_about(const Session& after, const ByKind& by_kind, const ConflictScope& any) {
    Session planned = after;
    for (const auto kind : kClashKinds) {
        const auto& scope = scope_of(by_kind, kind);
        if (!after.is_series()) {
            if (!scope) { take_away(planned, kind); }
        } else if (!is_wide(scope)) {
            claim_in(planned, after, kind, true, scope ? *scope->only : std::vector<Date>{});
        } else {
            auto not_asked = scope->but;  // as `any` is as wide, what it leaves out is looked at by no kind
            std::erase_if(not_asked, [&](Date slot) { return std::ranges::binary_search(any.but, slot); });
            claim_in(planned, after, kind, false, not_asked);
        }
    }
    return planned;
}

}  // namespace

namespace rescheduling {

Session claims_only(Session session, ClashKind kind) {
    for (const auto other : kClashKinds) {
        if (other == kind) { continue; }
        take_away(session, other);
        for (auto& [slot, change] : session.changes) { take_away(change, other); }
    }
    return session;
}

std::optional<FreeCheck> check_of(const Session& after, ByKind by_kind) {
    const bool none = std::ranges::none_of(by_kind, [](const auto& scope) { return scope.has_value(); });
    if (none) { return std::nullopt; }
    if (by_kind[0] == by_kind[1] && by_kind[1] == by_kind[2]) {
        auto scope = *by_kind[0];
        return FreeCheck{after, std::move(scope), std::move(by_kind)};
    }
    auto any = after.is_series() ? any_of(by_kind) : ConflictScope{};
    auto planned = asked_about(after, by_kind, any);
    return FreeCheck{std::move(planned), std::move(any), std::move(by_kind)};
}

}  // namespace rescheduling

Conflicts with_own_clashes(Conflicts found, const Session& after, const FreeCheck& check, const TimeZones& zones) {
    const auto& kinds = check.by_kind;
    // Asked alike, nothing was taken away from any date, and they have been compared.
    if (!after.is_series() || (kinds[0] == kinds[1] && kinds[1] == kinds[2])) { return found; }
    for (auto* list : {&found.clashes, &found.allowed}) {
        std::erase_if(*list, [](const Clash& clash) { return clash.itself.has_value(); });
    }
    for (const auto kind : kClashKinds) {
        const auto& scope = scope_of(kinds, kind);
        if (!scope) { continue; }
        const auto own = find_conflicts(rescheduling::claims_only(after, kind), {}, zones, *scope);
        found.clashes.insert(found.clashes.end(), own.clashes.begin(), own.clashes.end());
        found.allowed.insert(found.allowed.end(), own.allowed.begin(), own.allowed.end());
        append_sorted(found.slots, own.slots);
        append_sorted(found.allowed_slots, own.allowed_slots);
        found.endless = found.endless || own.endless;
    }
    return found;
}

std::optional<Session> what_stays(const Session& after, const FreeCheck& check) {
    const auto all = [](const auto& scope) { return scope && !scope->only && scope->but.empty(); };
    if (std::ranges::all_of(check.by_kind, all)) { return std::nullopt; }
    Session rest = after;
    for (const auto kind : kClashKinds) {
        const auto& scope = scope_of(check.by_kind, kind);
        if (!scope) { continue; }
        if (!after.is_series()) {
            take_away(rest, kind);
        } else if (is_wide(scope)) {
            claim_in(rest, after, kind, true, scope->but);
        } else {
            claim_in(rest, after, kind, false, *scope->only);
        }
    }
    return rest;
}

}  // namespace practice
