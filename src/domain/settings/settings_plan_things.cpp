// SPDX-License-Identifier: MIT
// Rooms, services and named recurrences.
#include "domain/settings/settings_planner.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"

namespace practice {

void SettingsPlanner::plan_rooms() {
    if (!settings_.rooms) { return; }
    for (const auto& entry : *settings_.rooms) {
        SearchName name;
        values_.name(entry.name, "the room's name", name);
        if (!entry.id && !entry.name && !entry.incomplete) {
            values_.problem(entry.spot, "this room has no name", "add name: Room 1");
        }
        if (!entry.id && name.text.empty()) { continue; }
        const auto at = place_of(rooms_, entry, entry.name, name.folded, "room", Room{});
        if (!at) { continue; }
        if (!name.text.empty()) { rooms_.now[*at].name = name; }
        read(entry, rooms_.now[*at], rooms_.is_new(*at));
    }
    check_unique(rooms_, "room");
}

void SettingsPlanner::read(const RoomEntry& entry, Room& room, bool is_new) {
    const auto was = room.kind;
    if (is_new && entry.link && !clears(*entry.link)) { room.kind = RoomKind::is_virtual; }
    if (const auto kind = values_.choice(entry.kind, "the kind", {"in-person", "virtual"})) {
        room.kind = *kind == 0 ? RoomKind::in_person : RoomKind::is_virtual;
    }
    const bool is_virtual = room.kind == RoomKind::is_virtual;
    if (was != room.kind) {  // what the other kind has, goes
        if (is_virtual) {
            room.address.clear();
        } else {
            room.link.clear();
        }
        room.capacity = 1;
    }
    const auto misfit = [&](const Given& given, std::string_view what) {
        if (!given || clears(*given)) { return false; }
        values_.problem(
            given->spot, (is_virtual ? "a virtual room has no " : "an in-person room has no ") + std::string{what},
            is_virtual ? "leave it out, or make the room in-person" : "leave it out, or make the room virtual");
        return true;
    };
    if (!is_virtual && misfit(entry.link, "link")) { return; }
    if (is_virtual && (misfit(entry.address, "address") || misfit(entry.capacity, "capacity"))) { return; }
    values_.text(entry.address, "the address", room.address);
    values_.link(entry.link, room.link);
    constexpr int largest_capacity = 1000;
    values_.number_or_usual(entry.capacity, "the capacity", {1, largest_capacity, 1}, room.capacity);
    values_.yes_or_no(entry.archived, "archived", room.archived);
}

void SettingsPlanner::plan_services() {
    if (!settings_.services) { return; }
    if (!practice_) { return; }  // without a currency there are no prices; that is told already
    for (const auto& entry : *settings_.services) {
        std::string code;
        values_.code(entry.code, "the code of a service", code, true);
        if (!entry.id && !entry.code && !entry.incomplete) {
            values_.problem(entry.spot, "this service has no code", "add code: \"90834\"");
        }
        if (!entry.id && code.empty()) { continue; }
        Service blank{{}, code, {}, Length{0}, Money{0, practice_->currency}, ChargedPer::session, false};
        const auto at = place_of(services_, entry, entry.code, small_letters(code), "service", std::move(blank));
        if (!at) { continue; }
        if (!code.empty()) { rename_service(services_.now[*at], code); }
        read(entry, services_.now[*at], services_.is_new(*at));
    }
    check_unique(services_, "service");
}

/// Fees are agreed for a service, whatever its code is.
void SettingsPlanner::rename_service(Service& service, const std::string& code) {
    const auto carry_over = [&](std::map<std::string, Money>& fees) {
        auto fee = fees.extract(service.code);
        if (fee.empty()) { return; }
        fee.key() = code;
        fees.insert(std::move(fee));
    };
    if (service.code != code) {
        for (auto& professional : professionals_.now) { carry_over(professional.fees); }
        for (auto& client : clients_.now) { carry_over(client.fees); }
    }
    service.code = code;
}

void SettingsPlanner::read(const ServiceEntry& entry, Service& service, bool is_new) {
    values_.text(entry.description, "the description", service.description, 200);
    int length = static_cast<int>(service.length.count());
    values_.number_or_usual(entry.length, "the length, in minutes,", {0, static_cast<int>(kLongestSession.count()), 0},
                            length);
    service.length = Length{length};
    if (is_new && !entry.price && !entry.incomplete) {
        values_.problem(entry.code ? entry.code->spot : entry.spot, "service " + service.code + " has no price",
                        "add a price such as 150.00, or 0 for one that is free of charge");
    }
    values_.price(entry.price, "the price", practice_->currency, service.price);
    if (const auto per = values_.choice(entry.per, "per", {"session", "client"})) {
        service.per = *per == 0 ? ChargedPer::session : ChargedPer::client;
    }
    values_.yes_or_no(entry.archived, "archived", service.archived);
}

void SettingsPlanner::plan_recurrences() {
    if (!settings_.recurrences) { return; }
    for (const auto& entry : *settings_.recurrences) {
        std::string name;
        values_.code(entry.name, "the name of a recurrence", name, false);
        if (!entry.id && !entry.name && !entry.incomplete) {
            values_.problem(entry.spot, "this recurrence has no name", "add name: every-6-weeks");
        }
        if (!entry.id && name.empty()) { continue; }
        const auto at = place_of(recurrences_, entry, entry.name, small_letters(name), "recurrence",
                                 NamedRecurrence{{}, name, {}, false});
        if (!at) { continue; }
        if (!name.empty()) { recurrences_.now[*at].name = name; }
        read(entry, recurrences_.now[*at], recurrences_.is_new(*at));
    }
    check_unique(recurrences_, "recurrence");
}

namespace {

/// "weekly" says what it is; a name must not say otherwise.
bool has_a_meaning(const std::string& name) {
    for (const std::string_view word : {"custom", "single", "never", "once"}) {
        if (small_letters(name) == word) { return true; }
    }
    try {
        static_cast<void>(parse_recurrence(name));
        return true;
    } catch (const Refusal&) { return false; }
}

}  // namespace

void SettingsPlanner::read(const RecurrenceEntry& entry, NamedRecurrence& recurrence, bool is_new) {
    if (entry.name && has_a_meaning(recurrence.name)) {
        values_.problem(entry.name->spot, quoted(recurrence.name) + " has a meaning of its own already",
                        "choose another name, such as every-6-weeks");
    }
    const Spot spot = entry.name ? entry.name->spot : entry.spot;
    const Given& said = entry.rule ? entry.rule : entry.every;
    if (entry.rule && entry.every) {
        values_.problem(entry.every->spot, "this recurrence says twice how often it is",
                        "take 'every' or the other one out");
    } else if (entry.on && !entry.every) {
        values_.problem(entry.on->spot, "'on' says when, but not how often",
                        "add every: 2 weeks, or say it in words: every 2 weeks on tue");
    } else if (!said && is_new && !entry.incomplete) {
        values_.problem(spot, "recurrence " + recurrence.name + " does not say how often it is", "add every: 6 weeks");
    }
    if (said) {
        std::string words{trimmed(said->text)};
        if (!entry.rule && !small_letters(words).starts_with("every")) { words.insert(0, "every "); }
        if (!entry.rule && entry.on) { words += " on " + std::string{trimmed(entry.on->text)}; }
        values_.attempt(said->spot, [&] {
            const auto rule =
                parse_recurrence(words, practice_ ? practice_->week_starts : Weekday{std::chrono::Monday});
            if (rule.count || rule.until) {
                throw misuse("a named recurrence has no end", "leave the end out; each session says when it ends");
            }
            recurrence.rule = rule;
        });
    }
    values_.yes_or_no(entry.archived, "archived", recurrence.archived);
}

}  // namespace practice
