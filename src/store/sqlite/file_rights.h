// SPDX-License-Identifier: MIT
// Who may use the file of a database: its owner, those who share it, and root for reading.
#pragma once

#include <sys/stat.h>

#include <filesystem>

#include "store/database.h"

namespace practice::store {

/// Who may use a file, and for what.
struct Usage {
    Access access = Access::read;
    SharedWith group;
    bool to_be_shared = false;
    bool examines = false;
};
[[nodiscard]] Usage usage_of(Access access, const OpenOptions& options);

/// Throws Refusal(failure) unless it is one's own, or shared as it should be. What all are to share is no one's own.
void check_owner(const std::filesystem::path& file, const struct stat& status, const Usage& usage);

/// The same for an interrupted change, which would be rolled back into the database.
void check_journal_owner(const std::filesystem::path& journal, const struct stat& status, const Usage& usage);

/// Throws Refusal(failure) for somebody who cannot look at a file that is shared, because he is none of those or
/// because its folder is not theirs.
void check_may_look(const std::filesystem::path& file, const OpenOptions& options);

/// Throws Refusal(failure) where what is to be shared would be for its maker only, and nobody would say so.
void check_can_be_shared(const std::filesystem::path& file, const OpenOptions& options);

/// Whether it belongs to this account, or to others who share it; root may read any. True where there is none.
[[nodiscard]] bool is_ours_to_read(const std::filesystem::path& file, SharedWith group);

}  // namespace practice::store
