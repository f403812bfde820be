// SPDX-License-Identifier: MIT
#include "text/json.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

namespace practice::text {
namespace {

/// The characters that a terminal obeys and that JSON lets stand: DEL, C1 controls, bidirectional
/// marks, embeddings, overrides and isolates, line and paragraph separators. Returns the bytes that the one at
/// the beginning of `text` has and its code point; 0 bytes when there is none.
struct Obeyed {
    std::size_t bytes = 0;
    unsigned code_point = 0;
};
Obeyed obeyed(std::string_view text) {
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte(0) == 0x7f) { return {1, 0x7f}; }
    if (byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) < 0xa0) { return {2, byte(1)}; }
    if (byte(0) == 0xd8 && byte(1) == 0x9c) { return {2, 0x61c}; }
    if (byte(0) == 0xe2 && (byte(1) == 0x80 || byte(1) == 0x81)) {
        const unsigned code_point = 0x2000U + ((byte(1) & 0x3fU) << 6U) + (byte(2) & 0x3fU);
        const bool found = code_point == 0x200e || code_point == 0x200f ||
                           (code_point >= 0x2028 && code_point <= 0x202e) ||
                           (code_point >= 0x2066 && code_point <= 0x2069);
        if (found) { return {3, code_point}; }
    }
    return {};
}

/// Outside of strings JSON is plain ASCII, so every such character stands in one and can be escaped there.
std::string harmless_json(std::string json_text) {
    const auto suspect = [](char c) { return static_cast<unsigned char>(c) >= 0x7f; };
    if (std::none_of(json_text.begin(), json_text.end(), suspect)) { return json_text; }
    std::string_view json = json_text;
    std::string out;
    out.reserve(json.size());
    while (!json.empty()) {
        const auto [bytes, code_point] = obeyed(json);
        if (bytes == 0) {
            out += json.front();
            json.remove_prefix(1);
            continue;
        }
        std::array<char, 8> escape{};
        std::snprintf(escape.data(), escape.size(), "\\u%04x", code_point);
        out += escape.data();
        json.remove_prefix(bytes);
    }
    return out;
}

}  // namespace

std::string json_line(const Json& value) {
    return harmless_json(value.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::string json_string(std::string_view text) {
    const auto plain = [](char c) { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; };
    if (std::all_of(text.begin(), text.end(), plain)) { return '"' + std::string{text} + '"'; }
    return json_line(Json(text));
}

void JsonObject::name(std::string_view name) {
    out_.append(out_.size() > 1 ? ",\"" : "\"").append(name).append("\":");
}

JsonObject& JsonObject::text(std::string_view name, std::string_view value) {
    return json(name, json_string(value));
}

JsonObject& JsonObject::text_or_null(std::string_view name, std::string_view value) {
    return value.empty() ? null(name) : text(name, value);
}

JsonObject& JsonObject::number(std::string_view name, std::int64_t value) {
    return json(name, std::to_string(value));
}

JsonObject& JsonObject::boolean(std::string_view name, bool value) {
    return json(name, value ? "true" : "false");
}

JsonObject& JsonObject::null(std::string_view name) {
    return json(name, "null");
}

JsonObject& JsonObject::json(std::string_view name, std::string_view value) {
    this->name(name);
    out_ += value;
    return *this;
}

std::string JsonObject::take() {
    out_ += '}';
    return std::move(out_);
}

std::string json_list(const std::vector<std::string>& values) {
    std::string out = "[";
    for (std::size_t i = 0; i < values.size(); ++i) { out.append(i == 0 ? "" : ",").append(values[i]); }
    return out + ']';
}

std::string json_array(const std::vector<std::string>& objects) {
    std::string out = "[";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        out += i == 0 ? "" : ",\n ";
        out += objects[i];
    }
    return out + "]\n";
}

std::string json_lines(const std::vector<std::string>& objects) {
    std::string out;
    for (const auto& object : objects) {
        out += object;
        out += '\n';
    }
    return out;
}

Json text_or_null(std::string_view text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

}  // namespace practice::text
