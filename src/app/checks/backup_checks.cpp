// SPDX-License-Identifier: MIT
#include "app/checks/backup_checks.h"

#include <algorithm>

#include "app/backup/backup_folder.h"
#include "store/sqlite/practice_identity.h"
#include "text/hint_words.h"
#include "text/plural.h"

namespace practice::app {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::minutes kClocksDiffer{1};

std::string age_told(std::chrono::hours age) {
    constexpr std::chrono::hours two_days{48};
    return age < two_days ? text::counted(age.count(), "hour")
                          : text::counted(std::chrono::duration_cast<std::chrono::days>(age).count(), "day");
}

void check_newest(Office& office, const fs::path& folder, Instant now, Findings& findings) {
    const auto make_one = "practice backup " + text::shell_word(folder.string());
    const auto stem = office.database->file().stem().string();
    const auto* zone = office.practice ? &office.zone() : &office.zone("UTC");
    const auto files = files_by_age(folder, stem, *zone);
    std::vector<std::string> closed;
    const auto newest = std::ranges::find_if(files, [&](const AgedFile& one) {
        std::error_code ignored;
        if (fs::equivalent(one.file, office.database->file(), ignored)) { return false; }
        const auto kind = store::is_backup_of(*office.database, one.file);
        // Of other files than backups it is nobody's business.
        if (kind == store::BackupOf::closed && is_backup_name(one.file.filename().string(), stem)) {
            closed.push_back(one.file.filename().string());
        }
        return kind == store::BackupOf::this_practice;
    });
    if (!closed.empty()) {
        findings.note("backup", "another account's, which you are not allowed to read: " + some_of(closed),
                      "how a group shares its backups: practice help server");
    }
    if (newest == files.end()) {
        findings.fault("backup",
                       "there is no backup of this practice in '" + folder.string() + "'" +
                           (closed.empty() ? "" : " that you are allowed to read"),
                       make_one);
        return;
    }
    const auto& [file, made] = *newest;
    if (made > now + kClocksDiffer) {
        findings.fault(
            "backup", "the newest backup, '" + file.string() + "', is dated in the future",
            "the clock was wrong then, or is now; put what is dated so elsewhere, then new ones get their own date");
        return;
    }
    const auto age = std::max(std::chrono::floor<std::chrono::hours>(now - made), std::chrono::hours{0});
    const auto told = "the newest backup is " + age_told(age) + " old: '" + file.string() + "'";
    const auto most = config::read_age(office.configuration.get("backup-age").value_or("2d"));
    if (most && age >= *most) {
        findings.fault("backup", told, make_one);
    } else {
        findings.ok("backup", told);
    }
}

}  // namespace

void check_backups(Office& office, Instant now, Findings& findings) {
    const auto folder = office.configuration.get("backup-folder");
    if (!folder) { return; }
    std::error_code ignored;
    if (!fs::is_directory(*folder, ignored)) {
        findings.fault("backup", "the folder of the backups, '" + *folder + "', is not there",
                       "mount its disk, or make it; 'practice config list `show-origin`' says who names it");
        return;
    }
    findings.attempt("backup", [&] { check_newest(office, *folder, now, findings); });
}

}  // namespace practice::app
