// SPDX-License-Identifier: MIT
#include "cli/line/arguments.h"

#include <algorithm>
#include <stdexcept>

namespace practice::cli {

void Arguments::require_declared(std::string_view option) const {
    const auto named = [option](const OptionSpec& spec) { return spec.name == option; };
    if (!std::ranges::any_of(command_->options, named) && !std::ranges::any_of(global_options(), named)) {
        throw std::logic_error{std::string{command_->name} + " does not declare " + std::string{option}};
    }
}

bool Arguments::has(std::string_view option) const {
    require_declared(option);
    return options_.contains(option);
}

std::optional<std::string> Arguments::value(std::string_view option) const {
    require_declared(option);
    const auto found = options_.find(option);
    if (found == options_.end() || found->second.empty()) { return std::nullopt; }
    return found->second.back();
}

std::vector<std::string> Arguments::values(std::string_view option) const {
    require_declared(option);
    const auto found = options_.find(option);
    return found == options_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::string> Arguments::positional(std::size_t n) const {
    if (n >= positionals_.size()) { return std::nullopt; }
    return positionals_[n];
}

void Arguments::set(std::string_view option, std::vector<std::string> values) {
    require_declared(option);
    options_.insert_or_assign(std::string{option}, std::move(values));
}

}  // namespace practice::cli
