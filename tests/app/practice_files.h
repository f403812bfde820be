// SPDX-License-Identifier: MIT
// Practices in files, for what the program does with whole databases.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "app/backup/make_backup.h"
#include "app/database/database_in_the_making.h"
#include "app/database/open_database.h"
#include "app/practice_world.h"
#include "support/temporary_folder.h"

namespace practice::test {

/// Practices in files, each with an office.
class PracticeFiles {
public:
    explicit PracticeFiles(const std::string& name = "practice.db", const std::string& settings = kSettings) {
        make(name, settings);
    }

    [[nodiscard]] std::string path(const std::string& name) const { return folder_.path() / name; }
    void make(const std::string& name, const std::string& settings) {
        app::Office office = closed(name);
        app::DatabaseInTheMaking made{office};
        set_up(office, config::read_settings({name, settings}).settings);
        made.keep();
    }
    app::Office open(const std::string& name = "practice.db") {
        auto office = app::open_office(path(name), store::Access::write, zones_, now());
        office.account = "dana";
        return office;
    }
    /// Nothing is open: as for what replaces the database.
    app::Office closed(const std::string& name = "practice.db") {
        app::Office office;
        office.zones = &zones_;
        office.configuration = config::load_configuration({});
        office.now = now();
        office.account = "dana";
        office.database_file = path(name);
        return office;
    }
    app::MadeBackup back_up(const app::BackupWords& words) {
        auto office = open();
        return app::make_backup(office, words);
    }
    void book() {
        auto office = open();
        static_cast<void>(app::book_session(office, PracticeWorld::words("2026-12-01 09:00")));
    }
    std::int64_t sessions(const std::string& name = "practice.db") {
        auto office = open(name);
        return store::summarize(*office.database).sessions;
    }
    std::string folder() { return folder_.path() / "backups"; }

private:
    static void set_up(app::Office& office, const Settings& settings) {
        app::Change change{office};
        auto plan = app::plan_against(office, app::Directory{office}, settings, {});
        app::save(*office.database, plan);
        change.commit();
    }
    [[nodiscard]] Instant now() const {
        return zones_.find("America/New_York")->to_instant(LocalTime{*make_date(2026, 11, 23)} + std::chrono::hours{8});
    }

    TemporaryFolder folder_;
    time::ZoneDatabase zones_;
};

}  // namespace practice::test
