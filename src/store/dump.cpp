// SPDX-License-Identifier: MIT
#include "store/dump.h"

#include <algorithm>
#include <array>
#include <map>

#include "practice/refusal.h"
#include "store/instant_check.h"
#include "store/integrity.h"
#include "store/schema.h"
#include "store/session_rows.h"
#include "store/transaction.h"

namespace practice::store {
namespace {

constexpr std::string_view kOperations[] = {"id",     "at",           "who",         "command", "direction",
                                            "undoes", "first_change", "last_change", "hash"};
constexpr std::string_view kChanges[] = {"id",     "operation", "table_name", "row_key",
                                         "action", "before",    "after",      "through"};
// The last number that each table gave away: numbers are never used again.
constexpr std::string_view kNumbers[] = {"name", "seq"};

std::vector<Table> all_tables() {
    std::vector<Table> all{tables().begin(), tables().end()};
    all.push_back({"operations", kOperations, 1});
    all.push_back({"changes", kChanges, 1});
    all.push_back({"sqlite_sequence", kNumbers, 1});
    return all;
}

std::string joined(std::span<const std::string_view> names, std::string_view before = {}) {
    std::string text;
    for (const auto name : names) { text.append(text.empty() ? "" : ", ").append(before).append(name); }
    return text;
}

/// By column, whether it holds numbers.
std::vector<bool> holds_numbers(Database& database, const Table& table) {
    std::map<std::string, bool, std::less<>> types;
    auto column = database.prepare("SELECT name, type FROM pragma_table_info($1)");
    column.bind("$1", std::string{table.name});
    while (column.step()) { types[column.string(0)] = column.text(1) == "INTEGER"; }
    // SQLite's own table has no types.
    if (table.name == "sqlite_sequence") { types = {{"name", false}, {"seq", true}}; }
    std::vector<bool> numbers;
    for (const auto name : table.columns) { numbers.push_back(types.at(std::string{name})); }
    return numbers;
}

std::int64_t count(Database& database, const char* sql) {
    auto row = database.prepare(sql);
    return row.step() ? row.integer(0) : 0;
}

void check_sessions(Database& database, const TimeZones& zones, std::vector<std::string>& faults) {
    constexpr std::size_t most = 1000;
    constexpr std::size_t most_told = 20;
    InstantCheck check{database, zones};
    std::size_t wrong = 0;
    each_session(database, {}, most, [&](const Session& session) {
        if (check.fits(session) || ++wrong > most_told) { return; }
        faults.push_back("session " + to_string(OccurrenceId{session.id, {}}) +
                         " has instants that are not those of its wall clock");
    });
    if (wrong > most_told) { faults.push_back("and " + std::to_string(wrong - most_told) + " more sessions"); }
}

}  // namespace

void dump_rows(Database& database, const std::function<void(const StoredRow&)>& visit) {
    for (const auto& table : all_tables()) {
        const auto numbers = holds_numbers(database, table);
        std::string sql = "SELECT " + joined(table.columns) + " FROM ";
        sql.append(table.name).append(" ORDER BY ").append(joined(table.columns.first(table.keys)));
        auto row = database.prepare_text(sql);
        StoredRow stored{std::string{table.name}, {}};
        for (const auto name : table.columns) { stored.columns.emplace_back(name, StoredValue{}); }
        while (row.step()) {
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                const int at = static_cast<int>(i);
                auto& value = stored.columns[i].second;
                if (row.is_null(at)) {
                    value = std::monostate{};
                } else if (numbers[i]) {
                    value = row.integer(at);
                } else {
                    value = row.string(at);
                }
            }
            visit(stored);
        }
    }
}

bool is_unused(Database& database) {
    return count(database, "SELECT count(*) FROM practice") == 0 &&
           count(database, "SELECT count(*) FROM operations") == 0 &&
           count(database, "SELECT count(*) FROM sqlite_sequence") == 0;
}

struct Load::State {
    Database& database;
    ImmediateTransaction transaction;
    std::vector<Table> tables = all_tables();
    std::map<std::string_view, std::vector<bool>> numbers;
    std::map<std::string_view, std::string> inserts;
    std::vector<StoredRow> given_numbers;

    explicit State(Database& filled) : database{filled}, transaction{filled} {
        for (const auto& table : tables) {
            numbers[table.name] = holds_numbers(database, table);
            std::string sql = "INSERT INTO ";
            sql.append(table.name).append(" (").append(joined(table.columns)).append(") VALUES (");
            for (std::size_t i = 1; i <= table.columns.size(); ++i) {
                sql.append(i == 1 ? "$" : ", $").append(std::to_string(i));
            }
            inserts[table.name] = sql + ")";
        }
    }

    void insert(const Table& table, const StoredRow& row) {
        constexpr std::array names{"$1",  "$2",  "$3",  "$4",  "$5",  "$6",  "$7",  "$8",  "$9",  "$10", "$11", "$12",
                                   "$13", "$14", "$15", "$16", "$17", "$18", "$19", "$20", "$21", "$22", "$23", "$24"};
        auto statement = database.prepare_text(inserts[table.name]);
        for (std::size_t i = 0; i < row.columns.size(); ++i) {
            const auto& value = row.columns[i].second;
            if (const auto* number = std::get_if<std::int64_t>(&value)) {
                statement.bind(names.at(i), *number);
            } else if (const auto* text = std::get_if<std::string>(&value)) {
                statement.bind(names.at(i), *text);
            } else {
                statement.bind_null(names.at(i));
            }
        }
        statement.execute();
    }
};

Load::Load(Database& database) : state_{std::make_unique<State>(database)} {
    if (!is_unused(database)) {
        throw misuse("the database is in use already, and a dump is loaded into an empty one only",
                     "name a new file: practice load FILE --db new.db");
    }
    drop_journal_triggers(database);
    // What refers to what is told for the whole, not for the first row that misses something.
    database.run("PRAGMA defer_foreign_keys = ON");
}

Load::~Load() = default;

void Load::add(const StoredRow& row) {
    const auto table = std::ranges::find(state_->tables, row.table, &Table::name);
    if (table == state_->tables.end()) { throw misuse("there is no table '" + row.table + "' in this version"); }
    // Dumps older than the last column of the journal end one earlier; it is NULL then.
    const std::size_t may_miss = table->name == "changes" ? 1 : 0;
    if (row.columns.size() + may_miss < table->columns.size() || row.columns.size() > table->columns.size()) {
        throw misuse("a row of " + row.table + " has these columns: " + joined(table->columns));
    }
    const auto& numbers = state_->numbers[table->name];
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
        const auto& [name, value] = row.columns[i];
        if (name != table->columns[i]) {
            throw misuse("a row of " + row.table + " has these columns: " + joined(table->columns));
        }
        const bool fits =
            numbers[i] ? !std::holds_alternative<std::string>(value) : !std::holds_alternative<std::int64_t>(value);
        if (!fits) { throw misuse("'" + name + "' is " + (numbers[i] ? "a number" : "a text") + " in " + row.table); }
    }
    if (table->name == "sqlite_sequence") {
        state_->given_numbers.push_back(row);
        return;
    }
    state_->insert(*table, row);
}

std::vector<std::string> Load::faults(const TimeZones& zones) {
    auto& database = state_->database;
    // Inserting counted by itself; what counts is what the dump says.
    database.run("DELETE FROM sqlite_sequence");
    for (const auto& row : state_->given_numbers) { state_->insert(state_->tables.back(), row); }

    auto faults = find_row_faults(database);
    if (!faults.empty()) { return faults; }
    check_sessions(database, zones, faults);
    return faults;
}

void Load::commit() {
    make_journal_triggers(state_->database);
    state_->transaction.commit();
}

}  // namespace practice::store
