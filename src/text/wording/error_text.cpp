// SPDX-License-Identifier: MIT
#include "text/wording/error_text.h"

#include <nlohmann/json.hpp>

#include "text/fold.h"
#include "text/json.h"

namespace practice::text {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::size_t kWidestLine = 100;
constexpr std::size_t kWidestValue = 60;

Json place_json(const std::optional<Place>& place) {
    if (!place) { return nullptr; }
    return {{"file", place->file},
            {"line", place->line},
            {"column", place->column},
            {"field", text_or_null(place->field)},
            {"value", text_or_null(place->value)}};
}

Json problem_json(const Problem& problem) {
    return {{"message", problem.message},
            {"hint", text_or_null(problem.hint)},
            {"details", problem.details},
            {"place", place_json(problem.place)}};
}

}  // namespace

std::string place_lines(const Place& place) {
    std::string lines = "  at " + harmless(place.file);
    if (place.line > 0) { lines += ':' + std::to_string(place.line); }
    if (place.column > 0) { lines += ':' + std::to_string(place.column); }
    if (!place.field.empty()) {
        lines +=
            ", " + place.field + ": " + (place.value.empty() ? "(empty)" : harmless(cut(place.value, kWidestValue)));
    }
    lines += '\n';
    const auto column = static_cast<std::size_t>(place.column > 0 ? place.column - 1 : 0);
    if (!place.text.empty() && place.text.size() <= kWidestLine && column <= place.text.size()) {
        lines += "  | " + harmless(place.text) + '\n';
        lines += "  | " + std::string(width(harmless(place.text.substr(0, column))), ' ') + "^\n";
    }
    return lines;
}

std::string error_json(std::string_view code, const std::vector<Problem>& problems,
                       const std::vector<ClashFact>& clashes) {
    Json error = {{"code", code}};
    error.update(problem_json(problems.at(0)));
    Json clash_list = Json::array();
    for (const auto& clash : clashes) {
        clash_list.push_back({{"kind", clash.kind},
                              {"what", clash.what},
                              {"with", text_or_null(clash.with)},
                              {"first", clash.first},
                              {"count", clash.count}});
    }
    error["clashes"] = clash_list;
    Json all = Json::array();
    for (const auto& problem : problems) { all.push_back(problem_json(problem)); }
    error["problems"] = all;
    return Json{{"error", error}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace practice::text
