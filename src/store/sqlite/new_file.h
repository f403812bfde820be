// SPDX-License-Identifier: MIT
// A file that comes into being whole: made under a random name, filled by somebody, then given its name.
#pragma once

#include <filesystem>
#include <functional>

#include "store/sqlite/sharing.h"

namespace practice::store {

/// What becomes of a file that has the name already.
enum class Existing { kept, empty_replaced, replaced };

/// Whether nothing has that name, or a file of one's own with 0 bytes, which is as good.
[[nodiscard]] bool is_free(const std::filesystem::path& name);

/// An empty file in a folder that nobody else may read (0600), or those only who share the folder (0660). Gone at the
/// end, unless it was given a name.
class NewFile {
public:
    /// Also removes what killed programs left in the folder a day before, or longer. Throws Refusal(failure).
    explicit NewFile(const std::filesystem::path& folder, SharedWith group = std::nullopt);
    ~NewFile();
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    /// Makes it durable under this name, in its folder. Throws Refusal(failure); unless it is replaced, also when
    /// there is something of that name, whenever it came.
    void keep_as(const std::filesystem::path& name, Existing existing);
    /// Durable under a name that nothing has, in its folder: `next` is asked again as long as somebody else is faster.
    /// Returns the name. Throws Refusal(failure).
    std::filesystem::path keep_as_next(const std::function<std::filesystem::path()>& next);
    /// Whether it has its name, even where keep_as() then threw because the disk could not be relied on.
    [[nodiscard]] bool kept() const { return kept_; }

private:
    void make_durable(const std::filesystem::path& name) const;
    void settle(const std::filesystem::path& name);

    std::filesystem::path path_;
    bool kept_ = false;
};

/// Throws Refusal(failure): there is a file of that name already.
[[noreturn]] void refuse_existing(const std::filesystem::path& name);

}  // namespace practice::store
