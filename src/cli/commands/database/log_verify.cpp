// SPDX-License-Identifier: MIT
// log verify: whether anybody altered the log.
#include "app/undo/operations.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "store/schema/integrity.h"
#include "text/json.h"

namespace practice::cli {
namespace {

Refusal broken(Context& context, OperationId id) {
    const auto number = std::to_string(id.value);
    Problem problem{"the log was altered: operation " + number + " does not fit the seal on it",
                    "the last backup made before that has the log as it was: practice restore FILE",
                    std::nullopt,
                    {}};
    if (const auto operation = store::load_operation(*context.database, id)) {
        problem.details.push_back(text::operation_named(view_of(context, *operation)));
    }
    problem.details.push_back("it, or one just before it, was changed or removed; nothing after it can be trusted");
    return Refusal{RefusalKind::failure, std::move(problem)};
}

int run(const Arguments& /*arguments*/, Context& context) {
    std::int64_t count = 0;
    std::string head;
    if (context.database) {
        const store::Reading reading{*context.database};
        if (const auto id = store::find_broken_operation(*context.database)) { throw broken(context, *id); }
        const auto last = store::load_operations(*context.database, {.most = 1});
        if (!last.empty()) {
            head = last.front().hash;
            count = last.front().id.value;
        }
    }
    if (context.format == Format::json || context.format == Format::jsonl) {
        const auto hash = head.empty() ? "null" : text::json_string(head);
        context.print_line("{\"ok\":true,\"last\":" + std::to_string(count) + ",\"hash\":" + hash + "}");
    } else if (context.quiet) {
        context.print_line(head);
    } else if (head.empty()) {
        context.print_line("The log is empty.");
    } else {
        context.print_line("The log is as it was written, up to operation " + std::to_string(count) + ".");
        context.print_line("Its seal is " + head);
    }
    return kDone;
}

}  // namespace

Command log_verify_command() {
    return {
        .name = "log verify",
        .summary = "Check that nobody altered the log",
        .needs = Needs::read,
        .positionals = {},
        .options = {},
        .examples =
            {
                {"practice log verify", "Exit 0 when every operation fits the seal of the one before it"},
                {"practice log verify -q", "The seal alone, to keep somewhere else and compare later"},
            },
        .run = run,
        .description =
            "Each operation is sealed with a SHA-256 over what it changed and over the seal before it. Whoever "
            "rewrites the whole log can make new seals: keep the last one elsewhere to notice that, too.",
        .form = OutputForm::words,
    };
}

}  // namespace practice::cli
