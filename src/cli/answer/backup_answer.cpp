// SPDX-License-Identifier: MIT
#include "cli/answer/backup_answer.h"

#include <ostream>

#include "cli/answer/database_words.h"
#include "text/file_size.h"
#include "text/hint_words.h"
#include "text/json.h"
#include "text/plural.h"

namespace practice::cli {
namespace {

namespace fs = std::filesystem;

std::string operations_told(std::int64_t number, const std::string& whose) {
    return text::counted(number, "operation") + " " + whose;
}

/// What becomes of the present database, a line each.
std::vector<std::string> difference_told(const Context& context, const PresentDatabase& present,
                                         const WantedDatabase& wanted) {
    switch (present.state) {
        case PresentDatabase::State::none: return {};
        case PresentDatabase::State::unreadable: return {"  now      the database cannot be read any more"};
        case PresentDatabase::State::readable: break;
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

void tell_json(Context& context, const WantedDatabase& wanted, const PresentDatabase& present, const Restored& done) {
    text::JsonObject object;
    object.text("file", fs::absolute(context.database_file).lexically_normal().string());
    add_summary(object, wanted.holds);
    if (present.state == PresentDatabase::State::readable) {
        text::JsonObject before;
        add_summary(before, present.holds);
        object.json("before", before.take()).number("lost", present.lost).number("gained", present.gained);
    } else {
        object.null("before").null("lost").null("gained");
    }
    object.text_or_null("kept", done.kept ? done.kept->string() : std::string{}).boolean("dry_run", context.dry_run);
    object.text_or_null("practice", wanted.name);
    if (present.state == PresentDatabase::State::readable) {
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

}  // namespace

void print_backup(Context& context, const MadeBackup& made) {
    const auto& [backup, removed] = made;
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

void tell_what_restoring_does(const Context& context, const PresentDatabase& present, const WantedDatabase& wanted) {
    auto& err = *context.environment.err;
    err << "The backup\n";
    for (const auto& line : backup_told(context, wanted.holds)) { err << line << '\n'; }
    for (const auto& line : difference_told(context, present, wanted)) { err << line << '\n'; }
}

void print_restored(Context& context, const Restoring& restoring, const Restored& done) {
    const auto& wanted = restoring.wanted();
    const auto& present = restoring.present();
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
    if (present.state == PresentDatabase::State::readable) {
        context.print_line("Go back with: " + context.command("restore " + text::shell_word(done.kept->string())));
    }
}

}  // namespace practice::cli
