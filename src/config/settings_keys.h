// SPDX-License-Identifier: MIT
// The keys of each section of a settings file: what is read, by what, and what it is for. The only list of them.
#pragma once

#include <functional>
#include <vector>

#include "config/settings_shape.h"
#include "config/yaml_shape.h"
#include "practice/settings/settings.h"

namespace practice::config {

template <class Entry>
struct EntryKey : KeyShape {
    Given Entry::*field = nullptr;
    /// Instead of a field: for lists and maps.
    std::function<void(YamlShape&, const YamlNode&, Entry&)> read = {};
};

template <class Entry>
using EntryKeys = std::vector<EntryKey<Entry>>;

[[nodiscard]] Spot spot_of(const YamlNode& node);
[[nodiscard]] Written written(const YamlNode& node);

[[nodiscard]] const EntryKeys<PracticeEntry>& practice_keys();
[[nodiscard]] const EntryKeys<ProfessionalEntry>& professional_keys();
[[nodiscard]] const EntryKeys<RoomEntry>& room_keys();
[[nodiscard]] const EntryKeys<ServiceEntry>& service_keys();
[[nodiscard]] const EntryKeys<RecurrenceEntry>& recurrence_keys();
[[nodiscard]] const EntryKeys<ClientEntry>& client_keys();
[[nodiscard]] const EntryKeys<FeedEntry>& feed_keys();

}  // namespace practice::config
