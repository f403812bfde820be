// SPDX-License-Identifier: MIT
// What is booked, kept so that many questions can be asked of it while it grows: an import asks of each row
// whether it clashes, and then adds it. The answers are those of find_conflicts; only what can meet the planned
// session is handed to it.
//
// A single session takes some sixty bytes here, whatever it says: its names are kept once for all.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "practice/conflict.h"

namespace practice {

class Timetable {
public:
    /// `zones` and `practice_zone` (that of `away`) must outlive it.
    explicit Timetable(const TimeZones& zones, std::vector<Away> away = {}, const TimeZone* practice_zone = nullptr);

    /// Takes a session in; one with the same id is replaced. What takes no time is not kept. REQUIRES: it has an
    /// id. Throws Refusal(misuse) for an unknown zone.
    void put(const Session& session);
    void remove(SessionId id);
    [[nodiscard]] bool has(SessionId id) const { return places_.contains(id.value); }

    /// The same as find_conflicts(planned, everything in here, zones, scope). It refers to this timetable and is
    /// good until the next question or change.
    [[nodiscard]] Conflicts conflicts(const Session& planned, const ConflictScope& scope = {});

    /// Everything that may be in the way of `planned` at any time between `from` and `to`, in any of `rooms` too:
    /// for find_free_slots. Good for as long as a result of conflicts().
    [[nodiscard]] std::vector<const Session*> around(const Session& planned, std::span<const RoomName> rooms,
                                                     InstantSpan window);
    [[nodiscard]] const std::vector<Away>& away() const { return away_; }
    /// The zone of away(); null: none was given.
    [[nodiscard]] const TimeZone* practice_zone() const { return practice_zone_; }

private:
    /// A place in a list, or none, in four bytes.
    class Index {
    public:
        Index() = default;
        explicit Index(std::size_t at) : behind_{static_cast<std::uint32_t>(at + 1)} {}
        explicit operator bool() const { return behind_ != 0; }
        /// REQUIRES: there is one.
        std::size_t operator*() const { return behind_ - 1; }

    private:
        std::uint32_t behind_ = 0;
    };
    /// A single session, or a slot of a series that has been moved or altered.
    struct Single {
        std::int64_t id = 0;
        Instant start;
        Instant end;
        std::int64_t professional = 0;
        std::int64_t room = 0;    // 0: one that is never full
        std::int64_t client = 0;  // the first
        /// Of groups_, when there are more.
        Index group;
        /// Of whole_: the session that it belongs to; none: this is all there is.
        Index whole;
        Index zone;         // of zone_names_
        Index room_number;  // of rooms_
    };
    /// Where a session is kept.
    struct Place {
        Index whole;
        std::int64_t hour = 0;  // of a single one
    };
    using Things = std::vector<std::int64_t>;  // numbers of professionals, rooms and clients, all different

    void keep_whole(const Session& session, const TimeZone& zone);
    void keep_names(const Session& session);
    std::int64_t add(const Single& single);
    [[nodiscard]] Single single_of(const SessionId& id, InstantSpan span, const ProfessionalName& professional,
                                   const RoomName& room, const std::vector<ClientName>& clients);
    [[nodiscard]] Index zone_number(const std::string& name);
    [[nodiscard]] Index room_number(const RoomName& room);
    [[nodiscard]] Session unfolded(const Single& single) const;
    [[nodiscard]] bool shares(const Single& single, const Things& things) const;

    void ask(const Session& planned);
    void take(const Single& single);
    void take_whole(Index number);
    void take_overlapping(InstantSpan span, const Things& things);
    void take_series(const Things& things);
    void take_meeting(const Session& planned, const Things& things);
    [[nodiscard]] std::span<const Away> away_of(const Session& planned) const;

    const TimeZones* zones_;
    std::vector<Away> away_;  // by professional
    const TimeZone* practice_zone_;

    std::unordered_map<std::int64_t, Place> places_;                 // by id
    std::unordered_map<std::int64_t, std::vector<Single>> singles_;  // by hour of their start, UTC
    std::int64_t first_hour_ = INT64_MAX;
    std::int64_t last_hour_ = INT64_MIN;
    std::chrono::seconds longest_{0};
    /// Series, and singles of which more is to be known than fits a Single; null: removed.
    std::vector<std::unique_ptr<Session>> whole_;
    std::unordered_map<std::int64_t, std::vector<Index>> series_;  // numbers of whole_, by thing

    std::vector<std::string> zone_names_;
    std::unordered_map<std::int64_t, ProfessionalName> professionals_;
    std::vector<RoomName> rooms_;
    std::unordered_map<std::int64_t, Index> room_numbers_;  // by id
    std::unordered_map<std::int64_t, std::string> clients_;
    std::vector<std::vector<std::int64_t>> groups_;

    // Of the question that is being answered.
    std::int64_t self_ = 0;
    std::vector<const Session*> candidates_;
    std::vector<std::unique_ptr<Session>> unfolded_;
    std::unordered_set<std::int64_t> taken_;  // ids
};

}  // namespace practice
