// SPDX-License-Identifier: MIT
// Where the work of a practice is done: its data, the present, and who is at work. What the program does takes an
// office and plain values, and knows nothing of how it was asked.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "config/configuration.h"
#include "practice/ids.h"
#include "practice/practice.h"
#include "practice/refusal.h"
#include "practice/time_zone.h"
#include "store/database.h"
#include "text/dates/parse_time.h"

namespace practice::app {

struct Office {
    /// Never null once there is work.
    const TimeZones* zones = nullptr;
    /// The version of their data, "2026f"; empty where the system does not say.
    std::function<std::string()> zones_version = [] { return std::string{}; };
    /// The present; read once.
    Instant now{};
    /// What is meant where nothing is said: the professional, the room, the service.
    config::Configuration configuration;
    /// The journal's words for what is done, and for who does it.
    std::string command_line;
    std::string account;
    /// Nothing that is written is kept.
    bool dry_run = false;

    std::string database_file;
    /// Of a file on NFS, SMB or FUSE, where the locks of others cannot be trusted.
    bool allow_network_filesystem = false;
    /// Empty when there is none and none is needed.
    std::optional<store::Database> database;
    /// Set once the practice has been set up.
    std::optional<Practice> practice;
    /// The operation of the journal that was made: known once it is kept, none where nothing changed.
    std::optional<OperationId> made;
    /// What was done for good, whatever comes next: told where something fails after that. "" before.
    std::string stands;
    /// Told what a change makes wrong elsewhere; never empty.
    std::function<void(std::string_view)> notes = [](std::string_view) {};

    /// The practice's zone. Refusal(not_found) before it was set up.
    [[nodiscard]] const TimeZone& zone() const;
    /// One that is stored. Refusal(failure) when this system does not have it, or cannot read it.
    [[nodiscard]] const TimeZone& zone(std::string_view name) const;
    /// One that somebody named; Refusal(misuse) with the nearest names, and Refusal(failure) as above.
    [[nodiscard]] const TimeZone& named_zone(std::string_view name) const;
    /// The practice; Refusal(not_found) saying how to set it up.
    [[nodiscard]] const Practice& require_practice() const;
    /// The present on the practice's wall clock.
    [[nodiscard]] text::Now local_now() const;
    [[nodiscard]] store::OperationNote operation() const;
};

/// The office of the practice in the database `file`, for a program that has no command line: `account` and `notes` are
/// still to be set. `configured`: the files that say who shares the database, and what is meant where nothing is said;
/// none, when not given. `zones` must outlive it. Throws as open_database().
[[nodiscard]] Office open_office(const std::filesystem::path& file, store::Access access, const TimeZones& zones,
                                 Instant now, const config::Sources& configured = {});

/// Office::stands for what is an operation of the journal; `back`: what takes it back, "undo 3".
[[nodiscard]] std::string stands_as(OperationId operation, const std::string& back);

/// The write transaction of one operation: `Change change{office}; ... change.commit();`. In a dry run commit() rolls
/// back.
class Change {
public:
    explicit Change(Office& office);
    /// Whether anything was written so far.
    [[nodiscard]] bool written() const { return writing_.changed(); }
    void commit();

private:
    Office& office_;
    store::Writing writing_;
};

}  // namespace practice::app
