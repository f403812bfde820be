// SPDX-License-Identifier: MIT
// backup: a proved copy of the database, while others work with it.
#include "store/sqlite/backup.h"

#include "app/backup/backup_folder.h"
#include "app/checks/findings.h"
#include "cli/answer/database_words.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"
#include "store/sqlite/practice_identity.h"
#include "text/dates/parse_time.h"
#include "text/file_size.h"
#include "text/fold.h"
#include "text/hint_words.h"
#include "text/plural.h"

namespace practice::cli {
namespace {

namespace fs = std::filesystem;

constexpr int kMostKept = 10'000;

struct Wanted {
    /// The file; or the folder that gets one, with a name of its own.
    fs::path target;
    bool folder = false;
    store::Existing existing = store::Existing::kept;
    /// Of a folder: how many of its backups stay.
    std::optional<std::size_t> keep;
    std::string stem;
};

void open_database(Context& context) {
    open_as_it_is(context);
    if (!context.database || context.database->file().empty()) {
        throw Refusal{RefusalKind::not_found,
                      "there is no database '" + context.database_file + "' yet, so nothing to back up",
                      "name the right one with --db"};
    }
}

Wanted read_wanted(const Arguments& arguments, const Context& context) {
    const auto& given = arguments.positionals().front();
    if (given == "-") {
        throw misuse("a backup is a file of its own, and is not written to standard output",
                     "name a file or a folder; as text there is: practice dump");
    }
    Wanted wanted;
    wanted.stem = context.database->file().stem().string();
    if (arguments.has("--replace")) { wanted.existing = store::Existing::replaced; }
    if (const auto keep = arguments.value("--keep")) {
        wanted.keep = static_cast<std::size_t>(text::parse_number(*keep, "--keep", 1, kMostKept));
    }
    std::error_code ignored;
    if (fs::is_directory(given, ignored)) {
        if (arguments.has("--replace")) {
            throw misuse("--replace is for a file: in a folder every backup has a name of its own",
                         "leave it out, or name a file in '" + given + "'");
        }
        wanted.folder = true;
        wanted.target = given;
        return wanted;
    }
    if (given.ends_with('/') || (wanted.keep && !fs::exists(given, ignored))) {
        throw Refusal{RefusalKind::failure, "there is no folder '" + given + "'", "make it first: mkdir " + given};
    }
    if (wanted.keep) {
        throw misuse("--keep is for a folder of backups, and '" + given + "' is not a folder",
                     "name the folder, or leave --keep out");
    }
    wanted.target = given;
    return wanted;
}

/// In a folder, as it is at this moment.
fs::path next_name(Context& context, const Wanted& wanted) {
    const auto name = next_dated_name(wanted.target, wanted.stem, kBackupEnd, context.now, [&](const fs::path& file) {
        return store::is_backup_of(*context.database, file) == store::BackupOf::this_practice;
    });
    return store::backup_path(name, *context.database, store::Existing::replaced);
}

/// Those of other practices in the same folder are left alone, and so is what only has such a name.
std::vector<fs::path> remove_older(Context& context, const Wanted& wanted, const fs::path& made, bool only_look) {
    if (!wanted.keep) { return {}; }
    std::vector<std::string> no_backups;
    std::vector<std::string> closed;
    auto older = backups_to_remove(made, wanted.stem, *wanted.keep, [&](const fs::path& file) {
        const auto kind = store::is_backup_of(*context.database, file);
        if (kind == store::BackupOf::nothing) { no_backups.push_back(file.filename().string()); }
        if (kind == store::BackupOf::closed) { closed.push_back(file.filename().string()); }
        return kind == store::BackupOf::this_practice;
    });
    if (!no_backups.empty()) {
        context.note("left alone, and not counted, because it is no backup or is damaged: " +
                     text::harmless(some_of(no_backups)));
    }
    // Night after night from cron that would be no news; doctor tells it, too.
    if (!closed.empty() && (only_look || context.environment.err_is_terminal)) {
        context.note(
            "left alone, and not counted, because it is another account's and you are not allowed to read it: " +
            text::harmless(some_of(closed)));
    }
    for (const auto& file : older) {
        std::error_code error;
        if (!only_look && !fs::remove(file, error) && error) {
            throw Refusal{RefusalKind::failure, "'" + file.string() + "' could not be removed: " + error.message(),
                          "remove it by hand, or make its folder writable for you"};
        }
    }
    return older;
}

void tell(Context& context, const store::Backup& backup, const std::vector<fs::path>& removed) {
    if (context.format == Format::json || context.format == Format::jsonl) {
        text::JsonObject object;
        object.text("file", backup.file.string());
        if (context.dry_run) {
            object.null("bytes");
        } else {
            object.number("bytes", backup.bytes);
        }
        add_summary(object, backup.holds);
        std::vector<std::string> names;
        for (const auto& file : removed) { names.push_back(text::json_string(file.string())); }
        object.json("removed", text::json_list(names)).boolean("dry_run", context.dry_run);
        context.print_line(object.take());
        return;
    }
    if (context.quiet) {
        context.print_line(backup.file.string());
        return;
    }
    context.print_line((context.dry_run ? "Would back up to " : "Backed up to ") + backup.file.string());
    context.print_line("  holds    " + holds_told(backup.holds));
    if (!context.dry_run) { context.print_line("  size     " + text::file_size(backup.bytes)); }
    context.print_line("  log      " + log_told(context, backup.holds));
    if (backup.holds.last) { context.print_line("  seal     " + backup.holds.last->hash); }
    if (!removed.empty()) {
        context.print_line((context.dry_run ? "  removes  " : "  removed  ") +
                           text::counted(static_cast<std::int64_t>(removed.size()), "older one") + ", from " +
                           removed.front().filename().string());
    }
    context.print_line(context.dry_run ? "Nothing was written (--dry-run)."
                                       : "Bring it back with: " +
                                             context.command("restore " + text::shell_word(backup.file.string())));
}

int run(const Arguments& arguments, Context& context) {
    open_database(context);
    const auto wanted = read_wanted(arguments, context);
    store::Backup backup;
    backup.file = wanted.folder ? next_name(context, wanted)
                                : store::backup_path(wanted.target, *context.database, wanted.existing);
    if (context.dry_run) {
        const store::Reading reading{*context.database};
        backup.holds = store::summarize(*context.database);
    } else if (wanted.folder) {
        backup = store::back_up_into(*context.database, backup.file.parent_path(),
                                     [&] { return next_name(context, wanted); });
    } else {
        backup = store::back_up(*context.database, backup.file, wanted.existing);
    }
    if (!context.dry_run) { context.stands = "the backup was made all the same: '" + backup.file.string() + "'"; }
    tell(context, backup, remove_older(context, wanted, backup.file, context.dry_run));
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
