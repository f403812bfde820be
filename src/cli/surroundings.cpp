// SPDX-License-Identifier: MIT
#include "cli/surroundings.h"

#include <filesystem>

#include "practice/keyword.h"
#include "practice/plain_text.h"

namespace practice::cli {
namespace {

std::string absolute_or_empty(const std::optional<std::string>& folder) {
    return folder && folder->starts_with('/') ? *folder : std::string{};
}

std::string home_folder(const Environment& environment, const std::string& xdg, const std::string& below_home) {
    const auto folder = absolute_or_empty(environment.variable(xdg));
    if (!folder.empty()) { return folder; }
    const auto home = absolute_or_empty(environment.variable("HOME"));
    return home.empty() ? home : home + below_home;
}

/// The first folder of XDG_CONFIG_DIRS that has a configuration of practice, else the first.
std::string system_file(const Environment& environment) {
    constexpr std::string_view name = "/practice/config.yaml";
    std::string first;
    const auto folders = environment.variable("XDG_CONFIG_DIRS").value_or("/etc/xdg");
    for (const auto folder : split(folders, ':')) {
        if (!folder.starts_with('/')) { continue; }
        const auto file = std::string{folder} + std::string{name};
        std::error_code ignored;
        if (std::filesystem::exists(file, ignored)) { return file; }
        if (first.empty()) { first = file; }
    }
    return first;
}

}  // namespace

config::Sources configuration_sources(const Arguments& arguments, const Environment& environment) {
    config::Sources sources;
    sources.variables = environment.variables;
    if (!arguments.has("--no-config")) {
        if (const auto file = system_file(environment); !file.empty()) { sources.system_file = file; }
        const auto folder = home_folder(environment, "XDG_CONFIG_HOME", "/.config");
        if (!folder.empty()) { sources.user_file = folder + "/practice/config.yaml"; }
        if (const auto given = arguments.value("--config")) { sources.given_file = *given; }
    }
    return sources;
}

std::string database_file(const Arguments& arguments, const config::Configuration& configuration,
                          const Environment& environment) {
    if (const auto given = arguments.value("--db")) { return *given; }
    if (const auto configured = configuration.get("database")) { return *configured; }
    const auto folder = home_folder(environment, "XDG_DATA_HOME", "/.local/share");
    if (folder.empty()) {
        throw Refusal{RefusalKind::failure, "there is no home folder to keep the database in",
                      "set HOME to a full path, or name the file with --db FILE"};
    }
    return folder + "/practice/practice.db";
}

std::string database_named_by(const Arguments& arguments, const config::Configuration& configuration) {
    if (arguments.has("--db")) { return "--db"; }
    const auto* value = configuration.find("database");
    if (value == nullptr || value->text.empty()) { return {}; }
    if (value->origin == config::Origin::environment) { return "PRACTICE_DB"; }
    return "the configuration '" + value->file + "'";
}

bool allows_network_filesystem(const Environment& environment) {
    const auto value = keyword(environment.variable("PRACTICE_ALLOW_NETWORK_FS").value_or(""));
    return !value.empty() && value != "0" && value != "no" && value != "false" && value != "off";
}

Instant present(const Environment& environment, const TimeZone* zone) {
    const auto fixed = environment.variable("PRACTICE_NOW");
    if (!fixed) { return environment.clock(); }
    try {
        const auto when = text::parse_when(*fixed, text::Now{});
        if (when.instant) { return *when.instant; }
        if (!when.date) { throw misuse("a date is missing"); }
        const LocalTime local = *when.date + when.time.value_or(TimeOfDay{0});
        return zone != nullptr ? zone->to_instant(local) : Instant{local.time_since_epoch()};
    } catch (const Refusal&) {
        throw misuse("PRACTICE_NOW is not a date and time", "set it to a time such as 2026-11-23T09:00, or unset it");
    }
}

void learn_present(Context& context) {
    context.now = present(context.environment, context.practice ? &context.zone() : nullptr);
}

}  // namespace practice::cli
