// SPDX-License-Identifier: MIT
// log, log list: what was done, newest first.
#include "app/find_session.h"
#include "app/undo/operations.h"
#include "cli/answer/listing.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/dates/parse_time.h"

namespace practice::cli {
namespace {

constexpr int kUsualCount = 20;
constexpr int kMostCount = 1'000'000;

Listing<text::LoggedOperation> operation_listing() {
    Listing<text::LoggedOperation> listing;
    listing.columns = text::operation_columns();
    listing.cells = text::operation_cells;
    listing.fields = text::operation_fields();
    listing.values = text::operation_values;
    listing.json = text::operation_json;
    listing.id = [](const text::LoggedOperation& operation) { return std::to_string(operation.id.value); };
    listing.when_empty = "Nothing was done there.";
    return listing;
}

void read_window(const Arguments& arguments, const Context& context, store::OperationFilter& filter) {
    const auto from = arguments.value("--from");
    const auto to = arguments.value("--to");
    const auto days = arguments.value("--days");
    if (!from && !to && !days) { return; }
    text::WindowWords words;
    if (from) { words.from = *from; }
    if (to) { words.to = *to; }
    if (!from && !to) {
        // The log looks back: the last days, today among them.
        const auto count = text::parse_number(*days, "the number of days", 1, 36'600);
        const auto today = date_of(context.local_now().local);
        filter.from = context.zone().to_instant(LocalTime{today - std::chrono::days{count - 1}});
        return;
    }
    if (days) { words.days = *days; }
    const auto window = text::parse_window(words, context.local_now());
    if (window.from) { filter.from = context.zone().to_instant(*window.from); }
    if (window.to) { filter.to = context.zone().to_instant(*window.to); }
}

store::OperationFilter read_filter(const Arguments& arguments, Context& context) {
    store::OperationFilter filter;
    read_window(arguments, context, filter);
    filter.who = arguments.value("--who");
    if (const auto session = arguments.value("--session")) { filter.session = read_occurrence_id(*session).session; }
    if (const auto client = arguments.value("--client")) {
        const Directory directory{context};
        filter.client = directory.find_client(*client, std::nullopt, Archived::after_current).id;
    }
    // A person sees the last ones; a program, and whoever asks for something, all of them.
    const bool asked = filter.who || filter.session || filter.client || filter.from || filter.to;
    if (const auto count = arguments.value("--count")) {
        filter.most = text::parse_number(*count, "the count", 1, kMostCount);
    } else if (!asked && context.format == Format::table && !context.quiet) {
        filter.most = kUsualCount;
    }
    return filter;
}

int run(const Arguments& arguments, Context& context) {
    std::vector<text::LoggedOperation> list;
    bool more = false;
    if (context.database) {
        const store::Reading reading{*context.database};
        const auto filter = read_filter(arguments, context);
        for (const auto& operation : store::load_operations(*context.database, filter)) {
            list.push_back(view_of(context, operation));
        }
        more = filter.most == kUsualCount && !arguments.has("--count") && list.size() == kUsualCount &&
               list.back().id.value > 1;
    }
    print_listing<text::LoggedOperation>(context, list, operation_listing());
    if (more) { context.print_line("Older ones: " + context.command("log --count 100")); }
    return kDone;
}

Command row(std::string_view name, std::string_view summary) {
    using enum Takes;
    return {
        .name = name,
        .summary = summary,
        .needs = Needs::read,
        .positionals = {},
        .options =
            {
                {"--session", "ID", one_value, "only what touched this session", "", ValueKind::session},
                {"--client", "NAME", one_value, "only what touched this client, or a session of theirs", "",
                 ValueKind::client},
                {"--who", "ACCOUNT", one_value, "only what this account did, or who said to be behind it"},
                {"--from", "DATE", one_value, "from this day (or time) on", "", ValueKind::window_end},
                {"--to", "DATE", one_value, "up to and with this day (or up to a time)", "", ValueKind::window_end},
                {"--days", "N", one_value, "the last so many days; with --from, so many from there"},
                {"--count", "N", one_value, "the last so many; at a terminal 20 when nothing else is asked for"},
            },
        .examples =
            {
                {"practice log", "What was done last"},
                {"practice log --session 12", "Everything that was done to a session"},
                {"practice log --days 7 --json", "The last seven days, for a program"},
            },
        .run = run,
        .description =
            "Every command that changed something is one operation, with who did it, when, and every row it changed. "
            "Undoing is an operation too: nothing ever leaves the log. 'practice log show N' says what one did, "
            "'practice undo N' takes it back.",
    };
}

}  // namespace

Command log_command() {
    return row("log", "List what was done, newest first");
}
Command log_list_command() {
    return row("log list", "The same as 'practice log'");
}

}  // namespace practice::cli
