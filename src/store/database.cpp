// SPDX-License-Identifier: MIT
#include "store/database.h"

#include <SQLiteCpp/Exception.h>
#include <sys/stat.h>

#include <cerrno>
#include <random>
#include <span>
#include <thread>

#include "practice/refusal.h"
#include "store/journal/row_image.h"
#include "store/schema/migration.h"
#include "store/schema/schema.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/journal_rights.h"

namespace practice::store {
namespace {

namespace fs = std::filesystem;

void configure(Database::Connection& connection) {
    auto* handle = connection.handle();
    sqlite3_extended_result_codes(handle, 1);
    for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_DQS_DML, 0},
                                        {SQLITE_DBCONFIG_DQS_DDL, 0},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0}}) {
        int now = -1;
        sqlite3_db_config(handle, option, value, &now);
        if (now != value) { refuse(SQLITE_MISUSE, {}); }
    }
    add_row_image(handle);
    add_journal_functions(handle, connection.operation());
    // Far more than our own statements need, far less than a hostile file could ask for. One attached
    // database is what VACUUM INTO takes.
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 1);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 8);
    sqlite3_limit(handle, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100);
    sqlite3_limit(handle, SQLITE_LIMIT_WORKER_THREADS, 0);
}

std::string pragma(Database& database, const char* sql) {
    auto statement = database.prepare(sql);
    return statement.step() ? statement.string(0) : std::string{};
}

struct Setting {
    const char* set;
    const char* get;
    std::string_view expected;
};

void set_pragmas(Database& database, std::span<const Setting> settings) {
    for (const auto& setting : settings) {
        database.run(setting.set);
        if (pragma(database, setting.get) != setting.expected) {
            throw Refusal{RefusalKind::failure, "the database library does not keep to a safety setting",
                          "another version of SQLite is needed; nothing was changed"};
        }
    }
}

constexpr Setting kAlways[] = {
    {"PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1"},
    {"PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0"},
    {"PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"},
    {"PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers", "1"},
    {"PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"},
    {"PRAGMA cache_size = -65536", "PRAGMA cache_size", "-65536"},
};
constexpr Setting kOnDisk[] = {
    {"PRAGMA mmap_size = 0", "PRAGMA mmap_size", "0"},
    {"PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"},
    {"PRAGMA journal_mode = DELETE", "PRAGMA journal_mode", "delete"},
    {"PRAGMA synchronous = EXTRA", "PRAGMA synchronous", "3"},
};
constexpr Setting kReading[] = {{"PRAGMA query_only = ON", "PRAGMA query_only", "1"}};

bool is_empty(Database& database) {
    return pragma(database, "PRAGMA page_count") == "0";
}

constexpr const char* kAltered = "somebody altered it: bring back a backup with: practice restore FILE";

/// This program has tables only. A view in the place of one could be a query without end, and would be run by the first
/// command that reads it.
void refuse_foreign_queries(Database& database, const std::string& file) {
    auto foreign = database.prepare(
        "SELECT 1 FROM sqlite_schema WHERE type = 'view' OR (type = 'table' AND sql LIKE 'CREATE VIRTUAL%') LIMIT 1");
    if (!foreign.step()) { return; }
    throw Refusal{RefusalKind::failure, file + " has views or virtual tables, which this program never makes",
                  kAltered};
}

/// One that somebody else made would be run by the first command that writes, and could change anything.
void refuse_foreign_triggers(Database& database, const std::string& file) {
    if (find_foreign_trigger(database)) {
        throw Refusal{RefusalKind::failure, file + " has triggers that this program never makes",
                      "somebody altered it: 'practice doctor' says what they are, and what to do"};
    }
}

/// Whose file it is, and of which version, before anything else is believed.
void check_header(Database& database, Access access, OlderFile older) {
    const auto file = "'" + database.connection().file().string() + "'";
    // At one moment: another process may be setting the file up.
    const Reading reading{database};
    const auto application = pragma(database, "PRAGMA application_id");
    const auto version = std::stoll(pragma(database, "PRAGMA user_version"));
    if (is_empty(database)) {
        // SQLite takes a file of one byte for an empty one.
        struct stat status {};
        const auto& path = database.connection().file();
        if (::lstat(path.c_str(), &status) == 0 && status.st_size > 0) { refuse(SQLITE_NOTADB, path); }
        return;
    }
    if (application != std::to_string(kApplicationId)) {
        throw Refusal{RefusalKind::failure, file + " is a database of another program",
                      "name the right file with --db"};
    }
    if (version > schema_version()) { throw made_by_newer(file, version); }
    if (version < 1) {
        throw Refusal{RefusalKind::failure, file + " is damaged: its header tells no version",
                      "'practice restore FILE' brings back a backup"};
    }
    refuse_foreign_queries(database, file);
    // Bringing an older one up to date is writing too, also in a private copy.
    const bool moves = version < schema_version() && older != OlderFile::as_it_is;
    if (access == Access::write || moves) { refuse_foreign_triggers(database, file); }
}

/// All pages as they are at this moment.
void copy_pages(Database::Connection& from, Database::Connection& to) {
    auto* copying = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (copying == nullptr) { refuse(sqlite3_extended_errcode(to.handle()), from.file()); }
    const int code = sqlite3_backup_step(copying, -1);
    sqlite3_backup_finish(copying);
    if (code != SQLITE_DONE) { refuse(code, from.file()); }
}

SQLite::Database connect(const fs::path& file, int flags) {
    // Counting its memory costs SQLite a lock for each allocation, a sixth of an import's time. Once per process,
    // and only before the first connection: later it has no effect.
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)uncounted;
    try {
        return SQLite::Database{file.string(), flags, 0, with_journal_rights()};
    } catch (const SQLite::Exception& error) { refuse(error.getExtendedErrorCode(), file); }
}

}  // namespace

// SQLite's own busy handler sleeps the same row of pauses in every process, so that of many that wait some
// starve. Random pauses give each a chance.
int Database::Connection::BusyWait::wait(void* self, int times_before) {
    auto& busy = *static_cast<BusyWait*>(self);
    if (times_before == 0) { busy.waited = std::chrono::microseconds{0}; }
    if (busy.waited >= busy.timeout) { return 0; }
    thread_local std::minstd_rand random{std::random_device{}()};
    const std::chrono::microseconds pause{500 + random() % 15'000};
    std::this_thread::sleep_for(pause);
    busy.waited += pause;
    return 1;
}

int Database::Connection::count_steps(void* self) {
    auto& connection = *static_cast<Connection*>(self);
    return ++connection.million_steps_ > connection.longest_query_ ? 1 : 0;
}

void Database::Connection::limit_queries(int million_steps) {
    constexpr int million = 1'000'000;
    longest_query_ = million_steps;
    sqlite3_progress_handler(handle(), million, &count_steps, this);
}

void Database::Connection::wait_when_busy(std::chrono::milliseconds timeout) {
    busy_wait_.timeout = timeout;
    sqlite3_busy_handler(handle(), &BusyWait::wait, &busy_wait_);
}

Database::Database(std::unique_ptr<Connection> connection) : connection_{std::move(connection)} {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::open(const fs::path& given, Access access, const OpenOptions& options) {
    const auto file = prepare_file(given, access, options);
    // Readers too open for writing: only so can they roll back what a killed process left behind. SQLite
    // falls back to reading when the file cannot be written.
    Database database{std::make_unique<Connection>(
        connect(file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX), file)};
    auto* handle = database.connection().handle();
    if (access == Access::write && sqlite3_db_readonly(handle, "main") != 0) { refuse(SQLITE_READONLY, file); }
    configure(database.connection());
    database.connection().wait_when_busy(options.busy_timeout);
    database.connection().limit_queries(options.longest_query);
    database.connection().use_zones(options.zones);
    database.connection().share_with(options.shared_with);
    check_header(database, access, options.older);
    if (access == Access::read && is_empty(database)) { return in_memory(); }
    set_pragmas(database, kAlways);
    set_pragmas(database, kOnDisk);
    const auto version = version_of(database);
    const bool older = version > 0 && version < schema_version();
    if (older && options.older == OlderFile::in_private_copy) {
        return private_copy(std::move(database), access, options);
    }
    if (access == Access::write) {
        migrate(database);
    } else {
        set_pragmas(database, kReading);
    }
    return database;
}

Database Database::private_copy(Database&& older, Access access, const OpenOptions& options) {
    Database copy{std::make_unique<Connection>(
        connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX), older.file())};
    configure(copy.connection());
    copy.connection().limit_queries(options.longest_query);
    copy.connection().use_zones(options.zones);
    copy.connection().share_with(options.shared_with);
    copy_pages(older.connection(), copy.connection());
    set_pragmas(copy, kAlways);
    migrate_private_copy(copy);
    if (access == Access::read) { set_pragmas(copy, kReading); }
    copy.other_ = std::move(older.connection_);
    copy.in_copy_ = true;
    copy.may_leave_copy_ = access == Access::write && !options.keeps_nothing;
    return copy;
}

bool Database::leave_private_copy() {
    if (!in_copy_ || !may_leave_copy_) { return false; }
    std::swap(connection_, other_);
    in_copy_ = false;
    return true;
}

void Database::return_to_private_copy() {
    if (in_copy_ || !may_leave_copy_) { return; }
    std::swap(connection_, other_);
    in_copy_ = true;
}

Database Database::in_memory() {
    Database database{std::make_unique<Connection>(
        connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX), fs::path{})};
    configure(database.connection());
    set_pragmas(database, kAlways);
    migrate(database);
    return database;
}

bool Database::exists(const fs::path& file) {
    struct stat status {};
    // What cannot be looked at is there as far as is known: opening it says what is wrong.
    if (::lstat(file.c_str(), &status) != 0) { return errno != ENOENT && errno != ENOTDIR; }
    return !S_ISREG(status.st_mode) || status.st_size > 0;
}

const TimeZones* Database::zones() const {
    return connection_->zones();
}

const fs::path& Database::file() const {
    return connection_->file();
}

Statement Database::prepare(const char* sql) {
    return Statement{connection_->take(sql)};
}
Statement Database::prepare_text(std::string_view sql) {
    return Statement{connection_->take(connection_->intern(sql))};
}

void Database::run(const char* sql) {
    if (const int code = connection_->try_run(sql); code != SQLITE_OK) { connection_->fail(code); }
}

std::int64_t count_of(Database& database, const char* sql) {
    auto row = database.prepare(sql);
    return row.step() ? row.integer(0) : 0;
}

}  // namespace practice::store
