// SPDX-License-Identifier: MIT
#include "config/settings_file.h"

#include <algorithm>

#include "config/settings_keys.h"
#include "practice/plain_text.h"

namespace practice::config {
namespace {

template <class Entry>
void read_entry(YamlShape& shape, const YamlNode& map, const EntryKeys<Entry>& keys, Entry& entry) {
    entry.spot = spot_of(map);
    for (std::size_t i = 0; i < map.keys.size(); ++i) {
        const auto& value = map.items[i];
        const EntryKey<Entry>* known = nullptr;
        for (const auto& key : keys) {
            if (key.name == map.keys[i].text) { known = &key; }
        }
        if (known == nullptr) {
            std::vector<std::string> valid;
            for (const auto& key : keys) { valid.emplace_back(key.name); }
            shape.unknown_key(map.keys[i], valid);
            entry.incomplete = true;
        } else if (known->field == nullptr) {
            known->read(shape, value, entry);
        } else if (shape.is_scalar(value, known->name, {})) {
            entry.*(known->field) = written(value);
        }
    }
}

template <class Entry>
std::vector<Entry> read_section(YamlShape& shape, const YamlNode& node, const EntryKeys<Entry>& keys,
                                std::string_view example) {
    std::vector<Entry> entries;
    const bool nothing = node.kind == YamlNode::Kind::scalar && node.text.empty();
    if (nothing || !shape.is_list(node, "this section", "- " + std::string{example})) { return entries; }
    entries.reserve(node.items.size());
    for (const auto& item : node.items) {
        if (shape.is_map(item, "each entry", example)) { read_entry(shape, item, keys, entries.emplace_back()); }
    }
    return entries;
}

struct Section {
    std::string_view name;
    std::string_view help;
    bool is_list = true;
    /// An entry has one of these at least.
    std::vector<std::string_view> known_by;
    std::vector<KeyShape> keys;
    void (*read)(YamlShape&, const YamlNode&, Settings&) = nullptr;
};

void read_practice(YamlShape& shape, const YamlNode& node, Settings& settings) {
    constexpr std::string_view example =
        "practice: {name: Lakeside Counseling, time-zone: America/New_York, currency: USD}";
    if (!shape.is_map(node, "practice", example)) { return; }
    settings.practice.emplace();
    read_entry(shape, node, practice_keys(), *settings.practice);
}
void read_professionals(YamlShape& shape, const YamlNode& node, Settings& settings) {
    settings.professionals = read_section(shape, node, professional_keys(), "{code: lee, name: Dana Lee}");
}
void read_rooms(YamlShape& shape, const YamlNode& node, Settings& settings) {
    settings.rooms = read_section(shape, node, room_keys(), "{name: Room 1, kind: in-person}");
}
void read_services(YamlShape& shape, const YamlNode& node, Settings& settings) {
    settings.services = read_section(shape, node, service_keys(), "{code: \"90834\", length: 45, price: \"150.00\"}");
}
void read_recurrences(YamlShape& shape, const YamlNode& node, Settings& settings) {
    settings.recurrences = read_section(shape, node, recurrence_keys(), "{name: every-6-weeks, every: 6 weeks}");
}
void read_clients(YamlShape& shape, const YamlNode& node, Settings& settings) {
    settings.clients = read_section(shape, node, client_keys(), "{name: Anna Smith, professionals: [lee]}");
}
void read_feeds(YamlShape& shape, const YamlNode& node, Settings& settings) {
    settings.feeds = read_section(shape, node, feed_keys(), "{name: Lakeside, file: /srv/feeds/lakeside.ics}");
}

template <class Entry>
std::vector<KeyShape> shapes(const EntryKeys<Entry>& keys) {
    return {keys.begin(), keys.end()};
}

const std::vector<Section>& sections() {
    static const std::vector<Section> list{
        {"practice", "the practice itself", false, {}, shapes(practice_keys()), read_practice},
        {"professionals", "who gives sessions", true, {"code"}, shapes(professional_keys()), read_professionals},
        {"rooms", "where sessions are, in person or virtual", true, {"name"}, shapes(room_keys()), read_rooms},
        {"services", "what is charged", true, {"code"}, shapes(service_keys()), read_services},
        {"recurrences", "rules with a name", true, {"name"}, shapes(recurrence_keys()), read_recurrences},
        {"clients", "who receives sessions", true, {"number", "name"}, shapes(client_keys()), read_clients},
        {"feeds",
         "calendar files that 'practice export feeds' writes",
         true,
         {"name"},
         shapes(feed_keys()),
         read_feeds},
    };
    return list;
}

void read_sections(YamlShape& shape, const YamlNode& root, Settings& settings) {
    for (std::size_t i = 0; i < root.keys.size(); ++i) {
        const auto section = std::ranges::find(sections(), root.keys[i].text, &Section::name);
        if (section != sections().end()) {
            section->read(shape, root.items[i], settings);
            continue;
        }
        std::vector<std::string> names;
        for (const auto& known : sections()) { names.emplace_back(known.name); }
        shape.unknown_key(root.keys[i], names);
    }
}

}  // namespace

SettingsFile read_settings(const SourceText& source) {
    SettingsFile file;
    YamlShape shape{source, file.problems};
    const auto root = read_yaml(source);
    if (!root) {
        file.problems.push_back(
            {"the file is empty", "see 'practice apply --help' for what belongs into it", source.place(1, 1), {}});
    } else if (shape.is_map(*root, "the file", "'practice: {name: Lakeside Counseling}'")) {
        read_sections(shape, *root, file.settings);
    }
    return file;
}

std::vector<SectionShape> settings_shape() {
    std::vector<SectionShape> shapes;
    for (const auto& section : sections()) {
        shapes.push_back({section.name, section.help, section.is_list, section.known_by, section.keys});
    }
    return shapes;
}

void locate(std::vector<Problem>& problems, const SourceText& source) {
    for (auto& problem : problems) {
        if (problem.place && problem.place->file.empty()) {
            problem.place = source.place(problem.place->line, problem.place->column);
        }
    }
}

}  // namespace practice::config
