// SPDX-License-Identifier: MIT
#include "store/sqlite/file_rights.h"

#include <pwd.h>
#include <unistd.h>

#include <cerrno>

#include "practice/refusal.h"
#include "store/sqlite/database_file.h"

namespace practice::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kMakeShared = "its owner or root makes it so: practice doctor --fix";
constexpr const char* kRootMakesShared = "root makes it so: practice doctor --fix";
constexpr uid_t kRoot = 0;

bool is_ours(const struct stat& status, const Usage& usage) {
    return status.st_uid == ::geteuid() || (::geteuid() == kRoot && usage.access == Access::read);
}

std::string octal(mode_t mode) {
    std::string text;
    for (int shift = 9; shift >= 0; shift -= 3) { text += static_cast<char>('0' + ((mode >> shift) & 7U)); }
    return text;
}

/// "(0664 of the group 'users')": what it is open to.
std::string rights_told(const fs::path& path) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) { return "(its rights cannot be seen)"; }
    return "(" + octal(status.st_mode) + " of the group '" + name_of_group(status.st_gid) + "')";
}

/// Just as it should be for all of them, or for nobody: what one account works on past the others would be the first
/// step to two practices, and what is open any wider may have been written by anybody.
void check_shared_by_all(const fs::path& file, const struct stat& status, const Usage& usage) {
    const auto folder = file.parent_path();
    const auto name = "'" + name_of_group(usage.group.value_or(0)) + "'";
    if (status.st_gid != usage.group) {
        throw failure(quoted(file) + " is not of the group " + name + ", which is to share it", kRootMakesShared);
    }
    for (const auto& path : {file, folder}) {
        if (has_access_list(path)) {
            throw failure(quoted(path) + " is open to more accounts than those of the group (an access control list)",
                          kMakeShared);
        }
    }
    if (!is_shared_file(file, status, usage.group)) {
        throw failure(
            quoted(file) + " " + rights_told(file) + " is not shared as it should be: 0660 of the group " + name,
            kMakeShared);
    }
    if (!is_shared_folder(folder, usage.group)) {
        throw failure("the folder " + quoted(folder) + " " + rights_told(folder) +
                          " is not shared as it should be: 2770 of the group " + name,
                      kMakeShared);
    }
}

[[noreturn]] void refuse_other_owner(const fs::path& file, const struct stat& status) {
    if (::geteuid() != kRoot) {
        throw failure(quoted(file) + " belongs to another user",
                      "only its owner can use it; how several accounts share a practice: practice help server");
    }
    const auto* owner = ::getpwuid(status.st_uid);
    const auto name = owner != nullptr ? std::string{owner->pw_name} : std::to_string(status.st_uid);
    throw failure(quoted(file) + " belongs to another user, '" + name + "'",
                  "only its owner can change it; root does as its owner: runuser -u " + name +
                      " -- practice COMMAND --db " + quoted(file));
}

/// One that its owner keeps beside the shared one, for the same group.
void check_lent(const fs::path& file, const struct stat& status, SharedWith group) {
    const auto folder = file.parent_path();
    for (const auto& path : {file, folder}) {
        if (has_access_list(path)) {
            throw failure(quoted(path) + " is open to more accounts than those of the group (an access control list)",
                          "its owner or root closes it to them: setfacl -b " + quoted(path));
        }
    }
    if (!is_shared_file(file, status, group)) {
        throw failure(quoted(file) + " belongs to another user, and is not shared as it should be",
                      "its owner or root makes it so: chmod 660 " + quoted(file));
    }
    if (!is_shared_folder(folder, group)) {
        throw failure(
            quoted(folder) + " is not shared as it should be, and " + quoted(file) + " belongs to another user",
            "its owner or root makes it so: chgrp " + name_of_group(group.value_or(0)) + " " + quoted(folder) +
                " && chmod 2770 " + quoted(folder));
    }
}

/// Where several share a folder, somebody who is about to write has made the file, and has written nothing yet: there
/// is nothing to roll back. Other programs than this one give it its mode a moment later.
bool is_empty_in_shared_folder(const fs::path& journal, const struct stat& status, SharedWith group) {
    return status.st_size == 0 && group && status.st_gid == *group && is_shared_folder(journal.parent_path(), group);
}

}  // namespace

Usage usage_of(Access access, const OpenOptions& options) {
    return {access, options.shared_with, options.to_be_shared, options.examines};
}

void check_owner(const fs::path& file, const struct stat& status, const Usage& usage) {
    const bool ours = is_ours(status, usage);
    const bool looks_only = usage.access == Access::read && (usage.examines || ::geteuid() == kRoot);
    if (ours && (!usage.to_be_shared || looks_only)) { return; }
    if (usage.to_be_shared) { return check_shared_by_all(file, status, usage); }
    if (!usage.group || status.st_gid != *usage.group) { refuse_other_owner(file, status); }
    check_lent(file, status, usage.group);
}

void check_journal_owner(const fs::path& journal, const struct stat& status, const Usage& usage) {
    if (is_ours(status, usage) || is_shared_file(journal, status, usage.group) ||
        is_empty_in_shared_folder(journal, status, usage.group)) {
        return;
    }
    throw failure(
        quoted(journal) + ", an interrupted change, belongs to another user, and is not shared as it should be",
        "its owner or root settles it with any command, such as: practice session list");
}

void check_may_look(const fs::path& file, const OpenOptions& options) {
    struct stat status {};
    if (!options.shared_with || ::lstat(file.c_str(), &status) == 0 || errno != EACCES) { return; }
    const auto group = *options.shared_with;
    const auto folder = file.parent_path();
    const bool of_group = ::stat(folder.c_str(), &status) == 0 && status.st_gid == group;
    if (!of_group && !options.to_be_shared) { return; }
    const auto name = name_of_group(group);
    if (!is_in_group(group)) {
        std::string account;
        const bool later = will_be_in_group(group, account);
        throw failure("you are not in the group '" + name + "', which shares " + quoted(file),
                      later ? "you came into it after you had logged in: log in again"
                            : "root adds you: usermod -aG " + name + " " + account + "; then log in again");
    }
    throw failure(quoted(folder) + " is not shared as it should be, with the group '" + name + "'",
                  "root makes it so: install -d -m 2770 -g " + name + " " + quoted(folder));
}

void check_can_be_shared(const fs::path& file, const OpenOptions& options) {
    const auto folder = file.parent_path();
    if (!options.to_be_shared || is_shared_folder(folder, options.shared_with) ||
        look_at(file, "check the path given with --db")) {
        return;
    }
    const auto name = name_of_group(options.shared_with.value_or(0));
    throw failure(
        quoted(folder) + " is not shared with the group '" + name + "', which could not use what is made there",
        "root makes a folder of its own for it: install -d -m 2770 -g " + name + " " + quoted(folder));
}

bool is_ours_to_read(const fs::path& file, SharedWith group) {
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0) { return true; }
    return is_ours(status, {Access::read, group, false, false}) ||
           (is_shared_file(file, status, group) && is_shared_folder(file.parent_path(), group));
}

}  // namespace practice::store
