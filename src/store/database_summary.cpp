// SPDX-License-Identifier: MIT
#include "store/database_summary.h"

#include "store/journal/journal_chain.h"
#include "store/rows/column_values.h"

namespace practice::store {
DatabaseSummary summarize(Database& database) {
    DatabaseSummary summary;
    summary.sessions = count_of(database, "SELECT count(*) FROM sessions");
    summary.clients = count_of(database, "SELECT count(*) FROM clients");
    summary.operations = count_of(database, "SELECT count(*) FROM operations WHERE hash IS NOT NULL");
    summary.changes = count_of(database, "SELECT count(*) FROM changes");
    auto last =
        database.prepare("SELECT id, at, who, command FROM operations WHERE hash IS NOT NULL ORDER BY id DESC LIMIT 1");
    if (last.step()) {
        summary.last = LastOperation{
            {last.integer(0)}, to_instant(last.integer(1)), last.string(2), last.string(3), journal_head(database)};
    }
    return summary;
}

}  // namespace practice::store
