// SPDX-License-Identifier: MIT
#include <algorithm>

#include "store/rows/column_values.h"
#include "store/rows/fee_rows.h"
#include "store/rows/row_errors.h"
#include "store/rows/row_sql.h"
#include "store/rows/settings_rows.h"

namespace practice::store {
namespace {

void bind_all(Statement& statement, const Client& client) {
    statement.bind("$id", column_or_new(client.id));
    statement.bind("$name", client.name.text);
    statement.bind("$name_folded", client.name.folded);
    statement.bind_text_or_null("$email", client.email);
    statement.bind_text_or_null("$phone", client.phone);
    statement.bind_text_or_null("$note", client.note);
    statement.bind_text_or_null("$time_zone", client.time_zone);
    statement.bind("$archived", column(client.archived));
}

void save_professionals(Database& database, ClientId id, const std::vector<ProfessionalId>& professionals) {
    std::vector<std::int64_t> gone;
    auto stored = database.prepare("SELECT professional FROM client_professionals WHERE client = $1");
    stored.bind("$1", column(id));
    while (stored.step()) {
        const ProfessionalId professional{stored.integer(0)};
        if (std::find(professionals.begin(), professionals.end(), professional) == professionals.end()) {
            gone.push_back(professional.value);
        }
    }
    auto remove = database.prepare("DELETE FROM client_professionals WHERE client = $1 AND professional = $2");
    for (const auto professional : gone) {
        remove.bind("$1", column(id)).bind("$2", professional).execute();
        remove.again();
    }
    static const auto sql = upsert_sql("client_professionals");
    auto save = database.prepare(sql.c_str());
    for (const auto professional : professionals) {
        save.bind("$client", column(id)).bind("$professional", column(professional)).execute();
        save.again();
    }
}

void save_parts(Database& database, ClientId id, const Client& client) {
    save_professionals(database, id, client.professionals);
    save_client_fees(database, id.value, client.fees);
}

std::string taken(const Client& client) {
    return "a client with the number " + std::to_string(client.id.value);
}

std::map<std::int64_t, std::vector<ProfessionalId>> load_client_professionals(Database& database) {
    std::map<std::int64_t, std::vector<ProfessionalId>> all;
    auto rows = database.prepare("SELECT client, professional FROM client_professionals ORDER BY client, professional");
    while (rows.step()) { all[rows.integer(0)].push_back({rows.integer(1)}); }
    return all;
}

}  // namespace

std::vector<Client> load_clients(Database& database) {
    auto fees = load_client_fees(database);
    auto professionals = load_client_professionals(database);
    std::vector<Client> list;
    auto row = database.prepare(
        "SELECT id, name, name_folded, email, phone, note, time_zone, archived"
        " FROM clients ORDER BY id");
    while (row.step()) {
        const auto id = row.integer(0);
        list.push_back({.id = {id},
                        .name = {row.string(1), row.string(2)},
                        .email = row.string(3),
                        .phone = row.string(4),
                        .professionals = std::move(professionals[id]),
                        .fees = std::move(fees[id]),
                        .note = row.string(5),
                        .time_zone = row.string(6),
                        .archived = row.integer(7) != 0});
    }
    return list;
}

std::vector<std::string> former_names(Database& database, ClientId id) {
    std::vector<std::string> names;
    auto row = database.prepare(
        "SELECT DISTINCT json_extract(before, '$.name') FROM changes"
        " WHERE table_name = 'clients' AND row_key = $1 AND action = 'update'");
    row.bind("$1", std::to_string(id.value));
    while (row.step()) { names.push_back(row.string(0)); }
    return names;
}

ClientId insert(Database& database, const Client& client) {
    static const auto sql = insert_sql("clients");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, client);
    const ClientId id{refusing_duplicates(taken(client), "", [&] { return statement.execute_returning(); })};
    save_parts(database, id, client);
    return id;
}

void update(Database& database, const Client& client) {
    static const auto sql = update_sql("clients");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, client);
    statement.execute();
    save_parts(database, client.id, client);
}

std::int64_t references(Database& database, ClientId id) {
    auto row = database.prepare(
        "SELECT (SELECT count(*) FROM (SELECT session FROM session_clients WHERE client = $1"
        " UNION SELECT session FROM session_attendance WHERE client = $1) AS used)"
        " + (SELECT count(*) FROM feed_filters WHERE client = $1)");
    return row.bind("$1", column(id)).step() ? row.integer(0) : 0;
}

void erase(Database& database, ClientId id) {
    refuse_if_used(references(database, id), "this client");
    save_parts(database, id, Client{});
    database.prepare("DELETE FROM clients WHERE id = $1").bind("$1", column(id)).execute();
}

}  // namespace practice::store
