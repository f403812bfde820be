// SPDX-License-Identifier: MIT
// A series stays on the clock that its rule is for: on another one its times would be wrong whenever one of the
// two changes. Single dates have no rule, and go onto the client's clock.
#include "practice/feeds/invitation.h"

#include <algorithm>

#include "practice/client_status.h"
#include "practice/plain_text.h"
#include "practice/standing.h"

namespace practice {
namespace {

constexpr std::chrono::seconds kMoment{1};
constexpr std::chrono::days kMargin{366};

FeedText words_for_client(const ProfessionalName& professional, const RoomName& room, Status status,
                          const InvitationRequest& request) {
    FeedText text;
    text.summary = "Session with " + professional.name;
    text.cancelled = !takes_time(status);
    if (room.kind == RoomKind::is_virtual && !room.link.empty()) {
        text.location = text.link = room.link;
    } else {
        const auto address = request.address(room.id);
        text.location = room.name + (address.empty() ? "" : ", ") + address;
    }
    return text;
}

FeedRequest feed_request(const InvitationRequest& request) {
    FeedRequest wanted;
    wanted.window = request.window;
    wanted.clients = {request.client};
    wanted.words = [&request](const ProfessionalName& professional, const RoomName& room, Status status) {
        return words_for_client(professional, room, status, request);
    };
    const auto whose = "invitation of " + std::to_string(request.client.value) + ' ';
    wanted.disguise = [&request, whose](std::string_view uid, std::string_view purpose) {
        return request.disguise(uid, whose + std::string{purpose});
    };
    return wanted;
}

Instant instant_of(const FeedEvent& event, LocalTime time, const FeedParts::Entry& session_zone) {
    return event.zone == nullptr ? Instant{time.time_since_epoch()} : session_zone.zone->to_instant(time);
}

/// Onto the client's clock, unless a change of that clock makes the times unclear.
void put_on_clock(FeedEvent& event, const FeedParts::Entry& session_zone, const FeedParts::Entry& client_zone) {
    if (!client_zone.rule) { return; }
    const auto start = instant_of(event, event.start, session_zone);
    const auto end = instant_of(event, event.end, session_zone);
    const auto clear = [&](Instant instant) {
        const auto local = client_zone.zone->to_local(instant);
        return client_zone.rule->offset_at(instant) == client_zone.zone->offset_at(instant) &&
               client_zone.zone->lookup(local).kind == TimeZone::Kind::unique;
    };
    if (!clear(start) || !clear(end)) { return; }
    event.zone = &*client_zone.rule;
    event.start = client_zone.zone->to_local(start);
    event.end = client_zone.zone->to_local(end);
}

std::string first_in_words(Instant first, const TimeZone& zone) {
    const auto local = zone.to_local(first);
    return "The first one is on " + std::string{long_name(Weekday{date_of(local)})} + ' ' + to_string(date_of(local)) +
           " at " + to_string_time(time_of_day(local)) + ", " + zone.name() + " time";
}

bool comes(const Occurrence& one, ClientId client) {
    const auto is_client = [client](const ClientName& other) { return other.id == client; };
    return takes_time(status_of(one, client)) && std::ranges::any_of(one.clients(), is_client);
}

/// When the client first comes from `from` on, wherever that date was moved; else `from`.
Instant first_that_stands(const Session& session, const TimeZone& zone, Instant from, ClientId client) {
    // Of more than have a change of their own one is as the series says.
    for (const auto& one : standing_from(session, zone, from - kMargin, session.changes.size() + 1)) {
        if (comes(one, client)) { return one.start; }
    }
    return from;
}

/// Whether no date of the series takes place with the client: all are cancelled, or with others.
bool nothing_is_left(const Session& session, const TimeZone& zone, ClientId client) {
    const auto last = session.recurrence->last();
    if (!last && !session.recurrence->never_ends()) { return true; }
    if (!last) { return false; }
    const InstantSpan whole{zone.to_instant(session.start) - kMargin, zone.to_instant(LocalTime{*last}) + kMargin};
    const auto all = occurrences(session, zone, whole);
    return std::ranges::none_of(all, [&](const Occurrence& one) { return comes(one, client); });
}

/// A series of which nothing is left: what stood at its beginning is taken back.
FeedEvent taken_back(const Session& session, const FeedRequest& wanted, FeedParts& parts) {
    FeedEvent event;
    event.uid = wanted.disguise(session.uid, to_string(wanted.privacy));
    event.sequence = session.sequence;
    event.changed = session.changed;
    const auto start = parts.find(session.time_zone).zone->to_instant(session.start);
    event.start = LocalTime{start.time_since_epoch()};
    event.end = event.start + session.length;
    event.text = &parts.shared(wanted.words(session.professional, session.room, Status::cancelled));
    return event;
}

}  // namespace

Invitation invite(const Session& session, const InvitationRequest& request, FeedParts& parts) {
    auto wanted = feed_request(request);
    const auto& zone = parts.find(session.time_zone);
    const auto& client_zone = parts.find(request.time_zone);
    wanted.show_cancelled = request.slot || !session.is_series();
    if (request.slot || !session.is_series()) {
        const auto one = occurrence_at(session, *zone.zone, request.slot);
        if (!one) { return {}; }
        wanted.window = {one->start, one->start + kMoment};
        wanted.only = request.slot;
    }
    Invitation invitation;
    add_to_feed(invitation.events, session, wanted, parts);
    const bool whole_series = session.is_series() && !request.slot;
    if (invitation.events.empty() && whole_series && nothing_is_left(session, *zone.zone, request.client)) {
        invitation.events.push_back(taken_back(session, wanted, parts));
    }
    const bool other_clock = session.time_zone != request.time_zone;
    for (auto& event : invitation.events) {
        if (!other_clock) { break; }
        if (!event.rule.empty()) {
            const auto first =
                first_that_stands(session, *zone.zone, instant_of(event, event.start, zone), request.client);
            auto text = *event.text;
            text.description = first_in_words(first, *client_zone.zone);
            event.text = &parts.shared(std::move(text));
        } else if (!event.slot) {
            put_on_clock(event, zone, client_zone);
        }
    }
    invitation.cancels = !invitation.events.empty() && std::ranges::all_of(invitation.events, [](const auto& event) {
        return event.text->cancelled;
    });
    return invitation;
}

}  // namespace practice
