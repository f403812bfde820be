// SPDX-License-Identifier: MIT
#include "store/dump.h"

#include <algorithm>
#include <array>
#include <map>

#include "practice/plain_text.h"
#include "practice/refusal.h"
#include "practice/zone_lookup.h"
#include "store/rows/column_values.h"
#include "store/rows/row_values.h"
#include "store/schema/instant_check.h"
#include "store/schema/integrity.h"
#include "store/schema/schema.h"
#include "store/sessions/session_rows.h"
#include "store/transaction.h"

namespace practice::store {
namespace {

constexpr std::string_view kIdentity[] = {"id", "uid"};
constexpr std::string_view kUidSequences[] = {"uid", "sequence"};
constexpr std::string_view kOperations[] = {"id",     "at",           "who",         "command", "direction",
                                            "undoes", "first_change", "last_change", "hash"};
constexpr std::string_view kChanges[] = {"id",     "operation", "table_name", "row_key",
                                         "action", "before",    "after",      "through"};
// The last number that each table gave away: numbers are never used again.
constexpr std::string_view kNumbers[] = {"name", "seq"};

std::vector<Table> all_tables() {
    std::vector<Table> all{tables().begin(), tables().end()};
    all.push_back({"practice_identity", kIdentity, 1});
    all.push_back({"uid_sequences", kUidSequences, 1});
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
    const auto columns = columns_of(database, table.name);
    std::vector<bool> numbers;
    for (const auto name : table.columns) {
        numbers.push_back(std::ranges::find(columns, name, &Column::name)->holds_numbers);
    }
    return numbers;
}

/// What has a value that only its reader knows to be none; `found`: the first of them.
std::vector<std::string> unreadable_rows(Database& database, const UnreadableColumn& found) {
    constexpr std::size_t most_told = 20;
    const auto told = [](std::string what, const UnreadableColumn& column) {
        return std::move(what) + " has " + column.what_it_is() + " that this program cannot read";
    };
    std::vector<std::string> faults;
    std::size_t wrong = 0;
    auto row = database.prepare("SELECT id FROM sessions ORDER BY id");
    while (row.step()) {
        const SessionId id{row.integer(0)};
        try {
            (void)load_session(database, id);
        } catch (const UnreadableColumn& column) {
            if (++wrong > most_told) { continue; }
            faults.push_back(told("session " + to_string(OccurrenceId{number_of(database, id), {}}), column));
        }
    }
    if (wrong > most_told) { faults.push_back("and " + std::to_string(wrong - most_told) + " more sessions"); }
    if (faults.empty()) { faults.push_back(told("one of its records", found)); }
    return faults;
}

void check_sessions(Database& database, const TimeZones& zones, std::vector<std::string>& faults) {
    constexpr std::size_t most = 1000;
    constexpr std::size_t most_told = 20;
    InstantCheck check{database, zones};
    std::size_t wrong = 0;
    each_session(database, {}, most, [&](const Session& session) {
        if (known_zone(zones, session.time_zone) == nullptr) {
            if (++wrong > most_told) { return; }
            faults.push_back("session " + to_string(OccurrenceId{session.number(), {}}) + " is in the time zone " +
                             practice::quoted(session.time_zone) + ", which this system does not have");
            return;
        }
        if (check.fits(session) || ++wrong > most_told) { return; }
        faults.push_back("session " + to_string(OccurrenceId{session.number(), {}}) +
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
    return count_of(database, "SELECT count(*) FROM practice") == 0 &&
           count_of(database, "SELECT count(*) FROM operations") == 0 &&
           count_of(database, "SELECT count(*) FROM sqlite_sequence") == 0;
}

/// A table that is filled, with the columns that it had when the dump was made.
struct FilledTable {
    std::vector<Column> columns;
    std::string insert;
};

namespace {

FilledTable filled_table(Database& database, const std::string& name) {
    FilledTable table{columns_of(database, name), {}};
    std::string columns;
    std::string parameters;
    for (const auto& column : table.columns) {
        columns.append(columns.empty() ? "" : ", ").append(column.name);
        parameters.append(parameters.empty() ? "$" : ", $").append(column.name);
    }
    table.insert = "INSERT INTO " + name + " (" + columns + ") VALUES (" + parameters + ")";
    return table;
}

std::map<std::string, FilledTable, std::less<>> filled_tables(Database& database) {
    std::vector<std::string> names;
    {
        auto row = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'");
        while (row.step()) { names.push_back(row.string(0)); }
    }
    std::map<std::string, FilledTable, std::less<>> tables;
    for (const auto& name : names) { tables.emplace(name, filled_table(database, name)); }
    return tables;
}

void insert(Database& database, const FilledTable& table, const StoredRow& row) {
    auto statement = database.prepare_text(table.insert);
    for (const auto& [name, value] : row.columns) { bind(statement, ("$" + name).c_str(), value); }
    statement.execute();
}

/// Throws Refusal(misuse) unless the row has the table's columns, in their order, each of the right kind.
void check_columns(const FilledTable& table, const StoredRow& row) {
    if (!std::ranges::equal(
            row.columns, table.columns, {}, [](const auto& given) { return given.first; }, &Column::name)) {
        std::string names;
        for (const auto& column : table.columns) { names.append(names.empty() ? "" : ", ").append(column.name); }
        throw misuse("a row of " + row.table + " has these columns: " + names);
    }
    for (std::size_t i = 0; i < row.columns.size(); ++i) {
        const auto& [name, value] = row.columns[i];
        const bool number = table.columns[i].holds_numbers;
        const bool fits =
            number ? !std::holds_alternative<std::string>(value) : !std::holds_alternative<std::int64_t>(value);
        if (!fits) { throw misuse("'" + name + "' is " + (number ? "a number" : "a text") + " in " + row.table); }
    }
}

}  // namespace

struct Load::State {
    Database& database;
    ImmediateTransaction transaction;
    std::int64_t schema = schema_version();
    std::map<std::string, FilledTable, std::less<>> tables;
    std::vector<StoredRow> given_numbers;

    explicit State(Database& filled) : database{filled}, transaction{filled} {}
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

void Load::begin(std::int64_t schema) {
    state_->schema = schema;
    if (schema < schema_version()) { make_older_tables(state_->database, schema); }
    // The dump's takes its place.
    if (schema == schema_version()) { state_->database.run("DELETE FROM practice_identity"); }
    state_->tables = filled_tables(state_->database);
}

void Load::add(const StoredRow& row) {
    const auto table = state_->tables.find(row.table);
    if (table == state_->tables.end()) { throw misuse("there is no table '" + row.table + "' in this version"); }
    check_columns(table->second, row);
    if (row.table == "sqlite_sequence") {
        state_->given_numbers.push_back(row);
        return;
    }
    insert(state_->database, table->second, row);
}

std::vector<std::string> Load::faults(const TimeZones& zones) {
    auto& database = state_->database;
    // Inserting counted by itself; what counts is what the dump says.
    database.run("DELETE FROM sqlite_sequence");
    for (const auto& row : state_->given_numbers) { insert(database, state_->tables.at(row.table), row); }
    take_steps(database, state_->schema);
    give_missing_identity(database);

    try {
        auto faults = find_row_faults(database);
        if (faults.empty()) { check_sessions(database, zones, faults); }
        return faults;
    } catch (const UnreadableColumn& found) {  // which ones is asked only then
        return unreadable_rows(database, found);
    }
}

void Load::commit() {
    make_journal_triggers(state_->database);
    state_->transaction.commit();
}

}  // namespace practice::store
