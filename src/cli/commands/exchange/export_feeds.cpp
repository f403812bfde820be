// SPDX-License-Identifier: MIT
// export feeds: all feeds that the settings declare, each into its file. One that cannot be written keeps no
// other from being written.
#include <algorithm>
#include <filesystem>
#include <ostream>

#include "app/feeds/feed_files.h"
#include "cli/answer/feed_answer.h"
#include "cli/answer/listing.h"
#include "cli/answer/output_file.h"
#include "cli/answer/screen.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "practice/refusal.h"
#include "store/sqlite/database_file.h"
#include "text/fold.h"

namespace practice::cli {
namespace {

/// How the hint of a file begins whose folder is not there.
constexpr std::string_view kNoFolder = "make its folder first";
/// And that of one that is another practice's.
constexpr std::string_view kAnotherFile = "give the feed another file";

struct Outcome {
    std::string feed;
    FeedFile file;
};

/// Of every run: what became of the feeds, and what went wrong.
struct Outcomes {
    std::vector<Outcome> files;
    std::vector<Problem> problems;
    /// Folders that readers are let into.
    std::vector<std::string> folders;
};

mode_t permissions(FeedReaders readers) {
    switch (readers) {
        case FeedReaders::nobody: break;
        case FeedReaders::group: return 0640;
        case FeedReaders::everybody: return 0644;
    }
    return 0600;
}

std::vector<DeclaredFeed> declared(Context& context) {
    std::vector<DeclaredFeed> feeds;
    if (context.database && context.practice) { feeds = Directory{context}.feeds(); }
    std::erase_if(feeds, [](const DeclaredFeed& feed) { return feed.archived; });
    if (feeds.empty()) {
        throw Refusal{RefusalKind::not_found, "no feed is declared in the settings",
                      "write one into a settings file, such as 'feeds: [{name: Lakeside, file: "
                      "/srv/feeds/lakeside.ics}]', then: practice apply FILE"};
    }
    return feeds;
}

/// Its files: one, or one for each professional or room.
std::vector<Feed> read(Context& context, const DeclaredFeed& feed, FeedParts& parts) {
    const store::Reading reading{*context.database};
    const Directory directory{context};
    const Feed all = declared_feed(context, feed);
    std::vector<Feed> feeds;
    if (!feed.per) {
        feeds = {all};
    } else if (*feed.per == FeedPer::room) {
        feeds = feeds_per_room(all, directory);
    } else {
        feeds = feeds_per_professional(all, directory);
    }
    const auto target = feed_path(context, feed);
    note_unchanged(context, feeds, [&](const Feed& one) { return feed.per ? file_in_folder(target, one) : target; });
    read_feeds(*context.database, feeds, parts);
    return feeds;
}

void write(Context& context, const DeclaredFeed& feed, const FeedWriting& writing, Outcomes& outcomes) {
    const auto attempt = [&](auto&& action) {
        try {
            action();
        } catch (const Refusal& refusal) {
            for (auto problem : refusal.problems()) {
                problem.message = "feed " + text::harmless(feed.name.text) + ": " + problem.message;
                outcomes.problems.push_back(problem);
                if (problem.hint.starts_with(kAnotherFile)) { continue; }
                const bool no_folder = problem.hint.starts_with(kNoFolder);
                outcomes.problems.back().hint =
                    std::string{no_folder ? kNoFolder : "make the file and its folder writable"}.append(
                        ", or give the feed another file in the settings");
            }
        }
    };
    FeedParts parts{*context.environment.zones, context.now};
    const auto feeds = read(context, feed, parts);  // from here on nobody is kept from writing
    const auto target = feed_path(context, feed);
    if (!feed.per) {
        attempt([&] { outcomes.files.push_back({feed.name.text, write_feed_file(feeds.front(), target, writing)}); });
        return;
    }
    attempt([&] {
        if (make_feed_folder(target, writing)) { outcomes.folders.push_back(target); }
        for (const auto& one : feeds) {
            attempt([&] {
                outcomes.files.push_back({feed.name.text, write_feed_file(one, file_in_folder(target, one), writing)});
            });
        }
    });
}

void tell(Context& context, const Outcomes& outcomes, bool only_look) {
    if (context.quiet) {
        for (const auto& outcome : outcomes.files) {
            if (outcome.file.changed) { context.print_line(outcome.file.file); }
        }
    } else if (context.format == Format::json || context.format == Format::jsonl) {
        std::vector<std::string> objects;
        for (const auto& outcome : outcomes.files) { objects.push_back(feed_file_json(outcome.file, outcome.feed)); }
        print_json(context, objects);
    } else if (context.dry_run) {
        for (const auto& outcome : outcomes.files) { context.print_line(told(outcome.file, only_look)); }
    } else if (context.environment.err_is_terminal) {
        for (const auto& outcome : outcomes.files) {
            *context.environment.err << told(outcome.file, only_look) << '\n';
        }
    }
}

int run(const Arguments& arguments, Context& context) {
    const bool check = arguments.has("--check");
    const bool only_look = check || context.dry_run;
    Outcomes outcomes;
    for (const auto& feed : declared(context)) {
        const auto mode = only_look ? ChangedFile::Mode::only_look : ChangedFile::Mode::replace;
        write(context, feed, {mode, permissions(feed.readers), true, practice_mark(*context.database)}, outcomes);
    }
    if (only_look) {
        for (const auto& folder : outcomes.folders) {
            context.note("readers would be let into " + store::quoted(folder));
        }
    }
    if (!only_look && outcomes.problems.empty()) { context.stands = "the feeds were written all the same"; }
    tell(context, outcomes, only_look);
    if (!outcomes.problems.empty()) {
        // The files that were written are told all the same.
        try {
            write_text(context.environment, context.output, context.style.colour);
        } catch (const ReaderGone&) {}  // what went wrong is told at any rate
        throw Refusal{RefusalKind::failure, std::move(outcomes.problems)};
    }
    const bool changed = !outcomes.folders.empty() ||
                         std::ranges::any_of(outcomes.files, [](const Outcome& one) { return one.file.changed; });
    return check && changed ? kFailure : kDone;
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
