// SPDX-License-Identifier: MIT
#include "store/sqlite/journal_rights.h"

#include <sqlite3.h>
#include <sys/stat.h>

namespace practice::store {
namespace {

/// All of it is SQLite's, but for xOpen.
class JournalRights {
public:
    JournalRights() : original_{sqlite3_vfs_find(nullptr)} {
        if (original_ == nullptr) { return; }
        ours_ = *original_;
        ours_.zName = "practice";
        ours_.xOpen = &open;
        registered_ = sqlite3_vfs_register(&ours_, 0) == SQLITE_OK;
    }
    /// Empty is SQLite's own.
    [[nodiscard]] const char* name() const { return registered_ ? ours_.zName : ""; }

    static JournalRights& instance() {
        static JournalRights only;
        return only;
    }

private:
    static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_out) {
        auto* original = instance().original_;
        if ((flags & SQLITE_OPEN_MAIN_JOURNAL) == 0) { return original->xOpen(original, name, file, flags, flags_out); }
        const mode_t before = ::umask(0);  // the mode that SQLite asks for is the database's
        const int code = original->xOpen(original, name, file, flags, flags_out);
        ::umask(before);
        return code;
    }

    sqlite3_vfs* original_;
    sqlite3_vfs ours_{};
    bool registered_ = false;
};

}  // namespace

const char* with_journal_rights() {
    return JournalRights::instance().name();
}

}  // namespace practice::store
