// SPDX-License-Identifier: MIT
#include "app/import/words/series_rows.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::app {
namespace {

std::optional<std::size_t> column_named(const ScheduleFile& file, std::string_view name) {
    const auto found = std::ranges::find(file.columns, name);
    if (found == file.columns.end()) { return std::nullopt; }
    return static_cast<std::size_t>(found - file.columns.begin());
}

std::string_view text_of(const ScheduleRow& row, std::optional<std::size_t> column) {
    if (!column) { return {}; }
    const auto found = std::ranges::find(row.cells, *column, &ScheduleCell::column);
    return found == row.cells.end() ? std::string_view{} : found->text;
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
                                         "write dates as 2026-12-24;2026-12-31", std::string{row.source}, false, 0,
                                         std::string{part}});
                return true;
            }
            row.added.push_back(*date);
        }
        row.cells.erase(cell);
        return false;
    });
}

SlotRows slot_rows(const ScheduleFile& file) {
    const auto ref = column_named(file, "ref");
    const auto rrule = column_named(file, "rrule");
    const auto repeat = column_named(file, "repeat");
    SlotRows found;
    if (!ref || (!rrule && !repeat)) { return found; }
    std::unordered_multimap<std::string_view, SlotRow> slots;  // by the ref of their series
    for (std::size_t row = 0; row < file.rows.size(); ++row) {
        if (const auto slot = as_slot(text_of(file.rows[row], ref))) { slots.insert({slot->ref, {slot->slot, row}}); }
    }
    if (slots.empty()) { return found; }
    std::unordered_set<std::string_view> seen;
    for (std::size_t row = 0; row < file.rows.size(); ++row) {
        const auto of = text_of(file.rows[row], ref);
        const auto word = text_of(file.rows[row], repeat);
        const auto rule = trimmed(text_of(file.rows[row], rrule));
        const bool repeats = (!rule.empty() && !says_none(rule)) || (!trimmed(word).empty() && !says_single(word));
        if (!repeats || of.empty() || !seen.insert(of).second) { continue; }
        const auto [first, last] = slots.equal_range(of);
        for (auto slot = first; slot != last; ++slot) { found[row].push_back(slot->second); }
    }
    for (auto& [series, list] : found) { std::ranges::sort(list); }
    return found;
}

}  // namespace practice::app
