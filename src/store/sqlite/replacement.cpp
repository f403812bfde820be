// SPDX-License-Identifier: MIT
#include "store/sqlite/replacement.h"

#include <SQLiteCpp/Exception.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <vector>

#include "practice/refusal.h"
#include "store/schema/integrity.h"
#include "store/schema/migration.h"
#include "store/schema/schema.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/file_header.h"
#include "store/sqlite/journal_rights.h"
#include "store/sqlite/practice_identity.h"
#include "store/sqlite/size_limit.h"
#include "store/sqlite/version_copy.h"
#include "store/transaction.h"

namespace practice::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTakeAnother = "take another backup; nothing was changed";

Database::Connection connect(const fs::path& file, int flags) {
    try {
        return {SQLite::Database{file.string(), flags | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, 0,
                                 with_journal_rights()},
                file};
    } catch (const SQLite::Exception& error) { refuse(error.getExtendedErrorCode(), file); }
}

/// The bytes of a database's file, read through SQLite's own handle: to open the file a second time and close it
/// would drop the locks. REQUIRES: the connection holds one.
class Bytes {
public:
    explicit Bytes(const Database::Connection& connection) : path_{connection.file()} {
        const int code = sqlite3_file_control(connection.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file_);
        if (code != SQLITE_OK) { refuse(code, path_); }
        if (const int sized = file_->pMethods->xFileSize(file_, &size_); sized != SQLITE_OK) { refuse(sized, path_); }
    }
    [[nodiscard]] sqlite3_int64 size() const { return size_; }

    [[nodiscard]] std::string read(sqlite3_int64 at, std::size_t most) const {
        const auto length = std::min<sqlite3_int64>(static_cast<sqlite3_int64>(most), size_ - at);
        std::string bytes(static_cast<std::size_t>(length), '\0');
        const int code = file_->pMethods->xRead(file_, bytes.data(), static_cast<int>(length), at);
        if (code != SQLITE_OK) { refuse(code, path_); }
        return bytes;
    }

    void write_to(const fs::path& target) const {
        const int descriptor = ::open(target.c_str(), O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
        int error = descriptor < 0 ? errno : 0;
        constexpr std::size_t block = 1U << 20U;
        for (sqlite3_int64 at = 0; at < size_ && error == 0;) {
            const auto bytes = read(at, block);
            const auto written = ::write(descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) { error = errno; }
            at += std::max<sqlite3_int64>(written, 0);
        }
        if (descriptor >= 0) { ::close(descriptor); }
        if (error != 0) {
            throw failure(
                "cannot copy " + quoted(path_) + " into " + quoted(target.parent_path()) + ": " + reason(error),
                error == EFBIG ? kRaiseSizeLimit : "free some space there; nothing was changed");
        }
    }

private:
    const fs::path& path_;
    sqlite3_file* file_ = nullptr;
    sqlite3_int64 size_ = 0;
};

fs::path existing_folder(const fs::path& beside) {
    std::error_code error;
    auto folder = fs::absolute(beside, error).parent_path();
    while (folder.has_relative_path() && !fs::exists(folder, error)) { folder = folder.parent_path(); }
    const auto real = fs::canonical(folder, error);
    return error ? folder : real;
}

fs::path source_file(const fs::path& given) {
    std::error_code error;
    auto file = fs::canonical(given, error);
    if (error) {
        throw failure("cannot read " + quoted(given) + ": " +
                          (error.value() == ENOENT ? "it is not there" : reason(error.value())),
                      "name a file that 'backup' wrote");
    }
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) {
        throw failure("cannot look at " + quoted(given) + ": " + reason(errno), "");
    }
    if (S_ISDIR(status.st_mode)) { throw failure(quoted(given) + " is a folder", "name one of the backups in it"); }
    if (!S_ISREG(status.st_mode)) { throw failure(quoted(given) + " is not a regular file", "name a file"); }
    switch (const auto header = header_of(file); header.kind) {
        case FileHeader::Kind::empty: throw failure(quoted(given) + " is empty", kTakeAnother);
        case FileHeader::Kind::foreign:
            throw failure(quoted(given) + " is a database of another program", kTakeAnother);
        case FileHeader::Kind::closed:
            throw failure("you are not allowed to read " + quoted(given),
                          "its owner or root can restore it, or let you read it");
        case FileHeader::Kind::other:
            throw failure(quoted(given) + " is not a practice database, or its beginning is damaged", kTakeAnother);
        case FileHeader::Kind::ours:
            if (header.version > schema_version()) { throw made_by_newer(quoted(given), header.version); }
    }
    return file;
}

/// Byte by byte, while its writers are kept out. Nothing in it is run.
void copy_bytes(const fs::path& file, const fs::path& target, const OpenOptions& options) {
    auto source = connect(file, SQLITE_OPEN_READONLY);
    sqlite3_extended_result_codes(source.handle(), 1);
    source.wait_when_busy(options.busy_timeout);
    const int code = source.try_run("BEGIN; PRAGMA user_version");
    if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY) {
        throw failure(quoted(file) + " is in the middle of a change that was interrupted",
                      "let it be rolled back first: practice session list --db FILE");
    }
    if ((code & 0xff) == SQLITE_CORRUPT) { throw failure(quoted(file) + " is damaged", kTakeAnother); }
    if (code != SQLITE_OK) { refuse(code, file); }
    Bytes{source}.write_to(target);
}

std::string made_otherwise(const std::string& what) {
    return "it is not made as this program makes its databases: " + what;
}

std::vector<std::string> faults_of(Database& database) {
    {
        // Those of the journal are made by every version in its own way, and by each for all tables.
        ImmediateTransaction transaction{database};
        make_journal_triggers(database);
        transaction.commit();
    }
    if (const auto names = find_foreign_tables(database); !names.empty()) {
        return {made_otherwise(names.front()) +
                (names.size() > 1 ? " and " + std::to_string(names.size() - 1) + " more" : "")};
    }
    if (const auto faults = count_faults(database); faults > 0) {
        return {"its pages are damaged in " + std::to_string(faults) + " places"};
    }
    if (has_open_operation(database)) { return {"it holds an operation that was never finished"}; }
    return find_row_faults(database);
}

/// A copy from one connection to another, in one transaction of the target.
class WholeCopy {
public:
    WholeCopy(Database::Connection& target, Database::Connection& source)
        : target_{target}, backup_{sqlite3_backup_init(target.handle(), "main", source.handle(), "main")} {
        if (backup_ == nullptr) { refuse(sqlite3_extended_errcode(target.handle()), target.file()); }
        // No page yet: from here on nobody else can read or write the target.
        if (const int code = sqlite3_backup_step(backup_, 0); code != SQLITE_OK) {
            sqlite3_backup_finish(backup_);
            refuse(code, target_.file());
        }
    }
    ~WholeCopy() { sqlite3_backup_finish(backup_); }
    WholeCopy(const WholeCopy&) = delete;
    WholeCopy& operator=(const WholeCopy&) = delete;

    /// All pages and the commit. Whatever stops it, the target is what it was.
    [[nodiscard]] int run() { return sqlite3_backup_step(backup_, -1); }

private:
    Database::Connection& target_;
    sqlite3_backup* backup_;
};

void refuse_others(const fs::path& file, const FileHeader& header) {
    if (header.kind == FileHeader::Kind::foreign) {
        throw failure(quoted(file) + " is a database of another program", "name the right file with --db");
    }
    if (header.kind == FileHeader::Kind::ours && header.version > schema_version()) {
        throw made_by_newer(quoted(file), header.version);
    }
}

}  // namespace

PrivateCopy::PrivateCopy(const fs::path& given, const fs::path& beside, const OpenOptions& options)
    : file_{existing_folder(beside)} {
    const auto file = source_file(given);
    const auto version = header_of(file).version;
    Problem problem{quoted(given) + " cannot be restored", kTakeAnother, std::nullopt, {}};
    copy_bytes(file, file_.path(), options);
    try {
        {
            auto as_it_was = Database::open(file_.path(), Access::read,
                                            {.allow_network_filesystem = true, .older = OlderFile::as_it_is});
            had_identity_ = identity_of(as_it_was).has_value();
            // Before anything is written, which would run it.
            if (const auto trigger = find_foreign_trigger(as_it_was)) {
                problem.details = {made_otherwise("trigger " + *trigger)};
            }
        }
        if (problem.details.empty()) {
            database_ = Database::open(file_.path(), Access::write,
                                       {.allow_network_filesystem = true, .older = OlderFile::brought_up_to_date});
            problem.details = faults_of(*database_);
        }
    } catch (const Refusal& refusal) {
        if (refusal.kind() == RefusalKind::busy) { throw; }
        problem.details = {"it is damaged, or not what this program writes"};
    }
    // Bringing it up to date has kept what it was, beside it.
    std::error_code ignored;
    fs::remove(copy_of_version(file_.path(), version), ignored);
    if (!problem.details.empty()) { throw Refusal{RefusalKind::failure, std::move(problem)}; }
}

PrivateCopy::~PrivateCopy() = default;

namespace {

struct Attempt {
    int code = SQLITE_ERROR;
    std::optional<fs::path> kept;
};

/// All locks and connections are gone at the end.
Attempt copy_over(const fs::path& file, const std::function<fs::path()>& name_for_kept, Database& content,
                  const OpenOptions& options) {
    auto target = connect(file, SQLITE_OPEN_READWRITE);
    auto* handle = target.handle();
    sqlite3_extended_result_codes(handle, 1);
    target.wait_when_busy(options.busy_timeout);
    // What is there is not read as a database, so that it may be damaged in any way.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_RESET_DATABASE, 1, nullptr);
    if (const int code = target.try_run("PRAGMA synchronous = EXTRA; PRAGMA cache_size = -65536"); code != SQLITE_OK) {
        refuse(code, file);
    }
    Attempt attempt;
    WholeCopy copy{target, content.connection()};
    const Bytes present{target};
    refuse_others(file, read_header(present.read(0, kHeaderSize)));
    if (present.size() > 0) {
        NewFile old{file.parent_path(), options.shared_with};
        present.write_to(old.path());
        attempt.kept = old.keep_as_next(name_for_kept);
    }
    attempt.code = copy.run();
    return attempt;
}

/// Nullopt when that cannot be seen.
std::optional<bool> holds(const fs::path& file, Database& content) {
    try {
        auto database = Database::open(file, Access::read, {.allow_network_filesystem = true});
        return summarize(database) == summarize(content);
    } catch (const Refusal&) { return std::nullopt; }
}

/// SQLite can fail after its commit, where it syncs the folder or makes a file shorter that has become smaller.
[[noreturn]] void refuse_attempt(const Attempt& attempt, const fs::path& file, Database& content) {
    const auto replaced = attempt.code == SQLITE_IOERR_DIR_FSYNC ? std::optional{true} : holds(file, content);
    if (replaced.value_or(false)) {
        throw failure(
            "the disk reported an error at the very end: the database was replaced, but that may not survive a power "
            "cut",
            "look with 'practice log', and check the disk");
    }
    if (!attempt.kept) { refuse(attempt.code, file); }
    if (replaced) {
        std::error_code ignored;
        fs::remove(*attempt.kept, ignored);
        refuse(attempt.code, file);
    }
    throw failure(quoted(file) + " could not be replaced, and cannot be read now",
                  "check the disk; what was there is kept as " + quoted(*attempt.kept));
}

}  // namespace

Replaced replace_database(const fs::path& given, const std::function<fs::path()>& name_for_kept, Database& content,
                          const OpenOptions& options) {
    const auto file = prepare_file(given, Access::write, options);
    auto attempt = copy_over(file, name_for_kept, content, options);
    if (attempt.code != SQLITE_DONE) { refuse_attempt(attempt, file, content); }
    return {std::move(attempt.kept)};
}

std::int64_t operations_missing_in(Database& other, Database& database) {
    auto operation = database.prepare("SELECT id, hash FROM operations WHERE hash IS NOT NULL ORDER BY id DESC");
    auto same = other.prepare("SELECT 1 FROM operations WHERE id = $1 AND hash = $2");
    std::int64_t missing = 0;
    while (operation.step()) {
        const bool known = same.bind("$1", operation.integer(0)).bind("$2", operation.text(1)).step();
        same.again();
        if (known) { break; }
        ++missing;
    }
    return missing;
}

}  // namespace practice::store
