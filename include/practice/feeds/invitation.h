// SPDX-License-Identifier: MIT
// What a client is sent of one session: when and where it is and with whom, on their own clock, and nothing of
// anybody else. A later one for the same session has the same identity, so that it replaces the earlier.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "practice/feeds/feed.h"

namespace practice {

struct InvitationRequest {
    ClientId client;
    /// The client's IANA zone.
    std::string time_zone;
    /// One date of a series; nullopt: the session as such.
    std::optional<Date> slot;
    /// Where a series has no rule that all programs understand, those of its dates that start in here.
    InstantSpan window;
    /// Where a room is, in words; empty: nobody said.
    std::function<std::string(RoomId)> address;
    /// As of a feed; another identity for each client.
    std::function<std::string(std::string_view uid, std::string_view purpose)> disguise;
};

struct Invitation {
    /// None: nothing of the session is for this client.
    std::vector<FeedEvent> events;
    /// It takes back what an earlier one said.
    bool cancels = false;
};

[[nodiscard]] Invitation invite(const Session& session, const InvitationRequest& request, FeedParts& parts);

}  // namespace practice
