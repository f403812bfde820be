// SPDX-License-Identifier: MIT
// A practice that several accounts of one machine share: its folder and its file are open to one group, and to nobody
// else.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>

namespace practice::store {

/// The number of a group; nullopt when nothing is shared.
using SharedWith = std::optional<gid_t>;

inline constexpr mode_t kSharedFile = 0660;
/// What is made in it is of its group.
inline constexpr mode_t kSharedFolder = 02770;

/// Of the group, with just these rights, whoever owns it.
[[nodiscard]] bool is_shared_file(const struct stat& status, SharedWith group);
[[nodiscard]] bool is_shared_folder(const std::filesystem::path& folder, SharedWith group);

/// Gives the group its rights on a new file, where the folder is shared. False: errno says why not.
[[nodiscard]] bool share_new_file(int descriptor, const std::filesystem::path& folder, SharedWith group);

}  // namespace practice::store
