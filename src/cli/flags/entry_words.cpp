// SPDX-License-Identifier: MIT
// Rooms and services, and what all entries share.
#include "cli/flags/entry_words.h"

#include <algorithm>

namespace practice::cli {

Given given(const Arguments& arguments, std::string_view option) {
    const auto value = arguments.value(option);
    return value ? Given{Written{*value, {}}} : std::nullopt;
}

void require_a_change(const Arguments& arguments) {
    const auto& command = arguments.command();
    const bool any =
        std::ranges::any_of(command.options, [&](const OptionSpec& option) { return arguments.has(option.name); });
    if (any) { return; }
    std::string flags;
    for (const auto& option : command.options) { flags += (flags.empty() ? "" : ", ") + std::string{option.name}; }
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

RoomEntry room_entry(const Arguments& arguments) {
    RoomEntry entry;
    entry.name = given(arguments, "--name");
    entry.kind = given(arguments, "--kind");
    entry.address = given(arguments, "--address");
    entry.link = given(arguments, "--link");
    entry.capacity = given(arguments, "--capacity");
    return entry;
}

std::vector<OptionSpec> service_flags(Verb verb) {
    using enum Takes;
    const bool edit = verb == Verb::edit;
    return {
        {"--code", "CODE", one_value, edit ? "another code; fees for it stay" : "the code, instead of the word CODE"},
        {"--description", "TEXT", one_value, "what it is"},
        {"--length", "MINUTES", one_value, "the usual length; 0 for an add-on"},
        {"--price", "AMOUNT", one_value, "the usual price, such as 150.00; sessions booked keep theirs"},
        {"--per", "WHAT", one_value,
         edit ? "charged once for a session, or for each client"
              : "charged once for a session (the usual) or for each client",
         "", ValueKind::choice, "session|client"},
    };
}

ServiceEntry service_entry(const Arguments& arguments) {
    ServiceEntry entry;
    entry.code = given(arguments, "--code");
    entry.description = given(arguments, "--description");
    entry.length = given(arguments, "--length");
    entry.price = given(arguments, "--price");
    entry.per = given(arguments, "--per");
    return entry;
}

}  // namespace practice::cli
