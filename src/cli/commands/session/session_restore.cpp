// SPDX-License-Identifier: MIT
// session restore: what was cancelled takes place after all.
#include "cli/answer/change_answer.h"
#include "cli/flags/clash_flags.h"
#include "cli/flags/session_members.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

constexpr ChangeVerb kVerb{.name = "restore",
                           .doing = "restoring",
                           .done = "Restored",
                           .would = "Would restore",
                           .tail = "",
                           .takes_left_out = true};
constexpr ChangeVerb kForClients{.name = "restore",
                                 .doing = "restoring",
                                 .done = "Restored",
                                 .would = "Would restore",
                                 .tail = " --client NAME",
                                 .takes_series = false,
                                 .has_scope_flags = true};

int run(const Arguments& arguments, Context& context) {
    auto ids = read_ids(arguments.positionals(), context);
    const auto clients = arguments.values("--client");
    auto verb = clients.empty() ? kVerb : kForClients;
    verb.brings_singles = arguments.has("--singles");
    if (arguments.has("--singles") && !arguments.has("--all") && !arguments.has("--from")) {
        throw misuse("--singles is for a series: with --all, or --from",
                     "leave it out; a date that is named comes back anyway");
    }
    confirm_change(context, verb, ids.ids, false);

    Change change{context};
    const Directory directory{context};
    SessionChanges changes{context, directory, read_clash_policy(arguments)};
    changes.leave_recurrence_to_edit(false);
    changes.apply(load_targets(ids, arguments, context, verb), [&](const Session& session, const ChangeScope& scope) {
        const auto today = date_of(context.zone(session.time_zone).to_local(context.now));
        auto plan = plan_restore(
            session, scope,
            {read_members(clients, session, scope, context, directory), arguments.has("--singles"), today});
        const bool named = std::holds_alternative<OneSlot>(scope) || arguments.has("--past-too");
        return named ? plan : only_what_comes(session, std::move(plan), *context.environment.zones, context.now);
    });
    change.commit();

    print_changes(context, changes, verb);
    return kDone;
}

}  // namespace

Command session_restore_command() {
    Command command{
        .name = "session restore",
        .summary = "Restore cancelled sessions",
        .needs = Needs::write,
        .positionals = {{"ID", "a session (12), one date of a series (12@2026-12-08), or - for ids on standard input",
                         true, true, ValueKind::cancelled_session}},
        .options = scope_options(),
        .examples =
            {
                {"practice session restore 12@2026-12-08",
                 "That date takes place after all, if its time is still free"},
                {"practice session restore 14 --client Smith", "One of several clients comes after all"},
                {"practice session restore 12 --from 2026-12-20",
                 "The end it had before 'cancel --from', and all that was cancelled with it"},
            },
        .run = run,
        .description =
            "Restores what was cancelled, and dates that were deleted from a series or left out of it, "
            "unless the time has been taken since (exit code 5). With --all or --from, a series of which the rest was "
            "cancelled gets back the end it had, and what was cancelled with it; what was cancelled, left out or "
            "deleted one by one is named, and comes back by its own id or with --singles.",
    };
    command.options.push_back({"--singles", "", Takes::nothing,
                               "with --all or --from: what was cancelled, left out or deleted one by one, too"});
    command.options.push_back(past_too_option());
    command.options.push_back(member_option("in a session of several: only this client"));
    for (const auto& option : clash_options("refuse (the default), skip what clashes, or allow")) {
        command.options.push_back(option);
    }
    return command;
}

}  // namespace practice::cli
