// SPDX-License-Identifier: MIT
#include "app/change/back_with_archived.h"

#include <algorithm>
#include <set>

#include "practice/conflict.h"
#include "text/hint_words.h"

namespace practice::app {
namespace {

constexpr std::size_t kMostIds = 5;

/// The slots of which something may be otherwise than the series says, or was.
std::set<Date> slots_apart(const Session& before, const Session& after) {
    std::set<Date> slots;
    for (const auto& [slot, change] : before.changes) { slots.insert(slot); }
    for (const auto& [slot, change] : after.changes) { slots.insert(slot); }
    for (const auto slot : before.recurrence->excluded()) { slots.insert(slot); }
    for (const auto& away : before.away) { slots.insert(away.date); }
    return slots;
}

}  // namespace

std::vector<BackWithArchived::Thing> BackWithArchived::things_of(const Session& session) {
    std::vector<Thing> things{session.professional.id, session.room.id};
    for (const auto& client : session.clients) { things.emplace_back(client.id); }
    for (const auto& line : session.lines) { things.emplace_back(line.service); }
    return things;
}

std::vector<BackWithArchived::Thing> BackWithArchived::things_of(const Occurrence& occurrence) {
    std::vector<Thing> things{occurrence.professional().id, occurrence.room().id};
    for (const auto& client : occurrence.clients()) { things.emplace_back(client.id); }
    for (const auto& line : occurrence.lines()) { things.emplace_back(line.service); }
    return things;
}

std::vector<BackWithArchived::Thing> BackWithArchived::things_on(const Session& session,
                                                                 std::optional<Date> slot) const {
    const auto there = occurrence_at(session, office_.zone(session.time_zone), slot);
    const bool stands = there && takes_time(there->status()) && there->end > office_.now;
    return stands ? things_of(*there) : std::vector<Thing>{};
}

bool BackWithArchived::is_to_come(const Session& series) const {
    const auto to = reach(series, *office_.zones).to;
    return !to || *to > office_.now;
}

void BackWithArchived::add(const Session* before, const Session& after) {
    const bool series = before != nullptr && before->is_series();
    const bool rest_is_back = series && before->former_end && !after.former_end;
    std::vector<Thing> had;
    if (before != nullptr && !rest_is_back) { had = series ? things_of(*before) : things_on(*before, {}); }
    if (!after.is_series()) {
        add_new({after.number(), {}}, had, things_on(after, {}));
        return;
    }
    if (!is_to_come(after)) { return; }
    add_new({after.number(), {}}, had, things_of(after));
    if (!series) { return; }
    for (const auto slot : slots_apart(*before, after)) {
        add_new({after.number(), slot}, things_on(*before, slot), things_on(after, slot));
    }
}

void BackWithArchived::add_new(OccurrenceId id, const std::vector<Thing>& had, const std::vector<Thing>& has) {
    for (const auto& thing : has) {
        if (std::ranges::find(had, thing) == had.end()) { add_archived(id, thing); }
    }
}

void BackWithArchived::add_archived(OccurrenceId id, const Thing& thing) {
    auto told = std::ranges::find(told_, thing, &Told::thing);
    if (told == told_.end()) {
        Told one{thing, {}, {}, {}};
        if (const auto* professional = std::get_if<ProfessionalId>(&thing)) {
            const auto& who = directory_.with_id(*professional);
            if (!who.archived) { return; }
            one.name = who.name.text;
            one.unarchive = "practice professional unarchive " + who.code;
        } else if (const auto* room = std::get_if<RoomId>(&thing)) {
            const auto& where = directory_.with_id(*room);
            if (!where.archived) { return; }
            one.name = where.name.text;
            one.unarchive = "practice room unarchive " + text::shell_word(where.name.text);
        } else if (const auto* client = std::get_if<ClientId>(&thing)) {
            const auto& whom = directory_.with_id(*client);
            if (!whom.archived) { return; }
            one.name = whom.name.text;
            one.unarchive = "practice client unarchive " + std::to_string(whom.id.value);
        } else {
            const auto& what = directory_.with_id(std::get<ServiceId>(thing));
            if (!what.archived) { return; }
            one.name = what.code;
            one.unarchive = "practice service unarchive " + text::shell_word(what.code);
        }
        told = told_.insert(told_.end(), std::move(one));
    }
    // Of a series that is told as a whole, no date is told besides.
    const auto known = [&](const OccurrenceId& one) { return one.session == id.session && (!one.slot || one == id); };
    if (std::ranges::none_of(told->ids, known)) { told->ids.push_back(id); }
}

std::vector<std::string> BackWithArchived::notes() const {
    std::vector<std::string> notes;
    for (const auto& told : told_) {
        std::string ids;
        for (std::size_t i = 0; i < told.ids.size() && i < kMostIds; ++i) {
            ids += (i == 0 ? "" : ", ") + to_string(told.ids[i]);
        }
        if (told.ids.size() > kMostIds) { ids += " and " + std::to_string(told.ids.size() - kMostIds) + " more"; }
        notes.push_back(told.name + " is archived, and booked again: " + ids + "; to have " + told.name +
                        " back: " + told.unarchive);
    }
    return notes;
}

}  // namespace practice::app
