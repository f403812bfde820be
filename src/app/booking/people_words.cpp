// SPDX-License-Identifier: MIT
#include "app/booking/people_words.h"

#include <algorithm>

#include "app/booking/client_words.h"
#include "app/problems.h"
#include "practice/refusal.h"
#include "text/fold.h"

namespace practice::app {
namespace {

constexpr std::size_t kMostClients = 100;

const Professional* professional_given(const SessionWords& words, const Office& office, const Directory& directory) {
    if (words.professional) { return &directory.find_professional(*words.professional); }
    if (const auto own = office.configuration.get("professional")) { return &directory.find_professional(*own); }
    const Professional* only = nullptr;
    for (const auto& professional : directory.professionals()) {
        if (professional.archived) { continue; }
        if (only != nullptr) { return nullptr; }
        only = &professional;
    }
    return only;
}

/// The one professional that all of the clients share.
const Professional& professional_of(const std::vector<const Client*>& clients, const Directory& directory) {
    std::vector<ProfessionalId> shared;
    for (const auto id : clients.front()->professionals) {
        const bool all = std::ranges::all_of(clients, [id](const Client* client) {
            return std::ranges::find(client->professionals, id) != client->professionals.end();
        });
        if (all && !directory.with_id(id).archived) { shared.push_back(id); }
    }
    if (shared.size() == 1) { return directory.with_id(shared.front()); }
    std::string codes;
    for (const auto& professional : directory.professionals()) {
        if (!professional.archived) { codes += (codes.empty() ? "" : ", ") + professional.code; }
    }
    if (codes.empty() && !directory.professionals().empty()) {
        throw misuse("all professionals are archived",
                     "bring one back: practice professional unarchive " + directory.professionals().front().code);
    }
    if (codes.empty()) {
        throw misuse("there is no professional yet", "add one: practice professional add CODE `name NAME`");
    }
    throw misuse("which professional is not said",
                 "add `professional CODE` (" + text::cut(codes, 200) +
                     "), or set 'professional:' in your configuration or PRACTICE_PROFESSIONAL");
}

}  // namespace

People read_people(const SessionWords& words, const Office& office, const Directory& directory) {
    Problems problems;
    const auto* professional =
        problems.attempt([&] { return professional_given(words, office, directory); }, "professional")
            .value_or(nullptr);
    if (words.clients.empty()) {
        throw misuse("a client is needed", "add `client NAME`; 'practice client list' shows them");
    }
    if (words.clients.size() > kMostClients) { throw misuse("a session has at most 100 clients"); }
    check_client_numbers(words, directory);
    std::vector<const Client*> clients;
    for (std::size_t i = 0; i < words.clients.size(); ++i) {
        const auto of = professional != nullptr ? std::optional{professional->id} : std::nullopt;
        const auto client = problems.attempt([&] { return &named_client(words, i, of, {}, directory); });
        if (client && std::ranges::find(clients, *client) != clients.end()) {
            problems.attempt(
                [&]() -> int { throw misuse((*client)->name.text + " is named twice", "name each client once"); });
        }
        if (client) { clients.push_back(*client); }
    }
    problems.raise_if_any();
    People people;
    people.professional = professional != nullptr ? professional : &professional_of(clients, directory);
    for (const auto* client : clients) { people.clients.push_back(name_of(*client)); }
    return people;
}

}  // namespace practice::app
