// SPDX-License-Identifier: MIT
// export feeds: all feeds that the settings declare, each into its file.
#include <ostream>

#include "app/feeds/declared_feeds.h"
#include "cli/answer/feed_answer.h"
#include "cli/answer/listing.h"
#include "cli/answer/output_file.h"
#include "cli/answer/screen.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "practice/refusal.h"

namespace practice::cli {
namespace {

void tell(Context& context, const WrittenFeeds& written, bool only_look) {
    if (context.quiet) {
        for (const auto& one : written.files) {
            if (one.file.changed) { context.print_line(one.file.file); }
        }
    } else if (context.format == Format::json || context.format == Format::jsonl) {
        std::vector<std::string> objects;
        for (const auto& one : written.files) { objects.push_back(feed_file_json(one.file, one.feed)); }
        print_json(context, objects);
    } else if (context.dry_run) {
        for (const auto& one : written.files) { context.print_line(told(one.file, only_look)); }
    } else if (context.environment.err_is_terminal) {
        for (const auto& one : written.files) { *context.environment.err << told(one.file, only_look) << '\n'; }
    }
}

int run(const Arguments& arguments, Context& context) {
    const bool check = arguments.has("--check");
    const bool only_look = check || context.dry_run;
    auto written = write_declared_feeds(context, only_look ? ChangedFile::Mode::only_look : ChangedFile::Mode::replace);
    tell(context, written, only_look);
    if (!written.problems.empty()) {
        // The files that were written are told all the same.
        try {
            write_text(context.environment, context.output, context.style.colour);
        } catch (const ReaderGone&) {}  // what went wrong is told at any rate
        throw Refusal{RefusalKind::failure, std::move(written.problems)};
    }
    return check && written.changed() ? kFailure : kDone;
}

}  // namespace

Command export_feeds_command() {
    return Command{
        .name = "export feeds",
        .summary = "Write all feeds that the settings declare",
        .needs = Needs::read,
        .positionals = {},
        .options = {{"--check", "", Takes::nothing, "write nothing; exit 1 when a file would change"}},
        .examples =
            {
                {"practice export feeds", "Every so often, from cron"},
                {"practice export feeds --dry-run", "See what would be written, and where"},
            },
        .run = run,
        .description =
            "Feeds are declared in the settings file of 'practice apply', for example:\n"
            "feeds: [{name: Dana Lee, file: /srv/feeds/lee.ics, professional: lee, privacy: initials}]\n"
            "Their keys: name (the calendar's), file, privacy, mode; professional, room, client and service, each "
            "one or a list; since, until, show-cancelled, and per (professional or room; then 'file' is a folder, and "
            "one file for each of them is written into it). They mean what the options of 'practice export ics' "
            "mean. A file that is not absolute is counted from the folder of the database.\n"
            "A file whose content would stay the same is not touched. What was written is told on standard error "
            "when that is a terminal; otherwise nothing is said unless something goes wrong. A file that cannot be "
            "written does not keep the others from being written; the exit code is then 1.",
        .form = OutputForm::words,
    };
}

}  // namespace practice::cli
