// SPDX-License-Identifier: MIT
// Things as lists of fields for people: what a change was before and is after.
#include <algorithm>

#include "domain/settings/settings_shelf.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"

namespace practice {
namespace {

std::string with_currency(Money amount) {
    return to_string(amount) + " " + std::string{amount.currency.code()};
}

std::string yes_or_no(bool value) {
    return value ? "yes" : "no";
}

std::string fees_text(const std::map<std::string, Money>& fees) {
    std::string out;
    for (const auto& [code, price] : fees) { out += (out.empty() ? "" : ", ") + code + "=" + to_string(price); }
    return out;
}

std::string time_off_list(const std::vector<TimeOff>& list) {
    std::string out;
    for (const auto& away : list) {
        out += (out.empty() ? "" : "; ") + time_off_text(away.span);
        if (!away.reason.empty()) { out += " (" + away.reason + ")"; }
    }
    return out;
}

template <class Thing>
const Thing* with_id(const std::vector<Thing>& all, decltype(Thing::id) id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Thing& thing) { return thing.id == id; });
    return found == all.end() ? nullptr : &*found;
}

std::string minute_text(LocalTime time) {
    return to_string(date_of(time)) + "T" + to_string_time(time_of_day(time));
}

}  // namespace

std::string time_off_text(const Span<LocalTime>& span) {
    const bool whole_days = time_of_day(span.from) == TimeOfDay{0} && time_of_day(span.to) == TimeOfDay{0};
    if (!whole_days) { return minute_text(span.from) + ".." + minute_text(span.to); }
    const Date first = date_of(span.from);
    const Date last = date_of(span.to) - std::chrono::days{1};
    return first == last ? to_string(first) : to_string(first) + ".." + to_string(last);
}

std::vector<Field> fields_of(const Practice& practice) {
    return {{"name", practice.name},
            {"time-zone", practice.time_zone},
            {"currency", std::string{practice.currency.code()}},
            {"week-starts", small_letters(long_name(practice.week_starts))},
            {"slot", std::to_string(practice.slot.count())}};
}

std::vector<Field> fields_of(const Room& room) {
    const bool in_person = room.kind == RoomKind::in_person;
    return {{"name", room.name.text},
            {"kind", std::string{to_string(room.kind)}},
            {"capacity", in_person ? std::to_string(room.capacity) : std::string{}},
            {"address", room.address},
            {"link", room.link},
            {"archived", yes_or_no(room.archived)}};
}

std::vector<Field> fields_of(const Service& service) {
    return {{"code", service.code},
            {"description", service.description},
            {"length", std::to_string(service.length.count())},
            {"price", with_currency(service.price)},
            {"per", service.per == ChargedPer::client ? "client" : "session"},
            {"archived", yes_or_no(service.archived)}};
}

std::vector<Field> fields_of(const NamedRecurrence& recurrence) {
    return {
        {"name", recurrence.name}, {"rule", to_words(recurrence.rule)}, {"archived", yes_or_no(recurrence.archived)}};
}

std::vector<Field> fields_of(const Professional& professional, const std::vector<Room>& rooms) {
    const auto* room = professional.room ? with_id(rooms, *professional.room) : nullptr;
    return {{"code", professional.code},
            {"name", professional.name.text},
            {"email", professional.email},
            {"phone", professional.phone},
            {"room", room != nullptr ? room->name.text : std::string{}},
            {"hours", to_string(professional.hours)},
            {"fees", fees_text(professional.fees)},
            {"time-off", time_off_list(professional.time_off)},
            {"archived", yes_or_no(professional.archived)}};
}

std::vector<Field> fields_of(const Client& client, const std::vector<Professional>& professionals) {
    std::string codes;
    for (const auto id : client.professionals) {
        const auto* professional = with_id(professionals, id);
        if (professional != nullptr) { codes += (codes.empty() ? "" : ", ") + professional->code; }
    }
    return {{"name", client.name.text},       {"professionals", codes},
            {"email", client.email},          {"phone", client.phone},
            {"fees", fees_text(client.fees)}, {"note", client.note},
            {"time-zone", client.time_zone},  {"archived", yes_or_no(client.archived)}};
}

std::vector<FieldChange> differences(const std::vector<Field>& before, const std::vector<Field>& after) {
    std::vector<FieldChange> out;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i].text != after[i].text) { out.push_back({before[i].name, before[i].text, after[i].text}); }
    }
    return out;
}

std::vector<FieldChange> additions(const std::vector<Field>& after, const std::string& key, const std::string& name) {
    std::vector<FieldChange> out;
    for (const auto& field : after) {
        const bool told_already = field.text == key || field.text == name;
        const bool usual = field.name == "archived" && field.text == "no";
        if (!field.text.empty() && !told_already && !usual) { out.push_back({field.name, {}, field.text}); }
    }
    return out;
}

std::string match_key(const Room& room) {
    return room.name.folded;
}
std::string match_key(const Service& service) {
    return small_letters(service.code);
}
std::string match_key(const NamedRecurrence& recurrence) {
    return small_letters(recurrence.name);
}
std::string match_key(const Professional& professional) {
    return small_letters(professional.code);
}
std::string match_key(const Client& client) {
    return client.name.text;
}

std::pair<std::string, std::string> key_and_name(const Room& room) {
    return {room.name.text, room.name.text};
}
std::pair<std::string, std::string> key_and_name(const Service& service) {
    return {service.code, service.description};
}
std::pair<std::string, std::string> key_and_name(const NamedRecurrence& recurrence) {
    return {recurrence.name, recurrence.name};
}
std::pair<std::string, std::string> key_and_name(const Professional& professional) {
    return {professional.code, professional.name.text};
}
std::pair<std::string, std::string> key_and_name(const Client& client) {
    return {client.id.stored() ? std::to_string(client.id.value) : std::string{}, client.name.text};
}

}  // namespace practice
