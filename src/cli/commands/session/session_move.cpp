// SPDX-License-Identifier: MIT
// session move: another time; the short form of session edit --at.
#include "app/change/cancelled_target.h"
#include "app/change/new_time.h"
#include "cli/answer/change_answer.h"
#include "cli/flags/clash_flags.h"
#include "cli/flags/session_flags.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

/// What was cancelled is moved only by who wants it back.
Session restored(const Session& session, const ChangeScope& scope, const std::string& at, bool restore,
                 const Context& context) {
    if (!is_cancelled(session, scope, *context.environment.zones, context.now)) { return session; }
    if (!restore) { throw nothing_to_move(session, scope, at); }
    Restoration restoration;
    restoration.singles = true;
    restoration.not_before = date_of(context.zone(session.time_zone).to_local(context.now));
    auto plan = plan_restore(session, scope, restoration);
    if (!std::holds_alternative<OneSlot>(scope)) {
        plan = only_what_comes(session, std::move(plan), *context.environment.zones, context.now);
    }
    return *plan.after;
}

int run(const Arguments& arguments, Context& context) {
    auto given = arguments.positionals();
    SessionWords words;
    words.at = given.back();
    words.allow_past = arguments.has("--allow-past");
    given.pop_back();
    const auto tail = " '" + *words.at + "'";
    const ChangeVerb verb{
        .name = "move", .doing = "moving", .done = "Moved", .would = "Would move", .tail = tail, .keeps_past = true};
    auto ids = read_ids(given, context);
    confirm_change(context, verb, ids.ids, false);

    with_yes_for_records(context, [&] {
        Change change{context};
        const Directory directory{context};
        SessionChanges changes{context, directory, read_clash_policy(arguments)};
        changes.ask_about_records([&](const AlteredRecords& records) { ask_about_records(context, records); });
        changes.leave_recurrence_to_edit(true);
        if (arguments.has("--allow-future")) { changes.allow_marks_to_come(); }
        const auto moved = [&](const Session& stored, const ChangeScope& scope) {
            const auto session = restored(stored, scope, *words.at, arguments.has("--restore"), context);
            SessionEdit edit;
            edit.time = read_new_time(words, session, scope, edit, context, directory);
            return plan_edit(session, scope, edit, *context.environment.zones, context.now);
        };
        changes.apply(load_targets(ids, arguments, context, verb), moved);
        change.commit();
        print_changes(context, changes, verb);
    });
    return kDone;
}

}  // namespace

Command session_move_command() {
    Command command{
        .name = "session move",
        .summary = "Move sessions to another time",
        .needs = Needs::write,
        .positionals = {{"ID", "a session (12), one date of a series (12@2026-12-08), or - for ids on standard input",
                         true, true, ValueKind::session},
                        {"WHEN", "'2026-12-09 15:00', '15:00' on the same day, a date at the same time, or next", true,
                         false, ValueKind::when, "", "next"}},
        .options = scope_options(),
        .examples =
            {
                {"practice session move 12@2026-12-08 '2026-12-09 15:00'", "One date of a series"},
                {"practice session move 12 'wed 15:00' --from 2026-12-08",
                 "Wednesdays at 15:00 from then on, as a new session that carries on"},
                {"practice session move 12 15:00 --all", "The whole series to another time of day"},
            },
        .run = run,
        .description =
            "The short form of 'session edit --at'. A weekday alone moves a series to that day of its week: of the "
            "week "
            "of the first date concerned. For one date it is the next such day, and where that could be taken in two "
            "ways the date has to be said. '+1w' and 'in 3 days' count from the session's own date.\n"
            "What was cancelled is moved with --restore only; what was attended or missed needs a yes.",
    };
    using enum Takes;
    command.options.push_back({"--restore", "", nothing, "bring back what was cancelled, at the new time"});
    command.options.push_back(past_too_option());
    command.options.push_back({"--allow-past", "", nothing, "move to a time in the past"});
    command.options.push_back(allow_future_option());
    for (const auto& option : clash_options("refuse (the default), skip what clashes, or allow")) {
        command.options.push_back(option);
    }
    return command;
}

}  // namespace practice::cli
