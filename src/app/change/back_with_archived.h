// SPDX-License-Identifier: MIT
// What takes place again may be with somebody, in a room, or for a service that was archived in between. A booking
// would be refused; what was booked comes back, and that is told.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/directory.h"
#include "app/office.h"
#include "practice/occurrence.h"

namespace practice::app {

class BackWithArchived {
public:
    /// Both must outlive it.
    BackWithArchived(const Office& office, const Directory& directory) : office_{office}, directory_{directory} {}

    /// `after`: what has become of `before`; null: that was not there.
    void add(const Session* before, const Session& after);
    /// One for each of those: "Room 2 is archived, and booked again: 1@2026-12-08; to have Room 2 back: ...".
    [[nodiscard]] std::vector<std::string> notes() const;

private:
    using Thing = std::variant<ProfessionalId, RoomId, ClientId, ServiceId>;
    struct Told {
        Thing thing;
        std::string name;
        std::string unarchive;
        std::vector<OccurrenceId> ids;
    };
    [[nodiscard]] static std::vector<Thing> things_of(const Session& session);
    [[nodiscard]] static std::vector<Thing> things_of(const Occurrence& occurrence);
    /// Of a date that is to come, as it stands; nothing of any other one.
    [[nodiscard]] std::vector<Thing> things_on(const Session& session, std::optional<Date> slot) const;
    [[nodiscard]] bool is_to_come(const Session& series) const;
    void add_new(OccurrenceId id, const std::vector<Thing>& had, const std::vector<Thing>& has);
    void add_archived(OccurrenceId id, const Thing& thing);

    const Office& office_;
    const Directory& directory_;
    std::vector<Told> told_;
};

}  // namespace practice::app
