// SPDX-License-Identifier: MIT
#include "app/database/same_file.h"

#include <filesystem>
#include <system_error>

namespace practice::app {

bool is_same_file(const std::string& one, const std::string& other) {
    std::error_code none;
    if (std::filesystem::equivalent(one, other, none) && !none) { return true; }
    const auto plain = [&](const std::string& name) {
        return std::filesystem::absolute(name, none).lexically_normal();
    };
    return plain(one) == plain(other);
}

}  // namespace practice::app
