// SPDX-License-Identifier: MIT
// session edit: anything of a session, for one date, from a date on, or for the whole series.
#include <algorithm>
#include <array>

#include "app/change/cancelled_target.h"
#include "app/change/session_edit.h"
#include "cli/answer/change_answer.h"
#include "cli/flags/clash_flags.h"
#include "cli/flags/session_flags.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

constexpr ChangeVerb kVerb{
    .name = "edit", .doing = "editing", .done = "Changed", .would = "Would change", .tail = " ...", .keeps_past = true};

/// Of the flags of 'session add' that have a default there: what is not said here stays as it is.
struct OtherHelp {
    std::string_view flag;
    std::string_view help;
};
constexpr auto kOtherHelp = std::to_array<OtherHelp>({
    {"--client", "who comes, all of them anew: a name, part of one, or a number"},
    {"--service", "what is done, all of it anew: CODE, CODE:UNITS, CODE=PRICE or CODE:UNITS=PRICE"},
    {"--professional", "who gives it: a code or a name"},
    {"--room", "where"},
    {"--at", "'2026-12-01 14:00', '15:00' on the same day, a date at the same time, or 'next', the first free slot"},
    {"--price", "the price of the one service; none for the usual prices again"},
    {"--length", "50, 50m or 1h20m; none for as long as its services are"},
    {"--repeat",
     "daily, weekdays, weekly, biweekly, monthly, yearly, a configured name, words such as 'every 2 weeks on tue,thu', "
     "or custom; none makes a single session of it"},
    {"--ends", "the last day it may be on, or never"},
    {"--except", "further dates to leave out: 2026-12-24,2026-12-31; none brings all back"},
    {"--time-zone", "an IANA name"},
    {"--allow-past", "move it to a time in the past"},
});

void require_something(const Arguments& arguments) {
    for (const auto& option : session_options()) {
        const bool says_how = option.name == "--on-conflict" || option.name.starts_with("--allow");
        if (!says_how && arguments.has(option.name)) { return; }
    }
    throw misuse("what is to be different is not said",
                 "give it as for 'session add': --at, --length, --room, --price, --repeat ...; see 'practice session "
                 "edit --help'");
}

/// With another rule or end there are dates that nobody has cancelled.
bool gives_dates(const SessionWords& words) {
    return words.repeat || words.rrule || words.ends || words.times || words.held;
}

void require_one_session(const SessionWords& words, const std::vector<OccurrenceId>& ids) {
    if (words.ref && ids.size() > 1) { throw misuse("a ref names one session", "edit them one by one"); }
}

int run(const Arguments& arguments, Context& context) {
    auto ids = read_ids(arguments.positionals(), context);
    const auto words = session_words(arguments);
    require_something(arguments);
    require_one_session(words, ids.ids);
    confirm_change(context, kVerb, ids.ids, false);
    const auto status = words.status ? parse_status(*words.status) : std::nullopt;

    with_yes_for_records(context, [&] {
        Change change{context};
        const Directory directory{context};
        SessionChanges changes{context, directory, read_clash_policy(arguments)};
        changes.ask_about_records([&](const AlteredRecords& records) { ask_about_records(context, records); });
        if (words.allow_future) { changes.allow_marks_to_come(); }
        const auto edited = [&](const Session& session, const ChangeScope& scope) {
            const bool comes_back = status && takes_time(*status);
            const bool other_dates = session.is_series() && gives_dates(words);
            if (words.at && !comes_back && !other_dates &&
                is_cancelled(session, scope, *context.environment.zones, context.now)) {
                throw nothing_to_move(session, scope, *words.at);
            }
            const auto edit = read_edit(words, session, scope, context, directory);
            auto plan = plan_edit(session, scope, edit, *context.environment.zones, context.now);
            for (auto& note : left_out_notes(edit, session, plan)) { changes.note(std::move(note)); }
            if (status) { plan.after = plan_mark(*plan.after, scope, *status, {}).after; }
            return plan;
        };
        changes.apply(load_targets(ids, arguments, context, kVerb), edited);
        change.commit();
        print_changes(context, changes, kVerb);
    });
    return kDone;
}

}  // namespace

Command session_edit_command() {
    Command command{
        .name = "session edit",
        .summary = "Change sessions: one date, from a date on, or a whole series",
        .needs = Needs::write,
        .positionals = {{"ID", "a session (12), one date of a series (12@2026-12-08), or - for ids on standard input",
                         true, true, ValueKind::session}},
        .options = scope_options(),
        .examples =
            {
                {"practice session edit 12@2026-12-08 --room 'Room 2'", "One date only; the others stay"},
                {"practice session edit 12 --from 2026-12-08 --length 60",
                 "That date and all later ones, as a new session that carries on"},
                {"practice session edit 12 --all --ends 2027-06-30", "The whole series gets an end"},
                {"practice session edit 7 --repeat weekly", "A single session becomes a series"},
            },
        .run = run,
        .description =
            "What is not said stays as it is; 'none' clears a value (--note none, --repeat none). For a series it must "
            "be said which part is meant: one date (12@2026-12-08), a date and all later ones (--from), or the whole "
            "(--all). Changes made to single dates are kept; those whose date is no more are listed. Another rule is "
            "for what is to come: dates that have been stay. What has been "
            "attended, missed or cancelled in the past is never altered by --from or --all.\n"
            "--at with a date moves a whole series by as many days: from its first date when it has not begun, else "
            "from the date nearest to it. --except leaves out further dates; --except none brings all back.\n"
            "--dry-run shows what would happen.",
    };
    command.options.push_back(past_too_option());
    for (auto option : session_options()) {
        const auto other = std::ranges::find(kOtherHelp, option.name, &OtherHelp::flag);
        if (other != kOtherHelp.end()) { option.help = other->help; }
        command.options.push_back(option);
    }
    return command;
}

}  // namespace practice::cli
