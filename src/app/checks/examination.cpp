// SPDX-License-Identifier: MIT
#include "app/checks/examination.h"

#include <filesystem>

#include "app/checks/backup_checks.h"
#include "app/checks/file_checks.h"
#include "app/checks/schedule_checks.h"
#include "app/checks/storage_checks.h"
#include "app/database/open_database.h"
#include "store/rows/settings_rows.h"
#include "store/schema/instant_check.h"
#include "store/schema/schema.h"
#include "store/sqlite/version_copy.h"
#include "text/file_size.h"
#include "text/fold.h"
#include "text/plural.h"

namespace practice::app {
namespace {

namespace fs = std::filesystem;

std::string up_to_this_version(std::int64_t version) {
    return "version " + std::to_string(version) + " to " + std::to_string(store::schema_version());
}

/// What is of an earlier version is looked into all the same.
void check_version(Office& office, bool mend, Findings& findings) {
    const auto version = store::version_of(*office.database);
    if (version == store::schema_version()) { return; }
    if (!mend) {
        findings.note("file",
                      "its tables are of version " + std::to_string(version) + ", and this program's of version " +
                          std::to_string(store::schema_version()),
                      "the next command that changes something brings it up to date, and so does: practice upgrade");
        return;
    }
    if (office.dry_run) {
        findings.note("file", "it would be brought up to date, from " + up_to_this_version(version) + " (`dry-run`)",
                      "");
        return;
    }
    findings.attempt("file", [&] {
        auto options = open_options(office);
        options.older = store::OlderFile::brought_up_to_date;
        const auto file = office.database->file();
        office.database.reset();
        office.database = store::Database::open(office.database_file, store::Access::write, options);
        findings.add({"file", Finding::Status::fixed, "it was brought up to date, from " + up_to_this_version(version),
                      "what it was is kept: " + store::copy_of_version(file, version).string()});
    });
}

/// Whether there is something to look into.
bool open_examined(Office& office, bool mend, Findings& findings) {
    findings.attempt("file", [&] {
        auto options = open_options(office);
        options.older = store::OlderFile::as_it_is;
        options.examines = true;
        office.database = store::Database::open(office.database_file, store::Access::read, options);
    });
    if (!office.database) { return false; }
    const auto file = office.database->file();
    if (file.empty()) {
        findings.note("file", "'" + office.database_file + "' is empty", "practice apply FILE fills it");
        return false;
    }
    std::error_code ignored;
    findings.ok("file",
                "'" + file.string() + "', " + text::file_size(static_cast<std::int64_t>(fs::file_size(file, ignored))));
    check_version(office, mend, findings);
    return office.database.has_value();
}

/// Whether there is a practice whose clock is known.
bool learn_practice(Office& office, const PresentOn& present, Findings& findings) {
    findings.attempt("rows", [&] { office.practice = store::load_practice(*office.database); });
    if (!office.practice) { return false; }
    if (office.zones->find(office.practice->time_zone) == nullptr) {
        findings.fault("times",
                       "this system has no time zone '" + text::harmless(office.practice->time_zone) +
                           "', which is the practice's",
                       "install the time-zone data (tzdata)");
        office.practice.reset();
        return false;
    }
    office.now = present(office.zone());
    return true;
}

void mend_times(Office& office, const std::vector<SessionId>& stale, bool mend, Findings& findings) {
    if (stale.empty()) { return; }
    std::vector<std::string> ids;
    for (const auto id : stale) { ids.push_back(std::to_string(id.value)); }
    const auto what = "the times of " + text::counted(static_cast<std::int64_t>(stale.size()), "session") +
                      " do not fit the time-zone data: " + some_of(ids);
    if (!mend || office.dry_run) {
        findings.fault("times", what,
                       mend ? "they would be computed again (`dry-run`)" : "compute them again: practice doctor `fix`");
        return;
    }
    if (!findings.sound("pages") || !findings.sound("tables") || !findings.sound("references")) {
        findings.fault("times", what, "nothing is written into a damaged database: see the other problems first");
        return;
    }
    findings.attempt("times", [&] {
        office.database.reset();
        office.database = store::Database::open(office.database_file, store::Access::write, open_options(office));
        Change change{office};
        store::refresh_instants(*office.database, stale, *office.zones);
        change.commit();
        findings.add({"times", Finding::Status::fixed, what,
                      "take it back with: practice undo " + std::to_string(office.made->value)});
    });
}

void examine_content(Office& office, bool mend, const PresentOn& present, Findings& findings) {
    const bool older = store::version_of(*office.database) < store::schema_version();
    std::vector<SessionId> stale;
    bool has_practice = false;
    {
        const store::Reading reading{*office.database};
        check_storage(office, older, findings);
    }
    if (older) {
        findings.attempt("rows", [&] {
            auto options = open_options(office);
            options.examines = true;
            office.database.reset();
            office.database = store::Database::open(office.database_file, store::Access::read, options);
        });
        if (!office.database) { return; }
    }
    {
        const store::Reading reading{*office.database};
        has_practice = learn_practice(office, present, findings);
        if (has_practice) { check_log_dates(office, findings); }
        stale = check_rows(office, findings);
    }
    mend_times(office, stale, mend, findings);
    // It may not have been opened again.
    if (office.database && has_practice && findings.sound("rows")) {
        const store::Reading reading{*office.database};
        check_schedule(office, findings);
    }
}

void note_missing(const Office& office, Findings& findings) {
    if (office.configuration.get("backup-folder")) {
        findings.fault("file", "there is no database '" + office.database_file + "', of which there are to be backups",
                       "'practice restore FILE' brings one back; another is named with `db`");
    } else {
        findings.note("file", "there is no database '" + office.database_file + "' yet",
                      "'practice apply FILE' makes one; another is named with `db`");
    }
}

}  // namespace

Findings examine_database(Office& office, bool mend, const PresentOn& present) {
    Findings findings;
    std::error_code error;  // what cannot be looked at is there as far as is known
    if (fs::symlink_status(office.database_file, error).type() == fs::file_type::not_found) {
        note_missing(office, findings);
        return findings;
    }
    check_file(office, open_options(office), mend && !office.dry_run, findings);
    if (!open_examined(office, mend, findings)) { return findings; }
    examine_content(office, mend, present, findings);
    if (office.database) { check_backups(office, office.now, findings); }
    return findings;
}

}  // namespace practice::app
