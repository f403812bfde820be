// SPDX-License-Identifier: MIT
#include "store/rows/fee_rows.h"

#include <vector>

#include "store/rows/column_values.h"
#include "store/rows/row_sql.h"

namespace practice::store {
namespace {

std::map<std::int64_t, Fees> load(Statement rows) {
    std::map<std::int64_t, Fees> all;
    while (rows.step()) {
        all[rows.integer(0)].emplace(rows.string(1), Money{rows.integer(2), to_currency(rows.text(3))});
    }
    return all;
}

void upsert(Statement statement, const char* owner_name, std::int64_t owner, const Fees& fees) {
    for (const auto& [code, price] : fees) {
        statement.bind(owner_name, owner).bind("$service_code", code);
        statement.bind("$price", price.minor).bind("$currency", price.currency.code());
        statement.execute();
        statement.again();
    }
}

/// The codes that `rows` gives and `fees` lacks.
std::vector<std::string> gone(Statement rows, const Fees& fees) {
    std::vector<std::string> codes;
    while (rows.step()) {
        if (auto code = rows.string(0); !fees.contains(code)) { codes.push_back(std::move(code)); }
    }
    return codes;
}

void remove(Statement statement, std::int64_t owner, const std::vector<std::string>& codes) {
    for (const auto& code : codes) {
        statement.bind("$1", owner).bind("$2", code).execute();
        statement.again();
    }
}

Statement for_owner(Statement statement, std::int64_t owner) {
    statement.bind("$1", owner);
    return statement;
}

}  // namespace

void save_professional_fees(Database& database, std::int64_t professional, const Fees& fees) {
    static const auto sql = upsert_sql("professional_fees");
    auto stored = database.prepare("SELECT service_code FROM professional_fees WHERE professional = $1");
    const auto codes = gone(for_owner(std::move(stored), professional), fees);
    remove(database.prepare("DELETE FROM professional_fees WHERE professional = $1 AND service_code = $2"),
           professional, codes);
    upsert(database.prepare(sql.c_str()), "$professional", professional, fees);
}

void save_client_fees(Database& database, std::int64_t client, const Fees& fees) {
    static const auto sql = upsert_sql("client_fees");
    auto stored = database.prepare("SELECT service_code FROM client_fees WHERE client = $1");
    const auto codes = gone(for_owner(std::move(stored), client), fees);
    remove(database.prepare("DELETE FROM client_fees WHERE client = $1 AND service_code = $2"), client, codes);
    upsert(database.prepare(sql.c_str()), "$client", client, fees);
}

std::map<std::int64_t, Fees> load_professional_fees(Database& database) {
    return load(
        database.prepare("SELECT professional, service_code, price, currency FROM professional_fees"
                         " ORDER BY professional, service_code"));
}

std::map<std::int64_t, Fees> load_client_fees(Database& database) {
    return load(
        database.prepare("SELECT client, service_code, price, currency FROM client_fees"
                         " ORDER BY client, service_code"));
}

}  // namespace practice::store
