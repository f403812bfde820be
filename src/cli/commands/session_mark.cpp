// SPDX-License-Identifier: MIT
// session mark: what became of a session, for all of its clients or for one.
#include <algorithm>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/find_session.h"
#include "cli/name_hint.h"
#include "cli/session_changes.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"

namespace practice::cli {
namespace {

constexpr std::string_view kMarks = "attended|no-show|late-cancelled|scheduled";

Status read_status(const std::string& word) {
    const auto status = parse_status(word);
    if (status == Status::cancelled) {
        throw misuse("a session is cancelled with a verb of its own", "practice session cancel ID --reason TEXT");
    }
    if (!status) {
        throw misuse(practice::quoted(word) + " is not a status",
                     meant(word, kMarks) + "use " + one_of(kMarks) + ", behind the ids");
    }
    return *status;
}

/// Found among those who take part; another client of that name is never meant.
std::vector<ClientId> read_clients(const std::vector<std::string>& words, const Session& session,
                                   const ChangeScope& scope, const Context& context, const Directory& directory) {
    std::vector<ClientId> ids;
    if (words.empty()) { return ids; }
    const auto* one = std::get_if<OneSlot>(&scope);
    const auto occurrence = occurrence_at(session, context.zone(session.time_zone),
                                          one != nullptr ? std::optional{one->slot} : std::nullopt);
    const auto& clients = occurrence ? occurrence->clients() : session.clients;
    for (const auto& word : words) {
        std::vector<ClientId> found;
        for (const auto* client : directory.search_clients(word)) {
            const auto takes_part = [&](const ClientName& name) { return name.id == client->id; };
            if (std::ranges::any_of(clients, takes_part)) { found.push_back(client->id); }
        }
        if (found.empty()) { found.push_back(directory.find_client(word, {}, Archived::after_current).id); }
        const auto takes_part = [&](const ClientName& name) { return name.id == found.front(); };
        if (std::ranges::none_of(clients, takes_part)) {
            std::string names;
            for (const auto& name : clients) { names += (names.empty() ? "" : ", ") + name.name; }
            throw Refusal{
                RefusalKind::not_found,
                practice::quoted(word) + " does not take part in " +
                    to_string(OccurrenceId{session.id, one != nullptr ? std::optional{one->slot} : std::nullopt}),
                "its clients are " + names};
        }
        if (found.size() > 1) {
            Problem problem{practice::quoted(word) + " could be several of its clients", "give the number", {}, {}};
            for (const auto id : found) { problem.details.push_back(candidate_line(directory.with_id(id), directory)); }
            throw Refusal{RefusalKind::ambiguous, std::move(problem)};
        }
        ids.push_back(found.front());
    }
    return ids;
}

int run(const Arguments& arguments, Context& context) {
    auto given = arguments.positionals();
    const auto status = read_status(given.back());
    const auto tail = " " + given.back();
    given.pop_back();
    const ChangeVerb verb{.name = "mark",
                          .doing = "marking",
                          .done = "Marked",
                          .would = "Would mark",
                          .tail = tail,
                          .takes_series = false};
    const auto clients = arguments.values("--client");
    const auto ids = read_ids(given, context);
    confirm_change(context, verb, ids, false);

    Change change{context};
    const Directory directory{context};
    SessionChanges changes{context, directory, read_on_conflict(arguments)};
    changes.apply(load_targets(ids, arguments, context, verb), [&](const Session& session, const ChangeScope& scope) {
        return plan_mark(session, scope, status, read_clients(clients, session, scope, context, directory));
    });
    change.commit();

    changes.tell(verb);
    return kDone;
}

}  // namespace

Command session_mark_command() {
    return {
        .name = "session mark",
        .summary = "Say what became of sessions: attended, missed, cancelled late",
        .needs = Needs::write,
        .positionals = {{"ID", "a session (12), one date of a series (12@2026-12-08), or - for ids on standard input",
                         true, true, ValueKind::session},
                        {"STATUS", "attended, no-show, late-cancelled or scheduled", true, false, ValueKind::choice, "",
                         kMarks}},
        .options = {{"--client", "NAME", Takes::many_values, "in a session of several: only this client", "",
                     ValueKind::client},
                    {"--on-conflict", "WHAT", Takes::one_value, "when what was cancelled takes place after all", "",
                     ValueKind::choice, "refuse|skip|allow"}},
        .examples =
            {
                {"practice session mark 12@2026-12-08 attended", "One date of a series"},
                {"practice session mark 14 no-show --client Smith", "One of several clients did not come"},
                {"practice session list --from today --days 1 -q | practice session mark - attended", "All of today's"},
            },
        .run = run,
        .description = "Marks are records: changes of a whole series leave them alone. 'scheduled' takes a mark back.",
    };
}

}  // namespace practice::cli
