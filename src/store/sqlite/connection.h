// SPDX-License-Identifier: MIT
// What is behind a Database: SQLite's connection and the statements prepared on it. SQLiteCpp opens and
// closes it; statements are SQLite's own, because its wrapper copies every text that is bound and takes a
// shared pointer for every column that is read.
#pragma once

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "store/database.h"
#include "store/journal/open_operation.h"

namespace practice::store {

struct Statement::State {
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle;
    Database::Connection* connection = nullptr;
    const char* key = nullptr;
    /// By parameter, whether it has a value; and how many have none.
    std::vector<bool> bound;
    std::size_t unbound = 0;
};

class Database::Connection {
public:
    /// `file` is empty for a database in memory.
    Connection(SQLite::Database database, std::filesystem::path file)
        : database_{std::move(database)}, file_{std::move(file)} {}

    [[nodiscard]] sqlite3* handle() const { return database_.getHandle(); }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    /// What the journal's triggers write into.
    [[nodiscard]] OpenOperation& operation() { return operation_; }

    [[nodiscard]] const TimeZones* zones() const { return zones_; }
    void use_zones(const TimeZones* zones) { zones_ = zones; }
    [[nodiscard]] SharedWith shared_with() const { return shared_with_; }
    void share_with(SharedWith group) { shared_with_ = group; }
    /// The version that the file had until a transaction of this connection brought it up to date; 0: none did.
    [[nodiscard]] std::int64_t version_before() const { return version_before_; }
    void came_from(std::int64_t version) { version_before_ = version; }

    /// How long to wait for other processes, in random pauses.
    void wait_when_busy(std::chrono::milliseconds timeout);

    /// Ends each query that takes longer.
    void limit_queries(int million_steps);

    [[nodiscard]] std::unique_ptr<Statement::State> take(const char* sql);
    void give_back(std::unique_ptr<Statement::State> state);
    /// The same address for the same text, for as long as the connection lives.
    [[nodiscard]] const char* intern(std::string_view sql);

    /// A query begins.
    void begin_query() { million_steps_ = 0; }
    /// Tells the open operation how a statement went that has come to its end; gives back the code.
    int ended(int code) noexcept;
    /// A write transaction is open: until it was closed, nothing is done outside of it. After some failures (no space,
    /// no memory, the disk) SQLite ends a transaction by itself, and each statement after that would be kept alone.
    void open_transaction();
    void close_transaction() { transaction_ = Transaction::none; }
    /// Throws the failure that ended the open transaction, if one did.
    void check_transaction() const;

    /// SQLite's result code; for the few places where a failure is not the end.
    [[nodiscard]] int try_run(const char* sql) noexcept;
    [[noreturn]] void fail(int code) const;

private:
    struct BusyWait {
        std::chrono::milliseconds timeout{};
        std::chrono::microseconds waited{};
        static int wait(void* self, int times_before);
    };

    enum class Transaction { none, open };
    [[nodiscard]] bool transaction_is_gone() const {
        return transaction_ == Transaction::open && sqlite3_get_autocommit(handle()) != 0;
    }

    static int count_steps(void* self);

    BusyWait busy_wait_;
    int million_steps_ = 0;
    int longest_query_ = 0;
    Transaction transaction_ = Transaction::none;
    /// The last failure since the transaction was opened.
    int failure_ = SQLITE_OK;
    OpenOperation operation_;
    SQLite::Database database_;
    std::filesystem::path file_;
    const TimeZones* zones_ = nullptr;
    SharedWith shared_with_;
    std::int64_t version_before_ = 0;
    std::unordered_set<std::string> texts_;
    // Declared after the database: finalized before it is closed.
    std::unordered_map<const char*, std::vector<std::unique_ptr<Statement::State>>> idle_;
};

}  // namespace practice::store
