// SPDX-License-Identifier: MIT
// help: the overview, a noun, a verb, or a topic.
#include <fmt/format.h>

#include "cli/context.h"
#include "cli/help/help.h"
#include "cli/help/help_topics.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
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
    auto names = help_topics();
    for (const auto& noun : nouns()) { names.emplace_back(noun.name); }
    for (const auto& command : command_table()) {
        if (!command.hidden) { names.emplace_back(command.name); }
    }
    return names;
}

int run(const Arguments& arguments, Context& context) {
    const auto topic = topic_of(arguments);
    if (topic.empty()) {
        context.print(help_overview());
        return kDone;
    }
    if (const auto text = help_on_topic(topic)) {
        context.print(*text);
        return kDone;
    }
    if (const auto* command = find_command(topic)) {
        context.print(help_of_command(*command));
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
        .summary = "Help on a command or a topic",
        .needs = Needs::nothing,
        .positionals = {{"TOPIC", "a command, or a topic", false, true, ValueKind::topic}},
        .options = {},
        .examples =
            {
                {"practice help dates", "How dates and times may be typed"},
                {"practice help session add", "The same as practice session add --help"},
                {"practice help exit-codes", "What the exit codes mean"},
            },
        .run = run,
        .form = OutputForm::prose,
    };
}

}  // namespace practice::cli
