// SPDX-License-Identifier: MIT
#include "store/sharing.h"

namespace practice::store {
namespace {

constexpr mode_t kAllRights = 07777;

}  // namespace

bool is_shared_file(const struct stat& status, SharedWith group) {
    return group && S_ISREG(status.st_mode) && status.st_gid == *group && (status.st_mode & kAllRights) == kSharedFile;
}

bool is_shared_folder(const std::filesystem::path& folder, SharedWith group) {
    struct stat status {};
    return group && ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_gid == *group &&
           (status.st_mode & kAllRights) == kSharedFolder;
}

bool share_new_file(int descriptor, const std::filesystem::path& folder, SharedWith group) {
    return !is_shared_folder(folder, group) || ::fchmod(descriptor, kSharedFile) == 0;
}

}  // namespace practice::store
