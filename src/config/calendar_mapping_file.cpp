// SPDX-License-Identifier: MIT
#include "config/calendar_mapping_file.h"

#include <functional>

#include "config/yaml_shape.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"

namespace practice::config {
namespace {

bool is_nothing(const YamlNode& node) {
    return node.kind == YamlNode::Kind::scalar && node.text.empty();
}

class MappingReader {
public:
    explicit MappingReader(const SourceText& source) : source_{source}, shape_{source, problems_} {}

    CalendarMapping read() {
        if (const auto root = read_yaml(source_)) { read_root(*root); }
        if (!problems_.empty()) { throw Refusal{RefusalKind::settings, std::move(problems_)}; }
        return std::move(mapping_);
    }

private:
    using Read = std::function<void(const YamlNode&)>;
    using Keys = std::vector<std::pair<std::string, Read>>;

    Read text(std::string& target, const std::string& what) {
        return [this, &target, what](const YamlNode& node) {
            if (shape_.is_scalar(node, what, {})) { target = node.text; }
        };
    }
    Read list(std::vector<std::string>& target, const std::string& what) {
        return [this, &target, what](const YamlNode& node) { target = texts(node, what); };
    }
    Read table(Translations& target, const std::string& what, const std::string& example) {
        return [this, &target, what, example](const YamlNode& node) {
            if (is_nothing(node) || !shape_.is_map(node, what, example)) { return; }
            for (std::size_t i = 0; i < node.keys.size(); ++i) {
                // Several of them, in a list, are told apart by semicolons.
                std::string meant;
                for (const auto& one : texts(node.items[i], what)) { meant += (meant.empty() ? "" : ";") + one; }
                target[small_letters(trimmed(node.keys[i].text))] = meant;
            }
        };
    }

    /// One text, or a list of them.
    std::vector<std::string> texts(const YamlNode& node, const std::string& what) {
        if (is_nothing(node)) { return {}; }
        if (node.kind == YamlNode::Kind::scalar) { return {node.text}; }
        std::vector<std::string> found;
        if (!shape_.is_list(node, what, {})) { return found; }
        for (const auto& item : node.items) {
            if (shape_.is_scalar(item, what, {})) { found.push_back(item.text); }
        }
        return found;
    }

    void read_keys(const YamlNode& map, const Keys& keys) {
        for (std::size_t i = 0; i < map.keys.size(); ++i) {
            const Read* known = nullptr;
            for (const auto& [name, read] : keys) {
                if (name == map.keys[i].text) { known = &read; }
            }
            if (known != nullptr) {
                (*known)(map.items[i]);
                continue;
            }
            std::vector<std::string> names;
            for (const auto& [name, read] : keys) { names.push_back(name); }
            shape_.unknown_key(map.keys[i], names);
        }
    }

    void read_patterns(const YamlNode& node) {
        for (const auto& pattern : texts(node, "summary")) {
            try {
                mapping_.patterns.emplace_back(pattern);
            } catch (const Refusal& refusal) {
                const auto& wrong = refusal.problems().front();
                shape_.problem(node, wrong.message, wrong.hint);
            }
        }
    }

    void read_location(const YamlNode& node) {
        if (!shape_.is_scalar(node, "location", "location: room")) { return; }
        mapping_.location_is_room = is_keyword(node.text, "room");
        if (!mapping_.location_is_room && !says_none(node.text)) {
            shape_.problem(node, practice::quoted(node.text) + " is not what a place can be", "use room or none");
        }
    }

    void read_leave_out(const YamlNode& node, bool& target) {
        if (!shape_.is_scalar(node, "leave-out", "leave-out: yes")) { return; }
        const auto word = keyword(node.text);
        target = word == "yes" || word == "true";
        if (!target && word != "no" && word != "false") {
            shape_.problem(node, practice::quoted(node.text) + " is neither yes nor no", "leave-out: yes");
        }
    }

    void read_events(const YamlNode& node) {
        constexpr std::string_view example = "- {summary: Lunch, leave-out: yes}";
        if (is_nothing(node) || !shape_.is_list(node, "events", example)) { return; }
        for (const auto& item : node.items) {
            if (!shape_.is_map(item, "each of the events", example)) { continue; }
            EventRule rule;
            read_keys(item, {{"summary", text(rule.summary, "summary")},
                             {"leave-out", [&](const YamlNode& value) { read_leave_out(value, rule.leave_out); }},
                             {"professional", text(rule.professional, "professional")},
                             {"client", list(rule.clients, "client")},
                             {"clients", list(rule.clients, "clients")},
                             {"service", list(rule.services, "service")},
                             {"room", text(rule.room, "room")}});
            if (rule.summary.empty()) {
                shape_.problem(item, "this entry does not say which events it is about", std::string{example});
            }
            mapping_.events.push_back(std::move(rule));
        }
    }

    void read_root(const YamlNode& root) {
        if (!shape_.is_map(root, "a mapping file", "professional: lee")) { return; }
        read_keys(root,
                  {{"professional", text(mapping_.professional, "professional")},
                   {"service", list(mapping_.services, "service")},
                   {"room", text(mapping_.room, "room")},
                   {"professionals", table(mapping_.professionals, "professionals", "professionals: {Work: lee}")},
                   {"summary", [this](const YamlNode& node) { read_patterns(node); }},
                   {"clients", table(mapping_.clients, "clients", "clients: {AS: Anna Smith}")},
                   {"services", table(mapping_.service_words, "services", "services: {intake: \"90791\"}")},
                   {"rooms", table(mapping_.rooms, "rooms", "rooms: {\"12 Shore Rd\": Room 1}")},
                   {"location", [this](const YamlNode& node) { read_location(node); }},
                   {"events", [this](const YamlNode& node) { read_events(node); }}});
    }

    const SourceText& source_;
    std::vector<Problem> problems_;
    YamlShape shape_;
    CalendarMapping mapping_;
};

}  // namespace

CalendarMapping read_calendar_mapping(const SourceText& source) {
    return MappingReader{source}.read();
}

}  // namespace practice::config
