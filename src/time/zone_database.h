// SPDX-License-Identifier: MIT
// The time zones of this system: its IANA names, and one zone's offsets loaded when it is asked for.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/time_zone.h"

namespace practice::time {

/// Reads the system's tzdata ($TZDIR, else /usr/share/zoneinfo). Not for several threads at once.
class ZoneDatabase : public TimeZones {
public:
    /// Null also when the name is known but its data is missing or broken.
    [[nodiscard]] const TimeZone* find(std::string_view iana_name) const override;
    [[nodiscard]] std::vector<std::string> names() const override;
    /// "2026f"; empty when the system does not say. Offsets computed under another one may be stale.
    [[nodiscard]] std::string version() const;

private:
    struct Catalog {
        std::string version;
        std::vector<std::string> names;  // ascending
    };
    [[nodiscard]] static Catalog read_catalog();
    [[nodiscard]] const Catalog& catalog() const;

    mutable std::optional<Catalog> catalog_;
    /// Also remembers what could not be loaded. A map keeps its values where they are.
    mutable std::map<std::string, std::optional<TimeZone>, std::less<>> zones_;
};

}  // namespace practice::time
