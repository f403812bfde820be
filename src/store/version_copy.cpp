// SPDX-License-Identifier: MIT
#include "store/version_copy.h"

#include <SQLiteCpp/Exception.h>
#include <fcntl.h>
#include <unistd.h>

#include <string>

#include "practice/refusal.h"
#include "store/connection.h"

namespace practice::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_copy(const fs::path& file) {
    throw Refusal{
        RefusalKind::failure,
        "'" + file.string() + "' is of an older version, and no copy of it could be made before it is changed",
        "make room, and its folder writable for you, then try again; nothing was changed"};
}

/// A file of 0 bytes that nobody else may read, and its removal unless it is kept.
class NewFile {
public:
    explicit NewFile(fs::path path) : path_{std::move(path)} {
        ::unlink(path_.c_str());  // of a copy that was interrupted
        const int made = ::open(path_.c_str(), O_CREAT | O_EXCL | O_NOFOLLOW | O_RDWR | O_CLOEXEC, 0600);
        if (made < 0) { cannot_copy(path_); }
        ::close(made);
    }
    ~NewFile() {
        if (!kept_) { ::unlink(path_.c_str()); }
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    void keep_as(const fs::path& name) {
        const int descriptor = ::open(path_.c_str(), O_RDWR | O_NOFOLLOW | O_CLOEXEC);
        const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
        if (descriptor >= 0) { ::close(descriptor); }
        if (!synced || ::rename(path_.c_str(), name.c_str()) != 0) { cannot_copy(name); }
        kept_ = true;
    }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
    bool kept_ = false;
};

std::int64_t number(const SQLite::Database& database, const char* sql) {
    SQLite::Statement statement{database, sql};
    return statement.executeStep() ? statement.getColumn(0).getInt64() : -1;
}

std::string word(const SQLite::Database& database, const char* sql) {
    SQLite::Statement statement{database, sql};
    return statement.executeStep() ? statement.getColumn(0).getString() : std::string{};
}

}  // namespace

fs::path copy_of_version(const fs::path& file, std::int64_t version) {
    return file.string() + ".version-" + std::to_string(version);
}

void keep_copy(Database& database, std::int64_t version) {
    const auto& file = database.connection().file();
    if (file.empty()) { return; }
    const auto name = copy_of_version(file, version);
    NewFile copy{name.string() + ".new"};
    try {
        // A connection of its own: one that writes cannot copy.
        SQLite::Database source{file.string(), SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW};
        SQLite::Statement vacuum{source, "VACUUM INTO ?"};
        vacuum.bind(1, copy.path().string());
        vacuum.exec();
        const SQLite::Database made{copy.path().string(), SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW};
        const auto* count = "SELECT count(*) FROM sessions";
        if (word(made, "PRAGMA integrity_check") != "ok" || number(made, count) != number(source, count)) {
            cannot_copy(file);
        }
    } catch (const SQLite::Exception&) { cannot_copy(file); }
    copy.keep_as(name);
}

}  // namespace practice::store
