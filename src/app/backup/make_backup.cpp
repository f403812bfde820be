// SPDX-License-Identifier: MIT
#include "app/backup/make_backup.h"

#include "app/backup/backup_folder.h"
#include "app/checks/findings.h"
#include "store/sqlite/practice_identity.h"
#include "text/dates/parse_time.h"
#include "text/fold.h"

namespace practice::app {
namespace {

namespace fs = std::filesystem;

constexpr int kMostKept = 10'000;

struct Wanted {
    /// The file; or the folder that gets one, with a name of its own.
    fs::path target;
    bool folder = false;
    store::Existing existing = store::Existing::kept;
    /// Of a folder: how many of its backups stay.
    std::optional<std::size_t> keep;
    std::string stem;
};

void require_database(const Office& office) {
    if (!office.database || office.database->file().empty()) {
        throw Refusal{RefusalKind::not_found,
                      "there is no database '" + office.database_file + "' yet, so nothing to back up",
                      "name the right one with `db`"};
    }
}

Wanted read_wanted(const BackupWords& words, const Office& office) {
    const auto& given = words.target;
    if (given == "-") {
        throw misuse("a backup is a file of its own, and is not written to standard output",
                     "name a file or a folder; as text there is: practice dump");
    }
    Wanted wanted;
    wanted.stem = office.database->file().stem().string();
    if (words.replace) { wanted.existing = store::Existing::replaced; }
    if (words.keep) { wanted.keep = static_cast<std::size_t>(text::parse_number(*words.keep, "`keep`", 1, kMostKept)); }
    std::error_code ignored;
    if (fs::is_directory(given, ignored)) {
        if (words.replace) {
            throw misuse("`replace` is for a file: in a folder every backup has a name of its own",
                         "leave it out, or name a file in '" + given + "'");
        }
        wanted.folder = true;
        wanted.target = given;
        return wanted;
    }
    if (given.ends_with('/') || (wanted.keep && !fs::exists(given, ignored))) {
        throw Refusal{RefusalKind::failure, "there is no folder '" + given + "'", "make it first: mkdir " + given};
    }
    if (wanted.keep) {
        throw misuse("`keep` is for a folder of backups, and '" + given + "' is not a folder",
                     "name the folder, or leave `keep` out");
    }
    wanted.target = given;
    return wanted;
}

/// In a folder, as it is at this moment.
fs::path next_name(Office& office, const Wanted& wanted) {
    const auto name = next_dated_name(wanted.target, wanted.stem, kBackupEnd, office.now, [&](const fs::path& file) {
        return store::is_backup_of(*office.database, file) == store::BackupOf::this_practice;
    });
    return store::backup_path(name, *office.database, store::Existing::replaced);
}

/// Those of other practices in the same folder are left alone, and so is what only has such a name.
std::vector<fs::path> remove_older(Office& office, const Wanted& wanted, const fs::path& made, bool watched) {
    if (!wanted.keep) { return {}; }
    std::vector<std::string> no_backups;
    std::vector<std::string> closed;
    auto older = backups_to_remove(made, wanted.stem, *wanted.keep, [&](const fs::path& file) {
        const auto kind = store::is_backup_of(*office.database, file);
        if (kind == store::BackupOf::nothing) { no_backups.push_back(file.filename().string()); }
        if (kind == store::BackupOf::closed) { closed.push_back(file.filename().string()); }
        return kind == store::BackupOf::this_practice;
    });
    if (!no_backups.empty()) {
        office.notes("left alone, and not counted, because it is no backup or is damaged: " +
                     text::harmless(some_of(no_backups)));
    }
    // Night after night from cron that would be no news; doctor tells it, too.
    if (!closed.empty() && (office.dry_run || watched)) {
        office.notes(
            "left alone, and not counted, because it is another account's and you are not allowed to read it: " +
            text::harmless(some_of(closed)));
    }
    for (const auto& file : older) {
        std::error_code error;
        if (!office.dry_run && !fs::remove(file, error) && error) {
            throw Refusal{RefusalKind::failure, "'" + file.string() + "' could not be removed: " + error.message(),
                          "remove it by hand, or make its folder writable for you"};
        }
    }
    return older;
}

}  // namespace

MadeBackup make_backup(Office& office, const BackupWords& words) {
    require_database(office);
    const auto wanted = read_wanted(words, office);
    store::Backup backup;
    backup.file = wanted.folder ? next_name(office, wanted)
                                : store::backup_path(wanted.target, *office.database, wanted.existing);
    if (office.dry_run) {
        const store::Reading reading{*office.database};
        backup.holds = store::summarize(*office.database);
    } else if (wanted.folder) {
        backup =
            store::back_up_into(*office.database, backup.file.parent_path(), [&] { return next_name(office, wanted); });
    } else {
        backup = store::back_up(*office.database, backup.file, wanted.existing);
    }
    if (!office.dry_run) { office.stands = "the backup was made all the same: '" + backup.file.string() + "'"; }
    auto removed = remove_older(office, wanted, backup.file, words.watched);
    return {std::move(backup), std::move(removed)};
}

}  // namespace practice::app
