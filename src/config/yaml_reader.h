// SPDX-License-Identifier: MIT
// YAML, as much of it as settings need: one document of maps, lists and scalars. Every scalar is text
// ("NO", "010" and "22:30" are just that) and knows its line and column. Anchors, aliases, tags, duplicate
// keys, several documents, and more depth or values than anyone writes by hand are refused.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "config/text_file.h"

namespace practice::config {

struct YamlNode {
    enum class Kind { scalar, list, map };

    Kind kind = Kind::scalar;
    int line = 1;    // of its first character, counted from 1
    int column = 1;  // in bytes
    /// Of a scalar; "" for nothing at all and for "~".
    std::string text;
    /// Of a list its items; of a map its values, in the order written.
    std::vector<YamlNode> items;
    /// Of a map: the scalar keys, keys[i] of items[i]; no two the same.
    std::vector<YamlNode> keys;

    /// The value of a map's key; null when it has none.
    [[nodiscard]] const YamlNode* find(std::string_view key) const;
};

struct YamlLimits {
    std::size_t depth = 32;
    std::size_t nodes = 2'000'000;
    std::size_t scalar_bytes = 65'536;
};

/// Nullopt for a document without content (empty, comments only). Throws Refusal(settings) with the place of
/// what is wrong.
[[nodiscard]] std::optional<YamlNode> read_yaml(const SourceText& source, const YamlLimits& limits = {});

}  // namespace practice::config
