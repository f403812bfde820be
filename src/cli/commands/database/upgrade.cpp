// SPDX-License-Identifier: MIT
// upgrade: brings the database of an earlier version up to date, as any command does that changes something.
#include "app/database/upgrade.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "store/sqlite/database_file.h"
#include "text/json.h"

namespace practice::cli {
namespace {

std::string told(const Upgrade& upgrade, bool dry_run) {
    const auto file = store::quoted(upgrade.file);
    if (!upgrade.needed()) { return file + " is up to date: version " + std::to_string(upgrade.to) + ".\n"; }
    const auto versions = ", from version " + std::to_string(upgrade.from) + " to " + std::to_string(upgrade.to) + "\n";
    if (dry_run) { return "Would bring " + file + " up to date" + versions + "Nothing was changed (--dry-run).\n"; }
    return "Brought " + file + " up to date" + versions + "  kept     '" + upgrade.kept->string() +
           "', as it was before\n";
}

std::string json_of(const Upgrade& upgrade, bool dry_run) {
    return text::JsonObject{}
        .text("file", upgrade.file.string())
        .number("from", upgrade.from)
        .number("to", upgrade.to)
        .text_or_null("kept", upgrade.kept ? upgrade.kept->string() : std::string{})
        .boolean("dry_run", dry_run)
        .take();
}

int run(const Arguments&, Context& context) {
    const auto upgrade = upgrade_database(context);
    if (context.quiet) {
        context.print_line(upgrade.file.string());
    } else if (context.format == Format::json || context.format == Format::jsonl) {
        context.print_line(json_of(upgrade, context.dry_run));
    } else {
        context.print(told(upgrade, context.dry_run));
    }
    return kDone;
}

}  // namespace

Command upgrade_command() {
    return {
        .name = "upgrade",
        .summary = "Bring the database of an earlier version up to date",
        .needs = Needs::file,
        .positionals = {},
        .options = {},
        .examples =
            {
                {"practice upgrade --dry-run", "See which version the database is of, and whether it can be done"},
                {"practice upgrade", "Do it now, for all who use it"},
            },
        .run = run,
        .description =
            "A database of an earlier version can be read as it is, and is brought up to date by the first command "
            "that changes something. This does it without changing anything else, for those who look after the "
            "machine. What the database was is kept beside it, as 'practice.db.version-N'. A program of the earlier "
            "version refuses it from then on. A dry run changes nothing, and neither does a command that is refused.",
        .form = OutputForm::words,
    };
}

}  // namespace practice::cli
