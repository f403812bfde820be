// SPDX-License-Identifier: MIT
// schema: what an editor needs to complete and check the files that people write.
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/line/json_schema.h"

namespace practice::cli {
namespace {

int run(const Arguments& arguments, Context& context) {
    const auto what = arguments.positional(0).value();
    context.print(what == "config" ? config_schema() : what == "settings" ? settings_schema() : session_schema());
    return kDone;
}

}  // namespace

Command schema_command() {
    return {
        .name = "schema",
        .summary = "Print a JSON schema of the configuration, the settings or a schedule file, for editors",
        .needs = Needs::nothing,
        .positionals = {{"WHAT", "config, settings, or session: the rows of a schedule file", true, false,
                         ValueKind::choice, "config|settings|session"}},
        .options = {},
        .examples =
            {
                {"practice schema settings -o settings.schema.json", "For the file of 'practice apply'"},
                {"practice schema config -o config.schema.json", "For config.yaml"},
            },
        .run = run,
        .description =
            "Editors with a YAML language server read it where the file's first line names it:\n"
            "# yaml-language-server: $schema=settings.schema.json",
        .form = OutputForm::json,
    };
}

}  // namespace practice::cli
