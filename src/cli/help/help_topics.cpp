// SPDX-License-Identifier: MIT
#include "cli/help/help_topics.h"

#include <fmt/format.h>

#include "cli/help/environment_variables.h"
#include "cli/help/help.h"
#include "cli/line/exit_code.h"
#include "config/configuration.h"

namespace practice::cli {
namespace {

constexpr std::string_view kExitCodesTopic = "exit-codes";
constexpr std::string_view kEnvironmentTopic = "environment";

std::string exit_codes() {
    std::string text = "Exit codes\n\n";
    for (const auto& row : kExitCodes) {
        text += fmt::format("  {:>3}  {:<14} {}\n", static_cast<int>(row.code), row.name, row.meaning);
    }
    return text + "\nThe name is the \"code\" of an error with --json.\n";
}

std::string environment() {
    std::string text = "Environment variables\n\n";
    const auto add = [&text](std::string_view name, std::string_view help) {
        constexpr std::size_t indent = 6;
        text += fmt::format("  {}\n      {}\n", name, wrapped(help, indent, kHelpWidth));
    };
    for (const auto& key : config::keys()) {
        if (!key.variable.empty()) { add(key.variable, key.help); }
    }
    for (const auto& variable : environment_variables()) { add(variable.name, variable.help); }
    return text +
           "\nA flag goes before a variable, and a variable before the configuration files.\n"
           "An empty variable is as good as none. What they are set to:\n"
           "practice config list --variables\n";
}

}  // namespace

std::vector<std::string> help_topics() {
    std::vector<std::string> names;
    for (const auto& page : help_pages()) { names.emplace_back(page.name); }
    names.emplace_back(kExitCodesTopic);
    names.emplace_back(kEnvironmentTopic);
    return names;
}

std::optional<std::string> help_on_topic(std::string_view name) {
    if (name == kExitCodesTopic) { return exit_codes(); }
    if (name == kEnvironmentTopic) { return environment(); }
    for (const auto& page : help_pages()) {
        if (page.name == name) { return std::string{page.text}; }
    }
    return std::nullopt;
}

}  // namespace practice::cli
