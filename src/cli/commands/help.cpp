// SPDX-License-Identifier: MIT
// help: the overview, a noun, a verb, or a topic.
#include <fmt/format.h>

#include <algorithm>

#include "cli/arguments.h"
#include "cli/commands/commands.h"
#include "cli/context.h"
#include "cli/exit_code.h"
#include "cli/help.h"
#include "cli/help_topics.h"
#include "practice/person_name.h"
#include "text/fold.h"

namespace practice::cli {
namespace {

std::string topic_of(const Arguments& arguments) {
    std::string topic;
    for (const auto& word : arguments.positionals()) { topic += (topic.empty() ? "" : " ") + word; }
    return topic;
}

std::vector<std::string> all_topics() {
    std::vector<std::string> names;
    for (const auto& topic : help_topics()) { names.emplace_back(topic.name); }
    for (const auto& noun : nouns()) { names.emplace_back(noun.name); }
    for (const auto& command : command_table()) { names.emplace_back(command.name); }
    return names;
}

int run(const Arguments& arguments, Context& context) {
    const auto topic = topic_of(arguments);
    if (topic.empty()) {
        context.print(help_overview());
        return kDone;
    }
    if (const auto* command = find_command(topic)) {
        context.print(help_of_command(*command));
        return kDone;
    }
    const auto found = std::ranges::find(help_topics(), topic, &HelpTopic::name);
    if (found != help_topics().end()) {
        context.print(found->text());
        return kDone;
    }
    if (const auto text = help_of_noun(topic); !text.empty()) {
        context.print(text);
        return kDone;
    }
    const auto near = nearest(topic, all_topics());
    throw misuse("there is no help on '" + text::harmless(text::cut(topic, 40)) + "'",
                 near.empty() ? "see 'practice help'" : "did you mean '" + near.front() + "'?");
}

}  // namespace

Command help_command() {
    return {
        .name = "help",
        .summary = "Help on a command or a topic: dates, recurrence, names, exit-codes",
        .needs = Needs::nothing,
        .positionals = {{"TOPIC", "a command, or a topic", false, true, ValueKind::topic}},
        .options = {},
        .examples =
            {
                {"practice help dates", "How dates and times may be typed"},
                {"practice help exit-codes", "What the exit codes mean"},
            },
        .run = run,
    };
}

}  // namespace practice::cli
