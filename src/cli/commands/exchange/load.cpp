// SPDX-License-Identifier: MIT
// load: a database out of a dump.
#include "app/database/load_dump.h"
#include "cli/context.h"
#include "cli/input_file.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

constexpr std::size_t kMostBytes = 4ULL << 30U;

std::string read_dump(const std::string& file, const Context& context) {
    return read_input(file, context.environment, kMostBytes,
                      misuse("the dump is expected on standard input, which is your keyboard",
                             "name a file, or write: practice load - < dump.jsonl"));
}

int run(const Arguments& arguments, Context& context) {
    const auto& file = arguments.positionals().front();
    const auto rows = load_dump(context, input_name(file), read_dump(file, context));
    if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line("{\"rows\":" + std::to_string(rows) +
                           ",\"dry_run\":" + (context.dry_run ? "true}" : "false}"));
    } else if (!context.quiet) {
        context.print_line((context.dry_run ? "Would load " : "Loaded ") + std::to_string(rows) + " rows" +
                           (context.dry_run ? "; nothing was written (--dry-run)." : "."));
    }
    return kDone;
}

}  // namespace

Command load_command() {
    return {
        .name = "load",
        .summary = "Make a database out of a dump",
        .needs = Needs::create,
        .positionals = {{"FILE", "what 'practice dump' wrote; - for standard input", true, false, ValueKind::file}},
        .options = {},
        .examples =
            {
                {"practice dump -o lakeside.jsonl && practice load lakeside.jsonl --db copy.db",
                 "The same practice in another file; its dump has the same bytes"},
                {"practice dump | practice load - --db check.db --dry-run",
                 "Check that the dump of today can be loaded"},
            },
        .run = run,
        .description =
            "The database has to be empty: a new file, or one that nothing was ever written to. All is checked first "
            "(every value, what refers to what, the seals of the journal, every time against its wall clock), and "
            "loaded whole or not at all. The journal comes along, so 'practice undo' goes on where it was.",
    };
}

}  // namespace practice::cli
