// SPDX-License-Identifier: MIT
#include "store/sqlite/errors.h"

#include <sqlite3.h>

#include "store/sqlite/size_limit.h"

namespace practice::store {
namespace {

std::string shown(const std::filesystem::path& file) {
    return file.empty() ? std::string{"the database"} : "'" + file.string() + "'";
}

ConstraintRefusal::Kind constraint_kind(int code) {
    switch (code) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
        case SQLITE_CONSTRAINT_ROWID: return ConstraintRefusal::Kind::unique;
        case SQLITE_CONSTRAINT_FOREIGNKEY: return ConstraintRefusal::Kind::foreign_key;
        default: return ConstraintRefusal::Kind::other;
    }
}

[[noreturn]] void fail(std::string message, std::string hint) {
    throw StorageRefusal{RefusalKind::failure, std::move(message), std::move(hint)};
}

[[noreturn]] void refuse_read_only(int code, const std::string& file) {
    if (code == SQLITE_READONLY_DBMOVED) {
        fail(file + " was moved or replaced while it was in use", "nothing was changed; try again");
    }
    if (code == SQLITE_READONLY_ROLLBACK || code == SQLITE_READONLY_RECOVERY) {
        fail(file + " has an interrupted change that must be rolled back first, and it cannot be written",
             "make the file and its folder writable for you, then try again");
    }
    fail(file + " cannot be written", "make the file and its folder writable for you, or name another with --db");
}

}  // namespace

ConstraintRefusal::ConstraintRefusal(Kind kind)
    : Refusal{RefusalKind::failure, "the database did not accept a value: too long, out of range, or not consistent",
              "nothing was changed"},
      constraint_{kind} {}

void refuse(int code, const std::filesystem::path& path) {
    const auto file = shown(path);
    switch (code & 0xff) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            throw StorageRefusal{RefusalKind::busy, "the database is in use by another process",
                                 "nothing was changed; try again in a moment"};
        case SQLITE_CONSTRAINT: throw ConstraintRefusal{constraint_kind(code)};
        case SQLITE_FULL: fail("the disk that holds " + file + " is full", "free some space there, then try again");
        case SQLITE_IOERR:
            if (met_size_limit()) { fail("cannot write " + file + ": " + size_limit_told(), kRaiseSizeLimit); }
            fail("the disk reported an error while reading or writing " + file,
                 "check the disk and its free space; 'practice doctor' looks for damage");
        case SQLITE_CORRUPT:
            fail(file + " is damaged", "'practice doctor' says more; 'practice restore FILE' brings back a backup");
        case SQLITE_NOTADB: fail(file + " is not a practice database", "name the right file with --db");
        case SQLITE_READONLY: refuse_read_only(code, file);
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            fail(file + " cannot be opened", "check that the file and its folder are yours and not a link");
        case SQLITE_NOMEM: fail("there is not enough memory", "close other programs, then try again");
        case SQLITE_TOOBIG: throw misuse("a text is too long for the database", "shorten it; 64 KB is the longest");
        case SQLITE_INTERRUPT:
            fail("a query of " + file + " did not come to an end",
                 "somebody altered it: bring back a backup with: practice restore FILE");
        default:
            fail("the database " + (path.empty() ? std::string{} : file + " ") + "could not do what was asked (code " +
                     std::to_string(code) + ")",
                 "nothing was changed; this is a fault of the program, please report it");
    }
}

void refuse_nul(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) { throw misuse("a text has a NUL character in it", "remove it"); }
}

}  // namespace practice::store
