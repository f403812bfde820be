// SPDX-License-Identifier: MIT
// session invite: one session or series as a calendar file for a client.
#include <algorithm>

#include "app/directory.h"
#include "app/find_session.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "ical/invitation_writer.h"
#include "practice/feeds/invitation.h"
#include "practice/refusal.h"
#include "store/journal/keyed_digest.h"
#include "text/fold.h"
#include "text/hint_words.h"

namespace practice::cli {
namespace {

using std::chrono::days;

constexpr days kUsuallyAhead{400};

/// Who takes part in what is meant, and who gives it.
struct People {
    std::vector<ClientName> clients;
    ProfessionalName professional;
};

People people_of(const Session& session, const OccurrenceId& id, const TimeZone& zone) {
    const auto one = id.slot ? occurrence_at(session, zone, id.slot) : std::nullopt;
    if (one) { return {one->clients(), one->professional()}; }
    return {session.clients, session.professional};
}

std::string listed(const std::vector<ClientName>& clients) {
    std::string text;
    for (const auto& client : clients) { text += (text.empty() ? "" : ", ") + text::harmless(client.name); }
    return text;
}

const Client& whom(const Arguments& arguments, const Directory& directory, const People& people,
                   const OccurrenceId& id) {
    const auto& clients = people.clients;
    const auto given = arguments.value("--client");
    if (!given && clients.size() == 1) { return directory.with_id(clients.front().id); }
    const auto number = std::to_string(clients.front().id.value);
    if (!given) {
        throw misuse(to_string(id) + " has " + std::to_string(clients.size()) + " clients: " + listed(clients),
                     "say for whom, such as --client " + number);
    }
    const auto& client = directory.find_client(*given, people.professional.id, Archived::after_current);
    if (std::ranges::none_of(clients, [&](const ClientName& one) { return one.id == client.id; })) {
        throw misuse(text::harmless(client.name.text) + " does not take part in " + to_string(id),
                     "its clients are " + listed(clients));
    }
    return client;
}

ical::Envelope envelope_for(const Invitation& invitation, const Client& client, const Professional& professional,
                            const std::string& zone) {
    ical::Envelope envelope{"PUBLISH", zone, std::nullopt, std::nullopt};
    if (!professional.email.empty()) { envelope.organizer = {professional.name.text, professional.email}; }
    // A request is of one identity, by an organizer, to an attendee (RFC 5546 3.2.2).
    const auto& uid = invitation.events.front().uid;
    const bool one_identity =
        std::ranges::all_of(invitation.events, [&](const auto& event) { return event.uid == uid; });
    const bool answerable = envelope.organizer && !client.email.empty() && one_identity;
    if (invitation.cancels) {
        envelope.method = "CANCEL";
    } else if (answerable) {
        envelope.method = "REQUEST";
    }
    if (answerable) { envelope.attendee = {client.name.text, client.email}; }
    return envelope;
}

int run(const Arguments& arguments, Context& context) {
    const auto id = read_occurrence_id(arguments.positional(0).value());
    const auto session = find_session(context, id);
    const Directory directory{context};
    const auto people = people_of(session, id, context.zone(session.time_zone));
    const auto& client = whom(arguments, directory, people, id);
    const auto zone = client.time_zone.empty() ? context.require_practice().time_zone : client.time_zone;

    InvitationRequest request{.client = client.id,
                              .time_zone = zone,
                              .slot = id.slot,
                              .window = {context.now, context.now + kUsuallyAhead},
                              .address = [&](RoomId room) { return directory.with_id(room).address; },
                              .disguise = store::keyed_digest};
    FeedParts parts{*context.environment.zones, context.now};
    const auto invitation = invite(session, request, parts);
    if (invitation.events.empty()) {
        throw misuse(to_string(id) + " has no date for " + text::harmless(client.name.text) + " in the coming 400 days",
                     "see: practice session show " + to_string(id));
    }
    const auto envelope = envelope_for(invitation, client, directory.with_id(people.professional.id), zone);
    context.prints_data = true;
    ical::write_invitation([&](std::string_view piece) { context.print(piece); }, envelope, invitation.events);
    return kDone;
}

}  // namespace

Command session_invite_command() {
    return {
        .name = "session invite",
        .summary = "Write a session as a calendar file for its client",
        .needs = Needs::read,
        .positionals = {{"ID", "a session (12) or one date of a series (12@2026-12-08)", true, false,
                         ValueKind::session}},
        .options = {{"--client", "NAME", Takes::one_value, "for whom, when the session has several", "",
                     ValueKind::client}},
        .examples =
            {
                {"practice session invite 1 -o invitation.ics", "A series, with its rule and what differs"},
                {"practice session invite 1@2026-12-01 -o invitation.ics", "One date of it"},
                {"practice session invite 14 --client Smith", "For one of several clients"},
            },
        .run = run,
        .description =
            "It says when and where the session is and with whom, and nothing of other clients, services or prices. "
            "Single dates are on the client's own clock (their time zone, else the practice's); a series keeps the "
            "clock that its rule is for, and names its first date on theirs.\n"
            "Written again after a change it has the same identity and a higher number, so that calendar programs "
            "replace what was there; for a cancelled session it takes back what was sent. Send the whole series "
            "again after a change of one date: an invitation for one date stands alone.\n"
            "With the email of the professional and of the client it is a request to answer (METHOD:REQUEST), else "
            "it only tells (METHOD:PUBLISH).",
        .form = OutputForm::calendar,
    };
}

}  // namespace practice::cli
