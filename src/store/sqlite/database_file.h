// SPDX-License-Identifier: MIT
// The file beneath a database, before SQLite sees it: where it really is, whether it may be trusted, and
// making it when it is not there.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string>

#include "store/database.h"

namespace practice::store {

/// The absolute path without links, fit for SQLite (which reads names that begin with "file:" as URIs and
/// refuses links). Access::write makes the file (0600) and its folders (0700) when missing. Throws
/// Refusal(failure) unless it is a regular file with one name, on a file system whose locks hold, and of ours, or of
/// those who share it; root may read any (file_rights.h).
[[nodiscard]] std::filesystem::path prepare_file(const std::filesystem::path& file, Access access,
                                                 const OpenOptions& options);

/// The first half of it: where the file is or would be, in its real folder. Access::write makes the folder.
[[nodiscard]] std::filesystem::path real_place(const std::filesystem::path& file, Access access,
                                               const OpenOptions& options);

/// As messages name a file.
[[nodiscard]] std::string quoted(const std::filesystem::path& path);

/// Nullopt when there is nothing of that name. A link is not followed. Throws Refusal(failure) with this hint.
[[nodiscard]] std::optional<struct stat> look_at(const std::filesystem::path& path, const char* hint);

/// Why a call to the system failed (its errno), in words.
[[nodiscard]] std::string reason(int error);

}  // namespace practice::store
