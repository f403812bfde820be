// SPDX-License-Identifier: MIT
#include "config/configuration.h"

#include <algorithm>

#include "config/yaml_shape.h"
#include "practice/keyword.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::config {
namespace {

std::string joined_choices(std::string_view choices) {
    std::string out;
    for (const auto choice : split(choices, '|')) { out += (out.empty() ? "" : ", ") + std::string{choice}; }
    return out;
}

constexpr std::string_view kBackupAge = "backup-age";
constexpr std::string_view kShareWithGroup = "share-with-group";

bool is_path(const Key& key) {
    return key.name == "database" || key.name == "backup-folder";
}

/// A value checked: its text, or what is wrong with it.
struct Checked {
    std::string text;
    std::string message;  // empty: nothing is wrong
    std::string hint;
};

Checked checked_choice(const Key& key, std::string_view text) {
    std::string word = small_letters(trimmed(text));
    if (key.choices == kYesOrNo) {
        if (word == "true" || word == "on") { word = "yes"; }
        if (word == "false" || word == "off") { word = "no"; }
    }
    std::vector<std::string> choices;
    for (const auto choice : split(key.choices, '|')) { choices.emplace_back(choice); }
    if (std::find(choices.begin(), choices.end(), word) != choices.end()) { return {word, {}, {}}; }
    const auto meant = nearest(word, choices, 1);
    return {{},
            std::string{key.name} + " cannot be " + quoted(text),
            meant.empty() ? "use one of " + joined_choices(key.choices) : "did you mean " + meant.front() + "?"};
}

Checked checked(const Key& key, std::string_view text, const std::map<std::string, std::string>& variables) {
    const auto value = trimmed(text);
    if (value.empty() || says_none(value)) { return {}; }
    if (const auto bad = first_bad_character(text)) {
        return {{}, "the value of " + std::string{key.name} + " " + bad->what, {}};
    }
    if (!key.choices.empty()) { return checked_choice(key, value); }
    if (key.name == kBackupAge && !read_age(value)) {
        return {{}, "backup-age cannot be " + quoted(value), "use a number of hours, days or weeks: 36h, 2d, 1w"};
    }
    if (is_path(key) && value.starts_with("~/")) {
        const auto home = variables.find("HOME");
        if (home != variables.end() && home->second.starts_with('/')) {
            return {home->second + std::string{value.substr(1)}, {}, {}};
        }
    }
    return {std::string{value}, {}, {}};
}

/// Reads one file into `configuration`; what is wrong goes to `problems`.
class FileReader {
public:
    FileReader(const Sources& sources, Configuration& configuration, std::vector<Problem>& problems)
        : sources_{sources}, configuration_{configuration}, problems_{problems} {}

    void read(const std::optional<std::filesystem::path>& file, Origin origin) {
        if (!file) { return; }
        std::error_code ignored;
        const bool missing = std::filesystem::status(*file, ignored).type() == std::filesystem::file_type::not_found;
        if (missing && origin != Origin::file_given) { return; }
        try {
            const SourceText source{file->string(), read_text_file(*file, kLargestTextFile, true)};
            if (const auto root = read_yaml(source)) { take(source, *root, origin); }
        } catch (const Refusal& refusal) {
            problems_.insert(problems_.end(), refusal.problems().begin(), refusal.problems().end());
        }
    }

private:
    void take(const SourceText& source, const YamlNode& root, Origin origin) {
        YamlShape shape{source, problems_};
        if (!shape.is_map(root, "the configuration", "'professional: lee'")) { return; }
        for (std::size_t i = 0; i < root.keys.size(); ++i) {
            const auto& name = root.keys[i];
            const auto& node = root.items[i];
            const auto key =
                std::find_if(keys().begin(), keys().end(), [&](const Key& k) { return k.name == name.text; });
            if (key == keys().end()) {
                shape.unknown_key(name, key_names());
            } else if (shape.is_scalar(node, name.text, {})) {
                take(shape, *key, node, origin, source.file());
            }
        }
    }
    void take(YamlShape& shape, const Key& key, const YamlNode& node, Origin origin, const std::string& file) {
        auto value = checked(key, node.text, sources_.variables);
        if (value.message.empty() && is_path(key) && !value.text.empty() && !value.text.starts_with('/')) {
            value.message = (key.name == "database" ? "the database" : std::string{key.name}) +
                            " must be a full path here, not " + practice::quoted(value.text);
            value.hint = "begin it with / or ~/";
        }
        if (key.name == kShareWithGroup && origin != Origin::system && !value.text.empty()) {
            value.message = "share-with-group is for the whole machine, not for one account";
            value.hint = "write it into /etc/xdg/practice/config.yaml";
        }
        if (!value.message.empty()) { return shape.problem(node, value.message, value.hint); }
        configuration_.set(key.name, {value.text, origin, file, node.line});
    }
    static std::vector<std::string> key_names() {
        std::vector<std::string> names;
        for (const auto& key : keys()) { names.emplace_back(key.name); }
        return names;
    }

    const Sources& sources_;
    Configuration& configuration_;
    std::vector<Problem>& problems_;
};

void read_variables(const Sources& sources, Configuration& configuration, std::vector<Problem>& problems) {
    for (const auto& key : keys()) {
        const auto variable = sources.variables.find(std::string{key.variable});
        if (key.variable.empty() || variable == sources.variables.end() || variable->second.empty()) { continue; }
        const auto value = checked(key, variable->second, sources.variables);
        if (value.message.empty()) {
            configuration.set(key.name, {value.text, Origin::environment, {}, 0});
        } else {
            problems.push_back({"the variable " + std::string{key.variable} + " is wrong: " + value.message,
                                value.hint,
                                std::nullopt,
                                {}});
        }
    }
}

}  // namespace

const std::vector<Key>& keys() {
    static const std::vector<Key> list{
        {"professional", "PRACTICE_PROFESSIONAL", "", "who you are: the professional that is meant when none is named"},
        {"room", "PRACTICE_ROOM", "", "the room when neither you nor the professional names one"},
        {"service", "PRACTICE_SERVICE", "", "the service of a session when none is named"},
        {"database", "PRACTICE_DB", "", "the file that holds the practice"},
        {"time-format", "PRACTICE_TIME_FORMAT", "24", "how times are shown in the calendar", "24|12"},
        {"names", "PRACTICE_NAMES", "full", "how clients are named in the calendar", "full|first|initials|number"},
        {"color", "PRACTICE_COLOR", "auto", "colour on a terminal", "auto|always|never"},
        {"pager", "PRACTICE_PAGER", "", "the program that shows long answers; 'cat' for none"},
        {"completion-client-names", "PRACTICE_COMPLETION_CLIENT_NAMES", "no",
         "whether the shell may complete client names", kYesOrNo},
        {"backup-folder", "PRACTICE_BACKUP_FOLDER", "", "the folder of backups that 'practice doctor' looks into"},
        {kShareWithGroup, "", "", "the group of accounts that share the practice; for the whole machine only"},
        {kBackupAge, "PRACTICE_BACKUP_AGE", "2d", "how old the newest backup in it may be: 36h, 2d, 1w"},
    };
    return list;
}

std::optional<std::chrono::hours> read_age(std::string_view text) {
    constexpr std::size_t most_digits = 4;
    const auto word = keyword(text);
    const auto end = std::min(word.find_first_not_of("0123456789"), word.size());
    if (end == 0 || end > most_digits) { return std::nullopt; }
    const auto unit = trimmed(std::string_view{word}.substr(end));
    constexpr int hours_a_day = 24;
    constexpr int hours_a_week = 7 * hours_a_day;
    const int hours = unit == "h" ? 1 : unit == "d" ? hours_a_day : unit == "w" ? hours_a_week : 0;
    const int number = std::stoi(word.substr(0, end));
    if (hours == 0 || number == 0) { return std::nullopt; }
    return std::chrono::hours{number * hours};
}

std::string_view to_string(Origin origin) {
    switch (origin) {
        case Origin::built_in: return "built in";
        case Origin::system: return "system";
        case Origin::user: return "user";
        case Origin::file_given: return "--config";
        case Origin::environment: return "environment";
    }
    return "built in";
}

std::optional<std::string> Configuration::get(std::string_view key) const {
    const auto* value = find(key);
    if (value == nullptr || value->text.empty()) { return std::nullopt; }
    return value->text;
}

const Value* Configuration::find(std::string_view key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? nullptr : &found->second;
}

const Value* Configuration::find_for_machine(std::string_view key) const {
    const auto found = for_machine_.find(key);
    return found == for_machine_.end() ? nullptr : &found->second;
}

void Configuration::set(std::string_view key, Value value) {
    if (value.origin == Origin::system) { for_machine_.insert_or_assign(std::string{key}, value); }
    values_.insert_or_assign(std::string{key}, std::move(value));
}

Configuration load_configuration(const Sources& sources) {
    Configuration configuration;
    std::vector<Problem> problems;
    for (const auto& key : keys()) {
        if (!key.built_in.empty()) {
            configuration.set(key.name, {std::string{key.built_in}, Origin::built_in, {}, 0});
        }
    }
    FileReader reader{sources, configuration, problems};
    reader.read(sources.system_file, Origin::system);
    reader.read(sources.user_file, Origin::user);
    reader.read(sources.given_file, Origin::file_given);
    read_variables(sources, configuration, problems);
    if (!problems.empty()) { throw Refusal{RefusalKind::settings, std::move(problems)}; }
    return configuration;
}

}  // namespace practice::config
