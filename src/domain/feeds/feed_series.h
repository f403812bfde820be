// SPDX-License-Identifier: MIT
// What a full feed carries besides what calendar programs understand, so that sessions come back as they are: in the
// columns of an import, as properties of our own.
//
// A series has all of itself on the first of its events, and a seal, which both who writes and who reads computes: over
// when its events are, and over what is carried. As long as it fits, no other program has changed any of them, and what
// is carried is the series; else the events are what they say.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "practice/feeds/feed.h"

namespace practice::feeds {

/// Column and text: {"client", "Anna Smith"}.
using Words = std::vector<std::pair<std::string, std::string>>;

/// Who, what and where.
[[nodiscard]] Words words_of(const Occurrence& occurrence, const std::string& practice_uid);
/// The same of a series as such.
[[nodiscard]] Words words_of(const Session& session, const std::string& practice_uid);
/// As properties of an event: "X-PRACTICE-CLIENT".
[[nodiscard]] std::vector<FeedProperty> as_properties(const Words& words);

/// "X-PRACTICE-SERIES:client Anna Smith", "X-PRACTICE-SLOT:2026-12-08 room Room 2".
/// `untold`: dates, ascending, of which it is to say nothing but that: "X-PRACTICE-SERIES:untold 2026-12-15". They are
/// among those left out, too, for whoever does not have the series yet.
/// REQUIRES: a series.
[[nodiscard]] std::vector<FeedProperty> series_properties(const Session& session, const std::vector<Date>& untold,
                                                          const TimeZone& zone, const std::string& practice_uid);

/// A text in the value of one, as it was.
[[nodiscard]] std::string carried_text(std::string_view value);

/// When an event is, as it stands in the file.
struct SealedEvent {
    std::string uid;
    int sequence = 0;
    std::string zone;
    LocalTime start;
    LocalTime end;
    std::string rule;
    std::vector<LocalTime> excluded;
    std::optional<LocalTime> slot;
    bool cancelled = false;
};
/// Both in any order. `carried`: the values of the series' properties.
[[nodiscard]] std::string seal(const std::vector<SealedEvent>& events, std::vector<std::string> carried);

/// "UID-2026-12-10", the identity of one date of a series that goes out by itself; nullopt for any other.
struct DateUid {
    std::string_view of_series;
    Date date;
};
[[nodiscard]] std::optional<DateUid> read_date_uid(std::string_view uid);

}  // namespace practice::feeds
