// SPDX-License-Identifier: MIT
#include "app/rows/row_template.h"

#include <algorithm>

#include "text/fold.h"
#include "text/json.h"

namespace practice::app {
namespace {

constexpr std::string_view kOnly = "Leave out the columns that you do not need; their order does not matter.";

std::string csv_template(const ScheduleColumns& columns) {
    std::size_t widest = 0;
    for (const auto& column : columns.known) { widest = std::max(widest, column.name.size()); }
    std::string out =
        "# " + std::string{kOnly} + "\n# Several values in one cell are separated by ; and these lines may stay.\n";
    std::string header;
    for (const auto& column : columns.known) {
        out += "# " + text::pad(column.name, widest + 2) + column.help + '\n';
        header += (header.empty() ? "" : ",") + column.name;
    }
    return out + header + '\n';
}

std::string yaml_template(const ScheduleColumns& columns) {
    std::string out = "# Each row is an item of a list, without the # before it. Several values: [one, two].\n# " +
                      std::string{kOnly} + '\n';
    std::string_view begin = "#- ";
    for (const auto& column : columns.known) {
        out += std::string{begin} + column.name + ":  # " + column.help + '\n';
        begin = "#  ";
    }
    return out;
}

std::string json_template(const ScheduleColumns& columns, std::string_view between) {
    std::string out;
    for (const auto& column : columns.known) {
        out += (out.empty() ? "{" : "," + std::string{between}) + text::json_string("#" + column.name) + ": " +
               text::json_string(column.help);
    }
    return out + "}";
}

}  // namespace

std::string row_template(const ScheduleColumns& columns, ScheduleFormat format) {
    switch (format) {
        case ScheduleFormat::yaml: return yaml_template(columns);
        case ScheduleFormat::json: return "[" + json_template(columns, "\n  ") + "]\n";
        case ScheduleFormat::jsonl: return json_template(columns, " ") + '\n';
        default: return csv_template(columns);
    }
}

}  // namespace practice::app
