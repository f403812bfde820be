// SPDX-License-Identifier: MIT
// Which clients the words of a session name. What this practice has exported has their numbers beside their names: the
// number says who it is, and the name has to fit. In another practice's file only the names count.
#pragma once

#include <optional>
#include <vector>

#include "app/booking/session_words.h"
#include "app/directory.h"

namespace practice::app {

/// Whether the words have the numbers that this practice gave.
[[nodiscard]] bool has_own_numbers(const SessionWords& words, const Directory& directory);

/// Throws Refusal(misuse) when they are not as many as the clients.
void check_client_numbers(const SessionWords& words, const Directory& directory);
/// The client that `words.clients[place]` names, `of` whose clients first. Archived ones are found where they are among
/// `present`: they take part already. Throws Refusal as Directory::find_client does; Refusal(misuse) for a number that
/// does not fit the name, Refusal(not_found) for one that nobody has.
/// REQUIRES: check_client_numbers() has passed.
[[nodiscard]] const Client& named_client(const SessionWords& words, std::size_t place, std::optional<ProfessionalId> of,
                                         const std::vector<ClientName>& present, const Directory& directory);

}  // namespace practice::app
