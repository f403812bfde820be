// SPDX-License-Identifier: MIT
// Who gives a session, and who comes to it.
#pragma once

#include <vector>

#include "app/booking/session_words.h"
#include "app/directory.h"
#include "app/office.h"
#include "practice/session.h"

namespace practice::app {

struct People {
    const Professional* professional = nullptr;
    std::vector<ClientName> clients;
};
/// The professional given, else you, else the only one, else the clients' own.
[[nodiscard]] People read_people(const SessionWords& words, const Office& office, const Directory& directory);

}  // namespace practice::app
