// SPDX-License-Identifier: MIT
// Professionals and clients: what they have several of is given one by one on a command line, and as a whole
// in an entry.
#include <algorithm>

#include "app/problems.h"
#include "cli/flags/entry_words.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/settings/settings_plan.h"
#include "text/dates/parse_time.h"

namespace practice::cli {
namespace {

template <class Thing>
std::map<std::string, Money> fees_of(const Thing* present) {
    return present != nullptr ? present->fees : std::map<std::string, Money>{};
}

/// --fee CODE=AMOUNT, CODE=none, none.
std::optional<std::vector<FeeEntry>> fee_entries(const Arguments& arguments, const Directory& directory,
                                                 const std::map<std::string, Money>& present) {
    if (!arguments.has("--fee")) { return std::nullopt; }
    std::map<std::string, std::string> fees;
    for (const auto& [code, price] : present) { fees[code] = to_string(price); }
    Problems problems;
    problems.each(arguments.values("--fee"), [&](const std::string& text) {
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
    text::WindowWords words;
    words.from = trimmed(text.substr(0, dots));
    words.to = dots == std::string_view::npos ? *words.from : trimmed(text.substr(dots + 2));
    const auto window = text::parse_window(words, now);
    return {*window.from, *window.to};
}

std::string iso(LocalTime time) {
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

std::optional<std::vector<TimeOffEntry>> time_off_entries(const Arguments& arguments, const Context& context,
                                                          const Professional* present) {
    const bool removes = present != nullptr && arguments.has("--remove-time-off");
    if (!arguments.has("--add-time-off")) {
        if (arguments.has("--reason")) { throw misuse("--reason goes with --add-time-off", "give the two together"); }
        if (!removes) { return std::nullopt; }
    }
    auto list = present != nullptr ? present->time_off : std::vector<TimeOff>{};
    const auto now = context.local_now();
    if (removes) {
        for (const auto& text : arguments.values("--remove-time-off")) { remove_time_off(list, text, now); }
    }
    std::vector<TimeOffEntry> entries;
    for (const auto& away : list) { entries.push_back(time_off_entry(away)); }
    for (const auto& text : arguments.values("--add-time-off")) {
        entries.push_back(time_off_entry({read_span(text, now), arguments.value("--reason").value_or("")}));
    }
    return entries;
}

OptionSpec flag(std::string_view name, std::string_view value, std::string_view help, Takes takes = Takes::one_value,
                ValueKind kind = ValueKind::plain) {
    return {name, value, takes, help, "", kind};
}

/// --professional CODE (all of them anew), --add-professional, --remove-professional.
std::optional<std::vector<Written>> professionals_of(const Arguments& arguments, const Directory& directory,
                                                     const Client* present) {
    std::vector<std::string> codes;
    const auto put = [&](const std::string& text) {
        if (!says_none(text)) { codes.push_back(directory.find_professional(text).code); }
    };
    Problems problems;
    if (arguments.has("--professional")) {
        problems.each(arguments.values("--professional"), put);
    } else if (present != nullptr) {
        for (const auto id : present->professionals) { codes.push_back(directory.with_id(id).code); }
    }
    if (present != nullptr) {
        problems.each(arguments.values("--add-professional"), put);
        problems.each(arguments.values("--remove-professional"), [&](const std::string& text) {
            std::erase(codes, directory.find_professional(text, Archived::after_current).code);
        });
    }
    problems.raise_if_any();
    const bool changed =
        arguments.has("--professional") ||
        (present != nullptr && (arguments.has("--add-professional") || arguments.has("--remove-professional")));
    if (!changed) { return std::nullopt; }
    std::vector<Written> entries;
    for (const auto& code : codes) { entries.push_back({code, {}}); }
    return entries;
}

}  // namespace

std::vector<OptionSpec> professional_flags(Verb verb) {
    const bool edit = verb == Verb::edit;
    std::vector<OptionSpec> flags{
        flag("--code", "CODE",
             edit ? "another code" : "a short word that names them; their family name, when not given"),
        flag("--name", "NAME", "the full name"),
        flag("--email", "ADDRESS", "the email address"),
        flag("--phone", "NUMBER", "the phone number"),
        flag("--room", "NAME", "the usual room", Takes::one_value, ValueKind::room),
        flag("--hours", "HOURS",
             edit ? "working hours: 'mon-thu 09:00-17:00; fri 09:00-13:00'"
                  : "working hours: 'mon-thu 09:00-17:00; fri 09:00-13:00'; mon-fri 09:00-17:00, when not given"),
        flag("--fee", "CODE=AMOUNT", "their own price of a service; CODE=none takes it away", Takes::many_values,
             ValueKind::fee),
        flag("--add-time-off", "FROM..TO", "away, from the first day to the last: 2026-12-24..2027-01-02",
             Takes::many_values, ValueKind::date),
        flag("--reason", "TEXT", "why, of the time off that is added"),
    };
    if (edit) {
        flags.push_back(flag("--remove-time-off", "FROM..TO", "not away then after all; 'all' for none any more",
                             Takes::many_values, ValueKind::date));
    }
    return flags;
}

ProfessionalEntry professional_entry(const Arguments& arguments, const Context& context, const Directory& directory,
                                     const Professional* present) {
    ProfessionalEntry entry;
    entry.code = given(arguments, "--code");
    entry.name = given(arguments, "--name");
    entry.email = given(arguments, "--email");
    entry.phone = given(arguments, "--phone");
    entry.room = given(arguments, "--room");
    Problems problems;
    if (entry.room && !says_none(entry.room->text)) {
        problems.attempt([&] { return entry.room->text = directory.find_room(entry.room->text).name.text; });
    }
    if (const auto hours = given(arguments, "--hours")) { entry.hours = {HoursEntry{std::nullopt, *hours}}; }
    problems.attempt([&] { return entry.fees = fee_entries(arguments, directory, fees_of(present)); });
    problems.attempt([&] { return entry.time_off = time_off_entries(arguments, context, present); });
    problems.raise_if_any();
    return entry;
}

std::vector<OptionSpec> client_flags(Verb verb) {
    const bool edit = verb == Verb::edit;
    std::vector<OptionSpec> flags{
        flag("--name", "NAME", edit ? "another name" : "the full name, instead of the word NAME"),
        flag("--professional", "CODE", edit ? "whose client, all of them anew" : "whose client; you, when not given",
             Takes::many_values, ValueKind::professional),
        flag("--email", "ADDRESS", "the email address"),
        flag("--phone", "NUMBER", "the phone number"),
        flag("--fee", "CODE=AMOUNT", "the price agreed for a service; CODE=none takes it away", Takes::many_values,
             ValueKind::fee),
        flag("--note", "TEXT", "an administrative note, never a clinical one"),
        flag("--time-zone", "ZONE", "where they live, for invitations; the practice's, when not given",
             Takes::one_value, ValueKind::time_zone),
    };
    if (edit) {
        flags.push_back(
            flag("--add-professional", "CODE", "this one's client too", Takes::many_values, ValueKind::professional));
        flags.push_back(flag("--remove-professional", "CODE", "no longer this one's client", Takes::many_values,
                             ValueKind::professional));
    } else {
        flags.push_back(flag("--allow-duplicate", "", "although another client has that name", Takes::nothing));
    }
    return flags;
}

ClientEntry client_entry(const Arguments& arguments, const Directory& directory, const Client* present) {
    ClientEntry entry;
    entry.name = given(arguments, "--name");
    entry.email = given(arguments, "--email");
    entry.phone = given(arguments, "--phone");
    entry.note = given(arguments, "--note");
    entry.time_zone = given(arguments, "--time-zone");
    Problems problems;
    problems.attempt([&] { return entry.professionals = professionals_of(arguments, directory, present); });
    problems.attempt([&] { return entry.fees = fee_entries(arguments, directory, fees_of(present)); });
    problems.raise_if_any();
    return entry;
}

}  // namespace practice::cli
