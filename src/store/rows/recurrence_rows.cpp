// SPDX-License-Identifier: MIT
#include "practice/recurrence_text.h"
#include "store/rows/column_values.h"
#include "store/rows/row_errors.h"
#include "store/rows/row_sql.h"
#include "store/rows/settings_rows.h"

namespace practice::store {
namespace {

void bind_all(Statement& statement, const NamedRecurrence& recurrence) {
    statement.bind("$id", column_or_new(recurrence.id));
    statement.bind("$name", recurrence.name);
    statement.bind("$rule", to_rrule(recurrence.rule));
    statement.bind("$archived", column(recurrence.archived));
}

std::string taken(const NamedRecurrence& recurrence) {
    return "a recurrence named '" + recurrence.name + "'";
}
constexpr const char* kRecurrenceTaken = "choose another name; 'practice recurrence list' shows those there are";

}  // namespace

std::vector<NamedRecurrence> load_recurrences(Database& database) {
    std::vector<NamedRecurrence> list;
    auto row = database.prepare("SELECT id, name, rule, archived FROM recurrences ORDER BY id");
    while (row.step()) { list.push_back({{row.integer(0)}, row.string(1), to_rule(row.text(2)), row.integer(3) != 0}); }
    return list;
}

NamedRecurrenceId insert(Database& database, const NamedRecurrence& recurrence) {
    static const auto sql = insert_sql("recurrences");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, recurrence);
    return NamedRecurrenceId{
        refusing_duplicates(taken(recurrence), kRecurrenceTaken, [&] { return statement.execute_returning(); })};
}

void update(Database& database, const NamedRecurrence& recurrence) {
    static const auto sql = update_sql("recurrences");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, recurrence);
    refusing_duplicates(taken(recurrence), kRecurrenceTaken, [&] { statement.execute(); });
}

void erase(Database& database, NamedRecurrenceId id) {
    database.prepare("DELETE FROM recurrences WHERE id = $1").bind("$1", column(id)).execute();
}

}  // namespace practice::store
