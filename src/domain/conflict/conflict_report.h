// SPDX-License-Identifier: MIT
// Overlaps, gathered and told as Conflicts: one Clash for each thing and booked session.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "conflict_planned.h"

namespace practice::conflict {

/// What is booked: a session or, with `away`, time off.
struct Source {
    const Session* session = nullptr;
    const Away* away = nullptr;
    auto operator<=>(const Source&) const = default;
};

/// One planned occurrence and one booked that overlap.
struct Overlap {
    std::uint32_t planned = 0;  // counted within its group
    InstantSpan with;
    std::optional<Date> with_slot;
};

class Report {
public:
    explicit Report(const Planned& planned) : planned_{&planned} {}

    /// `overlaps` are of one group with one source, all with these claims. `endless` when both go on for ever.
    void add(const PlannedGroup& group, const Claims& claims, const Source& source, std::span<const Overlap> overlaps,
             bool endless);

    /// Whether there is a clash for certain; a room for several is judged by finish() only.
    [[nodiscard]] bool any() const { return !found_.empty(); }

    [[nodiscard]] Conflicts finish();

private:
    struct Key {
        ClashKind kind{};
        std::int64_t thing = 0;
        Source source;
        auto operator<=>(const Key&) const = default;
    };
    struct Found {
        Thing thing;
        std::vector<std::uint32_t> numbers;  // of the planned occurrences, perhaps repeated
        std::uint32_t first = 0;
        Instant first_start;
        Overlap with;
        bool endless = false;
    };
    /// Overlaps in a room for several, which is no clash before it is full.
    struct InRoom {
        const PlannedGroup* group = nullptr;
        Thing room;
        Source source;
        Overlap overlap;
        bool endless = false;
    };

    void count(const PlannedGroup& group, const Overlap& overlap, Found& found, bool endless);
    [[nodiscard]] Found& entry(const Thing& thing, const Source& source);
    void judge_rooms();
    void judge_room(std::span<const InRoom> together);
    /// Whether the room is full for the planned occurrence and `one` of those with it, those aside that are allowed
    /// beside both.
    [[nodiscard]] bool needs_allowance(const PlannedOccurrence& planned, const InRoom& one,
                                       std::span<const InRoom> together) const;
    [[nodiscard]] AllowedClash pair_of(const Key& key) const;
    /// By the planned session, or by the other one.
    [[nodiscard]] bool is_allowed(const Clash& clash) const;
    /// Of the occurrences that are true in `numbers`, ascending.
    [[nodiscard]] std::vector<Date> slots_of(const std::vector<bool>& numbers) const;
    [[nodiscard]] Clash told(const Key& key, Found& found) const;

    const Planned* planned_;
    std::map<Key, Found> found_;
    std::vector<InRoom> in_rooms_;
};

}  // namespace practice::conflict
