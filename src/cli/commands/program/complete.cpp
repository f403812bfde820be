// SPDX-License-Identifier: MIT
// __complete: what the shells' scripts ask. One candidate a line, its description behind a tab; the last line is
// ":" and what the shell has to know: "files" (complete file names), "nospace". Whatever goes wrong, it is silent.
#include <chrono>
#include <exception>

#include "app/database/open_database.h"
#include "cli/completion/completion.h"
#include "cli/completion/completion_values.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"
#include "text/fold.h"

namespace practice::cli {
namespace {

/// A wrong configuration is as good as none here: what it says is told by every other command.
void configure(const LineEnd& line, Context& context) {
    try {
        context.configuration =
            config::load_configuration(configuration_sources(line.surroundings, context.environment));
    } catch (const std::exception&) { context.configuration = {}; }
}

/// As far as it goes: a database that cannot be read completes nothing of its own.
void look_around(const LineEnd& line, Context& context) {
    auto& environment = context.environment;
    configure(line, context);
    try {
        context.database_file = database_file(line.surroundings, context.configuration, environment);
        if (store::Database::exists(context.database_file)) {
            // Who presses a key does not wait for another process.
            auto options = open_options(context);
            options.busy_timeout = std::chrono::milliseconds{0};
            open_database(context, store::Access::read, options);
        }
        learn_present(context);
    } catch (const std::exception&) { context.practice.reset(); }
}

bool one_line(std::string_view text) {
    return !text.empty() && text::harmless(text) == text;
}

void print(const std::vector<Candidate>& candidates, const std::string& before, Context& context) {
    for (const auto& candidate : candidates) {
        if (!one_line(candidate.value)) { continue; }
        context.print_line(before + candidate.value + '\t' + text::harmless(candidate.description));
    }
}

void complete(const std::vector<std::string>& words, const Command& completer, Context& context) {
    const auto line = read_line_end(words, completer);
    bool files = false;
    bool no_space = false;
    if (!line.values.empty()) { look_around(line, context); }
    std::vector<Candidate> candidates;
    for (const auto& wanted : line.values) {
        const auto values = values_for(wanted, line, context);
        files = files || values.files;
        no_space = no_space || values.no_space;
        candidates.insert(candidates.end(), values.candidates.begin(), values.candidates.end());
    }
    print(beginning_with(line.typed, name_candidates(line)), "", context);
    print(beginning_with(line.typed, std::move(candidates)), line.before, context);
    print(beginning_with(line.typed, flag_candidates(line)), "", context);
    context.print_line(files ? ":files" : no_space ? ":nospace" : ":");
}

int run(const Arguments& arguments, Context& context) {
    if (arguments.positionals().empty()) { return kDone; }
    try {
        complete(arguments.positionals(), arguments.command(), context);
    } catch (const std::exception&) { context.output = ":\n"; }
    return kDone;
}

}  // namespace

Command complete_command() {
    return {
        .name = "__complete",
        .summary = "What may come next on a command line, for the shells",
        .needs = Needs::nothing,
        .positionals = {{"WORD", "the words behind 'practice', the last one as far as it is typed", false, true}},
        .options = {},
        .examples = {{"practice __complete -- session ''", "The verbs of a noun"},
                     {"practice __complete -- session add --service 908", "Services by their code"}},
        .run = run,
        .description = "",
        .hidden = true,
    };
}

}  // namespace practice::cli
