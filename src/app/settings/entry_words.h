// SPDX-License-Identifier: MIT
// What somebody says of a professional, client, room or service, field by field: on a command line, or in a row of a
// file.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "practice/settings/settings.h"

namespace practice::app {

class EntryWords {
public:
    /// `field`: "name", "add-time-off".
    void put(std::string_view field, std::vector<std::string> values) {
        words_[std::string{field}] = std::move(values);
    }
    void add(std::string_view field, std::string_view value) { words_[std::string{field}].emplace_back(value); }

    [[nodiscard]] bool has(std::string_view field) const { return words_.find(field) != words_.end(); }
    /// The last that was said; nullopt when nothing was.
    [[nodiscard]] std::optional<std::string> value(std::string_view field) const {
        const auto found = words_.find(field);
        return found == words_.end() || found->second.empty() ? std::nullopt : std::optional{found->second.back()};
    }
    /// All, in their order.
    [[nodiscard]] std::vector<std::string> values(std::string_view field) const {
        const auto found = words_.find(field);
        return found == words_.end() ? std::vector<std::string>{} : found->second;
    }
    /// As an entry of settings has it.
    [[nodiscard]] Given given(std::string_view field) const {
        const auto one = value(field);
        return one ? Given{Written{*one, {}}} : std::nullopt;
    }

private:
    std::map<std::string, std::vector<std::string>, std::less<>> words_;
};

}  // namespace practice::app
