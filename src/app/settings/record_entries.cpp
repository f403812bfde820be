// SPDX-License-Identifier: MIT
#include "app/settings/record_entries.h"

#include <algorithm>

#include "app/problems.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/settings/settings_plan.h"
#include "text/dates/parse_time.h"

namespace practice::app {
namespace {

template <class Thing>
std::map<std::string, Money> fees_of(const Thing* present) {
    return present != nullptr ? present->fees : std::map<std::string, Money>{};
}

/// `fee CODE=AMOUNT`, CODE=none, none.
std::optional<std::vector<FeeEntry>> fee_entries(const EntryWords& words, const Directory& directory,
                                                 const std::map<std::string, Money>& present) {
    if (!words.has("fee")) { return std::nullopt; }
    std::map<std::string, std::string> fees;
    for (const auto& [code, price] : present) { fees[code] = to_string(price); }
    Problems problems;
    problems.each(words.values("fee"), [&](const std::string& text) {
        if (says_none(text)) {
            fees.clear();
            return;
        }
        const auto equals = text.find('=');
        if (equals == std::string::npos) {
            throw misuse(practice::quoted(text) + " is not a fee",
                         "type it as CODE=AMOUNT, such as 90834=120.00, or CODE=none");
        }
        const auto code = directory.find_service(text.substr(0, equals), Archived::after_current).code;
        const auto price = text.substr(equals + 1);
        if (says_none(price)) {
            fees.erase(code);
        } else {
            fees[code] = price;
        }
    });
    problems.raise_if_any();
    std::vector<FeeEntry> entries;
    for (const auto& [code, price] : fees) { entries.push_back({{code, {}}, {price, {}}}); }
    return entries;
}

/// "2026-12-24..2027-01-02", "dec 24..jan 2", "2026-12-24 14:00..2026-12-24 17:00", "dec 24".
Span<LocalTime> read_span(std::string_view text, const text::Now& now) {
    const auto dots = text.find("..");
    text::WindowWords window_words;
    window_words.from = trimmed(text.substr(0, dots));
    window_words.to = dots == std::string_view::npos ? *window_words.from : trimmed(text.substr(dots + 2));
    const auto window = text::parse_window(window_words, now);
    return {*window.from, *window.to};
}

std::string iso(LocalTime time) {
    if (date_of(time) > kLastDate) { return to_string(kLastDate) + "T24:00"; }  // the day behind it has no name
    return to_string(date_of(time)) + "T" + to_string_time(time_of_day(time));
}

TimeOffEntry time_off_entry(const TimeOff& away) {
    TimeOffEntry entry{{iso(away.span.from), {}}, Written{iso(away.span.to), {}}, std::nullopt};
    if (!away.reason.empty()) { entry.reason = Written{away.reason, {}}; }
    return entry;
}

void remove_time_off(std::vector<TimeOff>& list, std::string_view text, const text::Now& now) {
    if (says_none(text) || is_keyword(text, "all")) {
        list.clear();
        return;
    }
    const auto span = read_span(text, now);
    const auto before = list;
    list.clear();
    for (const auto& away : before) {
        const auto keep = [&](LocalTime from, LocalTime to) {
            if (from < to) { list.push_back({{from, to}, away.reason}); }
        };
        if (!away.span.overlaps(span)) {
            list.push_back(away);
        } else {
            keep(away.span.from, span.from);
            keep(span.to, away.span.to);
        }
    }
    if (list != before) { return; }
    Problem problem{
        "there is no time off at " + practice::quoted(text), "see: practice professional show WHO", std::nullopt, {}};
    for (const auto& away : list) { problem.details.push_back(time_off_text(away.span)); }
    throw Refusal{RefusalKind::not_found, std::move(problem)};
}

std::optional<std::vector<TimeOffEntry>> time_off_entries(const EntryWords& words, const Office& office,
                                                          const Professional* present) {
    const bool removes = present != nullptr && words.has("remove-time-off");
    if (!words.has("add-time-off")) {
        if (!removes) { return std::nullopt; }
    }
    auto list = present != nullptr ? present->time_off : std::vector<TimeOff>{};
    const auto now = office.local_now();
    if (removes) {
        for (const auto& text : words.values("remove-time-off")) { remove_time_off(list, text, now); }
    }
    // What is there already is not there twice, but may be for another reason: a file that is imported again says it.
    const auto there = list.size();
    for (const auto& text : words.values("add-time-off")) {
        const TimeOff wanted{read_span(text, now), words.value("reason").value_or("")};
        const auto end = list.begin() + static_cast<std::ptrdiff_t>(there);
        const auto same = std::ranges::find(list.begin(), end, wanted.span, &TimeOff::span);
        if (same == end) {
            list.push_back(wanted);
        } else if (words.has("reason")) {
            same->reason = wanted.reason;
        }
    }
    std::vector<TimeOffEntry> entries;
    for (const auto& away : list) { entries.push_back(time_off_entry(away)); }
    return entries;
}

/// `professional CODE` (all of them anew), `add-professional`, `remove-professional`.
std::optional<std::vector<Written>> professionals_of(const EntryWords& words, const Directory& directory,
                                                     const Client* present) {
    std::vector<std::string> codes;
    const auto put = [&](const std::string& text) {
        if (!says_none(text)) { codes.push_back(directory.find_professional(text).code); }
    };
    Problems problems;
    if (words.has("professional")) {
        problems.each(words.values("professional"), put);
    } else if (present != nullptr) {
        for (const auto id : present->professionals) { codes.push_back(directory.with_id(id).code); }
    }
    if (present != nullptr) {
        problems.each(words.values("add-professional"), put);
        problems.each(words.values("remove-professional"), [&](const std::string& text) {
            std::erase(codes, directory.find_professional(text, Archived::after_current).code);
        });
    }
    problems.raise_if_any();
    const bool changed = words.has("professional") ||
                         (present != nullptr && (words.has("add-professional") || words.has("remove-professional")));
    if (!changed) { return std::nullopt; }
    std::vector<Written> entries;
    for (const auto& code : codes) { entries.push_back({code, {}}); }
    return entries;
}

}  // namespace

ProfessionalEntry professional_entry(const EntryWords& words, const Office& office, const Directory& directory,
                                     const Professional* present) {
    ProfessionalEntry entry;
    entry.code = words.given("code");
    entry.name = words.given("name");
    entry.email = words.given("email");
    entry.phone = words.given("phone");
    entry.room = words.given("room");
    Problems problems;
    if (entry.room && !says_none(entry.room->text)) {
        problems.attempt([&] { return entry.room->text = directory.find_room(entry.room->text).name.text; });
    }
    if (const auto hours = words.given("hours")) { entry.hours = {HoursEntry{std::nullopt, *hours}}; }
    problems.attempt([&] { return entry.fees = fee_entries(words, directory, fees_of(present)); });
    problems.attempt([&] { return entry.time_off = time_off_entries(words, office, present); });
    problems.raise_if_any();
    return entry;
}

ClientEntry client_entry(const EntryWords& words, const Directory& directory, const Client* present) {
    ClientEntry entry;
    entry.name = words.given("name");
    entry.email = words.given("email");
    entry.phone = words.given("phone");
    entry.note = words.given("note");
    entry.time_zone = words.given("time-zone");
    Problems problems;
    problems.attempt([&] { return entry.professionals = professionals_of(words, directory, present); });
    problems.attempt([&] { return entry.fees = fee_entries(words, directory, fees_of(present)); });
    problems.raise_if_any();
    return entry;
}

RoomEntry room_entry(const EntryWords& words) {
    RoomEntry entry;
    entry.name = words.given("name");
    entry.kind = words.given("kind");
    entry.address = words.given("address");
    entry.link = words.given("link");
    entry.capacity = words.given("capacity");
    return entry;
}

ServiceEntry service_entry(const EntryWords& words) {
    ServiceEntry entry;
    entry.code = words.given("code");
    entry.description = words.given("description");
    entry.length = words.given("length");
    entry.price = words.given("price");
    entry.per = words.given("per");
    return entry;
}

}  // namespace practice::app
