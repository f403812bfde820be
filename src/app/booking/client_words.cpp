// SPDX-License-Identifier: MIT
#include "app/booking/client_words.h"

#include <algorithm>

#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::app {
namespace {

constexpr std::string_view kByName = "in a table, `map` 'client numbers=none' goes by the names";

const Client& client_by_number(const SessionWords& words, std::size_t place, std::optional<ProfessionalId> of,
                               const std::vector<ClientName>& present, const Directory& directory) {
    const auto& name = words.clients[place];
    const auto& number = words.client_numbers[place];
    const auto* client = directory.client_numbered(number);
    if (client == nullptr) {
        throw Refusal{
            RefusalKind::not_found,
            "no client has the number " + practice::quoted(number) + ", which the row gives " + practice::quoted(name),
            "correct the number; " + std::string{kByName}};
    }
    const bool fits = name == number || directory.is_called(*client, name);
    if (!fits) {
        throw misuse(
            "client " + number + " is " + client->name.text + ", and the row calls them " + practice::quoted(name),
            "correct the name or the number; " + std::string{kByName});
    }
    const bool takes_part = std::ranges::find(present, client->id, &ClientName::id) != present.end();
    // Who is archived is refused as everywhere.
    return client->archived && !takes_part ? directory.find_client(number, of) : *client;
}

}  // namespace

bool has_own_numbers(const SessionWords& words, const Directory& directory) {
    return words.practice_uid && !words.client_numbers.empty() && *words.practice_uid == directory.practice_uid();
}

void check_client_numbers(const SessionWords& words, const Directory& directory) {
    if (!has_own_numbers(words, directory) || words.client_numbers.size() == words.clients.size()) { return; }
    throw misuse("the clients are " + std::to_string(words.clients.size()) + ", their numbers " +
                     std::to_string(words.client_numbers.size()),
                 "give one for each client, in their order; " + std::string{kByName});
}

const Client& named_client(const SessionWords& words, std::size_t place, std::optional<ProfessionalId> of,
                           const std::vector<ClientName>& present, const Directory& directory) {
    const auto& text = words.clients[place];
    if (has_own_numbers(words, directory)) { return client_by_number(words, place, of, present, directory); }
    const bool foreign = words.practice_uid && *words.practice_uid != directory.practice_uid();
    if (foreign && all_digits(trimmed(text))) {
        throw misuse(practice::quoted(text) + " is a client's number in another practice",
                     "give the client's name, as it is here");
    }
    return directory.find_client(text, of);
}

}  // namespace practice::app
