// SPDX-License-Identifier: MIT
// config check: everything that is wrong with the configuration, at once.
#include <algorithm>

#include "app/database/open_database.h"
#include "cli/context.h"
#include "cli/help/environment_variables.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"

namespace practice::cli {
namespace {

/// A misspelt variable is not wrong, only without effect: it is told, and that is all.
void note_unknown_variables(Context& context) {
    std::vector<std::string> known;
    for (const auto& key : config::keys()) { known.emplace_back(key.variable); }
    for (const auto& variable : environment_variables()) { known.emplace_back(variable.name); }
    for (const auto& [name, value] : context.environment.variables) {
        if (!name.starts_with("PRACTICE_") || std::ranges::find(known, name) != known.end()) { continue; }
        const auto meant = nearest(name, known, 1);
        context.note("the variable " + practice::quoted(name) + " is not one of practice's" +
                     (meant.empty() ? "; 'practice config list --variables' lists them"
                                    : "; did you mean " + meant.front() + "?"));
    }
}

int run(const Arguments& arguments, Context& context) {
    const auto sources = configuration_sources(arguments, context.environment);
    static_cast<void>(sharing_group(config::load_configuration(sources)));
    note_unknown_variables(context);
    if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line("{\"ok\":true}");
    } else if (!context.quiet) {
        context.print_line("Nothing is wrong with the configuration.");
    }
    return kDone;
}

}  // namespace

Command config_check_command() {
    return {
        .name = "config check",
        .summary = "Check the configuration files and variables",
        .needs = Needs::nothing,
        .positionals = {},
        .options = {},
        .examples =
            {
                {"practice config check", "Everything that is wrong, with file, line and what to write instead"},
                {"practice config check --config examples/config.yaml", "A file that is not in use yet, too"},
            },
        .run = run,
        .description = "Exit code 8 when something is wrong. Other commands refuse a wrong configuration too.",
        .form = OutputForm::words,
    };
}

}  // namespace practice::cli
