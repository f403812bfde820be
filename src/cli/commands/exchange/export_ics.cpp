// SPDX-License-Identifier: MIT
// export ics: calendar feeds, to standard output, a file, or a folder of files.
#include <algorithm>

#include "app/feeds/feed_files.h"
#include "cli/answer/feed_answer.h"
#include "cli/answer/listing.h"
#include "cli/answer/output_file.h"
#include "cli/answer/screen.h"
#include "cli/flags/session_filter.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "ical/feed_writer.h"
#include "store/journal/keyed_digest.h"

namespace practice::cli {
namespace {

/// A full feed is for taking the practice elsewhere: what cannot go out as a series has to reach further.
constexpr std::chrono::days kFullAhead{5 * 366};

FeedRequest read_request(const Arguments& arguments, const Context& context, const Directory& directory) {
    auto filter = read_filters(arguments, directory);
    FeedRequest request;
    request.privacy = parse_privacy(arguments.value("--privacy").value_or("code")).value();
    request.window =
        feed_window(context, arguments.value("--since").value_or(""), arguments.value("--until").value_or(""));
    if (request.privacy == Privacy::full && !arguments.has("--until")) {
        request.window.to = context.zone().to_instant(date_of(context.local_now().local) + kFullAhead);
    }
    request.show_cancelled = arguments.has("--show-cancelled") || filter.all_statuses;
    request.professionals = std::move(filter.sessions.professionals);
    request.clients = std::move(filter.sessions.clients);
    request.rooms = std::move(filter.sessions.rooms);
    request.services = std::move(filter.sessions.services);
    if (!filter.all_statuses) { request.statuses = std::move(filter.statuses); }
    // The identity itself is the key: it is random, and never in a feed that is not for everybody to know.
    request.disguise = store::keyed_digest;
    return request;
}

std::vector<Feed> read_all(const Arguments& arguments, Context& context) {
    Feed all;
    const auto per = arguments.value("--per");
    if (!context.database || !context.practice) {
        all.calendar_name = arguments.value("--name").value_or("");
        return per ? std::vector<Feed>{} : std::vector<Feed>{std::move(all)};
    }
    const Directory directory{context};
    all.request = read_request(arguments, context, directory);
    const auto usual = all.request.privacy == Privacy::busy ? std::string{"Busy"} : context.practice->name;
    all.calendar_name = arguments.value("--name").value_or(usual);
    if (!per) { return {std::move(all)}; }
    return *per == "room" ? feeds_per_room(all, directory) : feeds_per_professional(all, directory);
}

FeedWriting how_to_write(const Arguments& arguments, Context& context) {
    const bool only_look = arguments.has("--check") || context.dry_run;
    const auto mode = arguments.value("--mode").value_or("0600");
    FeedWriting writing{only_look ? ChangedFile::Mode::only_look : ChangedFile::Mode::replace,
                        static_cast<mode_t>(mode == "0644"   ? 0644
                                            : mode == "0640" ? 0640
                                                             : 0600),
                        arguments.has("--mode"),
                        {}};
    // Whoever names a file knows which one it is; in a folder the names are given by the program.
    if (arguments.has("--per") && context.database) { writing.practice = practice_mark(*context.database); }
    return writing;
}

std::string file_of(const Arguments& arguments, const Feed& feed) {
    const auto target = arguments.value("--output").value();
    return arguments.has("--per") ? file_in_folder(target, feed) : target;
}

std::vector<FeedFile> write_files(const Arguments& arguments, Context& context, const std::vector<Feed>& feeds) {
    const auto writing = how_to_write(arguments, context);
    if (arguments.has("--per")) { static_cast<void>(make_feed_folder(arguments.value("--output").value(), writing)); }
    std::vector<FeedFile> written;
    for (const auto& feed : feeds) { written.push_back(write_feed_file(feed, file_of(arguments, feed), writing)); }
    return written;
}

void tell(Context& context, const std::vector<FeedFile>& files, bool only_look) {
    if (context.quiet) {
        for (const auto& file : files) {
            if (file.changed) { context.print_line(file.file); }
        }
        return;
    }
    if (context.format != Format::json && context.format != Format::jsonl) {
        for (const auto& file : files) { context.print_line(told(file, only_look)); }
        return;
    }
    std::vector<std::string> objects;
    for (const auto& file : files) { objects.push_back(feed_file_json(file)); }
    print_json(context, objects);
}

void check_together(const Arguments& arguments) {
    const bool to_file = arguments.value("--output").value_or("-") != "-";
    if (!to_file && arguments.has("--per")) {
        throw misuse("--per makes several feeds", "name a folder for them: -o feeds");
    }
    if (!to_file && arguments.has("--check")) {
        throw misuse("--check compares with a file", "name the file: -o practice.ics --check");
    }
}

int run(const Arguments& arguments, Context& context) {
    check_together(arguments);
    context.writes_file_itself = true;
    const bool to_file = arguments.value("--output").value_or("-") != "-";
    FeedParts parts{*context.environment.zones, context.now};
    std::vector<Feed> feeds;
    {
        std::optional<store::Reading> reading;
        if (context.database) { reading.emplace(*context.database); }
        feeds = read_all(arguments, context);
        if (context.database && context.practice) {
            if (to_file) {
                note_unchanged(context, feeds, [&](const Feed& feed) { return file_of(arguments, feed); });
            }
            read_feeds(*context.database, feeds, parts);
        }
    }  // from here on nobody is kept from writing
    if (!to_file) {
        ical::write_feed([&](std::string_view piece) { write_data(context.environment, piece); },
                         feeds.front().calendar_name, feeds.front().events);
        return kDone;
    }
    const auto files = write_files(arguments, context, feeds);
    const bool only_look = arguments.has("--check") || context.dry_run;
    if (!only_look) { context.stands = "what -o names was written all the same"; }
    tell(context, files, only_look);
    const bool changed = std::ranges::any_of(files, &FeedFile::changed);
    return arguments.has("--check") && changed ? kFailure : kDone;
}

}  // namespace

Command export_ics_command() {
    using enum Takes;
    Command command{
        .name = "export ics",
        .summary = "Write a calendar feed that other programs can subscribe to",
        .needs = Needs::read,
        .positionals = {},
        .options =
            {
                {"--privacy", "LEVEL", one_value, "what of the clients it tells; code (Client 12), when not given", "",
                 ValueKind::choice, "busy|code|initials|first|full"},
                {"--since", "DATE", one_value, "single sessions from this day on; 60 days back, when not given", "",
                 ValueKind::date},
                {"--until", "DATE", one_value,
                 "single sessions up to this day; 400 days ahead when not given, five years with --privacy full", "",
                 ValueKind::date},
                {"--per", "WHAT", one_value, "one feed each, into the folder of -o", "", ValueKind::choice,
                 "professional|room"},
                {"--name", "TEXT", one_value, "the calendar's name; the practice's, when not given"},
                {"--show-cancelled", "", nothing, "show cancelled sessions as such instead of leaving them out"},
                {"--check", "", nothing, "write nothing; exit 1 when the file of -o would change"},
                {"--mode", "MODE", one_value, "permissions of the file; of a new one 0600, when not given", "",
                 ValueKind::choice, "0600|0640|0644"},
            },
        .examples =
            {
                {"practice export ics -o lakeside.ics", "Everything, clients as numbers"},
                {"practice export ics --per professional --privacy initials -o feeds",
                 "One feed for each professional"},
                {"practice export ics --professional lee --privacy busy -o busy.ics --mode 0644",
                 "When somebody is busy, for a web server"},
            },
        .run = run,
        .description =
            "Series go out as one event with their rule, unless not all calendar programs would understand it: then, "
            "as single sessions, only what lies between --since and --until. Series that were over before --since are "
            "left out.\n"
            "A file whose content would stay the same is not touched. What it was made of is noted on it (in an "
            "extended "
            "attribute), so that the sessions are not even read while nothing was changed. -q prints the names of "
            "changed files only.\n"
            "Notes and addresses never leave, prices only with --privacy full, which 'practice import' reads back "
            "whole; "
            "'practice export fields --privacy LEVEL' shows what does.",
        .form = OutputForm::calendar,
    };
    for (const auto& option : filter_options()) { command.options.push_back(option); }
    return command;
}

}  // namespace practice::cli
