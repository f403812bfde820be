// SPDX-License-Identifier: MIT
// session mark: what became of a session, for all of its clients or for one.
#include "cli/answer/change_answer.h"
#include "cli/flags/clash_flags.h"
#include "cli/flags/session_flags.h"
#include "cli/flags/session_members.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"
#include "text/hint_words.h"

namespace practice::cli {
namespace {

constexpr std::string_view kMarks = "attended|no-show|late-cancelled|scheduled";

/// `ids`: what is to be marked, for what to type instead.
Status read_status(const std::string& word, const std::vector<std::string>& ids) {
    const auto status = parse_status(word);
    if (status == Status::cancelled) {
        throw misuse("a session is cancelled with a verb of its own", "practice session cancel " + ids.front());
    }
    if (!status) {
        throw misuse(practice::quoted(word) + " is not a status",
                     text::meant(word, kMarks) + "use " + text::one_of(kMarks) + ", behind the ids");
    }
    return *status;
}

int run(const Arguments& arguments, Context& context) {
    auto given = arguments.positionals();
    const auto word = given.back();
    const auto tail = " " + word;
    given.pop_back();
    const auto status = read_status(word, given);
    const ChangeVerb verb{.name = "mark",
                          .doing = "marking",
                          .done = "Marked",
                          .would = "Would mark",
                          .tail = tail,
                          .takes_series = false,
                          .is_for_past = true};
    const auto clients = arguments.values("--client");
    auto ids = read_ids(given, context);
    confirm_change(context, verb, ids.ids, false);

    Change change{context};
    const Directory directory{context};
    SessionChanges changes{context, directory, read_clash_policy(arguments)};
    if (arguments.has("--allow-future")) { changes.allow_marks_to_come(); }
    changes.apply(load_targets(ids, arguments, context, verb), [&](const Session& session, const ChangeScope& scope) {
        return plan_mark(session, scope, status, read_members(clients, session, scope, context, directory));
    });
    change.commit();

    print_changes(context, changes, verb);
    return kDone;
}

}  // namespace

Command session_mark_command() {
    Command command{
        .name = "session mark",
        .summary = "Say what became of sessions: attended, missed, cancelled late",
        .needs = Needs::write,
        .positionals = {{"ID", "a session (12), one date of a series (12@2026-12-08), or - for ids on standard input",
                         true, true, ValueKind::session},
                        {"STATUS", "attended, no-show, late-cancelled or scheduled", true, false, ValueKind::choice, "",
                         kMarks}},
        .options = {member_option("in a session of several: only this client"), allow_future_option()},
        .examples =
            {
                {"practice session mark 12@2026-12-08 attended", "One date of a series"},
                {"practice session mark 14 no-show --client Smith", "One of several clients did not come"},
                {"practice session list --from today --days 1 -q | practice session mark - attended", "All of today's"},
            },
        .run = run,
        .description =
            "Marks are records: changes of a whole series leave them alone. 'scheduled' takes a mark back. Who had cancelled alone stays cancelled.",
    };
    for (const auto& option : clash_options("when what was cancelled takes place after all")) {
        command.options.push_back(option);
    }
    return command;
}

}  // namespace practice::cli
