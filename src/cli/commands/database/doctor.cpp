// SPDX-License-Identifier: MIT
// doctor: an examination of the database, which mends only what can be computed again.
#include "app/checks/backup_checks.h"
#include "app/checks/file_checks.h"
#include "app/checks/schedule_checks.h"
#include "app/checks/storage_checks.h"
#include "app/database/open_database.h"
#include "cli/answer/database_words.h"
#include "cli/answer/listing.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"
#include "store/rows/settings_rows.h"
#include "store/schema/instant_check.h"
#include "store/schema/schema.h"
#include "store/sqlite/version_copy.h"
#include "text/file_size.h"
#include "text/fold.h"
#include "text/plural.h"

namespace practice::cli {
namespace {

namespace fs = std::filesystem;

std::string to_this_version(std::int64_t version) {
    return "version " + std::to_string(version) + " to " + std::to_string(store::schema_version());
}

/// What is of an earlier version is looked into all the same.
void check_version(Context& context, bool fix, Findings& findings) {
    const auto version = store::version_of(*context.database);
    if (version == store::schema_version()) { return; }
    if (!fix) {
        findings.note("file",
                      "its tables are of version " + std::to_string(version) + ", and this program's of version " +
                          std::to_string(store::schema_version()),
                      "the next command that changes something brings it up to date, and so does: practice upgrade");
        return;
    }
    if (context.dry_run) {
        findings.note("file", "it would be brought up to date, from " + to_this_version(version) + " (--dry-run)", "");
        return;
    }
    findings.attempt("file", [&] {
        auto options = open_options(context);
        options.older = store::OlderFile::brought_up_to_date;
        const auto file = context.database->file();
        context.database.reset();
        context.database = store::Database::open(context.database_file, store::Access::write, options);
        findings.add({"file", Finding::Status::fixed, "it was brought up to date, from " + to_this_version(version),
                      "what it was is kept: " + store::copy_of_version(file, version).string()});
    });
}

/// Whether there is something to look into.
bool open_database(Context& context, bool fix, Findings& findings) {
    findings.attempt("file", [&] {
        auto options = open_options(context);
        options.older = store::OlderFile::as_it_is;
        options.examines = true;
        context.database = store::Database::open(context.database_file, store::Access::read, options);
    });
    if (!context.database) { return false; }
    const auto file = context.database->file();
    if (file.empty()) {
        findings.note("file", "'" + context.database_file + "' is empty", "practice apply FILE fills it");
        return false;
    }
    std::error_code ignored;
    findings.ok("file",
                "'" + file.string() + "', " + text::file_size(static_cast<std::int64_t>(fs::file_size(file, ignored))));
    check_version(context, fix, findings);
    return context.database.has_value();
}

/// Whether there is a practice whose clock is known.
bool learn_practice(Context& context, Findings& findings) {
    findings.attempt("rows", [&] { context.practice = store::load_practice(*context.database); });
    if (!context.practice) { return false; }
    if (context.environment.zones->find(context.practice->time_zone) == nullptr) {
        findings.fault("times",
                       "this system has no time zone '" + text::harmless(context.practice->time_zone) +
                           "', which is the practice's",
                       "install the time-zone data (tzdata)");
        context.practice.reset();
        return false;
    }
    learn_present(context);
    return true;
}

void mend_times(Context& context, const std::vector<SessionId>& stale, bool fix, Findings& findings) {
    if (stale.empty()) { return; }
    std::vector<std::string> ids;
    for (const auto id : stale) { ids.push_back(std::to_string(id.value)); }
    const auto what = "the times of " + text::counted(static_cast<std::int64_t>(stale.size()), "session") +
                      " do not fit the time-zone data: " + some_of(ids);
    if (!fix || context.dry_run) {
        findings.fault("times", what,
                       fix ? "they would be computed again (--dry-run)" : "compute them again: practice doctor --fix");
        return;
    }
    if (!findings.sound("pages") || !findings.sound("tables") || !findings.sound("references")) {
        findings.fault("times", what, "nothing is written into a damaged database: see the other problems first");
        return;
    }
    findings.attempt("times", [&] {
        context.database.reset();
        context.database = store::Database::open(context.database_file, store::Access::write, open_options(context));
        Change change{context};
        store::refresh_instants(*context.database, stale, *context.environment.zones);
        change.commit();
        findings.add({"times", Finding::Status::fixed, what,
                      "take it back with: practice undo " + std::to_string(context.made->value)});
    });
}

void examine(Context& context, bool fix, Findings& findings) {
    const bool older = store::version_of(*context.database) < store::schema_version();
    std::vector<SessionId> stale;
    bool has_practice = false;
    {
        const store::Reading reading{*context.database};
        check_storage(context, older, findings);
    }
    if (older) {
        findings.attempt("rows", [&] {
            auto options = open_options(context);
            options.examines = true;
            context.database.reset();
            context.database = store::Database::open(context.database_file, store::Access::read, options);
        });
        if (!context.database) { return; }
    }
    {
        const store::Reading reading{*context.database};
        has_practice = learn_practice(context, findings);
        if (has_practice) { check_log_dates(context, findings); }
        stale = check_rows(context, findings);
    }
    mend_times(context, stale, fix, findings);
    // It may not have been opened again.
    if (context.database && has_practice && findings.sound("rows")) {
        const store::Reading reading{*context.database};
        check_schedule(context, findings);
    }
}

text::Colour colour_of(Finding::Status status) {
    switch (status) {
        case Finding::Status::ok:
        case Finding::Status::fixed: return text::Colour::green;
        case Finding::Status::note: return text::Colour::yellow;
        case Finding::Status::problem: return text::Colour::red;
    }
    return text::Colour::none;
}

std::string padded(std::string_view text, std::size_t width) {
    std::string cell{text};
    cell.resize(std::max(width, cell.size()), ' ');
    return cell;
}

/// Nothing is cut: what is wrong with a database is worth a second line.
void print_report(Context& context, const std::vector<Finding>& findings) {
    constexpr std::size_t status_width = 9;
    constexpr std::size_t check_width = 13;
    std::int64_t problems = 0;
    for (const auto& one : findings) {
        problems += one.status == Finding::Status::problem ? 1 : 0;
        const auto status = text::painted(to_string(one.status), colour_of(one.status), context.style);
        context.print_line(status + std::string(status_width - to_string(one.status).size(), ' ') +
                           padded(one.check, check_width) + text::harmless(one.message));
        if (!one.hint.empty()) {
            context.print_line(std::string(status_width + check_width, ' ') + text::harmless(one.hint));
        }
    }
    context.print_line(problems == 0 ? "The database is sound." : text::counted(problems, "problem") + ".");
}

void tell(Context& context, const Findings& findings) {
    std::vector<Finding> list = findings.list();
    for (auto& one : list) {
        one.message = with_flags(one.message);
        one.hint = context.invocation.completed(one.hint);
    }
    if (context.format == Format::table && !context.quiet) {
        print_report(context, list);
        return;
    }
    if (context.quiet) {
        std::erase_if(list, [](const Finding& one) { return one.status != Finding::Status::problem; });
    }
    Listing<Finding> listing;
    listing.fields = {"check", "status", "message", "hint"};
    listing.values = [](const Finding& one) {
        return std::vector<std::string>{one.check, std::string{to_string(one.status)}, one.message, one.hint};
    };
    listing.json = [](const Finding& one) {
        return text::JsonObject{}
            .text("check", one.check)
            .text("status", to_string(one.status))
            .text("message", one.message)
            .text_or_null("hint", one.hint)
            .take();
    };
    listing.id = [](const Finding& one) { return one.check; };
    print_listing(context, std::span<const Finding>{list}, listing);
}

int run(const Arguments& arguments, Context& context) {
    const bool fix = arguments.has("--fix");
    Findings findings;
    std::error_code error;  // what cannot be looked at is there as far as is known
    if (fs::symlink_status(context.database_file, error).type() == fs::file_type::not_found) {
        if (context.configuration.get("backup-folder")) {
            findings.fault("file",
                           "there is no database '" + context.database_file + "', of which there are to be backups",
                           "'practice restore FILE' brings one back; another is named with --db");
        } else {
            findings.note("file", "there is no database '" + context.database_file + "' yet",
                          "'practice apply FILE' makes one; another is named with --db");
        }
    } else {
        check_file(context, open_options(context), fix && !context.dry_run, findings);
        if (open_database(context, fix, findings)) {
            examine(context, fix, findings);
            if (context.database) {
                const auto* zone = &(context.practice ? context.zone() : context.zone("UTC"));
                check_backups(context, present(context.environment, zone), findings);
            }
        }
    }
    tell(context, findings);
    return findings.sound() ? kDone : kFailure;
}

}  // namespace

Command doctor_command() {
    return {
        .name = "doctor",
        .summary = "Examine the database: whether it is whole, and whether it makes sense",
        .needs = Needs::file,
        .positionals = {},
        .options = {{"--fix", "", Takes::nothing,
                     "compute times again that do not fit the time-zone data, and set file permissions right"}},
        .examples =
            {
                {"practice doctor", "Exit 0 when it is sound, 1 when there are problems"},
                {"practice doctor --fix --dry-run", "What would be mended"},
                {"practice doctor --json", "Every check with its status, for a script"},
            },
        .run = run,
        .description =
            "Looks at the file (permissions, what is left beside it, room on the disk), at every page, the tables, "
            "what refers to what, the seals and dates of the log; at every session's times, which are computed from "
            "wall clock and time zone and may not fit any more after the law has changed; and at what is booked from "
            "now on: clashes, and who or what is archived. Clashes that were allowed are notes, as is all that is only "
            "worth knowing; problems are what needs somebody's hand, and each says what to type.\n"
            "Nothing is changed without --fix, and nothing but times and permissions with it. Times are one operation "
            "of the log and can be taken back. A damaged file is examined as far as it can be read.\n"
            "Where the configuration has a backup-folder, it says how old the newest sound backup of this practice in "
            "it is; one that is backup-age (2d) old or older, or none, is a problem, so that monitoring can go by the "
            "exit code.",
    };
}

}  // namespace practice::cli
