// SPDX-License-Identifier: MIT
// session show: one session, or one occurrence of a series.
#include "app/booking/standing_clashes.h"
#include "app/find_session.h"
#include "cli/answer/listing.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/session/occurrence_text.h"
#include "text/session/session_text.h"
#include "text/wording/conflict_text.h"

namespace practice::cli {
namespace {

int run(const Arguments& arguments, Context& context) {
    std::vector<std::string> objects;
    std::string told;
    for (const auto& text : arguments.positionals()) {
        const auto id = read_occurrence_id(text);
        auto session = find_session(context, id);
        forget_gone_clashes(context, session);
        const auto& zone = context.zone(session.time_zone);
        const auto occurrence = id.slot ? occurrence_at(session, zone, id.slot) : std::nullopt;
        const text::SessionView view{&session, &zone, context.now};
        if (context.quiet) {
            context.print_line(to_string(id));
        } else if (context.format == Format::json || context.format == Format::jsonl) {
            const auto clashes = standing_clashes(context, session, id.slot);
            const auto list = ",\"clashes\":" + text::clashes_json(clashes.found.with_allowed(), zone);
            objects.push_back(occurrence ? text::occurrence_json(*occurrence) : text::session_json(view));
            objects.back().insert(objects.back().size() - 1, list);
        } else if (context.format == Format::csv || (context.format == Format::tsv && context.format_given)) {
            const auto values = occurrence ? text::occurrence_values(*occurrence) : text::session_values(view);
            context.print(text::csv_record(occurrence ? text::occurrence_fields() : text::session_fields()));
            context.print(text::csv_record(values));
        } else {
            const auto clashes = standing_clashes(context, session, id.slot).lines();
            auto whole = view;
            whole.clashes = &clashes;
            told += (told.empty() ? "" : "\n") +
                    (occurrence ? text::occurrence_told(*occurrence, clashes) : text::session_told(whole));
        }
    }
    context.print(told);
    if (objects.size() == 1) { context.print_line(objects.front()); }
    if (objects.size() > 1) { print_json(context, objects); }
    return kDone;
}

}  // namespace

Command session_show_command() {
    return {
        .name = "session show",
        .summary = "Show a session, or one date of a series",
        .needs = Needs::read,
        .positionals = {{"ID", "a session (12) or one date of a series (12@2026-12-08)", true, true,
                         ValueKind::session}},
        .options = {},
        .examples =
            {
                {"practice session show 1", "A series: its rule, next dates, and what differs"},
                {"practice session show 1@2026-12-01", "One date of it"},
            },
        .run = run,
    };
}

}  // namespace practice::cli
