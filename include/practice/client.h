// SPDX-License-Identifier: MIT
// Who receives sessions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "practice/ids.h"
#include "practice/money.h"
#include "practice/person_name.h"

namespace practice {

struct Client {
    /// The client's number.
    ClientId id;
    SearchName name;
    std::string email;
    std::string phone;
    /// Whose client; ascending, may be empty.
    std::vector<ProfessionalId> professionals;
    /// Agreed prices, by service code; they come before everyone else's.
    std::map<std::string, Money> fees;
    /// Administrative, never clinical.
    std::string note;
    /// IANA, for invitations; empty: the practice's.
    std::string time_zone;
    bool archived = false;
    bool operator==(const Client&) const = default;
};

}  // namespace practice
