// SPDX-License-Identifier: MIT
// completion: the script that makes a shell complete.
#include <algorithm>

#include "cli/completion/completion_scripts.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

int run(const Arguments& arguments, Context& context) {
    const auto shell = arguments.positional(0).value();
    context.prints_data = true;
    context.print(std::ranges::find(completion_scripts(), shell, &CompletionScript::shell)->text);
    return kDone;
}

}  // namespace

Command completion_command() {
    return {
        .name = "completion",
        .summary = "Print what makes bash, zsh or fish complete commands, flags and values",
        .needs = Needs::nothing,
        .positionals = {{"SHELL", "bash, zsh or fish", true, false, ValueKind::choice, "bash|zsh|fish"}},
        .options = {},
        .examples =
            {
                {"practice completion bash -o practice.bash", "The script for bash, into a file"},
                {"practice completion fish -o practice.fish", "The same for fish"},
            },
        .run = run,
        .description =
            "An installed practice completes by itself. Otherwise put the script where the shell looks: bash: "
            "~/.local/share/bash-completion/completions/practice; zsh: a folder of $fpath, as _practice; fish: "
            "~/.config/fish/completions/practice.fish.\n"
            "Clients are completed by number; 'completion-client-names: yes' in the configuration allows their names.",
        .form = OutputForm::script,
    };
}

}  // namespace practice::cli
