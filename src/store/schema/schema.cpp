// SPDX-License-Identifier: MIT
#include "store/schema/schema.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "store/journal/keyed_digest.h"
#include "store/schema/schema_tables.h"
#include "store/uid.h"

namespace practice::store {
namespace {

using Names = std::string_view;

constexpr std::array kSteps{&kStep1, &kStep2, &kStep3, &kStep4, &kStep5, &kStep6, &kStep7, &kStep8};

constexpr Names kPractice[] = {"id", "name", "time_zone", "currency", "week_starts", "slot_minutes"};
constexpr Names kRooms[] = {"id", "name", "name_folded", "kind", "capacity", "address", "link", "archived"};
constexpr Names kProfessionals[] = {"id", "code", "name", "name_folded", "email", "phone", "room", "hours", "archived"};
constexpr Names kProfessionalFees[] = {"professional", "service_code", "price", "currency"};
constexpr Names kTimeOff[] = {"professional", "start_local", "end_local", "reason"};
constexpr Names kServices[] = {"id",    "code",     "description", "length_minutes",
                               "price", "currency", "charged_per", "archived"};
constexpr Names kRecurrences[] = {"id", "name", "rule", "archived"};
constexpr Names kClients[] = {"id", "name", "name_folded", "email", "phone", "note", "time_zone", "archived"};
constexpr Names kClientProfessionals[] = {"client", "professional"};
constexpr Names kClientFees[] = {"client", "service_code", "price", "currency"};
constexpr Names kSessions[] = {"id",          "uid",         "sequence",       "professional", "room",
                               "time_zone",   "start_local", "length_minutes", "rule",         "last_date",
                               "starts_at",   "ends_at",     "status",         "reason",       "note",
                               "ref",         "currency",    "clash_allowed",  "created_at",   "changed_at",
                               "length_said", "former_end",  "first_part"};
constexpr Names kSessionsRising[] = {"sequence", "changed_at"};
constexpr Names kSessionDates[] = {"session", "kind", "date"};
constexpr Names kSlotChanges[] = {"session", "slot",        "start_local", "length_minutes", "professional",
                                  "room",    "own_clients", "own_lines",   "note",           "status",
                                  "reason",  "starts_at",   "ends_at"};
constexpr Names kSessionClients[] = {"session", "slot", "position", "client"};
constexpr Names kSessionLines[] = {"session",     "slot",  "position", "service",   "code",
                                   "description", "units", "price",    "modifiers", "charged_per"};
constexpr Names kSessionAttendance[] = {"session", "slot", "position", "client", "status"};
constexpr Names kSessionYields[] = {"session", "kind", "whose", "start_local", "end_local"};
constexpr Names kSessionClashes[] = {"session", "kind", "whose", "number", "start_local", "end_local"};
constexpr Names kFeeds[] = {"id",    "name",           "name_folded", "file", "privacy", "since",
                            "until", "show_cancelled", "per",         "mode", "archived"};
constexpr Names kFeedFilters[] = {"feed", "position", "professional", "room", "client", "service"};
constexpr Names kImportedRows[] = {"id", "ref", "words"};

constexpr Table kTables[] = {
    {"practice", kPractice, 1},
    {"rooms", kRooms, 1},
    {"professionals", kProfessionals, 1},
    {"professional_fees", kProfessionalFees, 2},
    {"time_off", kTimeOff, 2},
    {"services", kServices, 1},
    {"recurrences", kRecurrences, 1},
    {"clients", kClients, 1},
    {"client_professionals", kClientProfessionals, 2},
    {"client_fees", kClientFees, 2},
    {"sessions", kSessions, 1, kSessionsRising},
    {"session_dates", kSessionDates, 3},
    {"slot_changes", kSlotChanges, 2},
    {"session_clients", kSessionClients, 3},
    {"session_lines", kSessionLines, 3},
    {"session_attendance", kSessionAttendance, 3},
    {"session_yields", kSessionYields, 4},
    {"session_clashes", kSessionClashes, 6},
    {"feeds", kFeeds, 1},
    {"feed_filters", kFeedFilters, 2},
    {"imported_rows", kImportedRows, 1},
};

// An insert is recorded without an image: the row is its image, and whoever changes the row later records
// what it was.
std::string trigger_sql(const Table& table, std::string_view action) {
    std::string sql = "CREATE TRIGGER journal_";
    sql.append(table.name).append("_").append(action);
    sql.append(" AFTER ").append(action).append(" ON ").append(table.name);
    if (action == "insert") {
        sql.append(" BEGIN SELECT row_inserted('").append(table.name).append("'");
        for (const auto key : table.columns.first(table.keys)) { sql.append(", NEW.").append(key); }
        return sql.append("); END");
    }
    const bool new_image = action == "update";
    sql.append(" BEGIN INSERT INTO changes (id, operation, table_name, row_key, action, before");
    sql.append(new_image ? ", after" : "").append(") VALUES (change_number(), open_operation(), '");
    sql.append(table.name).append("', ").append(key_sql(table, new_image ? "NEW." : "OLD."));
    sql.append(", '").append(action).append("', ").append(image_sql(table, "OLD."));
    if (new_image) { sql.append(", ").append(image_sql(table, "NEW.")); }
    return sql.append("); END");
}

/// A file that somebody else made may have any name in it.
std::string quoted(const std::string& name) {
    std::string sql = "\"";
    for (const char c : name) { sql.append(c == '"' ? 2 : 1, c); }
    return sql + '"';
}

}  // namespace

std::span<const Table> tables() {
    return kTables;
}

bool is_own_trigger(std::string_view name, std::string_view table) {
    constexpr auto others = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"operations_keep", "operations"},
        {"operations_stay", "operations"},
        {"changes_keep", "changes"},
        {"changes_stay", "changes"},
        {"sessions_keep_sequence", "sessions"},
    });
    if (std::ranges::find(others, std::pair{name, table}) != others.end()) { return true; }
    constexpr std::string_view journal = "journal_";
    if (!name.starts_with(journal)) { return false; }
    name.remove_prefix(journal.size());
    if (!name.starts_with(table) || std::ranges::find(kTables, table, &Table::name) == std::end(kTables)) {
        return false;
    }
    name.remove_prefix(table.size());
    return name == "_insert" || name == "_update" || name == "_delete";
}

std::optional<std::string> find_foreign_trigger(Database& database) {
    auto trigger = database.prepare("SELECT name, tbl_name FROM sqlite_schema WHERE type = 'trigger'");
    while (trigger.step()) {
        if (!is_own_trigger(trigger.text(0), trigger.text(1))) { return trigger.string(0); }
    }
    return std::nullopt;
}

std::string key_sql(const Table& table, std::string_view row) {
    std::string sql;
    for (std::size_t i = 0; i < table.keys; ++i) {
        if (i > 0) { sql += " || '/' || "; }
        sql.append(row).append(table.columns[i]);
    }
    return sql;
}

std::string image_sql(const Table& table, std::string_view row) {
    std::string sql = "row_image(";
    for (const auto column : table.columns) {
        if (sql.back() != '(') { sql += ", "; }
        sql.append("'").append(column).append("', ").append(row).append(column);
    }
    return sql + ")";
}

void drop_journal_triggers(Database& database) {
    // Those that are there, not those of today's tables: an older file may have others.
    std::vector<std::string> names;
    {
        auto row = database.prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'journal!_%' ESCAPE '!'");
        while (row.step()) { names.push_back(row.string(0)); }
    }
    for (const auto& name : names) { database.run(("DROP TRIGGER " + quoted(name)).c_str()); }
}

void make_journal_triggers(Database& database) {
    drop_journal_triggers(database);
    for (const auto& table : tables()) {
        for (const std::string_view action : {"insert", "update", "delete"}) {
            database.run(trigger_sql(table, action).c_str());
        }
    }
}

std::int64_t version_of(Database& database) {
    auto statement = database.prepare("PRAGMA user_version");
    return statement.step() ? statement.integer(0) : 0;
}

std::int64_t schema_version() {
    return static_cast<std::int64_t>(kSteps.size());
}

void make_older_tables(Database& database, std::int64_t version) {
    std::vector<std::string> names;
    {
        auto row =
            database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_sequence'");
        while (row.step()) { names.push_back(row.string(0)); }
    }
    for (const auto& name : names) { database.run(("DROP TABLE " + quoted(name)).c_str()); }
    for (std::size_t step = 0; step < static_cast<std::size_t>(version); ++step) { database.run(*kSteps.at(step)); }
}

void take_steps(Database& database, std::int64_t from) {
    for (auto step = static_cast<std::size_t>(from); step < kSteps.size(); ++step) { database.run(*kSteps[step]); }
}

namespace {

/// What is always the same for one log, so that a file that goes back to an earlier version and comes up again is still
/// of the practice that its backups are of; random before anything was done.
std::string identity_for(Database& database) {
    auto first = database.prepare("SELECT hash FROM operations WHERE hash IS NOT NULL ORDER BY id LIMIT 1");
    if (!first.step()) { return new_uid(); }
    auto uid = keyed_digest("practice", first.text(0));
    uid[12] = '8';  // a version 8 UUID
    uid[16] = 'a';
    for (const std::size_t at : {8U, 13U, 18U, 23U}) { uid.insert(at, 1, '-'); }
    return uid;
}

}  // namespace

void give_missing_identity(Database& database) {
    auto statement =
        database.prepare("INSERT INTO practice_identity (id, uid) VALUES (1, $1) ON CONFLICT (id) DO NOTHING");
    const auto uid = identity_for(database);
    statement.bind("$1", uid).execute();
}

}  // namespace practice::store
