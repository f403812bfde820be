// SPDX-License-Identifier: MIT
// A calendar feed that the practice has declared once: `practice export feeds` writes all of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/feeds/feed.h"
#include "practice/ids.h"
#include "practice/person_name.h"

namespace practice {

/// One file for each professional, or room, that the feed is about.
enum class FeedPer { professional, room };
/// "professional", "room".
[[nodiscard]] constexpr std::string_view to_string(FeedPer per) {
    return per == FeedPer::professional ? "professional" : "room";
}

/// Who may read the file of a feed besides its owner.
enum class FeedReaders { nobody, group, everybody };
/// As the permissions are written: "0600", "0640", "0644".
[[nodiscard]] constexpr std::string_view to_string(FeedReaders readers) {
    switch (readers) {
        case FeedReaders::nobody: break;
        case FeedReaders::group: return "0640";
        case FeedReaders::everybody: return "0644";
    }
    return "0600";
}

struct DeclaredFeed {
    DeclaredFeedId id;
    SearchName name;  // unique without case; the calendar's name
    /// Absolute, or counted from the folder of the database; with `per` a folder.
    std::string file;
    Privacy privacy = Privacy::code;
    // Which; empty lists mean any. By id.
    std::vector<ProfessionalId> professionals;
    std::vector<RoomId> rooms;
    std::vector<ClientId> clients;
    std::vector<ServiceId> services;
    /// Dates in words, read anew whenever it is written; empty: as usual.
    std::string since;
    std::string until;
    bool show_cancelled = false;
    std::optional<FeedPer> per;
    FeedReaders readers = FeedReaders::nobody;
    bool archived = false;
    bool operator==(const DeclaredFeed&) const = default;
};

}  // namespace practice
