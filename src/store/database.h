// SPDX-License-Identifier: MIT
// One SQLite file, opened safely. Nobody outside src/store knows SQL or SQLite. One process, one
// connection, one thread. SQLite's own errors become Refusals here, without SQL or library texts.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "practice/civil_time.h"
#include "practice/time_zone.h"
#include "store/sqlite/sharing.h"

namespace practice::store {

enum class Access {
    read,   // the file must exist; nothing can be written
    write,  // the file and its folder are made when missing (0600, 0700)
};

/// What becomes of a file of an older version.
enum class OlderFile {
    /// It is read from a copy in memory that has been brought up to date. The file itself is brought up to date by the
    /// first transaction that is committed, and as a part of it.
    in_private_copy,
    as_it_is,            // for reading; only what all versions have can be asked of it
    brought_up_to_date,  // at once, for writing
};

struct OpenOptions {
    /// How long to wait for another process before Refusal(busy).
    std::chrono::milliseconds busy_timeout{10'000};
    /// Files on NFS, SMB or FUSE are refused otherwise: their locks cannot be trusted.
    bool allow_network_filesystem = false;
    /// The group of accounts that may use the file, too, where its folder and itself are open to this group and to
    /// nobody else.
    SharedWith shared_with = std::nullopt;
    /// The file is the one that they are to share: it is not made where they could not use it, and is refused to each
    /// of them, its owner too, unless it is open to the group and to nobody else. Root may read it.
    bool to_be_shared = false;
    /// For reading: what is wrong with the rights of one's own file is known, and does not keep one from looking into
    /// it.
    bool examines = false;
    OlderFile older = OlderFile::in_private_copy;
    /// Nothing will be committed: an older file is worked on in its private copy.
    bool keeps_nothing = false;
    /// How long one query may work, in millions of SQLite's steps, before Refusal(failure): ours need far fewer, those
    /// that somebody hid in the file may never end. Half a minute or so.
    int longest_query = 2000;
    /// For what is computed from the rows of several zones; must outlive the database.
    const TimeZones* zones = nullptr;
};

class ImmediateTransaction;
/// A prepared statement, taken out of the database's cache; parameters are bound by name ("$1"). Each must be bound
/// before a step, NULL too: one that was forgotten would be stored as nothing. That is an error of the program, and
/// throws std::logic_error.
class Statement;

class Database {
public:
    /// Opens the file, checks that it is a practice database of a version this program knows, sets and reads
    /// back all pragmas. What becomes of an older one: OlderFile. Throws Refusal(failure) with what to
    /// do: not there, a folder, a symlink, another program's, newer, read-only, damaged ... and
    /// Refusal(busy). A file of 0 bytes is one that was not set up yet: writing sets it up, reading sees an
    /// empty practice. Reading also works where the file cannot be written.
    [[nodiscard]] static Database open(const std::filesystem::path& file, Access access,
                                       const OpenOptions& options = {});
    /// For tests: a fresh database in memory.
    [[nodiscard]] static Database in_memory();
    /// Whether there is anything at all (a reading command without it shows an empty practice).
    [[nodiscard]] static bool exists(const std::filesystem::path& file);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// `sql` must be a literal: its address is the key of the cache.
    [[nodiscard]] Statement prepare(const char* sql);
    /// For texts put together at run time; cached by what they say.
    [[nodiscard]] Statement prepare_text(std::string_view sql);
    /// Statements without parameters or results.
    void run(const char* sql);

    class Connection;
    [[nodiscard]] Connection& connection() { return *connection_; }
    /// Its real path, of a private copy that of the file; empty for a database in memory.
    [[nodiscard]] const std::filesystem::path& file() const;
    /// Those it was opened with; null: none, and all wall clocks are taken for one.
    [[nodiscard]] const TimeZones* zones() const;

private:
    friend class ImmediateTransaction;
    explicit Database(std::unique_ptr<Connection> connection);
    /// From the copy to the file, which is to be written. False: there is no copy, or the file is not to be touched.
    bool leave_private_copy();
    /// Nothing was committed.
    void return_to_private_copy();
    /// From now on the file is up to date.
    void forget_private_copy() { may_leave_copy_ = false; }
    /// Of an older file that is open.
    [[nodiscard]] static Database private_copy(Database&& older, Access access, const OpenOptions& options);

    std::unique_ptr<Connection> connection_;
    /// The file while the copy answers, and the other way round. Both live on: statements may be prepared on either.
    std::unique_ptr<Connection> other_;
    bool in_copy_ = false;
    bool may_leave_copy_ = false;
};

/// Must not outlive its database.
class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) = delete;
    ~Statement();  // reset, bindings cleared, back into the cache

    Statement& bind(const char* name, std::int64_t value);
    Statement& bind(const char* name, std::string_view value);
    Statement& bind(const char* name, const char* value) { return bind(name, std::string_view{value}); }
    Statement& bind(const char* name, const std::string& value) { return bind(name, std::string_view{value}); }
    Statement& bind_null(const char* name);
    Statement& bind(const char* name, const std::optional<std::int64_t>& value);
    Statement& bind(const char* name, const std::optional<std::string>& value);
    /// By position, from 1, for statements whose parameters have no names.
    Statement& bind(int position, std::int64_t value);
    Statement& bind_null(int position);
    /// The text must stay as it is until the statement was executed.
    Statement& bind_borrowed(int position, std::string_view value);
    /// Empty text is stored as NULL.
    Statement& bind_text_or_null(const char* name, std::string_view value);

    /// True while there is a row to read.
    [[nodiscard]] bool step();
    /// For statements without rows.
    void execute();
    /// For statements that give back one number (RETURNING id). To the end, because only there the foreign
    /// keys are checked.
    std::int64_t execute_returning();
    /// Ready for the next set of values.
    void again();

    [[nodiscard]] bool is_null(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::optional<std::int64_t> optional_integer(int column) const;
    /// NULL reads as "". Valid until the next step().
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string string(int column) const { return std::string{text(column)}; }

    struct State;

private:
    friend class Database;
    explicit Statement(std::unique_ptr<State> state);
    [[nodiscard]] int parameter(const char* name);
    /// Notes that the parameter has a value.
    int given(int index);
    void check_bound() const;
    std::unique_ptr<State> state_;
};

/// What a journal entry says of the command that made it.
struct OperationNote {
    Instant at;
    std::string who;      // the account's name
    std::string command;  // as typed, "session add --client Smith ..."
};

/// A read transaction: a consistent view until it ends.
class Reading {
public:
    explicit Reading(Database& database);
    ~Reading();
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

private:
    Database* database_;
};

/// An IMMEDIATE transaction and one operation of the journal. Rolled back unless committed. The journal's
/// triggers refuse every write outside of one. Throws Refusal(busy) when another process holds the file
/// for longer than the busy timeout.
class Writing {
public:
    Writing(Database& database, const OperationNote& note);
    ~Writing();
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;

    /// Makes all of it durable. An operation that changed nothing leaves no entry behind, unless leave_entry() was
    /// called. On a Refusal nothing was kept, unless it says otherwise; after Refusal(busy) it can be called again,
    /// with nothing written in between.
    void commit();
    /// Whether anything was written so far.
    [[nodiscard]] bool changed() const;
    /// From here on there will be an entry, even if nothing is changed: for what came about in another way.
    void leave_entry() { leaves_entry_ = true; }
    /// The journal's number of this operation.
    [[nodiscard]] std::int64_t operation() const { return operation_; }

private:
    void seal();

    Database* database_;
    std::unique_ptr<ImmediateTransaction> transaction_;
    std::int64_t operation_ = 0;
    std::int64_t last_change_before_ = 0;
    bool leaves_entry_ = false;
    bool sealed_ = false;
};

/// The number that a statement without parameters answers with, such as a count; 0 when it answers with no row.
[[nodiscard]] std::int64_t count_of(Database& database, const char* sql);

}  // namespace practice::store
