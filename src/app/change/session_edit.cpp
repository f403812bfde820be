// SPDX-License-Identifier: MIT
#include "app/change/session_edit.h"

#include <algorithm>
#include <iterator>

#include "app/booking/cleared_words.h"
#include "app/booking/client_words.h"
#include "app/booking/people_words.h"
#include "app/booking/room_words.h"
#include "app/booking/rule_words.h"
#include "app/booking/service_words.h"
#include "app/booking/session_length.h"
#include "app/change/new_time.h"
#include "app/problems.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/skipping.h"
#include "text/dates/parse_time.h"
#include "text/fold.h"
#include "text/session/except_text.h"
#include "text/wording/change_lines.h"

namespace practice::app {
namespace {

constexpr std::size_t kLongestNote = 2'000;
constexpr std::size_t kLongestRef = 500;

std::string text_or_none(const std::string& word, std::string_view what, std::size_t longest) {
    auto text = says_none(word) ? std::string{} : word;
    text::check_text(text, what, longest);
    return text;
}

/// What the edit is of: a session, or a slot with what it has of its own.
struct Base {
    ProfessionalName professional;
    std::vector<ClientName> clients;
    std::vector<ServiceLine> lines;
    LocalTime start;
};

Base base_of(const Session& session, const ChangeScope& scope, const TimeZone& zone) {
    const auto* one = std::get_if<OneSlot>(&scope);
    const auto occurrence = one != nullptr ? occurrence_at(session, zone, one->slot) : std::nullopt;
    if (!occurrence) { return {session.professional, session.clients, session.lines, session.start}; }
    return {occurrence->professional(), occurrence->clients(), occurrence->lines(), occurrence->local_start};
}

std::vector<ClientName> read_clients(const SessionWords& words, ProfessionalId professional,
                                     const std::vector<ClientName>& present, const Directory& directory) {
    check_client_numbers(words, directory);
    std::vector<ClientName> clients;
    for (std::size_t i = 0; i < words.clients.size(); ++i) {
        refuse_none(words.clients[i], "a client");
        auto client = name_of(named_client(words, i, professional, present, directory));
        if (std::ranges::find(clients, client) != clients.end()) {
            throw misuse(client.name + " is named twice", "name each client once");
        }
        clients.push_back(std::move(client));
    }
    return clients;
}

SessionWords at_usual_prices(const std::vector<ServiceLine>& lines) {
    SessionWords words;
    for (const auto& line : lines) { words.services.push_back(line.code + ":" + std::to_string(line.units)); }
    return words;
}

/// New services with their usual prices; or the same ones, with another price or other modifiers.
std::optional<std::vector<ServiceLine>> read_new_lines(const SessionWords& words, const Base& base,
                                                       const SessionEdit& edit, const Office& office,
                                                       const Directory& directory) {
    const auto clients = edit.clients.value_or(base.clients);
    const auto& professional = directory.with_id(edit.professional.value_or(base.professional).id);
    const bool clears = std::ranges::any_of(words.modifiers, [](const std::string& word) { return says_none(word); });
    if (!words.services.empty()) {
        refuse_none(words.services.front(), "a service");
        auto given = words;
        if (clears) { given.modifiers.clear(); }
        return read_lines(given, {&professional, clients}, office, directory);
    }
    if (!words.price && words.modifiers.empty() && !edit.clients) { return std::nullopt; }
    auto lines = base.lines;
    if (words.price && says_none(*words.price)) {
        const auto usual = read_lines(at_usual_prices(base.lines), {&professional, clients}, office, directory);
        for (std::size_t i = 0; i < lines.size(); ++i) { lines[i].price = usual[i].price; }
    } else if (words.price) {
        if (lines.size() != 1) {
            throw misuse("`price` is for one service, and there are " + std::to_string(lines.size()),
                         "give all of them with their prices: `service CODE=PRICE`");
        }
        lines.front().price = parse_money(*words.price, lines.front().price.currency);
    }
    if (!words.modifiers.empty()) {
        for (auto& line : lines) { line.modifiers.clear(); }
        if (!clears) { read_modifiers(words, lines); }
    }
    if (!total(lines, clients.size(), office.require_practice().currency)) {
        throw misuse("the price of the session is too large to be kept", "give a smaller price or fewer units");
    }
    return lines == base.lines ? std::nullopt : std::optional{std::move(lines)};
}

std::optional<NewEnd> read_end(const SessionWords& words, const text::Now& now) {
    refuse_two_ends(words);
    const bool never = words.ends && says_never(*words.ends);
    if (const auto held = read_held(words)) { return HeldDates{*held}; }
    if (words.times && !says_none(*words.times)) {
        return text::parse_number(*words.times, "`times`", 1, kLargestCount);
    }
    if (words.times || words.held || never) { return NeverEnds{}; }
    if (words.ends) { return text::parse_date(*words.ends, now); }
    return std::nullopt;
}

void read_recurrence(const SessionWords& words, const Base& base, const TimeZone& zone, const Office& office,
                     const Directory& directory, SessionEdit& edit) {
    const auto week_starts = office.require_practice().week_starts;
    const text::Now now{zone.to_local(office.now), week_starts, &zone};
    edit.end = of_field(words.ends ? "ends" : words.held ? "held" : "times", [&] { return read_end(words, now); });
    if (words.except) {
        edit.excluded = of_field("except", [&] {
            return says_none(*words.except) ? std::vector<Date>{} : text::parse_dates(*words.except, now);
        });
    }
    auto rule_words = words;
    rule_words.ends.reset();
    rule_words.times.reset();
    rule_words.held.reset();
    const auto time = edit.time.time.value_or(time_of_day(base.start));
    const auto rule = of_field(words.rrule ? "rrule" : "repeat",
                               [&] { return read_rule(rule_words, now, zone, time, week_starts, directory); });
    if (!words.repeat && !words.rrule) { return; }
    if (rule && (rule->count || rule->until) && edit.end) {
        throw misuse("the rule has an end of its own", "leave out `ends`, `times` and `held`, or the rule's end");
    }
    if (!rule && (edit.end || edit.excluded)) {
        throw misuse("a single session has no end and no dates to leave out",
                     "leave out `ends`, `times`, `held` and `except`");
    }
    edit.rule = NewRule{rule};
}

}  // namespace

SessionEdit read_edit(const SessionWords& words, const Session& session, const ChangeScope& scope, Office& office,
                      const Directory& directory) {
    SessionEdit edit;
    edit.adds_past = words.allow_past;
    Problems problems;
    const auto read = [&](std::string_view field, auto&& into) {
        problems.attempt(
            [&] {
                into();
                return true;
            },
            field);
    };
    read("time-zone", [&] {
        refuse_none(words.time_zone, "a time zone");
        if (words.time_zone) { edit.time_zone = office.named_zone(*words.time_zone).name(); }
    });
    const auto& zone = office.zone(edit.time_zone.value_or(session.time_zone));
    const auto base = base_of(session, scope, office.zone(session.time_zone));
    read("professional", [&] {
        refuse_none(words.professional, "a professional");
        if (words.professional) { edit.professional = name_of(directory.find_professional(*words.professional)); }
    });
    const auto professional = edit.professional.value_or(base.professional).id;
    read("client", [&] {
        if (!words.clients.empty()) { edit.clients = read_clients(words, professional, base.clients, directory); }
    });
    read("service", [&] { edit.lines = read_new_lines(words, base, edit, office, directory); });
    read("room", [&] {
        refuse_none(words.room, "a room");
        if (words.room || words.is_virtual) {
            edit.room = read_rooms(words, directory.with_id(professional), office, directory).front();
        }
    });
    read("length", [&] {
        const auto* one = std::get_if<OneSlot>(&scope);
        const auto slot =
            one != nullptr ? occurrence_at(session, office.zone(session.time_zone), one->slot) : std::nullopt;
        read_new_length(words.length, session, slot, directory, edit);
    });
    read("note", [&] {
        if (words.note) { edit.note = text_or_none(*words.note, "the note", kLongestNote); }
    });
    read("ref", [&] {
        if (words.ref) { edit.ref = text_or_none(*words.ref, "the ref", kLongestRef); }
    });
    read("at", [&] {
        refuse_none(words.at, "a time");
        edit.time = read_new_time(words, session, scope, edit, office, directory);
    });
    read({}, [&] { read_recurrence(words, base, zone, office, directory, edit); });
    problems.raise_if_any();
    return edit;
}

std::vector<std::string> left_out_notes(const SessionEdit& edit, const Session& before, const ChangePlan& plan) {
    std::vector<std::string> notes;
    const auto& becomes = plan.continuation ? plan.continuation : plan.after;
    if (!edit.excluded || !becomes || !becomes->is_series()) { return notes; }
    auto dates = *edit.excluded;
    if (before.is_series()) {
        const auto& left_out = before.recurrence->excluded();
        std::erase_if(dates, [&](Date date) { return std::ranges::binary_search(left_out, date); });
    }
    if (plan.from) {
        const auto none = no_dates_of(*before.recurrence, dates);
        std::vector<Date> early;
        std::ranges::copy_if(dates, std::back_inserter(early), [&](Date date) {
            const bool told = std::ranges::find(plan.kept, date) != plan.kept.end();
            return date < *plan.from && !told && std::ranges::find(none, date) == none.end();
        });
        std::erase_if(dates, [&](Date date) { return std::ranges::find(early, date) != early.end(); });
        if (!early.empty()) {
            notes.push_back(text::dates_in_words(early) + (early.size() == 1 ? " is not" : " are not") +
                            " left out: only what is on " + to_string(*plan.from) + " or later");
        }
    }
    if (auto note = text::left_out_in_vain(*becomes, dates)) { notes.push_back(std::move(*note)); }
    return notes;
}

}  // namespace practice::app
