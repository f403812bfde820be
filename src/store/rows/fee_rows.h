// SPDX-License-Identifier: MIT
// Agreed prices by service code, which professionals and clients both have.
#pragma once

#include <map>
#include <string>

#include "practice/money.h"
#include "store/database.h"

namespace practice::store {

using Fees = std::map<std::string, Money>;

/// Makes the stored fees equal to `fees`.
void save_professional_fees(Database& database, std::int64_t professional, const Fees& fees);
void save_client_fees(Database& database, std::int64_t client, const Fees& fees);

/// By owner.
[[nodiscard]] std::map<std::int64_t, Fees> load_professional_fees(Database& database);
[[nodiscard]] std::map<std::int64_t, Fees> load_client_fees(Database& database);

}  // namespace practice::store
