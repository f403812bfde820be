// SPDX-License-Identifier: MIT
// add: rooms, services, named recurrences. Professionals and clients have files of their own.
#include "app/settings/record_entries.h"
#include "cli/answer/settings_answer.h"
#include "cli/flags/record_flags.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

constexpr SettingsOptions kOnlyNew{.only_new = true};

/// The word on the line, or the flag; one of the two.
Given word_or_flag(const Arguments& arguments, std::string_view option) {
    const auto word = arguments.positional(0);
    const auto flag = given(arguments, option);
    if (word && flag) {
        throw misuse("both " + *word + " and " + std::string{option} + " were given", "give one of the two");
    }
    if (!word && !flag) {
        throw misuse("'practice " + std::string{arguments.command().name} + "' needs " +
                         std::string{arguments.command().positionals.front().name},
                     "for example: " + std::string{arguments.command().examples.front().command});
    }
    return word ? Written{*word, {}} : flag;
}

int add_room(const Arguments& arguments, Context& context) {
    change_and_answer<Room>(context, kOnlyNew, [&](const Directory&) {
        auto entry = room_entry(entry_words(arguments));
        entry.name = word_or_flag(arguments, "--name");
        return std::vector{entry};
    });
    return kDone;
}

int add_service(const Arguments& arguments, Context& context) {
    change_and_answer<Service>(context, kOnlyNew, [&](const Directory&) {
        auto entry = service_entry(entry_words(arguments));
        entry.code = word_or_flag(arguments, "--code");
        return std::vector{entry};
    });
    return kDone;
}

int add_recurrence(const Arguments& arguments, Context& context) {
    change_and_answer<NamedRecurrence>(context, kOnlyNew, [&](const Directory&) {
        RecurrenceEntry entry;
        const auto& words = arguments.positionals();
        entry.name = Written{words.front(), {}};
        std::string rule;
        for (std::size_t i = 1; i < words.size(); ++i) { rule += (rule.empty() ? "" : " ") + words[i]; }
        if (!rule.empty()) { entry.rule = Written{rule, {}}; }
        entry.every = given(arguments, "--every");
        entry.on = given(arguments, "--on");
        if (const auto rrule = given(arguments, "--rrule")) { entry.rule = rrule; }
        if (!entry.rule && !entry.every) {
            throw misuse("how often it is was not given", "for example: practice recurrence add six every 6 weeks");
        }
        return std::vector{entry};
    });
    return kDone;
}

}  // namespace

Command room_add_command() {
    return {.name = "room add",
            .summary = "Add a room, in person or virtual",
            .needs = Needs::write,
            .positionals = {{"NAME", "the room's name", false}},
            .options = room_flags(Verb::add),
            .examples = {{"practice room add 'Room 3' --address '12 Shore Rd'", "A room for one session at a time"},
                         {"practice room add Phone --kind virtual", "A virtual one, for any number"}},
            .run = add_room,
            .description =
                "A room in person holds one session at a time, or as many as --capacity says. A virtual one, with or "
                "without a link, holds any number."};
}

Command service_add_command() {
    return {.name = "service add",
            .summary = "Add a service with its price",
            .needs = Needs::write,
            .positionals = {{"CODE", "a CPT or own code", false}},
            .options = service_flags(Verb::add),
            .examples = {{"practice service add 90839 --description 'Crisis, 60 minutes' --length 60 --price 260.00",
                          "A service"},
                         {"practice service add GROUP --length 90 --price 60.00 --per client",
                          "Charged once for each client"}},
            .run = add_service};
}

Command recurrence_add_command() {
    return {
        .name = "recurrence add",
        .summary = "Give a recurrence a name",
        .needs = Needs::write,
        .positionals = {{"NAME", "a short word"},
                        {"RULE", "words or an RRULE value: every 2 weeks on tue,thu", false, true}},
        .options = {{"--every", "STEP", Takes::one_value, "instead of RULE: '6 weeks'"},
                    {"--on", "DAYS", Takes::one_value, "with --every: tue,thu; for months also 2tue, -1fri, 15, -1"},
                    {"--rrule", "RRULE", Takes::one_value, "instead of RULE, as iCalendar writes it"}},
        .examples = {{"practice recurrence add twice-a-week every week on tue,thu", "In words"},
                     {"practice recurrence add second-tuesday --rrule 'FREQ=MONTHLY;BYDAY=2TU'",
                      "As iCalendar writes it"}},
        .run = add_recurrence,
        .description =
            "The name is then offered in lists and taken by 'session add --repeat NAME'. Series keep the rule that "
            "they were booked with."};
}

}  // namespace practice::cli
