// SPDX-License-Identifier: MIT
#include "cli/line/json_schema.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/flags/row_columns.h"
#include "cli/flags/session_flags.h"
#include "config/configuration.h"
#include "config/settings_shape.h"
#include "practice/plain_text.h"

namespace practice::cli {
namespace {

using Json = nlohmann::ordered_json;

Json schema(std::string_view title) {
    return {{"$schema", "https://json-schema.org/draft/2020-12/schema"}, {"title", title}};
}

/// A value as YAML may read it: "45", 45, yes; and nothing at all.
Json one_value() {
    return {{"type", {"string", "number", "null"}}};
}
Json some_values() {
    return {{"anyOf", {one_value(), {{"type", "array"}, {"items", one_value()}}}}};
}
Json yes_or_no() {
    return {{"enum", {true, false, "yes", "no", "true", "false", "on", "off"}}};
}
Json map_of(Json values) {
    return {{"type", "object"}, {"additionalProperties", std::move(values)}};
}

Json one_of(std::string_view choices) {
    if (choices == config::kYesOrNo) { return yes_or_no(); }
    Json list = Json::array();
    for (const auto choice : split(choices, '|')) {
        list.push_back(std::string{choice});
        if (all_digits(choice)) { list.push_back(std::stoi(std::string{choice})); }
    }
    list.push_back("none");
    list.push_back(nullptr);
    return {{"enum", std::move(list)}};
}

Json time_off() {
    Json span = {{"type", "object"},
                 {"properties", {{"from", one_value()}, {"to", one_value()}, {"reason", one_value()}}},
                 {"required", {"from"}},
                 {"additionalProperties", false}};
    Json one = {{"anyOf", {one_value(), std::move(span)}}};
    Json list = {{"type", "array"}, {"items", one}};
    return {{"anyOf", {std::move(one), std::move(list)}}};
}

Json shape_of(const config::KeyShape& key) {
    switch (key.shape) {
        case config::Shape::text: return one_value();
        case config::Shape::yes_no: return yes_or_no();
        case config::Shape::choice: return one_of(key.choices);
        case config::Shape::texts: return some_values();
        case config::Shape::fees: return {{"anyOf", {{{"type", "null"}}, map_of(one_value())}}};
        case config::Shape::hours: return {{"anyOf", {one_value(), map_of(some_values())}}};
        case config::Shape::time_off: return time_off();
    }
    return one_value();
}

Json described(Json value, std::string_view help) {
    value["description"] = help;
    return value;
}

Json closed_object(Json properties) {
    return {{"type", "object"}, {"properties", std::move(properties)}, {"additionalProperties", false}};
}

Json section_schema(const config::SectionShape& section) {
    Json properties = Json::object();
    for (const auto& key : section.keys) { properties[std::string{key.name}] = described(shape_of(key), key.help); }
    Json entry = closed_object(std::move(properties));
    if (!section.is_list) { return described(std::move(entry), section.help); }
    Json known = Json::array();
    for (const auto name : section.known_by) { known.push_back({{"required", {name}}}); }
    entry["anyOf"] = std::move(known);
    return described({{"type", {"array", "null"}}, {"items", std::move(entry)}}, section.help);
}

Json column_schema(const ScheduleColumn& column, const std::vector<OptionSpec>& options) {
    const auto option = std::ranges::find(options, "--" + column.name, &OptionSpec::name);
    if (option != options.end() && !option->choices.empty()) { return one_of(option->choices); }
    switch (column.kind) {
        case ScheduleColumn::Kind::many:
        case ScheduleColumn::Kind::dates: return some_values();
        case ScheduleColumn::Kind::yes_no: return yes_or_no();
        default: return one_value();
    }
}

std::string text_of(const Json& json) {
    return json.dump(2) + "\n";
}

}  // namespace

std::string config_schema() {
    Json properties = Json::object();
    for (const auto& key : config::keys()) {
        properties[std::string{key.name}] =
            described(key.choices.empty() ? one_value() : one_of(key.choices), key.help);
    }
    Json root = schema("The configuration of practice");
    root.update(closed_object(std::move(properties)));
    return text_of(root);
}

std::string settings_schema() {
    Json properties = Json::object();
    for (const auto& section : config::settings_shape()) {
        properties[std::string{section.name}] = section_schema(section);
    }
    Json root = schema("The settings of a practice");
    root.update(closed_object(std::move(properties)));
    return text_of(root);
}

std::string session_schema() {
    const auto columns = columns_of(app::RowsAre::sessions);
    const auto options = session_options();
    Json properties = Json::object();
    for (const auto& column : columns.known) {
        properties[column.name] = described(column_schema(column, options), column.help);
    }
    for (const auto& column : columns.left_out) { properties[column] = described(one_value(), "not read"); }
    Json row = closed_object(std::move(properties));
    row["required"] = {"client"};
    Json root = schema("Sessions to import into practice");
    root.update({{"type", "array"}, {"items", std::move(row)}});
    return text_of(root);
}

}  // namespace practice::cli
