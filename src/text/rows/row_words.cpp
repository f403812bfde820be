// SPDX-License-Identifier: MIT
#include "text/rows/row_words.h"

#include <nlohmann/json.hpp>

namespace practice::text {
namespace {

using nlohmann::json;

constexpr std::string_view kAdded = "added";
constexpr std::string_view kSlots = "slots";

void add_cells(const ScheduleFile& file, const std::vector<ScheduleCell>& cells, RowWords::Cells& words) {
    for (const auto& cell : cells) {
        const auto& column = file.columns[cell.column];
        if (column != "ref" && column != "on-conflict" && column != "allow") { words[column].emplace_back(cell.text); }
    }
}

RowWords::Cells cells_of(const json& object) {
    RowWords::Cells cells;
    for (const auto& [column, texts] : object.items()) {
        if (!texts.is_array()) { continue; }
        for (const auto& text : texts) {
            if (text.is_string()) { cells[column].push_back(text.get<std::string>()); }
        }
    }
    return cells;
}

}  // namespace

RowWords words_of_row(const ScheduleFile& file, const ScheduleRow& row) {
    RowWords words;
    add_cells(file, row.cells, words.cells);
    for (const auto date : row.added) { words.cells[std::string{kAdded}].push_back(to_string(date)); }
    for (const auto& slot : row.slots) {
        auto& cells = words.slots[slot.slot];
        if (slot.start) { cells["start"].push_back(to_string(*slot.start)); }
        add_cells(file, slot.cells, cells);
    }
    return words;
}

std::string to_text(const RowWords& words) {
    auto object = json::object();
    for (const auto& [column, texts] : words.cells) { object[column] = texts; }
    for (const auto& [slot, cells] : words.slots) { object[std::string{kSlots}][to_string(slot)] = json(cells); }
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

RowWords parse_row_words(std::string_view text) {
    RowWords words;
    const auto object = json::parse(text, nullptr, false);
    if (!object.is_object()) { return words; }
    words.cells = cells_of(object);
    if (const auto slots = object.find(kSlots); slots != object.end() && slots->is_object()) {
        for (const auto& [slot, cells] : slots->items()) {
            const auto date = parse_iso_date(slot);
            if (date && cells.is_object()) { words.slots[*date] = cells_of(cells); }
        }
    }
    return words;
}

}  // namespace practice::text
