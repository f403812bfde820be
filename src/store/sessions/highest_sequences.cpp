// SPDX-License-Identifier: MIT
#include "store/sessions/highest_sequences.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "store/rows/column_values.h"
#include "store/schema/schema.h"
#include "store/transaction.h"

namespace practice::store {
namespace {

/// Earlier versions do not keep the numbers of what is gone.
bool keeps_those_gone(Database& database) {
    return database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'uid_sequences'").step();
}

void raise(Published& published, const Published& found) {
    published.sequence = std::max(published.sequence, found.sequence);
    published.changed_at = std::max(published.changed_at, found.changed_at);
}

}  // namespace

HighestSequences highest_sequences(Database& database) {
    HighestSequences all;
    auto session = database.prepare("SELECT uid, sequence, changed_at FROM sessions");
    while (session.step()) { raise(all[session.string(0)], {session.integer(1), session.integer(2)}); }
    if (!keeps_those_gone(database)) { return all; }
    auto gone = database.prepare("SELECT uid, sequence FROM uid_sequences");
    while (gone.step()) { raise(all[gone.string(0)], {gone.integer(1), 0}); }
    return all;
}

void go_on_from(Database& database, const HighestSequences& published, Instant now) {
    if (published.empty()) { return; }
    struct Raised {
        std::int64_t id = 0;
        Published to;
    };
    std::vector<Raised> raised;
    auto gone = published;
    {
        auto session = database.prepare("SELECT id, uid, sequence FROM sessions");
        while (session.step()) {
            const auto before = published.find(session.string(1));
            if (before == published.end()) { continue; }
            gone.erase(before->first);
            if (before->second.sequence <= session.integer(2)) { continue; }
            raised.push_back(
                {session.integer(0), {before->second.sequence + 1, std::max(before->second.changed_at, column(now))}});
        }
    }
    ImmediateTransaction transaction{database};
    drop_journal_triggers(database);
    auto session =
        database.prepare("UPDATE sessions SET sequence = $2, changed_at = max(changed_at, $3) WHERE id = $1");
    for (const auto& [id, to] : raised) {
        session.bind("$1", id).bind("$2", to.sequence).bind("$3", to.changed_at).execute();
        session.again();
    }
    auto kept = database.prepare(
        "INSERT INTO uid_sequences (uid, sequence) VALUES ($1, $2)"
        " ON CONFLICT (uid) DO UPDATE SET sequence = max(sequence, excluded.sequence)");
    for (const auto& [uid, was] : gone) {
        kept.bind("$1", uid).bind("$2", was.sequence).execute();
        kept.again();
    }
    make_journal_triggers(database);
    transaction.commit();
}

}  // namespace practice::store
