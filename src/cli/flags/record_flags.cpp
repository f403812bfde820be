// SPDX-License-Identifier: MIT
#include "cli/flags/record_flags.h"

#include <algorithm>

namespace practice::cli {
namespace {

/// Of a name; nothing is changed by it alone.
constexpr std::string_view kAllowDuplicate = "--allow-duplicate";

OptionSpec flag(std::string_view name, std::string_view value, std::string_view help, Takes takes = Takes::one_value,
                ValueKind kind = ValueKind::plain) {
    return {name, value, takes, help, "", kind};
}

}  // namespace

Given given(const Arguments& arguments, std::string_view option) {
    const auto value = arguments.value(option);
    return value ? Given{Written{*value, {}}} : std::nullopt;
}

EntryWords entry_words(const Arguments& arguments) {
    EntryWords words;
    for (const auto& option : arguments.command().options) {
        if (arguments.has(option.name)) { words.put(option.name.substr(2), arguments.values(option.name)); }
    }
    if (words.has("reason") && !words.has("add-time-off")) {
        throw misuse("--reason goes with --add-time-off", "give the two together");
    }
    return words;
}

void require_a_change(const Arguments& arguments) {
    const auto& command = arguments.command();
    std::string flags;
    for (const auto& option : command.options) {
        if (option.name == kAllowDuplicate) { continue; }
        if (arguments.has(option.name)) { return; }
        flags += (flags.empty() ? "" : ", ") + std::string{option.name};
    }
    throw misuse("nothing to change was given", "say what with one of " + flags);
}

std::vector<OptionSpec> room_flags(Verb verb) {
    using enum Takes;
    const bool edit = verb == Verb::edit;
    return {
        {"--name", "NAME", one_value, edit ? "call it something else" : "the name, instead of the word NAME"},
        {"--kind", "KIND", one_value,
         edit ? "a room with a link is virtual" : "in person (the usual) or virtual; a room with a link is virtual", "",
         ValueKind::choice, "in-person|virtual"},
        {"--address", "TEXT", one_value, "where it is; of a room in person"},
        {"--link", "URL", one_value, "how to join; of a virtual room"},
        {"--capacity", "N", one_value,
         edit ? "how many sessions it holds at once" : "how many sessions it holds at once; 1, when not given"},
    };
}

std::vector<OptionSpec> service_flags(Verb verb) {
    using enum Takes;
    const bool edit = verb == Verb::edit;
    return {
        {"--code", "CODE", one_value, edit ? "another code; fees for it stay" : "the code, instead of the word CODE"},
        {"--description", "TEXT", one_value, "what it is"},
        {"--length", "MINUTES", one_value, "the usual length; 0 or none for an add-on"},
        {"--price", "AMOUNT", one_value, "the usual price, such as 150.00; sessions booked keep theirs"},
        {"--per", "WHAT", one_value,
         edit ? "charged once for a session, or for each client"
              : "charged once for a session (the usual) or for each client",
         "", ValueKind::choice, "session|client"},
    };
}

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
    }
    flags.push_back(flag(kAllowDuplicate, "", "although another client has that name", Takes::nothing));
    return flags;
}

}  // namespace practice::cli
