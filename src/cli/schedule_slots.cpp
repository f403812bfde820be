// SPDX-License-Identifier: MIT
#include "cli/schedule_slots.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::cli {
namespace {

std::optional<std::size_t> column_named(const ScheduleFile& file, std::string_view name) {
    const auto found = std::ranges::find(file.columns, name);
    if (found == file.columns.end()) { return std::nullopt; }
    return static_cast<std::size_t>(found - file.columns.begin());
}

std::string_view text_of(const ScheduleRow& row, std::optional<std::size_t> column) {
    if (!column) { return {}; }
    const auto found = std::ranges::find(row.cells, *column, &ScheduleCell::column);
    return found == row.cells.end() ? std::string_view{} : std::string_view{found->text};
}

/// Both rows one behind the other, so that a reason can be put behind them.
std::string together(const ScheduleFile& file, const std::string& slot, const std::string& series) {
    switch (file.format) {
        case ScheduleFormat::csv: return slot + file.separator + '\n' + series;
        case ScheduleFormat::json: return slot + ",\n" + series;
        default: return slot + '\n' + series;
    }
}

}  // namespace

std::optional<SlotRef> as_slot(std::string_view ref) {
    const auto at = ref.rfind('@');
    if (at == std::string_view::npos || at == 0) { return std::nullopt; }
    const auto slot = parse_iso_date(ref.substr(at + 1));
    return slot ? std::optional{SlotRef{ref.substr(0, at), *slot}} : std::nullopt;
}

void read_added_dates(ScheduleFile& file) {
    const auto column = column_named(file, "added");
    if (!column) { return; }
    std::erase_if(file.rows, [&](ScheduleRow& row) {
        const auto cell = std::ranges::find(row.cells, *column, &ScheduleCell::column);
        if (cell == row.cells.end()) { return false; }
        for (const auto part : split(cell->text, ',')) {
            const auto date = parse_iso_date(part);
            if (!date) {
                file.problems.push_back({row.line, "added", quoted(part) + " is not a date",
                                         "write dates as 2026-12-24;2026-12-31", row.source, false});
                return true;
            }
            row.added.push_back(*date);
        }
        row.cells.erase(cell);
        return false;
    });
}

void gather_slots(ScheduleFile& file) {
    const auto ref = column_named(file, "ref");
    const auto rrule = column_named(file, "rrule");
    const auto repeat = column_named(file, "repeat");
    if (!ref || (!rrule && !repeat)) { return; }
    std::unordered_map<std::string_view, ScheduleRow*> series;
    for (auto& row : file.rows) {
        const auto word = text_of(row, repeat);
        const bool repeats = !text_of(row, rrule).empty() || (!word.empty() && word != "none" && word != "single");
        if (repeats && !text_of(row, ref).empty()) { series.try_emplace(text_of(row, ref), &row); }
    }
    std::vector<bool> gathered(file.rows.size());
    for (std::size_t i = 0; i < file.rows.size(); ++i) {
        auto& row = file.rows[i];
        const auto slot = as_slot(text_of(row, ref));
        const auto found = slot ? series.find(slot->ref) : series.end();
        if (found == series.end() || found->second == &row) { continue; }
        auto& whole = *found->second;
        const auto known = std::ranges::find(whole.slots, slot->slot, &ScheduleSlot::slot);
        if (known != whole.slots.end()) { continue; }  // twice in the file: the import says so
        const auto date = slot->slot;
        std::erase_if(row.cells, [&](const ScheduleCell& cell) { return cell.column == *ref; });
        whole.slots.push_back({date, std::nullopt, std::move(row.cells)});
        whole.only_these_slots = false;
        whole.source = together(file, row.source, whole.source);
        gathered[i] = true;
    }
    if (std::ranges::find(gathered, true) == gathered.end()) { return; }
    std::size_t i = 0;
    std::erase_if(file.rows, [&](const ScheduleRow&) { return gathered[i++]; });
}

}  // namespace practice::cli
