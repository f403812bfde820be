// SPDX-License-Identifier: MIT
// Each kind of entry is a table of keys and where their values go; what is a list or a map is read by a
// function of its own.
#include "config/settings_file.h"

#include <functional>

#include "config/yaml_shape.h"
#include "practice/plain_text.h"

namespace practice::config {
namespace {

Spot spot_of(const YamlNode& node) {
    return {node.line, node.column};
}
Written written(const YamlNode& node) {
    return {node.text, spot_of(node)};
}

template <class Entry>
struct EntryKey {
    std::string_view name;
    Given Entry::*field = nullptr;
    /// Instead of a field: for lists and maps.
    std::function<void(YamlShape&, const YamlNode&, Entry&)> read;
};

template <class Entry>
using EntryKeys = std::vector<EntryKey<Entry>>;

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

/// {"90834": "120.00"}
template <class Entry>
void read_fees(YamlShape& shape, const YamlNode& node, Entry& entry) {
    entry.fees.emplace();
    if (node.kind == YamlNode::Kind::scalar && node.text.empty()) { return; }
    if (!shape.is_map(node, "fees", "fees: {\"90834\": \"120.00\"}")) { return; }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        if (!shape.is_scalar(node.items[i], "a fee", "\"90834\": \"120.00\"")) { continue; }
        entry.fees->push_back({written(node.keys[i]), written(node.items[i])});
    }
}

/// One text for the week, or a map of days.
void read_hours(YamlShape& shape, const YamlNode& node, ProfessionalEntry& entry) {
    constexpr std::string_view example = "hours: {mon-thu: \"09:00-17:00\", fri: \"09:00-13:00\"}";
    entry.hours.emplace();
    if (node.kind == YamlNode::Kind::scalar) {
        entry.hours->push_back({std::nullopt, written(node)});
        return;
    }
    if (!shape.is_map(node, "hours", example)) { return; }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto& value = node.items[i];
        Written spans = written(value);
        if (value.kind == YamlNode::Kind::list) {  // ["09:00-12:00", "13:00-17:00"]
            for (const auto& span : value.items) { spans.text += (spans.text.empty() ? "" : ", ") + span.text; }
        } else if (!shape.is_scalar(value, "the hours of a day", example)) {
            continue;
        }
        entry.hours->push_back({written(node.keys[i]), spans});
    }
}

void read_away(YamlShape& shape, const YamlNode& node, std::vector<TimeOffEntry>& list) {
    constexpr std::string_view example =
        "\"2026-12-24..2027-01-02\" or {from: 2026-12-24, to: 2027-01-02, reason: vacation}";
    TimeOffEntry away;
    if (node.kind == YamlNode::Kind::scalar) {
        const auto dots = node.text.find("..");
        away.from = {node.text.substr(0, dots), spot_of(node)};
        if (dots != std::string::npos) { away.to = Written{node.text.substr(dots + 2), spot_of(node)}; }
        list.push_back(std::move(away));
        return;
    }
    if (!shape.is_map(node, "time off", example)) { return; }
    const auto* from = node.find("from");
    if (from == nullptr) {
        shape.problem(node, "this time off has no 'from'", "write it as " + std::string{example});
        return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto& name = node.keys[i].text;
        if (name != "from" && name != "to" && name != "reason") {
            shape.unknown_key(node.keys[i], {"from", "to", "reason"});
        } else if (shape.is_scalar(node.items[i], name, {})) {
            if (name == "from") { away.from = written(node.items[i]); }
            if (name == "to") { away.to = written(node.items[i]); }
            if (name == "reason") { away.reason = written(node.items[i]); }
        }
    }
    if (from->kind == YamlNode::Kind::scalar) { list.push_back(std::move(away)); }
}

void read_time_off(YamlShape& shape, const YamlNode& node, ProfessionalEntry& entry) {
    entry.time_off.emplace();
    if (node.kind == YamlNode::Kind::scalar && (node.text.empty() || node.text == "none")) { return; }
    if (node.kind != YamlNode::Kind::list) { return read_away(shape, node, *entry.time_off); }
    for (const auto& item : node.items) { read_away(shape, item, *entry.time_off); }
}

/// [lee, orr], or one text with commas.
void read_professionals(YamlShape& shape, const YamlNode& node, ClientEntry& entry) {
    entry.professionals.emplace();
    if (node.kind == YamlNode::Kind::scalar) {
        for (const auto code : split(node.text, ',')) {
            entry.professionals->push_back({std::string{code}, spot_of(node)});
        }
        return;
    }
    if (!shape.is_list(node, "professionals", "professionals: [lee]")) { return; }
    for (const auto& item : node.items) {
        if (shape.is_scalar(item, "a professional", "professionals: [lee]")) {
            entry.professionals->push_back(written(item));
        }
    }
}

/// One, or a list: [lee, orr].
template <std::optional<std::vector<Written>> FeedEntry::*field>
void read_about(YamlShape& shape, const YamlNode& node, FeedEntry& entry) {
    auto& list = (entry.*field).emplace();
    if (node.kind == YamlNode::Kind::scalar) {
        list.push_back(written(node));
    } else if (shape.is_list(node, "what a feed is about", "professional: [lee, orr]")) {
        for (const auto& item : node.items) {
            if (shape.is_scalar(item, "each one", "professional: [lee, orr]")) { list.push_back(written(item)); }
        }
    }
}

/// "tue,thu", or [tue, thu].
void read_on(YamlShape& shape, const YamlNode& node, RecurrenceEntry& entry) {
    Written on = written(node);
    if (node.kind == YamlNode::Kind::list) {
        for (const auto& item : node.items) { on.text += (on.text.empty() ? "" : ",") + item.text; }
    } else if (!shape.is_scalar(node, "on", "on: tue,thu")) {
        return;
    }
    entry.on = std::move(on);
}

void read_rule(YamlShape& shape, const YamlNode& node, RecurrenceEntry& entry) {
    if (!shape.is_scalar(node, "how often it is", "words: every 2 weeks on tue")) { return; }
    if (entry.rule) {
        shape.problem(node, "this recurrence says twice how often it is", "keep one of rule, words and rrule");
    }
    entry.rule = written(node);
}

const EntryKeys<PracticeEntry>& practice_keys() {
    using Entry = PracticeEntry;
    static const EntryKeys<Entry> keys{{"name", &Entry::name, {}},
                                       {"time-zone", &Entry::time_zone, {}},
                                       {"currency", &Entry::currency, {}},
                                       {"week-starts", &Entry::week_starts, {}},
                                       {"slot", &Entry::slot, {}}};
    return keys;
}
const EntryKeys<ProfessionalEntry>& professional_keys() {
    using Entry = ProfessionalEntry;
    static const EntryKeys<Entry> keys{
        {"code", &Entry::code, {}},          {"name", &Entry::name, {}},           {"email", &Entry::email, {}},
        {"phone", &Entry::phone, {}},        {"room", &Entry::room, {}},           {"hours", nullptr, read_hours},
        {"fees", nullptr, read_fees<Entry>}, {"time-off", nullptr, read_time_off}, {"archived", &Entry::archived, {}}};
    return keys;
}
const EntryKeys<RoomEntry>& room_keys() {
    using Entry = RoomEntry;
    static const EntryKeys<Entry> keys{{"name", &Entry::name, {}},         {"kind", &Entry::kind, {}},
                                       {"address", &Entry::address, {}},   {"link", &Entry::link, {}},
                                       {"capacity", &Entry::capacity, {}}, {"archived", &Entry::archived, {}}};
    return keys;
}
const EntryKeys<ServiceEntry>& service_keys() {
    using Entry = ServiceEntry;
    static const EntryKeys<Entry> keys{{"code", &Entry::code, {}},     {"description", &Entry::description, {}},
                                       {"length", &Entry::length, {}}, {"price", &Entry::price, {}},
                                       {"per", &Entry::per, {}},       {"archived", &Entry::archived, {}}};
    return keys;
}
const EntryKeys<RecurrenceEntry>& recurrence_keys() {
    using Entry = RecurrenceEntry;
    static const EntryKeys<Entry> keys{{"name", &Entry::name, {}},        {"rule", nullptr, read_rule},
                                       {"words", nullptr, read_rule},     {"rrule", nullptr, read_rule},
                                       {"every", &Entry::every, {}},      {"on", nullptr, read_on},
                                       {"archived", &Entry::archived, {}}};
    return keys;
}
const EntryKeys<ClientEntry>& client_keys() {
    using Entry = ClientEntry;
    static const EntryKeys<Entry> keys{{"number", &Entry::number, {}},
                                       {"name", &Entry::name, {}},
                                       {"professionals", nullptr, read_professionals},
                                       {"email", &Entry::email, {}},
                                       {"phone", &Entry::phone, {}},
                                       {"fees", nullptr, read_fees<Entry>},
                                       {"note", &Entry::note, {}},
                                       {"time-zone", &Entry::time_zone, {}},
                                       {"archived", &Entry::archived, {}}};
    return keys;
}

const EntryKeys<FeedEntry>& feed_keys() {
    using Entry = FeedEntry;
    static const EntryKeys<Entry> keys{{"name", &Entry::name, {}},
                                       {"file", &Entry::file, {}},
                                       {"privacy", &Entry::privacy, {}},
                                       {"professional", nullptr, read_about<&Entry::professionals>},
                                       {"room", nullptr, read_about<&Entry::rooms>},
                                       {"client", nullptr, read_about<&Entry::clients>},
                                       {"service", nullptr, read_about<&Entry::services>},
                                       {"since", &Entry::since, {}},
                                       {"until", &Entry::until, {}},
                                       {"show-cancelled", &Entry::show_cancelled, {}},
                                       {"per", &Entry::per, {}},
                                       {"mode", &Entry::mode, {}},
                                       {"archived", &Entry::archived, {}}};
    return keys;
}

void read_practice(YamlShape& shape, const YamlNode& node, Settings& settings) {
    constexpr std::string_view example =
        "practice: {name: Lakeside Counseling, time-zone: America/New_York, currency: USD}";
    if (!shape.is_map(node, "practice", example)) { return; }
    settings.practice.emplace();
    read_entry(shape, node, practice_keys(), *settings.practice);
}

void read_sections(YamlShape& shape, const YamlNode& root, Settings& settings) {
    for (std::size_t i = 0; i < root.keys.size(); ++i) {
        const auto& name = root.keys[i].text;
        const auto& node = root.items[i];
        if (name == "practice") {
            read_practice(shape, node, settings);
        } else if (name == "professionals") {
            settings.professionals = read_section(shape, node, professional_keys(), "{code: lee, name: Dana Lee}");
        } else if (name == "rooms") {
            settings.rooms = read_section(shape, node, room_keys(), "{name: Room 1, kind: in-person}");
        } else if (name == "services") {
            settings.services =
                read_section(shape, node, service_keys(), "{code: \"90834\", length: 45, price: \"150.00\"}");
        } else if (name == "recurrences") {
            settings.recurrences =
                read_section(shape, node, recurrence_keys(), "{name: every-6-weeks, every: 6 weeks}");
        } else if (name == "clients") {
            settings.clients = read_section(shape, node, client_keys(), "{name: Anna Smith, professionals: [lee]}");
        } else if (name == "feeds") {
            settings.feeds = read_section(shape, node, feed_keys(), "{name: Lakeside, file: /srv/feeds/lakeside.ics}");
        } else {
            shape.unknown_key(root.keys[i],
                              {"practice", "professionals", "rooms", "services", "recurrences", "clients", "feeds"});
        }
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

void locate(std::vector<Problem>& problems, const SourceText& source) {
    for (auto& problem : problems) {
        if (problem.place && problem.place->file.empty()) {
            problem.place = source.place(problem.place->line, problem.place->column);
        }
    }
}

}  // namespace practice::config
