// SPDX-License-Identifier: MIT
// The user's own configuration (config.yaml): defaults for this person on this machine. The practice's
// settings are another thing (settings_file.h).
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace practice::config {

/// Where a value comes from, for `config list --show-origin`.
enum class Origin { built_in, system, user, file_given, environment };

/// "built in", "system", "user", "--config", "environment".
[[nodiscard]] std::string_view to_string(Origin origin);

inline constexpr std::string_view kYesOrNo = "yes|no";

/// One known key: the same list serves the parser, the help and the manual.
struct Key {
    std::string_view name;      // "professional"
    std::string_view variable;  // "PRACTICE_PROFESSIONAL"; "" when none
    std::string_view built_in;  // its default as text; "" when none
    std::string_view help;
    std::string_view choices = "";  // "full|first|initials|number"; "" for free text
};

/// None of them changes what programs read: formats other than the table for people ignore them.
[[nodiscard]] const std::vector<Key>& keys();

struct Value {
    std::string text;  // checked; empty: unset on purpose ("none")
    Origin origin = Origin::built_in;
    std::string file;  // of system, user, file_given
    int line = 0;
};

/// "36h", "2d", "1w"; nullopt for anything else.
[[nodiscard]] std::optional<std::chrono::hours> read_age(std::string_view text);

class Configuration {
public:
    /// REQUIRES: `key` is one of keys(). Nullopt when unset everywhere and without a built-in value.
    [[nodiscard]] std::optional<std::string> get(std::string_view key) const;
    [[nodiscard]] const Value* find(std::string_view key) const;
    /// What the system's file says, whatever goes before it for this account or this command.
    [[nodiscard]] const Value* find_for_machine(std::string_view key) const;
    void set(std::string_view key, Value value);

private:
    using Values = std::map<std::string, Value, std::less<>>;
    Values values_;
    Values for_machine_;
};

struct Sources {
    /// In order of rising precedence; those that do not exist are passed over.
    std::optional<std::filesystem::path> system_file;
    std::optional<std::filesystem::path> user_file;
    /// --config: must exist.
    std::optional<std::filesystem::path> given_file;
    std::map<std::string, std::string> variables;
};

/// Throws Refusal(settings) with all problems of all files at once: place, nearest key. World-writable
/// files are refused.
[[nodiscard]] Configuration load_configuration(const Sources& sources);

}  // namespace practice::config
