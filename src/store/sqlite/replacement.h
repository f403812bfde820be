// SPDX-License-Identifier: MIT
// Another database in the place of one that others may have open at this moment.
//
// The new content is written into the file that is there, with SQLite's own backup interface and in one transaction:
// it waits for whoever reads or writes, keeps them out while it goes on, and a process that is killed in the middle
// leaves a rollback journal from which the next one brings the old state back. A rename could do none of that: a
// process that has the old file open would go on writing into it, unnoticed and for nothing, and an interrupted
// change of the old file (its "-journal") would be rolled back into the new one.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "store/database.h"
#include "store/database_summary.h"
#include "store/sqlite/new_file.h"

namespace practice::store {

/// A copy of somebody's file that nobody else can get at, proved and brought up to date. What it was made from is only
/// read. It lies beside the database that it is for, and goes away with this.
class PrivateCopy {
public:
    /// `file` may be any file. `beside`: a file in the folder to use, which is made when missing. Throws
    /// Refusal(failure) with all that is wrong: no file, a folder or device, not a practice database, of a newer
    /// version, in the middle of a change, damaged, with tables or triggers that this program does not make, with rows
    /// that refer to nothing, or that make no sense, with a log that was altered. Refusal(busy).
    PrivateCopy(const std::filesystem::path& file, const std::filesystem::path& beside, const OpenOptions& options);
    ~PrivateCopy();
    PrivateCopy(const PrivateCopy&) = delete;
    PrivateCopy& operator=(const PrivateCopy&) = delete;

    [[nodiscard]] Database& database() { return *database_; }
    /// Whether the file said which practice it is of; the copy has a new identity otherwise.
    [[nodiscard]] bool had_identity() const { return had_identity_; }

private:
    NewFile file_;
    bool had_identity_ = true;
    std::optional<Database> database_;
};

struct Replaced {
    /// What was there, byte for byte; nullopt when there was nothing.
    std::optional<std::filesystem::path> kept;
};
/// Puts `content` in the place of the database in `file`, which is made when there is none, and may be damaged in any
/// way. What was there is kept first, in its folder under a name that `name_for_kept` gives: see
/// NewFile::keep_as_next(). At every moment the file is what it was, or `content`. Throws Refusal(busy);
/// Refusal(failure), also when the file is another program's database or of a newer version. On a Refusal nothing was
/// changed, unless it says otherwise.
Replaced replace_database(const std::filesystem::path& file,
                          const std::function<std::filesystem::path()>& name_for_kept, Database& content,
                          const OpenOptions& options);

/// How many operations of its log the other one does not have: those behind the last that both have.
[[nodiscard]] std::int64_t operations_missing_in(Database& other, Database& database);

}  // namespace practice::store
