// SPDX-License-Identifier: MIT
// cctz takes paths, "localtime" and names of its own for zones, and answers UTC where it fails. So a name
// is looked for in tzdata's own list before cctz hears of it.
#include "time/zone_database.h"

#include <cctz/time_zone.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace practice::time {
namespace {

using std::chrono::seconds;

std::string read_data_file(std::string_view name) {
    const char* directory = std::getenv("TZDIR");
    std::string path = directory != nullptr && *directory != '\0' ? directory : "/usr/share/zoneinfo";
    path += '/';
    path += name;
    std::ifstream file{path, std::ios::binary | std::ios::ate};
    const auto size = file ? static_cast<std::streamoff>(file.tellg()) : 0;
    std::string text(size > 0 ? static_cast<std::size_t>(size) : 0, '\0');
    file.seekg(0).read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return text;
}

/// The `index`th field (from 0) of a line, fields being separated by `separator`.
std::string_view field(std::string_view line, char separator, int index) {
    for (; index > 0; --index) {
        const auto end = line.find(separator);
        if (end == std::string_view::npos) { return {}; }
        line.remove_prefix(end + 1);
    }
    return line.substr(0, line.find(separator));
}

template <class Take>
void each_line(std::string_view text, Take take) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

seconds as_if_utc(const cctz::civil_second& time) {
    return seconds{time - cctz::civil_second{}};
}

/// cctz lists 400 years of changes behind the last one in the data, as TimeZone wants them.
TimeZone to_value(std::string_view name, const cctz::time_zone& zone) {
    auto at = cctz::time_point<cctz::seconds>::min();
    const seconds first{zone.lookup(at).offset};
    seconds offset = first;
    std::vector<TimeZone::Transition> transitions;
    for (cctz::time_zone::civil_transition change; zone.next_transition(at, &change);) {
        at = cctz::time_point<cctz::seconds>{as_if_utc(change.from) - offset};
        const auto changed = offset + (as_if_utc(change.to) - as_if_utc(change.from));
        if (changed != offset) { transitions.push_back({Instant{at.time_since_epoch()}, changed}); }
        offset = changed;
    }
    return TimeZone{std::string{name}, first, std::move(transitions)};
}

}  // namespace

ZoneDatabase::Catalog ZoneDatabase::read_catalog() {
    Catalog catalog;
    const auto add = [&catalog](std::string_view name) {
        // "Factory" stands for a clock that nobody has set.
        if (!name.empty() && name != "Factory") { catalog.names.emplace_back(name); }
    };
    each_line(read_data_file("tzdata.zi"), [&](std::string_view line) {
        constexpr std::string_view version = "# version ";
        if (line.starts_with(version)) { catalog.version = line.substr(version.size()); }
        if (line.starts_with("Z ")) { add(field(line, ' ', 1)); }
        if (line.starts_with("L ")) { add(field(line, ' ', 2)); }
    });
    if (catalog.names.empty()) {  // some systems come without it
        for (const auto* table : {"zone1970.tab", "zone.tab"}) {
            each_line(read_data_file(table), [&](std::string_view line) {
                if (!line.starts_with('#')) { add(field(line, '\t', 2)); }
            });
        }
        if (!catalog.names.empty()) {
            add("UTC");
            add("Etc/UTC");
        }
    }
    auto& names = catalog.names;
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return catalog;
}

const ZoneDatabase::Catalog& ZoneDatabase::catalog() const {
    if (!catalog_) { catalog_ = read_catalog(); }
    return *catalog_;
}

std::vector<std::string> ZoneDatabase::names() const {
    return catalog().names;
}

std::string ZoneDatabase::version() const {
    return catalog().version;
}

const TimeZone* ZoneDatabase::find(std::string_view iana_name) const {
    const auto known = zones_.find(iana_name);
    if (known != zones_.end()) { return known->second ? &*known->second : nullptr; }
    const auto& names = catalog().names;
    // UTC needs no data.
    if (iana_name != "UTC" && !std::binary_search(names.begin(), names.end(), iana_name)) { return nullptr; }
    std::optional<TimeZone> loaded;
    cctz::time_zone zone;
    if (cctz::load_time_zone(std::string{iana_name}, &zone)) { loaded = to_value(iana_name, zone); }
    const auto& kept = zones_.emplace(iana_name, std::move(loaded)).first->second;
    return kept ? &*kept : nullptr;
}

}  // namespace practice::time
