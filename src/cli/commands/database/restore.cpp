// SPDX-License-Identifier: MIT
// restore: a backup in the place of the database; what was there is kept.
#include <ostream>

#include "app/backup/backup_folder.h"
#include "cli/answer/database_words.h"
#include "cli/answer/output_file.h"
#include "cli/answer/prompt.h"
#include "cli/context.h"
#include "cli/database_there.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"
#include "store/rows/settings_rows.h"
#include "store/schema/schema.h"
#include "store/sessions/highest_sequences.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/file_header.h"
#include "store/sqlite/file_rights.h"
#include "store/sqlite/practice_identity.h"
#include "store/sqlite/replacement.h"
#include "text/fold.h"
#include "text/hint_words.h"
#include "text/plural.h"

namespace practice::cli {
namespace {

namespace fs = std::filesystem;

/// The database that is there, as far as it can be read.
struct Present {
    enum class State { none, readable, unreadable };
    State state = State::none;
    store::DatabaseSummary holds;
    /// Operations of its log that the backup does not have, and the other way round.
    std::int64_t lost = 0;
    std::int64_t gained = 0;
    /// The name of its practice; empty when none has been set up.
    std::string name;
    /// Whether the backup is of the same practice. A database that nothing was ever done in is of any.
    bool same_practice = true;
    /// What has been published of its sessions.
    store::HighestSequences published;
};

/// What is to be restored.
struct Wanted {
    store::DatabaseSummary holds;
    /// The name of its practice; empty when none has been set up.
    std::string name;
};

std::string practice_name(store::Database& database) {
    const auto practice = store::load_practice(database);
    return practice ? practice->name : std::string{};
}

std::string name_told(const std::string& name) {
    return name.empty() ? "no practice yet" : "'" + text::harmless(name) + "'";
}

/// Opens the database only to look at it: it is closed again, because replacing it needs it alone.
Present look_at_present(Context& context, store::PrivateCopy& copy) {
    auto& backup = copy.database();
    Present present;
    try {
        open_as_it_is(context);
        if (!context.database || context.database->file().empty()) {
            context.database.reset();
            return present;
        }
        const store::Reading reading{*context.database};
        present.holds = store::summarize(*context.database);
        present.lost = store::operations_missing_in(backup, *context.database);
        present.gained = store::operations_missing_in(*context.database, backup);
        present.name = practice_name(*context.database);
        // A backup from before practices had identities is of the practice whose log it has.
        if (const auto identity = store::identity_of(*context.database);
            identity && !copy.had_identity() && store::have_one_beginning(*context.database, backup)) {
            store::give_identity(backup, *identity);
        }
        present.same_practice = !present.holds.last || store::is_same_practice(*context.database, backup);
        if (present.same_practice) { present.published = store::highest_sequences(*context.database); }
        present.state = Present::State::readable;
    } catch (const Refusal& refusal) {
        context.database.reset();
        // What SQLite cannot read any more is there to be replaced; a link, another program's file and the like are
        // not.
        const auto header = store::header_of(context.database_file);
        const bool foreign = header.kind == store::FileHeader::Kind::foreign ||
                             (header.kind == store::FileHeader::Kind::ours && header.version > store::schema_version());
        if (refusal.kind() != RefusalKind::failure || foreign) { throw; }
        (void)store::prepare_file(context.database_file, store::Access::read, open_options(context));
        present.state = Present::State::unreadable;
    }
    context.database.reset();
    return present;
}

/// "'North Clinic', and the database is of 'Lakeside Counseling'".
std::string another_practice(const Present& present, const Wanted& wanted) {
    return name_told(wanted.name) + ", and the database is of " + name_told(present.name);
}

std::string operations_told(std::int64_t number, const std::string& whose) {
    return text::counted(number, "operation") + " " + whose;
}

/// What becomes of the present database, a line each.
std::vector<std::string> difference_told(const Context& context, const Present& present, const Wanted& wanted) {
    switch (present.state) {
        case Present::State::none: return {};
        case Present::State::unreadable: return {"  now      the database cannot be read any more"};
        case Present::State::readable: break;
    }
    std::vector<std::string> lines;
    if (!present.same_practice) { lines.push_back("  differs  " + another_practice(present, wanted)); }
    lines.push_back("  now      " + holds_told(present.holds) + "; " + log_told(context, present.holds));
    if (present.lost > 0) {
        lines.push_back("  loses    " + operations_told(present.lost, "that the backup does not have"));
    }
    if (present.gained > 0) {
        lines.push_back("  gains    " + operations_told(present.gained, "that the database does not have"));
    }
    if (present.lost == 0 && present.gained == 0) { lines.emplace_back("  changes  nothing: both have the same log"); }
    return lines;
}

std::vector<std::string> backup_told(const Context& context, const store::DatabaseSummary& holds) {
    return {"  holds    " + holds_told(holds), "  log      " + log_told(context, holds)};
}

/// Whoever says yes to everything has to say which practice it is, where it is another one.
void check_name(const Arguments& arguments, const Context& context, const Present& present, const Wanted& wanted) {
    const auto given = arguments.value("--practice");
    if (given && text::fold(*given) != text::fold(wanted.name)) {
        throw misuse("the backup is of " + name_told(wanted.name) + ", and --practice says '" +
                         text::harmless(text::cut(*given, 60)) + "'; nothing was restored",
                     "take the backup of the right practice");
    }
    if (given || present.same_practice || (context.interactive && !context.yes)) { return; }
    throw misuse("the backup is of another practice: " + another_practice(present, wanted) + "; nothing was restored",
                 "if it is to take its place all the same: --yes --practice " + text::shell_word(wanted.name));
}

void confirm_loss(Context& context, const Present& present, const Wanted& wanted) {
    if (present.state == Present::State::none) { return; }
    if (context.interactive && !context.yes) {
        auto& err = *context.environment.err;
        err << "The backup\n";
        for (const auto& line : backup_told(context, wanted.holds)) { err << line << '\n'; }
        for (const auto& line : difference_told(context, present, wanted)) { err << line << '\n'; }
    }
    confirm(context,
            present.same_practice ? "Put it in the place of the database (which is kept beside it)?"
                                  : "It is of another practice. Put it in the place of " + name_told(present.name) +
                                        " (which is kept beside it)?",
            "nothing was restored");
}

fs::path name_for_kept(const Context& context) {
    const auto file = fs::absolute(context.database_file);
    std::error_code ignored;
    return next_dated_name(fs::canonical(file.parent_path(), ignored), file.filename().string() + ".before-restore", "",
                           context.now, [](const fs::path&) { return true; });
}

/// What was done; without either, nothing was.
struct Done {
    std::optional<fs::path> kept;
    /// The entry in the log of what is there now.
    std::optional<std::int64_t> operation;
};

void tell_json(Context& context, const Wanted& wanted, const Present& present, const Done& done) {
    text::JsonObject object;
    object.text("file", fs::absolute(context.database_file).lexically_normal().string());
    add_summary(object, wanted.holds);
    if (present.state == Present::State::readable) {
        text::JsonObject before;
        add_summary(before, present.holds);
        object.json("before", before.take()).number("lost", present.lost).number("gained", present.gained);
    } else {
        object.null("before").null("lost").null("gained");
    }
    object.text_or_null("kept", done.kept ? done.kept->string() : std::string{}).boolean("dry_run", context.dry_run);
    object.text_or_null("practice", wanted.name);
    if (present.state == Present::State::readable) {
        object.boolean("same_practice", present.same_practice);
    } else {
        object.null("same_practice");
    }
    if (done.operation) {
        object.number("operation", *done.operation);
    } else {
        object.null("operation");
    }
    context.print_line(object.take());
}

void tell(Context& context, const Wanted& wanted, const Present& present, const Done& done) {
    if (context.format == Format::json || context.format == Format::jsonl) {
        tell_json(context, wanted, present, done);
        return;
    }
    const auto file = fs::absolute(context.database_file).lexically_normal().string();
    if (context.quiet) {
        context.print_line(file);
        return;
    }
    context.print_line((context.dry_run ? "Would restore " : "Restored ") + file);
    for (const auto& line : backup_told(context, wanted.holds)) { context.print_line(line); }
    if (context.dry_run) {
        for (const auto& line : difference_told(context, present, wanted)) { context.print_line(line); }
        context.print_line("Nothing was changed (--dry-run).");
        return;
    }
    if (present.lost > 0) { context.print_line("  lost     " + operations_told(present.lost, "done since")); }
    if (!done.kept) { return; }
    context.print_line("  kept     what was there: " + done.kept->string());
    if (present.state == Present::State::readable) {
        context.print_line("Go back with: " + context.command("restore " + text::shell_word(done.kept->string())));
    }
}

/// So that the log of what is there now says that it was restored, by whom and when; its number.
std::int64_t leave_entry(const Context& context, store::Database& restored) {
    store::Writing writing{restored, context.operation()};
    writing.leave_entry();
    const auto operation = writing.operation();
    writing.commit();
    return operation;
}

int run(const Arguments& arguments, Context& context) {
    const auto& given = arguments.positionals().front();
    if (given == "-") {
        throw misuse("a backup is read from a file, not from standard input",
                     "name the file; what 'dump' wrote is read by: practice load FILE");
    }
    if (is_same_file(given, context.database_file)) {
        throw misuse("'" + given + "' is the database itself", "name a backup of it");
    }
    const auto options = open_options(context);
    store::check_may_look(fs::absolute(context.database_file), options);
    store::PrivateCopy copy{given, context.database_file, options};
    const auto present = look_at_present(context, copy);
    context.practice = store::load_practice(copy.database());
    if (context.practice) { context.now = cli::present(context.environment, &context.zone()); }
    const Wanted wanted{store::summarize(copy.database()), practice_name(copy.database())};
    if (context.dry_run) {
        tell(context, wanted, present, {});
        return kDone;
    }
    check_name(arguments, context, present, wanted);
    confirm_loss(context, present, wanted);
    Done done;
    store::go_on_from(copy.database(), present.published, context.now);
    done.operation = leave_entry(context, copy.database());
    done.kept = store::replace_database(
                    context.database_file, [&] { return name_for_kept(context); }, copy.database(), options)
                    .kept;
    context.stands = "it was restored all the same";
    if (!done.kept) { tell_made(context); }
    tell(context, wanted, present, done);
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
