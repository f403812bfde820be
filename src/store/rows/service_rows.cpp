// SPDX-License-Identifier: MIT
#include "store/rows/column_values.h"
#include "store/rows/row_errors.h"
#include "store/rows/row_sql.h"
#include "store/rows/settings_rows.h"

namespace practice::store {
namespace {

void bind_all(Statement& statement, const Service& service) {
    statement.bind("$id", column_or_new(service.id));
    statement.bind("$code", service.code);
    statement.bind_text_or_null("$description", service.description);
    statement.bind("$length_minutes", column(service.length));
    statement.bind("$price", service.price.minor);
    statement.bind("$currency", service.price.currency.code());
    statement.bind("$charged_per", column(service.per));
    statement.bind("$archived", column(service.archived));
}

std::string taken(const Service& service) {
    return "a service with the code '" + service.code + "'";
}
constexpr const char* kServiceTaken = "choose another code, or change that one with 'practice service edit CODE'";

}  // namespace

std::vector<Service> load_services(Database& database) {
    std::vector<Service> list;
    auto row = database.prepare(
        "SELECT id, code, description, length_minutes, price, currency, charged_per, archived"
        " FROM services ORDER BY id");
    while (row.step()) {
        list.push_back({.id = {row.integer(0)},
                        .code = row.string(1),
                        .description = row.string(2),
                        .length = to_length(row.integer(3)),
                        .price = {row.integer(4), to_currency(row.text(5))},
                        .per = to_charged_per(row.text(6)),
                        .archived = row.integer(7) != 0});
    }
    return list;
}

ServiceId insert(Database& database, const Service& service) {
    static const auto sql = insert_sql("services");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, service);
    return ServiceId{refusing_duplicates(taken(service), kServiceTaken, [&] { return statement.execute_returning(); })};
}

void update(Database& database, const Service& service) {
    static const auto sql = update_sql("services");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, service);
    refusing_duplicates(taken(service), kServiceTaken, [&] { statement.execute(); });
}

std::int64_t references(Database& database, ServiceId id) {
    auto row = database.prepare(
        "SELECT (SELECT count(DISTINCT session) FROM session_lines WHERE service = $1)"
        " + (SELECT count(*) FROM feed_filters WHERE service = $1)");
    return row.bind("$1", column(id)).step() ? row.integer(0) : 0;
}

void erase(Database& database, ServiceId id) {
    refuse_if_used(references(database, id), "this service");
    database.prepare("DELETE FROM services WHERE id = $1").bind("$1", column(id)).execute();
}

}  // namespace practice::store
