// SPDX-License-Identifier: MIT
// A backup in the place of the database; what was there is kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "app/office.h"
#include "store/database_summary.h"
#include "store/sessions/highest_sequences.h"
#include "store/sqlite/replacement.h"

namespace practice::app {

/// The database that is there, as far as it can be read.
struct PresentDatabase {
    enum class State { none, readable, unreadable };
    State state = State::none;
    store::DatabaseSummary holds;
    /// Operations of its log that the backup does not have, and the other way round.
    std::int64_t lost = 0;
    std::int64_t gained = 0;
    /// The name of its practice; empty when none has been set up.
    std::string name;
    /// Whether the backup is of the same practice. A database that nothing was ever done in is of any.
    bool same_practice = true;
    /// What has been published of its sessions.
    store::HighestSequences published;
};

/// What is to be restored.
struct WantedDatabase {
    store::DatabaseSummary holds;
    /// The name of its practice; empty when none has been set up.
    std::string name;
};

/// What was done; without either, nothing was.
struct Restored {
    std::optional<std::filesystem::path> kept;
    /// The entry in the log of what is there now.
    std::optional<std::int64_t> operation;
};

/// "'Lakeside Counseling'", "no practice yet".
[[nodiscard]] std::string practice_called(const std::string& name);
/// "'North Clinic', and the database is of 'Lakeside Counseling'".
[[nodiscard]] std::string another_practice(const PresentDatabase& present, const WantedDatabase& wanted);

class Restoring {
public:
    /// Proves a copy of the backup in `file`, and compares it with the office's database_file, which is closed
    /// afterwards. The office's practice is then that of the backup. Throws Refusal when it cannot be restored.
    Restoring(Office& office, const std::string& file);

    [[nodiscard]] const PresentDatabase& present() const { return present_; }
    [[nodiscard]] const WantedDatabase& wanted() const { return wanted_; }

    /// Where the backup is of another practice, who is not asked has to say which. `named`: what was said. Throws
    /// Refusal(misuse).
    void check_practice(const std::optional<std::string>& named, bool asks) const;

    /// In a dry run nothing is done. Throws Refusal.
    Restored carry_out();

private:
    Office& office_;
    store::OpenOptions options_;
    store::PrivateCopy copy_;
    PresentDatabase present_;
    WantedDatabase wanted_;
};

}  // namespace practice::app
