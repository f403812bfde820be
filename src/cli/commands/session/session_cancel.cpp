// SPDX-License-Identifier: MIT
// session cancel: what does not take place; its time is free again.
#include "cli/answer/change_answer.h"
#include "cli/flags/session_members.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "text/fold.h"

namespace practice::cli {
namespace {

constexpr std::size_t kLongestReason = 2'000;
constexpr ChangeVerb kVerb{.name = "cancel",
                           .doing = "cancelling",
                           .done = "Cancelled",
                           .would = "Would cancel",
                           .tail = "",
                           .keeps_past = true};
constexpr ChangeVerb kForClients{.name = "cancel",
                                 .doing = "cancelling",
                                 .done = "Cancelled",
                                 .would = "Would cancel",
                                 .tail = " --client NAME",
                                 .takes_series = false,
                                 .has_scope_flags = true};

int run(const Arguments& arguments, Context& context) {
    auto ids = read_ids(arguments.positionals(), context);
    const Cancellation cancellation{arguments.has("--late"), arguments.value("--reason").value_or("")};
    text::check_text(cancellation.reason, "the reason", kLongestReason);
    const auto clients = arguments.values("--client");
    const auto& verb = clients.empty() ? kVerb : kForClients;
    confirm_change(context, verb, ids.ids, false);

    Change change{context};
    const Directory directory{context};
    SessionChanges changes{context, directory, ClashPolicy{}};
    changes.apply(load_targets(ids, arguments, context, verb), [&](const Session& session, const ChangeScope& scope) {
        auto own = cancellation;
        own.clients = read_members(clients, session, scope, context, directory);
        return plan_cancel(session, scope, own, *context.environment.zones, context.now);
    });
    change.commit();

    print_changes(context, changes, verb);
    return kDone;
}

}  // namespace

Command session_cancel_command() {
    Command command{
        .name = "session cancel",
        .summary = "Cancel sessions; their time is free again",
        .needs = Needs::write,
        .positionals = {{"ID", "a session (12), one date of a series (12@2026-12-08), or - for ids on standard input",
                         true, true, ValueKind::session}},
        .options = scope_options(),
        .examples =
            {
                {"practice session cancel 12@2026-12-08 --late --reason ill",
                 "One date, too late to be free of charge"},
                {"practice session cancel 14 --client Smith", "One of several clients; the others come"},
                {"practice session cancel 12 --from 2027-01-01", "The series ends before that date"},
                {"practice session list --professional lee --from 2026-12-24 --to 2027-01-02 -q | practice session "
                 "cancel - --reason vacation",
                 "All of one professional's sessions of some days"},
            },
        .run = run,
        .description =
            "A cancelled date stays in the records and can be restored. With --from a series ends before "
            "that date; with --all it ends as of now. What has been stays, unless --past-too is given. With --client the session takes place for "
            "the others; once nobody is left, it is cancelled. More than 10 at once need a yes.",
    };
    using enum Takes;
    command.options.push_back(past_too_option());
    command.options.push_back(member_option("in a session of several: only this client; the others come"));
    command.options.push_back({"--late", "", nothing, "cancelled too late: late-cancelled"});
    command.options.push_back({"--reason", "TEXT", one_value, "an administrative reason, never a clinical one"});
    return command;
}

}  // namespace practice::cli
