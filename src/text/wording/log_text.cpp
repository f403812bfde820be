// SPDX-License-Identifier: MIT
#include "text/wording/log_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "text/format_time.h"
#include "text/json.h"

namespace practice::text {
namespace {

constexpr std::size_t kMostThings = 50;

std::string number(OperationId id) {
    return std::to_string(id.value);
}
std::string number(const std::optional<OperationId>& id) {
    return id ? number(*id) : std::string{};
}

/// "Mon 2026-11-23 08:00".
std::string when(const LoggedOperation& operation) {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time_of_day(operation.at)).count();
    return fmt::format("{} {:02}:{:02}", weekday_date(date_of(operation.at)), minutes / 60, minutes % 60);
}

/// What became of it, or what it took back.
std::string state(const LoggedOperation& operation) {
    if (operation.undoes) { return (operation.redid ? "redid " : "undid ") + number(operation.about); }
    if (!operation.last_turn) { return {}; }
    return (operation.undone ? "undone by " : "redone by ") + number(operation.last_turn);
}

Json id_value(const std::optional<OperationId>& id) {
    return id ? Json(id->value) : Json(nullptr);
}

Json operation_object(const LoggedOperation& operation) {
    return {{"operation", operation.id.value},
            {"at", rfc3339(operation.at, operation.offset)},
            {"who", operation.who},
            {"command", operation.command},
            {"changes", operation.changes},
            {"undoes", id_value(operation.undoes)},
            {"undone_by", id_value(operation.undone_by)},
            {"about", operation.about.value},
            {"undone", operation.undone},
            {"hash", operation.hash}};
}

Json image_value(const std::optional<std::string>& image) {
    if (!image) { return nullptr; }
    auto value = Json::parse(*image, nullptr, false);
    return value.is_discarded() ? Json(*image) : value;
}

Json words_of(const std::vector<LoggedThing>& things) {
    Json words = Json::array();
    for (const auto& thing : things) { words.push_back(thing_told(thing)); }
    return words;
}

}  // namespace

std::vector<Column> operation_columns() {
    return {{"no", true, 0}, {"when", false, 0}, {"who", false, 4}, {"command", false, 16}, {"state", false, 0}};
}

std::vector<Cell> operation_cells(const LoggedOperation& operation) {
    const auto colour = operation.undone ? Colour::dim : Colour::none;
    return {{number(operation.id), colour},
            {when(operation), colour},
            {operation.who, colour},
            {operation.command, colour},
            {state(operation), colour}};
}

std::vector<std::string> operation_fields() {
    return {"operation", "at", "who", "command", "changes", "undoes", "undone_by", "undone"};
}

std::vector<std::string> operation_values(const LoggedOperation& operation) {
    return {number(operation.id),        rfc3339(operation.at, operation.offset), operation.who,
            operation.command,           std::to_string(operation.changes),       number(operation.undoes),
            number(operation.undone_by), operation.undone ? "yes" : "no"};
}

std::string operation_json(const LoggedOperation& operation) {
    return json_line(operation_object(operation));
}

std::string operation_named(const LoggedOperation& operation) {
    return fmt::format("{}: {}, by {} on {}", number(operation.id), operation.command, operation.who, when(operation));
}

std::string things_told(const std::vector<LoggedThing>& things, std::size_t most, const std::string& where_all) {
    std::string text;
    for (std::size_t i = 0; i < things.size() && i < most; ++i) { text += "  " + thing_told(things[i]) + "\n"; }
    if (things.size() > most) { text += fmt::format("  ... and {} more; all: {}\n", things.size() - most, where_all); }
    return text;
}

std::string operation_told(const LoggedOperation& operation, const std::vector<LoggedThing>& things,
                           const std::string& where_all) {
    auto text = operation_named(operation) + "\n";
    if (const auto became = state(operation); !became.empty()) { text += "  (" + became + ")\n"; }
    return text + things_told(things, kMostThings, where_all);
}

std::vector<std::string> fact_fields() {
    return {"thing", "act", "field", "before", "after"};
}

std::vector<std::vector<std::string>> fact_values(const std::vector<LoggedThing>& things) {
    std::vector<std::vector<std::string>> values;
    for (const auto& thing : things) {
        const std::string act{act_name(thing.act)};
        if (thing.facts.empty()) { values.push_back({thing.name, act, "", "", ""}); }
        for (const auto& fact : thing.facts) {
            values.push_back({thing.name, act, fact.field, fact.before, fact.after});
        }
    }
    return values;
}

std::string operation_shown_json(const LoggedOperation& operation, const std::vector<LoggedThing>& things,
                                 const std::vector<LoggedRow>& rows) {
    auto object = operation_object(operation);
    object["words"] = words_of(things);
    auto& facts = object["facts"] = Json::array();
    for (const auto& thing : things) {
        auto& entry = facts.emplace_back(Json{{"thing", thing.name}, {"act", act_name(thing.act)}});
        auto& fields = entry["fields"] = Json::array();
        for (const auto& fact : thing.facts) {
            fields.push_back(
                {{"field", fact.field}, {"before", text_or_null(fact.before)}, {"after", text_or_null(fact.after)}});
        }
    }
    auto& images = object["rows"] = Json::array();
    for (const auto& row : rows) {
        images.push_back({{"table", row.table},
                          {"key", row.key},
                          {"before", image_value(row.before)},
                          {"after", image_value(row.after)}});
    }
    return json_line(object);
}

std::string turned_json(const LoggedOperation& operation, bool redo, std::optional<OperationId> made,
                        const std::vector<LoggedThing>& things) {
    return json_line({{redo ? "redone" : "undone", operation.id.value},
                      {"operation", id_value(made)},
                      {"command", operation.command},
                      {"who", operation.who},
                      {"at", rfc3339(operation.at, operation.offset)},
                      {"words", words_of(things)},
                      {"dry_run", !made}});
}

}  // namespace practice::text
