// SPDX-License-Identifier: MIT
// Privacy is what is left out: a level names the few things it tells, and everything else is never asked for.
#include "feed_words.h"

#include <algorithm>
#include <array>

#include "feed_series.h"
#include "practice/client_status.h"
#include "practice/plain_text.h"

namespace practice {
namespace {

constexpr std::array<std::string_view, 5> kPrivacyNames{"busy", "code", "initials", "first", "full"};

/// The first character of a word, all of its bytes.
std::string_view first_letter(std::string_view word) {
    const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto next = std::find_if(word.begin() + 1, word.end(), begins);
    return word.substr(0, static_cast<std::size_t>(next - word.begin()));
}

/// "Smith, Anna" as "Anna Smith".
std::string in_spoken_order(std::string_view name) {
    const auto comma = name.find(',');
    if (comma == std::string_view::npos) { return std::string{name}; }
    return std::string{trimmed(name.substr(comma + 1))} + ' ' + std::string{trimmed(name.substr(0, comma))};
}

std::string initials(std::string_view name) {
    std::string text;
    const auto spoken = in_spoken_order(name);
    for (const auto word : split(spoken, ' ')) {
        if (!word.empty()) { text += std::string{first_letter(word)} + '.'; }
    }
    return text;
}

std::string given_name(std::string_view name) {
    const auto spoken = in_spoken_order(name);
    return spoken.substr(0, spoken.find(' '));
}

std::string called(const ClientName& client, Privacy privacy) {
    switch (privacy) {
        case Privacy::busy: break;
        case Privacy::code: return "Client " + std::to_string(client.id.value);
        case Privacy::initials: return initials(client.name);
        case Privacy::first: return given_name(client.name);
        case Privacy::full: return client.name;
    }
    return {};
}

/// "Client 3, Client 4 and Client 5".
std::string listed(const std::vector<ClientName>& clients, Privacy privacy) {
    std::string text;
    for (std::size_t i = 0; i < clients.size(); ++i) {
        if (i > 0) { text += i + 1 == clients.size() ? " and " : ", "; }
        text += called(clients[i], privacy);
    }
    return text;
}

FeedText made(const std::vector<ClientName>& clients, const ProfessionalName& professional, const RoomName& room,
              const std::vector<ServiceLine>& lines, Status status, Privacy privacy) {
    FeedText text;
    text.cancelled = !takes_time(status);
    if (privacy == Privacy::busy) {
        text.summary = "Busy";
        return text;
    }
    text.summary = (text.cancelled ? "Cancelled: " : "") + listed(clients, privacy) + " (" + professional.code + ')';
    const bool has_link = room.kind == RoomKind::is_virtual && !room.link.empty();
    text.location = has_link ? room.link : room.name;
    if (has_link) { text.link = room.link; }
    if (privacy == Privacy::full) {
        for (const auto& line : lines) {
            text.description += (text.description.empty() ? "" : "; ") + line.code;
            if (!line.description.empty()) { text.description += ' ' + line.description; }
        }
    }
    return text;
}

}  // namespace

std::string_view to_string(Privacy privacy) {
    return kPrivacyNames.at(static_cast<std::size_t>(privacy));
}

std::optional<Privacy> parse_privacy(std::string_view text) {
    const auto found = std::ranges::find(kPrivacyNames, text);
    if (found == kPrivacyNames.end()) { return std::nullopt; }
    return static_cast<Privacy>(found - kPrivacyNames.begin());
}

std::vector<FeedField> feed_fields(Privacy privacy) {
    const bool busy = privacy == Privacy::busy;
    const bool full = privacy == Privacy::full;
    constexpr std::array<std::string_view, 5> people{
        "the word Busy", "client numbers (Client 12) and the professional's code",
        "client initials (A.S.) and the professional's code", "client given names (Anna) and the professional's code",
        "client names (Anna Smith) and the professional's code"};
    return {
        {"DTSTART, DTEND", true, "start, end and time zone"},
        {"RRULE, EXDATE, RECURRENCE-ID", true, "the rule of a series, its left-out and its changed dates"},
        {"UID", true,
         full ? "the session's own identity" : "an identity that cannot be traced to the session or to another feed"},
        {"DTSTAMP, LAST-MODIFIED, SEQUENCE", true, "when it was last changed, and how often"},
        {"X-WR-CALNAME, NAME", true, "the calendar's name (`name`)"},
        {"STATUS", !busy, "cancelled; with `show-cancelled` only"},
        {"SUMMARY", true, std::string{people.at(static_cast<std::size_t>(privacy))}},
        {"LOCATION, CONFERENCE", !busy, "the room's name; the link of a virtual room"},
        {"DESCRIPTION", full, "codes and descriptions of the services"},
        {"X-PRACTICE-PROFESSIONAL, -ROOM, -STATUS", full, "the professional's code, the room, attended or cancelled"},
        {"X-PRACTICE-CLIENT-STATUS", full, "the status of each of several clients"},
        {"X-PRACTICE-CLIENT, -CLIENT-NUMBER", full, "names and numbers of the clients"},
        {"X-PRACTICE-UID", full, "which practice it is whose numbers these are"},
        {"X-PRACTICE-SERVICE, -MODIFIER", full, "codes, units, prices and modifiers of the services"},
        {"X-PRACTICE-REF, -ON-CONFLICT, -TIME-ZONE", full, "the key of an import, clashes allowed, the zone"},
        {"X-PRACTICE-LENGTH-SAID", full, "whether the length was said, or is that of the services"},
        {"X-PRACTICE-SERIES, -SLOT, -SEAL", full,
         "a series as it is kept here: rule, dates, cancelled rest, time off it gives way to"},
        {"notes, reasons", false, "in no feed"},
        {full ? "fees" : "prices and fees", false, "in no feed"},
        {"e-mail, telephone, addresses", false, "in no feed"},
    };
}

namespace feeds {

FeedText text_of(const Session& session, const FeedRequest& request) {
    if (request.words) { return request.words(session.professional, session.room, Status::scheduled); }
    auto text =
        made(session.clients, session.professional, session.room, session.lines, Status::scheduled, request.privacy);
    if (request.privacy == Privacy::full) { text.own = as_properties(words_of(session, request.practice_uid)); }
    return text;
}

FeedText text_of(const Occurrence& occurrence, const FeedRequest& request) {
    const auto status = status_for(occurrence, request.clients);
    if (request.words) { return request.words(occurrence.professional(), occurrence.room(), status); }
    // A full feed is read back: what the event is for all of its clients.
    auto text = made(occurrence.clients(), occurrence.professional(), occurrence.room(), occurrence.lines(),
                     request.privacy == Privacy::full ? occurrence.status() : status, request.privacy);
    if (request.privacy == Privacy::full) { text.own = as_properties(words_of(occurrence, request.practice_uid)); }
    return text;
}

}  // namespace feeds
}  // namespace practice
