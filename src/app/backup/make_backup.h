// SPDX-License-Identifier: MIT
// A proved copy of the database, while others work with it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/office.h"
#include "store/sqlite/backup.h"

namespace practice::app {

struct BackupWords {
    /// The file; or the folder that gets one, with a name of its own.
    std::string target;
    /// In the place of an earlier backup of that name.
    bool replace = false;
    /// Of a folder: how many of its backups stay.
    std::optional<std::string> keep;
    /// Somebody reads what is noted. Night after night, with nobody there, what other accounts keep is no news.
    bool watched = true;
};

struct MadeBackup {
    /// In a dry run what it would be, without a size.
    store::Backup backup;
    /// Older ones, oldest first.
    std::vector<std::filesystem::path> removed;
};

/// REQUIRES: what there is of a database is open, as by open_as_it_is(). Throws Refusal.
MadeBackup make_backup(Office& office, const BackupWords& words);

}  // namespace practice::app
