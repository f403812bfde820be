// SPDX-License-Identifier: MIT
#include "store/rows/column_values.h"
#include "store/rows/row_sql.h"
#include "store/rows/settings_rows.h"

namespace practice::store {

std::optional<Practice> load_practice(Database& database) {
    auto row =
        database.prepare("SELECT name, time_zone, currency, week_starts, slot_minutes FROM practice WHERE id = 1");
    if (!row.step()) { return std::nullopt; }
    return Practice{.name = row.string(0),
                    .time_zone = row.string(1),
                    .currency = to_currency(row.text(2)),
                    .week_starts = Weekday{static_cast<unsigned>(row.integer(3))},
                    .slot = to_length(row.integer(4))};
}

void save_practice(Database& database, const Practice& practice) {
    static const auto sql = upsert_sql("practice");
    auto statement = database.prepare(sql.c_str());
    statement.bind("$id", std::int64_t{1});
    statement.bind("$name", practice.name);
    statement.bind("$time_zone", practice.time_zone);
    statement.bind("$currency", practice.currency.code());
    statement.bind("$week_starts", std::int64_t{practice.week_starts.c_encoding()});
    statement.bind("$slot_minutes", column(practice.slot));
    statement.execute();
}

std::string practice_uid(Database& database) {
    auto row = database.prepare("SELECT uid FROM practice_identity WHERE id = 1");
    return row.step() ? row.string(0) : std::string{};
}

}  // namespace practice::store
