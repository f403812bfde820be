// SPDX-License-Identifier: MIT
#include "store/sqlite/backup.h"

#include <SQLiteCpp/Exception.h>
#include <sys/stat.h>

#include <cerrno>
#include <optional>
#include <string>
#include <system_error>

#include "practice/refusal.h"
#include "store/schema/integrity.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/errors.h"
#include "store/sqlite/file_header.h"

namespace practice::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAnotherPlace = "name another place for the backup";

void check_replaceable(const fs::path& file, const struct stat& status, const Database& database) {
    const auto shown = quoted(file);
    const auto* what = S_ISLNK(status.st_mode) ? "a link" : S_ISDIR(status.st_mode) ? "a folder" : "not a regular file";
    if (!S_ISREG(status.st_mode)) {
        throw failure(shown + " is " + what + " and will not be replaced", "name a file, or the folder to put it in");
    }
    struct stat own {};
    if (::stat(database.file().c_str(), &own) == 0 && own.st_dev == status.st_dev && own.st_ino == status.st_ino) {
        throw failure(shown + " is the database itself", "name another file, best on another disk");
    }
    // An empty file is nobody's: mktemp makes them.
    const auto kind = header_of(file).kind;
    if (kind == FileHeader::Kind::closed) {
        throw failure("you are not allowed to read " + shown + ", and it will not be replaced",
                      "name another file; its owner or root can replace it");
    }
    if (kind != FileHeader::Kind::ours && kind != FileHeader::Kind::empty) {
        throw failure(shown + " is not a practice database and will not be replaced",
                      "name another file, or remove that one");
    }
}

}  // namespace

void copy_into(Database& database, const fs::path& empty_file) {
    const auto& file = database.file();
    try {
        // A connection of its own: one in a transaction cannot copy.
        SQLite::Database source{file.string(), SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW};
        sqlite3_extended_result_codes(source.getHandle(), 1);
        SQLite::Statement vacuum{source, "VACUUM INTO ?"};
        vacuum.bind(1, empty_file.string());
        vacuum.exec();
    } catch (const SQLite::Exception& error) {
        const int code = error.getExtendedErrorCode();
        const int kind = code & 0xff;
        const bool writing = kind == SQLITE_FULL || kind == SQLITE_CANTOPEN || kind == SQLITE_READONLY ||
                             (kind == SQLITE_IOERR && code != SQLITE_IOERR_READ && code != SQLITE_IOERR_SHORT_READ);
        refuse(code, writing ? empty_file.parent_path() : file);
    }
}

bool is_sound_copy(const fs::path& file, const DatabaseSummary& expected) {
    auto copy = Database::open(file, Access::read, {.allow_network_filesystem = true, .older = OlderFile::as_it_is});
    return summarize(copy) == expected && count_faults(copy) == 0;
}

fs::path backup_path(const fs::path& given, const Database& database, Existing existing) {
    if (!given.has_filename()) {
        throw failure(quoted(given) + " does not name a file", "name one, such as practice.db");
    }
    std::error_code error;
    const auto folder = fs::canonical(fs::absolute(given, error).parent_path(), error);
    if (error) {
        throw failure("cannot use the folder of " + quoted(given) + ": " +
                          (error.value() == ENOENT ? "it is not there" : reason(error.value())),
                      "make it first, or name another: practice backup FOLDER");
    }
    auto file = folder / given.filename();
    if (const auto status = look_at(file, kAnotherPlace)) {
        check_replaceable(file, *status, database);
        if (existing == Existing::kept) { refuse_existing(file); }
    }
    // What is found there would be rolled back into the backup by whoever opens it.
    for (const auto* suffix : {"-journal", "-wal"}) {
        const fs::path beside = file.string() + suffix;
        if (look_at(beside, kAnotherPlace)) {
            throw failure(quoted(beside) + " is in the way: it belongs to another database of that name",
                          "name another file, or remove that one");
        }
    }
    return file;
}

namespace {

/// Whoever shares the database shares its copies.
SharedWith group_of(Database& database) {
    struct stat status {};
    const auto group = database.connection().shared_with();
    const bool shared =
        ::lstat(database.file().c_str(), &status) == 0 && is_shared_file(database.file(), status, group);
    return shared ? group : std::nullopt;
}

/// All but its name.
Backup copy_proved(Database& database, const NewFile& copy) {
    Backup backup;
    {
        // The numbers and the copy are of the same moment: until this ends nobody can commit.
        const Reading reading{database};
        backup.holds = summarize(database);
        copy_into(database, copy.path());
    }
    if (!is_sound_copy(copy.path(), backup.holds)) {
        throw failure("the copy of " + quoted(database.file()) + " is not sound, and was not kept",
                      "see what is wrong: practice doctor");
    }
    std::error_code ignored;
    backup.bytes = static_cast<std::int64_t>(fs::file_size(copy.path(), ignored));
    return backup;
}

}  // namespace

Backup back_up(Database& database, const fs::path& target, Existing existing) {
    NewFile copy{target.parent_path(), group_of(database)};
    auto backup = copy_proved(database, copy);
    copy.keep_as(target, existing);
    backup.file = target;
    return backup;
}

Backup back_up_into(Database& database, const fs::path& folder, const std::function<fs::path()>& next_name) {
    NewFile copy{folder, group_of(database)};
    auto backup = copy_proved(database, copy);
    backup.file = copy.keep_as_next(next_name);
    return backup;
}

}  // namespace practice::store
