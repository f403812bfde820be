// SPDX-License-Identifier: MIT
// An invitation as an iCalendar message (RFC 5546).
#pragma once

#include <optional>
#include <span>
#include <string>

#include "ical/feed_writer.h"

namespace practice::ical {

struct Person {
    std::string name;
    std::string email;
};

struct Envelope {
    /// "PUBLISH", "REQUEST", "CANCEL".
    std::string method;
    /// The IANA zone to show it in, for programs that ask for one.
    std::string time_zone;
    std::optional<Person> organizer;
    std::optional<Person> attendee;
};

/// Writes the whole message. The same arguments give the same bytes. Throws whatever `sink` throws, and
/// Refusal(failure) when libical is not there.
void write_invitation(const Sink& sink, const Envelope& envelope, std::span<const FeedEvent> events);

}  // namespace practice::ical
