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
        plan_.others.reserve(booked.sessions.size() + 2 * most);
        plan_.others.assign(booked.sessions.begin(), booked.sessions.end());
    }

    void take(Session session) {
        Transferred one;
        one.before = one.after = std::move(session);
        const bool any = side_.gives(one.before) ? hand_over(one) : hand_over_slots(one);
        if (!any) { return; }
        check(one);
        if (one.continuation && !one.moved_on.empty()) { check_moved_on(one); }
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
        const auto& before = one.before;
        if (!before.is_series() && !goes(*occurrence_at(before, zone_of(before), std::nullopt))) { return false; }
        try {
            auto plan = before.is_series() ? handed_over(before)
                                           : plan_edit(before, Whole{}, side_.edit(), zones_, request_.now);
            one.after = std::move(plan.after.value());
            one.continuation = std::move(plan.continuation);
            one.moved_on = std::move(plan.moved_on);
            one.moved_before = moved_before(before, plan.kept);
        } catch (const Refusal& refusal) {
            // All of its dates from then on have been attended, missed or cancelled already.
            if (refusal.kind() != RefusalKind::misuse) { throw; }
            return false;
        }
        return one.after != one.before;
    }

    [[nodiscard]] ChangePlan handed_over(const Session& series) const {
        const auto booked = rescheduling::as_booked(series);
        const auto border = rescheduling::border_since(booked, kFirstDate, request_.since, zones_, request_.now);
        if (!border.split && border.moved_on.empty()) { return {series, {}, {}, {}}; }
        return rescheduling::edit_behind(booked, border, side_.edit(), zones_, request_.now);
    }

    /// Of what stays: what was moved there, and is no record.
    [[nodiscard]] std::vector<Date> moved_before(const Session& before, std::vector<Date> kept) const {
        std::erase_if(kept, [&](Date slot) {
            const auto occurrence = occurrence_at(before, zone_of(before), slot);
            return !occurrence || is_kept_record(*occurrence, request_.now);
        });
        return kept;
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

    /// What goes along of the part that stays.
    void check_moved_on(Transferred& one) {
        auto claims = side_.claims(one.after);
        ConflictScope scope;
        scope.only = one.moved_on;
        const Booked booked{plan_.others, booked_.away, booked_.practice_zone};
        auto found = find_conflicts(claims, booked, zones_, scope);
        if (allow_clashes(one.after, found, request_.policy)) {
            claims.allowed = one.after.allowed;
            found = find_conflicts(claims, booked, zones_, scope);
        }
        for (const auto slot : found.slots) {
            if (!request_.policy.skips()) { break; }
            one.after = with_slot_of(one.before, std::move(one.after), slot);
            one.stayed.push_back(slot);
        }
        std::ranges::sort(one.stayed);
        auto accepted = leaving_out(one.after, found.slots);
        plan_.others.push_back(std::move(accepted));
        auto& all = one.conflicts;
        all.clashes.insert(all.clashes.end(), found.clashes.begin(), found.clashes.end());
        all.allowed.insert(all.allowed.end(), found.allowed.begin(), found.allowed.end());
        all.slots.insert(all.slots.end(), found.slots.begin(), found.slots.end());
        std::ranges::sort(all.slots);
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
