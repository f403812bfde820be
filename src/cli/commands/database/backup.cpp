// SPDX-License-Identifier: MIT
// backup: a proved copy of the database, while others work with it.
#include "app/backup/make_backup.h"
#include "app/database/open_database.h"
#include "cli/answer/backup_answer.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"

namespace practice::cli {
namespace {

BackupWords backup_words(const Arguments& arguments, const Context& context) {
    return {arguments.positionals().front(), arguments.has("--replace"), arguments.value("--keep"),
            context.environment.err_is_terminal};
}

int run(const Arguments& arguments, Context& context) {
    open_as_it_is(context);
    learn_present(context);
    print_backup(context, make_backup(context, backup_words(arguments, context)));
    return kDone;
}

}  // namespace

Command backup_command() {
    return {
        .name = "backup",
        .summary = "Copy the database to a safe place, and prove the copy",
        .needs = Needs::file,
        .positionals = {{"FILE", "the file to write; or a folder, in which it gets a name with the date and the time",
                         true, false, ValueKind::file}},
        .options = {{"--replace", "", Takes::nothing, "put it in the place of an earlier backup of that name"},
                    {"--keep", "N", Takes::one_value,
                     "in a folder: keep the newest N of this practice that are sound, and remove the older ones"}},
        .examples =
            {
                {"practice backup lakeside.db", "One file, which must not be there yet"},
                {"practice backup . --keep 30", "Every night, from cron: the last thirty stay"},
                {"practice backup lakeside.db --replace --json", "The newest only; its size and seal, for a script"},
            },
        .run = run,
        .description =
            "Others can go on working: the copy is what the database was at one moment. It is checked (every page "
            "and row, the numbers of sessions, clients and operations, the seal of the log) before it gets its name, "
            "so that a file of that name is always whole. Only you can read it (0600); in a folder of the group that "
            "shares "
            "the practice, they can (0660). It is a database as any "
            "other: practice --db FILE session list looks into it, and 'practice restore FILE' brings it back.\n"
            "In a folder it is called practice-2026-11-23T130000Z-001.db, after the database, the time in UTC and a "
            "number. The names sort by age, also when the clock was set back (then they go on from the latest one "
            "there "
            "is), and several at once each get one. --keep counts, and removes, only sound backups of the same "
            "practice: those of another one in the same folder, files with other names, and what is damaged stay. "
            "Keep backups on another disk, and encrypted where others can get at it: they hold names and notes of "
            "clients.",
        .form = OutputForm::words,
    };
}

}  // namespace practice::cli
