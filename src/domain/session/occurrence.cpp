// SPDX-License-Identifier: MIT
#include "practice/occurrence.h"

#include <algorithm>
#include <tuple>

namespace practice {
namespace {

using std::chrono::days;
using std::chrono::seconds;

/// The wall-clock date of an instant, kept within the calendar (a window may be open-ended).
Date local_date(const TimeZone& zone, Instant instant) {
    const Instant first{kFirstDate.time_since_epoch()};
    const Instant last{kLastDate.time_since_epoch()};
    return date_of(zone.to_local(std::clamp(instant, first, last)));
}

Occurrence made(const Session& session, const TimeZone& zone, std::optional<Date> slot, const SlotChange* change,
                Instant start) {
    const Length length = change != nullptr && change->length ? *change->length : session.length;
    const auto offset = zone.offset_at(start);
    const auto end = start + length;
    return {&session,           slot, change, start, end, LocalTime{start.time_since_epoch() + offset}, offset,
            zone.offset_at(end)};
}

/// Makes the occurrences of ascending slots.
class Maker {
public:
    Maker(const Session& session, const TimeZone& zone)
        : session_{session}, zone_{zone}, cursor_{zone}, time_{time_of_day(session.start)} {}

    Occurrence at(Date slot) {
        const auto found = session_.changes.find(slot);
        return at(slot, found == session_.changes.end() ? nullptr : &found->second);
    }
    Occurrence at(Date slot, const SlotChange* change) {
        const bool moved = change != nullptr && change->start;
        const Instant start = moved ? zone_.to_instant(*change->start) : cursor_.to_instant(LocalTime{slot} + time_);
        return made(session_, zone_, slot, change, start);
    }

private:
    const Session& session_;
    const TimeZone& zone_;
    InstantCursor cursor_;
    TimeOfDay time_;
};

/// Where slots must be for their occurrences, unless moved, to overlap the window.
DateSpan slots_near(const Session& session, const TimeZone& zone, InstantSpan window) {
    const auto reach = std::chrono::ceil<days>(session.length) + days{1};
    // One day more on both sides: a skipped time moves, and a zone may skip a whole day.
    return {local_date(zone, window.from) - reach, local_date(zone, window.to) + days{2}};
}

std::vector<Occurrence> of_series(const Session& session, const TimeZone& zone, InstantSpan window) {
    std::vector<Occurrence> found;
    const DateSpan near = slots_near(session, zone, window);
    Maker maker{session, zone};
    const auto keep = [&](const Occurrence& occurrence) {
        if (occurrence.span().overlaps(window)) { found.push_back(occurrence); }
    };
    session.recurrence->each(near.from, near.to, [&](Date slot) {
        keep(maker.at(slot));
        return true;
    });
    for (const auto& [slot, change] : session.changes) {
        const bool from_afar = !near.contains(slot) && (change.start || change.length);
        if (from_afar && session.recurrence->occurs_on(slot)) { keep(maker.at(slot, &change)); }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Occurrence& a, const Occurrence& b) { return a.start < b.start; });
    return found;
}

}  // namespace

const ProfessionalName& Occurrence::professional() const {
    return change != nullptr && change->professional ? *change->professional : session->professional;
}
const RoomName& Occurrence::room() const {
    return change != nullptr && change->room ? *change->room : session->room;
}
const std::vector<ClientName>& Occurrence::clients() const {
    return change != nullptr && change->clients ? *change->clients : session->clients;
}
const std::vector<ServiceLine>& Occurrence::lines() const {
    return change != nullptr && change->lines ? *change->lines : session->lines;
}
const std::string& Occurrence::note() const {
    return change != nullptr && change->note ? *change->note : session->note;
}

// What happened belongs to one date: a series as such has none of it.
const std::string& Occurrence::reason() const {
    static const std::string none;
    if (slot) { return change != nullptr ? change->reason : none; }
    return session->reason;
}
Status Occurrence::status() const {
    if (slot) { return change != nullptr ? change->status : Status::scheduled; }
    return session->status;
}
const std::vector<Attendance>& Occurrence::attendance() const {
    static const std::vector<Attendance> none;
    if (slot) { return change != nullptr ? change->attendance : none; }
    return session->attendance;
}

bool Occurrence::changed() const {
    return change != nullptr && (change->start || change->length || change->professional || change->room ||
                                 change->clients || change->lines || change->note);
}

Length Occurrence::length() const {
    return std::chrono::floor<Length>(end - start);
}

std::vector<Occurrence> occurrences(const Session& session, const TimeZone& zone, InstantSpan window) {
    if (window.empty()) { return {}; }
    if (session.is_series()) { return of_series(session, zone, window); }
    const Occurrence only = made(session, zone, std::nullopt, nullptr, zone.to_instant(session.start));
    return only.span().overlaps(window) ? std::vector<Occurrence>{only} : std::vector<Occurrence>{};
}

std::optional<Occurrence> occurrence_at(const Session& session, const TimeZone& zone, std::optional<Date> slot) {
    if (session.is_series() != slot.has_value()) { return std::nullopt; }
    if (!slot) { return made(session, zone, std::nullopt, nullptr, zone.to_instant(session.start)); }
    if (!session.recurrence->occurs_on(*slot)) { return std::nullopt; }
    return Maker{session, zone}.at(*slot);
}

void sort_by_start(std::vector<Occurrence>& list) {
    const auto key = [](const Occurrence& o) {
        return std::tuple<Instant, const std::string&, SessionId, std::optional<Date>>{o.start, o.professional().code,
                                                                                       o.session->id, o.slot};
    };
    std::stable_sort(list.begin(), list.end(),
                     [&](const Occurrence& a, const Occurrence& b) { return key(a) < key(b); });
}

}  // namespace practice
