// SPDX-License-Identifier: MIT
#include "store/sqlite/sharing.h"

#include <grp.h>
#include <pwd.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <vector>

namespace practice::store {
namespace {

constexpr mode_t kAllRights = 07777;
// Those that say no more than the mode are not kept by the system.
constexpr const char* kAccessLists[] = {"system.posix_acl_access", "system.posix_acl_default"};

}  // namespace

bool is_shared_file(const std::filesystem::path& file, const struct stat& status, SharedWith group) {
    return group && S_ISREG(status.st_mode) && status.st_gid == *group &&
           (status.st_mode & kAllRights) == kSharedFile && !has_access_list(file);
}

bool is_shared_folder(const std::filesystem::path& folder, SharedWith group) {
    struct stat status {};
    return group && ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) && status.st_gid == *group &&
           (status.st_mode & kAllRights) == kSharedFolder && !has_access_list(folder);
}

bool has_access_list(const std::filesystem::path& path) {
    return std::ranges::any_of(kAccessLists,
                               [&](const char* name) { return ::lgetxattr(path.c_str(), name, nullptr, 0) > 0; });
}

bool remove_access_list(int descriptor) {
    return std::ranges::all_of(kAccessLists, [&](const char* name) {
        return ::fremovexattr(descriptor, name) == 0 || errno == ENODATA || errno == ENOTSUP;
    });
}

bool share_new_file(int descriptor, const std::filesystem::path& folder, SharedWith group) {
    return !is_shared_folder(folder, group) || ::fchmod(descriptor, kSharedFile) == 0;
}

std::string name_of_group(gid_t group) {
    const auto* found = ::getgrgid(group);
    return found != nullptr ? found->gr_name : std::to_string(group);
}

bool is_in_group(gid_t group) {
    const int number = ::getgroups(0, nullptr);
    std::vector<gid_t> groups(static_cast<std::size_t>(std::max(number, 0)));
    if (number > 0) { groups.resize(static_cast<std::size_t>(std::max(::getgroups(number, groups.data()), 0))); }
    return ::getegid() == group || std::ranges::find(groups, group) != groups.end();
}

bool will_be_in_group(gid_t group, std::string& account) {
    const auto* found = ::getpwuid(::geteuid());
    account = found != nullptr ? found->pw_name : std::to_string(::geteuid());
    if (found == nullptr) { return false; }
    constexpr int most = 1024;
    std::vector<gid_t> groups(most);
    int number = most;
    if (::getgrouplist(account.c_str(), found->pw_gid, groups.data(), &number) < 0) { return false; }
    groups.resize(static_cast<std::size_t>(number));
    return std::ranges::find(groups, group) != groups.end();
}

}  // namespace practice::store
