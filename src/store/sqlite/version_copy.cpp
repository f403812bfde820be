// SPDX-License-Identifier: MIT
#include "store/sqlite/version_copy.h"

#include <string>

#include "practice/refusal.h"
#include "store/sqlite/backup.h"
#include "store/sqlite/connection.h"

namespace practice::store {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_copy(const fs::path& file) {
    throw Refusal{
        RefusalKind::failure,
        "'" + file.string() + "' is of an older version, and no copy of it could be made before it is changed",
        "make room, and its folder writable for you, then try again; nothing was changed"};
}

}  // namespace

fs::path copy_of_version(const fs::path& file, std::int64_t version) {
    return file.string() + ".version-" + std::to_string(version);
}

std::unique_ptr<NewFile> proved_copy(Database& database) {
    const auto& file = database.file();
    if (file.empty()) { return nullptr; }
    try {
        auto copy = std::make_unique<NewFile>(file.parent_path(), database.connection().shared_with());
        const auto holds = summarize(database);
        copy_into(database, copy->path());
        if (!is_sound_copy(copy->path(), holds)) { cannot_copy(file); }
        return copy;
    } catch (const Refusal&) { cannot_copy(file); }
}

void keep_copy(NewFile& copy, const fs::path& file, std::int64_t version) {
    try {
        copy.keep_as(copy_of_version(file, version), Existing::replaced);
    } catch (const Refusal&) { cannot_copy(file); }
}

std::optional<std::int64_t> version_left_behind(Database& database) {
    const auto version = database.connection().version_before();
    return version > 0 ? std::optional{version} : std::nullopt;
}

}  // namespace practice::store
