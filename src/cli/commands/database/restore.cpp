// SPDX-License-Identifier: MIT
// restore: a backup in the place of the database; what was there is kept.
#include "app/backup/restoring.h"
#include "cli/answer/backup_answer.h"
#include "cli/answer/prompt.h"
#include "cli/context.h"
#include "cli/database_there.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"

namespace practice::cli {
namespace {

bool asks(const Context& context) {
    return context.interactive && !context.yes;
}

void confirm_loss(Context& context, const Restoring& restoring) {
    const auto& present = restoring.present();
    if (present.state == PresentDatabase::State::none) { return; }
    if (asks(context)) { tell_what_restoring_does(context, present, restoring.wanted()); }
    confirm(context,
            present.same_practice ? "Put it in the place of the database (which is kept beside it)?"
                                  : "It is of another practice. Put it in the place of " +
                                        practice_called(present.name) + " (which is kept beside it)?",
            "nothing was restored");
}

int run(const Arguments& arguments, Context& context) {
    Restoring restoring{context, arguments.positionals().front()};
    learn_present(context);
    if (!context.dry_run) {
        restoring.check_practice(arguments.value("--practice"), asks(context));
        confirm_loss(context, restoring);
    }
    const auto done = restoring.carry_out();
    if (!context.dry_run && !done.kept) { tell_made(context); }
    print_restored(context, restoring, done);
    return kDone;
}

}  // namespace

Command restore_command() {
    return {
        .name = "restore",
        .summary = "Put a backup in the place of the database, and keep what was there",
        .needs = Needs::place,
        .positionals = {{"FILE", "what 'practice backup' wrote, or any database of this program", true, false,
                         ValueKind::file}},
        .options = {{"--practice", "NAME", Takes::one_value,
                     "the practice that the backup is of; needed beside --yes where the database is another one's"}},
        .examples =
            {
                {"practice backup lakeside.db && practice restore lakeside.db --dry-run",
                 "What would be lost: every operation that the backup does not have"},
                {"practice backup lakeside.db && practice restore lakeside.db --yes", "Without a question"},
                {"practice backup lakeside.db && practice restore lakeside.db --db copy.db",
                 "Into a database that is not there yet"},
            },
        .run = run,
        .description =
            "FILE itself is only read: a copy of it is checked (pages, tables, rows, what refers to what, the seals "
            "of the log) and brought up to the version of this program, before anything else happens. Then it takes "
            "the place of the database at once, while other commands wait; stopped at any moment, the database is "
            "what it was or what the backup was. It may be damaged, or not there at all.\n"
            "What was there stays beside it as practice.db.before-restore-2026-11-23T130000Z-001, and can be restored "
            "in "
            "the same way; remove it when it is not needed any more. The log of what is there then has the restore "
            "as its last entry, which 'practice undo' does not take back. What feeds have told is not told once more "
            "under the same numbers (SEQUENCE), so that calendars follow.\n"
            "Without a terminal the answer to the question has to be given with --yes. A backup of another practice "
            "is told as one, and then needs --practice NAME too.",
        .form = OutputForm::words,
    };
}

}  // namespace practice::cli
