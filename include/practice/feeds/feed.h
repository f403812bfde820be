// SPDX-License-Identifier: MIT
// What a calendar feed says: which events, at which times, in which words. Everything is decided here, as
// values; writing them down in iCalendar's syntax is the work of an adapter.
//
// A series goes out as one event with its rule wherever every calendar program understands that rule, with
// its left-out dates and the slots that differ. Otherwise its occurrences of the feed's window go out as
// single events. Wall-clock times that daylight saving skips or repeats, and zones without a simple rule, are
// written in UTC, one event each, so that nobody can read them in two ways.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "practice/occurrence.h"
#include "practice/zone_rule.h"

namespace practice {

/// How much of the clients a feed tells: nothing but the time ("Busy"), "Client 12", "A.S.", "Anna", or
/// "Anna Smith" with the services. Notes and addresses of people never leave in a feed; prices only in a full one.
enum class Privacy { busy, code, initials, first, full };

/// "busy", "code", "initials", "first", "full".
[[nodiscard]] std::string_view to_string(Privacy privacy);
[[nodiscard]] std::optional<Privacy> parse_privacy(std::string_view text);

/// One line of the answer to "which fields leave the machine?".
struct FeedField {
    std::string property;  // "SUMMARY"; for what stays, what it is ("notes")
    bool leaves = true;
    std::string says;
    bool operator==(const FeedField&) const = default;
};
[[nodiscard]] std::vector<FeedField> feed_fields(Privacy privacy);

/// A property of our own, for the import: "X-PRACTICE-ROOM".
struct FeedProperty {
    std::string name;
    std::string value;
    auto operator<=>(const FeedProperty&) const = default;
};

struct FeedText {
    std::string summary;
    std::string location;
    std::string link;         // of a virtual room; empty: none
    std::string description;  // empty: none
    bool cancelled = false;
    /// With full privacy only: what it takes to make the same session again.
    std::vector<FeedProperty> own = {};
    auto operator<=>(const FeedText&) const = default;
};

struct FeedRequest {
    Privacy privacy = Privacy::code;
    /// Single sessions and single events are those that start in here; series that are not over before it
    /// go out whole.
    InstantSpan window;
    bool show_cancelled = false;
    /// Of the practice whose client numbers a full feed tells.
    std::string practice_uid = {};
    // Which; empty lists mean any.
    std::vector<ProfessionalId> professionals;
    std::vector<ClientId> clients;
    std::vector<RoomId> rooms;
    std::vector<ServiceId> services;
    /// Only these; then no series goes out as a rule, since no rule can say it. Empty: all but cancelled ones.
    std::vector<Status> statuses;
    /// Only this slot of a series, as a single event.
    std::optional<Date> only = {};
    /// Instead of the words that the privacy allows: those for somebody who takes part.
    std::function<FeedText(const ProfessionalName&, const RoomName&, Status)> words = {};
    /// Gives the identity of an event in this feed: the same for the same arguments, and not to be traced back
    /// to `uid` or to what it gives for another `purpose`.
    std::function<std::string(std::string_view uid, std::string_view purpose)> disguise;
};

struct FeedEvent {
    std::string uid;
    int sequence = 0;
    Instant changed;
    /// Whose wall clock `start` and `end` are on; null: UTC.
    const ZoneRule* zone = nullptr;
    LocalTime start;
    LocalTime end;
    /// Of a series: its rule as an RRULE value. Empty: a single event.
    std::string rule;
    /// Left-out starts of a series, ascending, on the same clock.
    std::vector<LocalTime> excluded;
    /// Set for one slot of a series that differs from it; always behind its series, with the same uid.
    struct Slot {
        const ZoneRule* zone = nullptr;
        LocalTime start;
    };
    std::optional<Slot> slot;
    /// Never null in a feed.
    const FeedText* text = nullptr;
};

/// What many events share. Their zones, with what calendar files can say of them: the rule that holds from 60 days
/// ago for 40 years, and the changes of the clock in that time. Their texts. Events point into it: it must outlive
/// them.
class FeedParts {
public:
    FeedParts(const TimeZones& zones, Instant now) : zones_{&zones}, now_{now} {}

    struct Entry {
        const TimeZone* zone = nullptr;
        std::optional<ZoneRule> rule;
        /// Wall-clock spans that a change of the clock skips or repeats.
        std::vector<Span<LocalTime>> unclear;
    };
    /// Throws Refusal(failure) for a zone that this system does not know.
    const Entry& find(const std::string& name);
    const FeedText& shared(FeedText text);

private:
    const TimeZones* zones_;
    Instant now_;
    std::map<std::string, Entry, std::less<>> entries_;
    std::set<FeedText> texts_;
};

/// Appends the events of one session; none when the request does not want it. Sessions by id give the same
/// events in the same order every time.
void add_to_feed(std::vector<FeedEvent>& events, const Session& session, const FeedRequest& request, FeedParts& parts);

/// The rule as all calendar programs understand it, spelled out from its anchor; nullopt when they do not.
/// Without COUNT and UNTIL.
[[nodiscard]] std::optional<RecurrenceRule> rule_for_everyone(const RecurrenceRule& rule, Date anchor);

}  // namespace practice
