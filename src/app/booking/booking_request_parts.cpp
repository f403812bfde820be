// SPDX-License-Identifier: MIT
// The parts of session_request.h: people, services, rooms, rules.
#include <algorithm>

#include "app/booking/booking_request.h"
#include "app/booking/client_words.h"
#include "app/problems.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "text/fold.h"
#include "text/format_time.h"
#include "text/hint_words.h"

namespace practice::app {
namespace {

constexpr int kMostUnits = 999;
constexpr std::size_t kMostClients = 100;
constexpr std::size_t kMostServices = 50;

std::string shown(std::string_view text) {
    return "'" + text::harmless(text::cut(text, 40)) + "'";
}

const Professional* professional_given(const SessionWords& words, const Office& office, const Directory& directory) {
    if (words.professional) { return &directory.find_professional(*words.professional); }
    if (const auto own = office.configuration.get("professional")) { return &directory.find_professional(*own); }
    const Professional* only = nullptr;
    for (const auto& professional : directory.professionals()) {
        if (professional.archived) { continue; }
        if (only != nullptr) { return nullptr; }
        only = &professional;
    }
    return only;
}

/// The one professional that all of the clients share.
const Professional& professional_of(const std::vector<const Client*>& clients, const Directory& directory) {
    std::vector<ProfessionalId> shared;
    for (const auto id : clients.front()->professionals) {
        const bool all = std::ranges::all_of(clients, [id](const Client* client) {
            return std::ranges::find(client->professionals, id) != client->professionals.end();
        });
        if (all && !directory.with_id(id).archived) { shared.push_back(id); }
    }
    if (shared.size() == 1) { return directory.with_id(shared.front()); }
    std::string codes;
    for (const auto& professional : directory.professionals()) {
        if (!professional.archived) { codes += (codes.empty() ? "" : ", ") + professional.code; }
    }
    if (codes.empty() && !directory.professionals().empty()) {
        throw misuse("all professionals are archived",
                     "bring one back: practice professional unarchive " + directory.professionals().front().code);
    }
    if (codes.empty()) {
        throw misuse("there is no professional yet", "add one: practice professional add CODE `name NAME`");
    }
    throw misuse("which professional is not said",
                 "add `professional CODE` (" + text::cut(codes, 200) +
                     "), or set 'professional:' in your configuration or PRACTICE_PROFESSIONAL");
}

struct ServiceWord {
    std::string code;
    int units = 1;
    std::optional<std::string> price;
};

ServiceWord read_service_word(const std::string& word) {
    ServiceWord read;
    std::string_view rest = word;
    if (const auto equals = rest.find('='); equals != std::string_view::npos) {
        read.price = std::string{rest.substr(equals + 1)};
        rest = rest.substr(0, equals);
    }
    if (const auto colon = rest.find(':'); colon != std::string_view::npos) {
        read.units = text::parse_number(rest.substr(colon + 1), "the number of units", 1, kMostUnits);
        rest = rest.substr(0, colon);
    }
    read.code = std::string{rest};
    return read;
}

Money line_price(const ServiceWord& word, const Service& service, const SessionWords& words, const People& people,
                 const Office& office, const Directory& directory) {
    const auto currency = office.require_practice().currency;
    if (word.price) { return parse_money(*word.price, currency); }
    if (words.price && !says_none(*words.price)) {
        return of_field("price", [&] { return parse_money(*words.price, currency); });
    }
    std::vector<const std::map<std::string, Money>*> fees;
    for (const auto& client : people.clients) { fees.push_back(&directory.with_id(client.id).fees); }
    if (const auto usual = usual_price(service, *people.professional, fees)) { return *usual; }
    throw misuse("the clients have agreed to different fees for " + service.code,
                 "say the price: `service` " + service.code + "=" + to_string(service.price));
}

Refusal all_archived(const std::string& rooms, const Room& one) {
    return Refusal{RefusalKind::not_found, "all " + rooms + " are archived",
                   "bring one back: practice room unarchive " + text::shell_word(one.name.text)};
}

const Room& virtual_room(const Professional& professional, const Directory& directory) {
    if (professional.room) {
        const auto& usual = directory.with_id(*professional.room);
        if (usual.kind == RoomKind::is_virtual && !usual.archived) { return usual; }
    }
    const Room* archived = nullptr;
    for (const auto& room : directory.rooms()) {
        if (room.kind != RoomKind::is_virtual) { continue; }
        if (!room.archived) { return room; }
        if (archived == nullptr) { archived = &room; }
    }
    if (archived != nullptr) { throw all_archived("virtual rooms", *archived); }
    throw Refusal{RefusalKind::not_found, "there is no virtual room yet",
                  "add one: practice room add Video `kind virtual` `link https://...`"};
}

void set_end(RecurrenceRule& rule, const SessionWords& words, const text::Now& now) {
    refuse_two_ends(words);
    const bool ends = words.ends && !says_never(*words.ends);
    const bool times = words.times && !says_none(*words.times);
    if ((words.ends || words.times || words.held) && (rule.count || rule.until)) {
        throw misuse("the rule has an end of its own", "leave out `ends`, `times` and `held`, or the rule's end");
    }
    if (times) {
        rule.count = of_field("times", [&] { return text::parse_number(*words.times, "`times`", 1, kLargestCount); });
    }
    if (ends) {
        rule.until = of_field("ends", [&] { return text::parse_date(*words.ends, now); });
    }
}

}  // namespace

void refuse_two_ends(const SessionWords& words) {
    const bool ends = words.ends && !says_never(*words.ends);
    const bool times = words.times && !says_none(*words.times);
    const auto both = [](std::string_view a, std::string_view b) {
        return misuse(std::string{a} + " and " + std::string{b} + " contradict each other", "give one of them");
    };
    if (ends && times) { throw both("`ends`", "`times`"); }
    if (ends && words.held) { throw both("`ends`", "`held`"); }
    if (times && words.held) { throw both("`times`", "`held`"); }
}

std::optional<int> read_held(const SessionWords& words) {
    if (!words.held || says_none(*words.held)) { return std::nullopt; }
    return of_field("held", [&] { return text::parse_number(*words.held, "`held`", 1, kLargestCount); });
}

void read_modifiers(const SessionWords& words, std::vector<ServiceLine>& lines) {
    for (const auto& word : words.modifiers) {
        if (says_none(word)) { continue; }
        const auto equals = word.find('=');
        const auto code = equals == std::string::npos ? std::string{} : word.substr(0, equals);
        std::string modifier = equals == std::string::npos ? word : word.substr(equals + 1);
        const bool plain = modifier.size() == 2 && std::ranges::all_of(modifier, [](char c) {
                               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                           });
        if (!plain) { throw misuse(shown(word) + " is not a modifier", "use two letters or digits, such as 95 or GT"); }
        for (auto& c : modifier) {
            if (c >= 'a' && c <= 'z') { c = static_cast<char>(c - 'a' + 'A'); }
        }
        const auto line =
            std::ranges::find_if(lines, [&](const ServiceLine& l) { return code.empty() || l.code == code; });
        if (line == lines.end()) {
            throw misuse(shown(code) + " is not one of the services", "use CODE=MOD with a code given by `service`");
        }
        if (code.empty() && lines.size() > 1) {
            throw misuse("which service the modifier " + modifier + " belongs to is not said",
                         "use `modifier` " + lines.front().code + "=" + modifier);
        }
        line->modifiers.push_back(modifier);
    }
}

People read_people(const SessionWords& words, const Office& office, const Directory& directory) {
    Problems problems;
    const auto* professional =
        problems.attempt([&] { return professional_given(words, office, directory); }, "professional")
            .value_or(nullptr);
    if (words.clients.empty()) {
        throw misuse("a client is needed", "add `client NAME`; 'practice client list' shows them");
    }
    if (words.clients.size() > kMostClients) { throw misuse("a session has at most 100 clients"); }
    check_client_numbers(words, directory);
    std::vector<const Client*> clients;
    for (std::size_t i = 0; i < words.clients.size(); ++i) {
        const auto of = professional != nullptr ? std::optional{professional->id} : std::nullopt;
        const auto client = problems.attempt([&] { return &named_client(words, i, of, {}, directory); });
        if (client && std::ranges::find(clients, *client) != clients.end()) {
            problems.attempt(
                [&]() -> int { throw misuse((*client)->name.text + " is named twice", "name each client once"); });
        }
        if (client) { clients.push_back(*client); }
    }
    problems.raise_if_any();
    People people;
    people.professional = professional != nullptr ? professional : &professional_of(clients, directory);
    for (const auto* client : clients) { people.clients.push_back(name_of(*client)); }
    return people;
}

std::vector<ServiceLine> read_lines(const SessionWords& words, const People& people, const Office& office,
                                    const Directory& directory) {
    std::vector<std::string> usual;
    if (words.services.empty()) {
        if (const auto configured = office.configuration.get("service")) { usual.push_back(*configured); }
    }
    const auto& services = words.services.empty() ? usual : words.services;
    if (services.empty()) {
        throw misuse("a service is needed", "add `service CODE`; 'practice service list' shows them");
    }
    if (services.size() > kMostServices) { throw misuse("a session has at most 50 services"); }
    if (words.price && services.size() > 1) {
        throw misuse("`price` is for one service, and there are " + std::to_string(services.size()),
                     "give each its own: `service CODE=PRICE`");
    }
    std::vector<ServiceLine> lines;
    for (const auto& text : services) {
        const auto word = read_service_word(text);
        if (word.price && words.price) { throw misuse("the price is given twice", "leave out `price`"); }
        const auto& service = directory.find_service(word.code);
        ServiceLine line{service.id, service.code, service.description, word.units, {0, service.price.currency},
                         {},         service.per};
        line.price = line_price(word, service, words, people, office, directory);
        lines.push_back(std::move(line));
    }
    read_modifiers(words, lines);
    if (!total(lines, people.clients.size(), office.require_practice().currency)) {
        throw misuse("the price of the session is too large to be kept", "give a smaller price or fewer units");
    }
    return lines;
}

std::vector<RoomName> read_rooms(const SessionWords& words, const Professional& professional, const Office& office,
                                 const Directory& directory) {
    if (words.room && words.is_virtual) {
        const auto& room = directory.find_room(*words.room);
        if (room.kind != RoomKind::is_virtual) {
            throw misuse(room.name.text + " is not a virtual room", "give `room` or `virtual`, not both");
        }
        return {name_of(room)};
    }
    if (words.room) { return {name_of(directory.find_room(*words.room))}; }
    if (words.is_virtual) { return {name_of(virtual_room(professional, directory))}; }
    if (professional.room && !directory.with_id(*professional.room).archived) {
        return {name_of(directory.with_id(*professional.room))};
    }
    if (const auto configured = office.configuration.get("room")) {
        return {name_of(directory.find_room(*configured))};
    }
    std::vector<RoomName> rooms;
    for (const auto kind : {RoomKind::in_person, RoomKind::is_virtual}) {
        for (const auto& room : directory.rooms()) {
            if (room.kind == kind && !room.archived) { rooms.push_back(name_of(room)); }
        }
        if (!rooms.empty()) { return rooms; }
    }
    if (!directory.rooms().empty()) { throw all_archived("rooms", directory.rooms().front()); }
    throw Refusal{RefusalKind::not_found, "there is no room yet", "add one: practice room add 'Room 1'"};
}

std::optional<RecurrenceRule> read_rule(const SessionWords& words, const text::Now& now, const TimeZone& zone,
                                        std::optional<TimeOfDay> start, Weekday week_starts,
                                        const Directory& directory) {
    const bool custom_parts = words.every || words.unit || words.on;
    if (words.repeat && words.rrule) { throw misuse("`repeat` and `rrule` contradict each other", "give one of them"); }
    const bool custom = words.repeat && is_keyword(*words.repeat, "custom");
    if (custom_parts && !custom) {
        throw misuse("`every`, `unit` and `on` belong to `repeat custom`", "add `repeat custom`");
    }
    const bool single = words.rrule ? says_none(*words.rrule) : !words.repeat || says_single(*words.repeat);
    if (single) {
        if ((words.ends && !says_never(*words.ends)) || (words.times && !says_none(*words.times)) || words.held) {
            throw misuse("an end is given, but no recurrence",
                         "add `repeat weekly`, or leave out `ends`, `times` and `held`");
        }
        return std::nullopt;
    }
    RecurrenceRule rule;
    if (custom) {
        rule = parse_custom_recurrence(words.every.value_or("1"), words.unit.value_or("week"), words.on.value_or(""),
                                       week_starts);
    } else if (words.rrule || looks_like_rrule(*words.repeat)) {
        constexpr TimeOfDay end_of_day{std::chrono::hours{24} - std::chrono::seconds{1}};
        rule = resolve_until(parse_rrule(words.rrule ? *words.rrule : *words.repeat), start.value_or(end_of_day), zone);
    } else if (const auto* named = directory.recurrence_named(*words.repeat)) {
        rule = named->rule;
    } else {
        rule = parse_recurrence(*words.repeat, week_starts);
    }
    set_end(rule, words, now);
    return normalized(rule);
}

void check_rule(Date earliest, const RecurrenceRule& rule) {
    if (rule.until && *rule.until < earliest) {
        throw misuse("the series would end on " + text::weekday_date(*rule.until) + ", before it begins on " +
                         text::weekday_date(earliest) + " or later",
                     "give a later `ends`, or an earlier `at`");
    }
    if (Recurrence{earliest, rule}.first()) { return; }
    if (earliest >= kLastDate) {  // later on that day it may be the year 10000 elsewhere
        const auto last = to_string(kLastDate - std::chrono::days{1});
        throw misuse("no series begins on " + to_string(earliest) + ": " + last + " is the last day that has sessions",
                     "give an earlier time: `at '" + last + " 9:00'`, or one before that");
    }
    auto endless = rule;
    endless.until.reset();
    if (const auto first = rule.until ? Recurrence{earliest, endless}.first() : std::nullopt) {
        throw misuse("the series would end on " + text::weekday_date(*rule.until) + ", before its first date, " +
                         text::weekday_date(*first),
                     "give a later end: `ends " + to_string(*first) + "`, or an earlier `at`");
    }
    throw misuse("'" + to_words(rule) + "' never has a date", "give another rule, such as `repeat monthly`");
}

void check_start_on_rule(Date start, std::optional<TimeOfDay> time, const RecurrenceRule& rule) {
    check_rule(start, rule);
    const auto first = *Recurrence{start, rule}.first();
    if (first != start) {
        throw misuse(text::weekday_date(start) + " is not a date of '" + to_words(rule) + "'",
                     "begin on " + text::weekday_date(first) + ": `at` '" + to_string(first) +
                         (time ? " " + to_string_time(*time) : std::string{}) + "', or change the rule");
    }
}

void check_not_past(LocalTime start, const TimeZone& zone, Instant now, bool allowed) {
    if (!allowed && zone.to_instant(start) < now) {
        throw misuse(text::weekday_date(date_of(start)) + " " + to_string_time(time_of_day(start)) + " is in the past",
                     "give a later time, or add `allow-past`");
    }
}

}  // namespace practice::app
