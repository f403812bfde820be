// SPDX-License-Identifier: MIT
#include "cli/flags/session_members.h"

#include <algorithm>

#include "app/find_session.h"
#include "practice/plain_text.h"

namespace practice::cli {

std::vector<ClientId> read_members(const std::vector<std::string>& words, const Session& session,
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
                    to_string(OccurrenceId{session.number(), one != nullptr ? std::optional{one->slot} : std::nullopt}),
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

OptionSpec member_option(std::string_view help) {
    return {"--client", "NAME", Takes::many_values, help, "", ValueKind::client};
}

}  // namespace practice::cli
