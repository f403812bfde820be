// SPDX-License-Identifier: MIT
// A practice that several accounts of one machine share: its folder and its file are open to one group, and to nobody
// else.
#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string>

namespace practice::store {

/// The number of a group; nullopt when nothing is shared.
using SharedWith = std::optional<gid_t>;

inline constexpr mode_t kSharedFile = 0660;
/// What is made in it is of its group.
inline constexpr mode_t kSharedFolder = 02770;

/// Of the group, with just these rights, whoever owns it.
[[nodiscard]] bool is_shared_file(const std::filesystem::path& file, const struct stat& status, SharedWith group);
[[nodiscard]] bool is_shared_folder(const std::filesystem::path& folder, SharedWith group);

/// Whether more accounts than its mode says have rights on it (an access control list), or on what is made in it.
[[nodiscard]] bool has_access_list(const std::filesystem::path& path);
/// False: errno says why not.
[[nodiscard]] bool remove_access_list(int descriptor);

/// Gives the group its rights on a new file, where the folder is shared. False: errno says why not.
[[nodiscard]] bool share_new_file(int descriptor, const std::filesystem::path& folder, SharedWith group);

/// "practice"; the number of a group without a name.
[[nodiscard]] std::string name_of_group(gid_t group);
/// Whether this process has the rights of the group.
[[nodiscard]] bool is_in_group(gid_t group);
/// Whether the account has them from its next login on. The name of the account goes into `account`.
[[nodiscard]] bool will_be_in_group(gid_t group, std::string& account);

}  // namespace practice::store
