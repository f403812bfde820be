// SPDX-License-Identifier: MIT
#include "config/yaml_shape.h"

#include "practice/person_name.h"
#include "practice/plain_text.h"

namespace practice::config {
namespace {

std::string_view name_of(YamlNode::Kind kind) {
    switch (kind) {
        case YamlNode::Kind::list: return "a list";
        case YamlNode::Kind::map: return "a map";
        case YamlNode::Kind::scalar: break;
    }
    return "a single value";
}

}  // namespace

void YamlShape::problem(const YamlNode& at, std::string message, std::string hint) {
    problems_.push_back({std::move(message), std::move(hint), source_.place(at.line, at.column), {}});
}

void YamlShape::unknown_key(const YamlNode& key, const std::vector<std::string>& valid) {
    // "time_off" for "time-off" is the commonest slip.
    std::string spelt = small_letters(key.text);
    for (char& c : spelt) {
        if (c == '_' || c == ' ') { c = '-'; }
    }
    std::string hint;
    if (const auto meant = nearest(spelt, valid, 1); !meant.empty()) {
        hint = "did you mean " + meant.front() + "?";
    } else {
        hint = "the keys here are ";
        for (std::size_t i = 0; i < valid.size(); ++i) { hint += (i == 0 ? "" : ", ") + valid[i]; }
    }
    problem(key, "there is no key " + practice::quoted(key.text) + " here", hint);
}

bool YamlShape::is_map(const YamlNode& node, std::string_view what, std::string_view example) {
    if (node.kind == YamlNode::Kind::map) { return true; }
    other_shape(node, what, "a map", example);
    return false;
}

bool YamlShape::is_list(const YamlNode& node, std::string_view what, std::string_view example) {
    if (node.kind == YamlNode::Kind::list) { return true; }
    other_shape(node, what, "a list", example);
    return false;
}

bool YamlShape::is_scalar(const YamlNode& node, std::string_view what, std::string_view example) {
    if (node.kind == YamlNode::Kind::scalar) { return true; }
    other_shape(node, what, "a single value", example);
    return false;
}

void YamlShape::other_shape(const YamlNode& node, std::string_view what, std::string_view wanted,
                            std::string_view example) {
    const bool nothing = node.kind == YamlNode::Kind::scalar && node.text.empty();
    const std::string_view found = nothing ? "nothing" : name_of(node.kind);
    problem(node, std::string{what} + " must be " + std::string{wanted} + ", not " + std::string{found},
            example.empty() ? std::string{} : "for example " + std::string{example});
}

}  // namespace practice::config
