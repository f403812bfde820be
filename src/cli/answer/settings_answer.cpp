// SPDX-License-Identifier: MIT
#include "cli/answer/settings_answer.h"

#include "text/wording/settings_text.h"

namespace practice::cli {

void print_plan(Context& context, const SettingsPlan& plan, const std::string& when_none) {
    for (const auto& note : plan.notes) { context.note(note); }
    if (plan.changes.empty()) {
        context.print_line(when_none);
        return;
    }
    context.print(text::changes_told(plan.changes, false, context.dry_run));
    if (context.dry_run) { context.print_line("Nothing was written (--dry-run)."); }
    context.print_undo();
}

}  // namespace practice::cli
