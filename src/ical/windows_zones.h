// SPDX-License-Identifier: MIT
// Time zones by the names that Windows has for them.
#pragma once

#include <span>
#include <string_view>

namespace practice::ical {

struct WindowsZone {
    std::string_view windows_name;  // in small letters
    std::string_view iana_name;
};

/// All of them.
[[nodiscard]] std::span<const WindowsZone> windows_zones();
/// "America/New_York" for "Eastern Standard Time", without case; empty for a name that Windows does not have.
[[nodiscard]] std::string_view zone_of_windows_name(std::string_view name);

}  // namespace practice::ical
