// SPDX-License-Identifier: MIT
// session delete: what was entered by mistake leaves the calendars; the journal keeps it.
#include "cli/answer/change_answer.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/wording/change_text.h"

namespace practice::cli {
namespace {

constexpr ChangeVerb kVerb{"delete", "deleting", "Deleted", "Would delete", "", true, false, true};

/// What is nowhere else than in the sessions and dates that are to be deleted: records, notes, cancellations, changes.
std::vector<std::string> what_goes(const std::vector<SessionTarget>& targets, Context& context) {
    std::vector<std::string> lines;
    const auto add_all = [&](const std::vector<std::string>& more) {
        lines.insert(lines.end(), more.begin(), more.end());
    };
    for (const auto& [session, scopes] : targets) {
        std::optional<Session> left = session;
        for (const auto& scope : scopes) {
            if (!left) { break; }
            auto plan = plan_delete(*left, scope);
            add_all(text::lost_with(session, context.zone(session.time_zone), plan.lost));
            left = std::move(plan.after);
        }
        add_all(text::lost_of_itself(session, left, context.zone(session.time_zone)));
    }
    constexpr std::size_t most = 10;
    if (lines.size() > most) {
        const auto more = lines.size() - most;
        lines.resize(most);
        lines.push_back("... and " + std::to_string(more) + " more");
    }
    if (!lines.empty()) { lines.insert(lines.begin(), "what goes with it:"); }
    return lines;
}

int run(const Arguments& arguments, Context& context) {
    auto ids = read_ids(arguments.positionals(), context);
    const auto asked_about = load_targets(ids, arguments, context, kVerb);  // what is not there is not asked about
    confirm_change(context, kVerb, ids.ids, true, what_goes(asked_about, context));

    Change change{context};
    const Directory directory{context};
    SessionChanges changes{context, directory, ClashPolicy{}};
    changes.apply(load_targets(ids, arguments, context, kVerb),
                  [](const Session& session, const ChangeScope& scope) { return plan_delete(session, scope); });
    change.commit();

    print_changes(context, changes, kVerb);
    return kDone;
}

}  // namespace

Command session_delete_command() {
    Command command{
        .name = "session delete",
        .summary = "Delete sessions that were entered by mistake",
        .needs = Needs::write,
        .positionals = {{"ID", "a session (12), one date of a series (12@2026-12-08), or - for ids on standard input",
                         true, true, ValueKind::session}},
        .options = scope_options(),
        .examples =
            {
                {"practice session delete 13 --yes", "A single session"},
                {"practice session delete 12@2026-12-08 --yes", "One date is taken out of a series"},
                {"practice session delete 12 --all --yes", "A whole series, its records too"},
            },
        .run = run,
        .description =
            "For mistakes: nothing of it is left in calendars and records, only in the journal. What does "
            "not take place is cancelled instead. Always asks, or needs --yes.",
    };
    command.options.push_back(past_ids_option());
    return command;
}

}  // namespace practice::cli
