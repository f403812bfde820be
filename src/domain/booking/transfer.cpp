// SPDX-License-Identifier: MIT
#include "practice/transfer.h"

#include <algorithm>

#include "domain/rescheduling/rescheduling_parts.h"
#include "practice/refusal.h"
#include "practice/rescheduling.h"
#include "practice/time_off.h"

namespace practice {
namespace {

/// More dates than these are not left behind one by one: all of the series stays.
constexpr std::size_t kMostDatesLeft = 60;

/// What the two kinds of transfer do differently.
class Side {
public:
    explicit Side(const TransferSubject& subject) : subject_{subject} {}

    [[nodiscard]] bool gives(const Session& session) const {
        const auto* professional = std::get_if<ProfessionalTransfer>(&subject_);
        return professional != nullptr ? session.professional.id == professional->from.id
                                       : session.room.id == std::get<RoomTransfer>(subject_).from.id;
    }
    [[nodiscard]] bool gives(const SlotChange& change) const {
        const auto* professional = std::get_if<ProfessionalTransfer>(&subject_);
        return professional != nullptr ? change.professional && change.professional->id == professional->from.id
                                       : change.room && change.room->id == std::get<RoomTransfer>(subject_).from.id;
    }
    [[nodiscard]] SessionEdit edit() const {
        SessionEdit edit;
        if (const auto* professional = std::get_if<ProfessionalTransfer>(&subject_)) {
            edit.professional = professional->to;
        } else {
            edit.room = std::get<RoomTransfer>(subject_).to;
        }
        return edit;
    }
    void keep(SlotChange& change) const {
        if (const auto* professional = std::get_if<ProfessionalTransfer>(&subject_)) {
            change.professional = professional->from;
        } else {
            change.room = std::get<RoomTransfer>(subject_).from;
        }
    }
    /// The session with nothing but what is new about it: all else it had before.
    [[nodiscard]] Session claims(Session session) const {
        const bool professional = std::holds_alternative<ProfessionalTransfer>(subject_);
        const auto bare = [&](auto& thing) {
            if (professional) {
                thing.room = RoomName{{}, {}, RoomKind::is_virtual, 1, {}};
            } else {
                thing.professional = ProfessionalName{};
            }
        };
        bare(session);
        session.clients.clear();
        for (auto& [slot, change] : session.changes) {
            if (professional ? change.room.has_value() : change.professional.has_value()) { bare(change); }
            change.clients.reset();
            change.attendance.clear();
        }
        session.attendance.clear();
        return session;
    }

private:
    const TransferSubject& subject_;
};

class Planner {
public:
    Planner(const TransferRequest& request, const Booked& booked, const TimeZones& zones, std::size_t most)
        : request_{request}, side_{request.subject}, booked_{booked}, zones_{zones} {
        // Conflicts refer into it: it must never grow past this.
        plan_.others.reserve(booked.sessions.size() + most);
        plan_.others.assign(booked.sessions.begin(), booked.sessions.end());
    }

    void take(Session session) {
        Transferred one;
        one.before = one.after = std::move(session);
        const bool any = side_.gives(one.before) ? hand_over(one) : hand_over_slots(one);
        if (!any) { return; }
        check(one);
        if (!one.left) { one.after = as_next_version(one.before, std::move(one.after), request_.now); }
        plan_.list.push_back(std::move(one));
    }

    TransferPlan finish() { return std::move(plan_); }

private:
    [[nodiscard]] const TimeZone& zone_of(const Session& session) const {
        return rescheduling::zone_named(zones_, session.time_zone);
    }

    [[nodiscard]] bool goes(const Occurrence& occurrence) const {
        return occurrence.start >= request_.since && !is_record(occurrence.status()) && occurrence.attendance().empty();
    }

    /// False when nothing of it is still to come.
    bool hand_over(Transferred& one) const {
        const auto& zone = zone_of(one.before);
        ChangeScope scope = Whole{};
        if (!one.before.is_series()) {
            if (!goes(*occurrence_at(one.before, zone, std::nullopt))) { return false; }
        } else {
            const auto slot = first_slot(one.before, zone);
            if (!slot) { return false; }
            scope = FromDate{*slot};
        }
        try {
            auto plan = plan_edit(one.before, scope, side_.edit(), zones_, request_.now);
            one.after = std::move(plan.after.value());
            one.continuation = std::move(plan.continuation);
        } catch (const Refusal& refusal) {
            // All of its dates from then on have been attended, missed or cancelled already.
            if (refusal.kind() != RefusalKind::misuse) { throw; }
            return false;
        }
        return one.after != one.before;
    }

    [[nodiscard]] std::optional<Date> first_slot(const Session& session, const TimeZone& zone) const {
        const auto booked = session.recurrence->booked();
        auto slot = booked.on_or_after(date_of(zone.to_local(request_.since)));
        if (slot && zone.to_instant(*slot + time_of_day(session.start)) < request_.since) {
            slot = booked.on_or_after(*slot + std::chrono::days{1});
        }
        return slot;
    }

    /// Of somebody else's series, the slots that were given to this one.
    bool hand_over_slots(Transferred& one) const {
        const auto& zone = zone_of(one.before);
        for (const auto& [slot, change] : one.before.changes) {
            const auto occurrence = occurrence_at(one.before, zone, slot);
            if (!occurrence || !side_.gives(change) || !goes(*occurrence)) { continue; }
            auto plan = plan_edit(one.after, OneSlot{slot}, side_.edit(), zones_, request_.now);
            one.after = std::move(plan.after.value());
            one.slots.push_back(slot);
        }
        return !one.slots.empty();
    }

    void check(Transferred& one) {
        auto& planned = one.continuation ? *one.continuation : one.after;
        YieldScope yields{&one.before, one.slots, !request_.policy.allows_time_off()};
        static_cast<void>(yield_to_time_off(planned, booked_, zones_, yields));
        auto claims = side_.claims(planned);
        claims.id = one.before.id;
        ConflictScope scope;
        if (!one.slots.empty()) { scope.only = one.slots; }
        scope.not_before = request_.since;
        const Booked booked{plan_.others, booked_.away, booked_.practice_zone};
        one.conflicts = find_conflicts(claims, booked, zones_, scope);
        scope.but = dates_back(one, planned);
        const bool allowed = allow_clashes(planned, one.conflicts, request_.policy);
        if (allowed) { claims.allowed = planned.allowed; }
        if (allowed || !scope.but.empty()) { one.conflicts = find_conflicts(claims, booked, zones_, scope); }
        if (!one.conflicts.none()) {
            if (!request_.policy.skips()) { return; }
            leave_clashing(one, planned);
            if (one.left) { return; }
        }
        auto accepted = leaving_out(planned, scope.but);
        accepted.id = one.before.id;
        plan_.others.push_back(std::move(accepted));
    }

    /// Dates on which the giving side was away: whether they take place is decided once all the others have gone over.
    [[nodiscard]] static std::vector<Date> dates_back(const Transferred& one, const Session& planned) {
        if (!planned.is_series()) { return {}; }
        auto back = back_again(one.before, planned);
        std::erase_if(back, [&](Date date) { return std::ranges::find(one.slots, date) != one.slots.end(); });
        return back;
    }

    void leave_clashing(Transferred& one, Session& planned) const {
        const auto& clashing = one.conflicts.slots;
        const bool all = !planned.is_series() || clashing.size() == static_cast<std::size_t>(one.conflicts.checked);
        if (all || one.conflicts.endless || clashing.size() > kMostDatesLeft) {
            one.left = true;
            one.after = one.before;
            one.continuation.reset();
            return;
        }
        one.stayed = clashing;
        for (const auto slot : clashing) {
            if (one.slots.empty()) {
                side_.keep(planned.changes[slot]);
            } else {
                planned = with_slot_of(one.before, std::move(planned), slot);
            }
        }
    }

    const TransferRequest& request_;
    Side side_;
    const Booked& booked_;
    const TimeZones& zones_;
    TransferPlan plan_;
};

}  // namespace

bool TransferPlan::clashes() const {
    return std::ranges::any_of(list, [](const Transferred& one) { return !one.conflicts.none(); });
}

bool TransferPlan::clashes_endlessly() const {
    return std::ranges::any_of(list, [](const Transferred& one) { return one.conflicts.endless; });
}

TransferPlan plan_transfer(std::vector<Session> sessions, const TransferRequest& request, const Booked& booked,
                           const TimeZones& zones) {
    Planner planner{request, booked, zones, sessions.size()};
    for (auto& session : sessions) { planner.take(std::move(session)); }
    return planner.finish();
}

}  // namespace practice
