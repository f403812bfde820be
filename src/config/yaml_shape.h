// SPDX-License-Identifier: MIT
// Takes a YAML tree apart as far as its reader expects a shape, and collects what has another one: all
// problems of a file are told at once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/yaml_reader.h"
#include "practice/refusal.h"

namespace practice::config {

class YamlShape {
public:
    /// Both must outlive it.
    YamlShape(const SourceText& source, std::vector<Problem>& problems) : source_{source}, problems_{problems} {}

    void problem(const YamlNode& at, std::string message, std::string hint = {});
    /// "there is no key 'nmae' here", with the nearest of the valid ones.
    void unknown_key(const YamlNode& key, const std::vector<std::string>& valid);

    // Whether the node has the shape; otherwise a problem that names it `what` ("hours") and shows the example.
    [[nodiscard]] bool is_map(const YamlNode& node, std::string_view what, std::string_view example);
    [[nodiscard]] bool is_list(const YamlNode& node, std::string_view what, std::string_view example);
    [[nodiscard]] bool is_scalar(const YamlNode& node, std::string_view what, std::string_view example);

private:
    void other_shape(const YamlNode& node, std::string_view what, std::string_view wanted, std::string_view example);

    const SourceText& source_;
    std::vector<Problem>& problems_;
};

}  // namespace practice::config
