// SPDX-License-Identifier: MIT
#include "app/change/back_with_archived.h"

#include <algorithm>

#include "practice/occurrence.h"
#include "text/hint_words.h"

namespace practice::app {
namespace {

bool stands(const Session& series, Date slot) {
    const auto change = series.changes.find(slot);
    const bool cancelled = change != series.changes.end() && !takes_time(change->second.status);
    return !cancelled && series.recurrence->occurs_on(slot);
}

/// The slots that take place and did not before, though they were booked.
std::vector<Date> slots_back(const Session& before, const Session& after) {
    std::vector<Date> back;
    for (const auto& [slot, change] : before.changes) {
        if (!takes_time(change.status) && stands(after, slot)) { back.push_back(slot); }
    }
    for (const auto slot : before.recurrence->excluded()) {
        if (stands(after, slot)) { back.push_back(slot); }
    }
    return back;
}

class Notes {
public:
    Notes(const Session& after, const Directory& directory) : after_{after}, directory_{directory} {}

    void add(std::optional<Date> slot, const ProfessionalName& professional, const RoomName& room,
             const std::vector<ClientName>& clients) {
        const auto id = to_string(OccurrenceId{after_.id, slot});
        const auto& who = directory_.with_id(professional.id);
        add(who.archived, who.name.text, id, "practice professional unarchive " + who.code);
        const auto& where = directory_.with_id(room.id);
        add(where.archived, where.name.text, id, "practice room unarchive " + text::shell_word(where.name.text));
        for (const auto& client : clients) {
            add(directory_.with_id(client.id).archived, client.name, id,
                "practice client unarchive " + std::to_string(client.id.value));
        }
    }

    std::vector<std::string> take() { return std::move(notes_); }

private:
    void add(bool archived, const std::string& name, const std::string& id, const std::string& command) {
        if (!archived) { return; }
        const auto first = name + " is archived, and booked again: ";
        const bool told = std::ranges::any_of(notes_, [&](const auto& note) { return note.starts_with(first); });
        if (!told) { notes_.push_back(first + id + "; to have " + name + " back: " + command); }
    }

    const Session& after_;
    const Directory& directory_;
    std::vector<std::string> notes_;
};

}  // namespace

std::vector<std::string> back_with_archived(const Session& before, const Session& after, const TimeZone& zone,
                                            const Directory& directory) {
    Notes notes{after, directory};
    if (!before.is_series() || !after.is_series()) {
        const bool again = !before.is_series() && !takes_time(before.status) && takes_time(after.status);
        if (again) { notes.add({}, after.professional, after.room, after.clients); }
        return notes.take();
    }
    if (before.former_end && !after.former_end) { notes.add({}, after.professional, after.room, after.clients); }
    for (const auto slot : slots_back(before, after)) {
        const auto back = *occurrence_at(after, zone, slot);
        notes.add(slot, back.professional(), back.room(), back.clients());
    }
    return notes.take();
}

}  // namespace practice::app
