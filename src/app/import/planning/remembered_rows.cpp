// SPDX-License-Identifier: MIT
#include "app/import/planning/remembered_rows.h"

#include "app/import/words/former_row.h"
#include "app/import/words/untold_dates.h"
#include "text/rows/row_words.h"

namespace practice::app {

RememberedRows::Said RememberedRows::said_by(std::size_t row) {
    const auto& file = run_.file();
    const auto& source = run_.source(row);
    auto now = text::words_of_row(file, source);
    Said said{imported_.find(run_.words.ref(source)), text::to_text(now), false};
    if (!said.then) { return said; }
    if (*said.then != said.now) {
        auto then = text::parse_row_words(*said.then);
        for (const auto date : source.untold) {
            if (const auto slot = then.slots.find(date); slot != then.slots.end()) { now.slots.insert(*slot); }
        }
        said.now = text::to_text(said_by_now(file, std::move(then), std::move(now)));
    }
    said.nothing_new = *said.then == said.now;
    if (said.nothing_new) { as_then_.insert(row); }
    return said;
}

std::vector<std::pair<Date, std::string>> RememberedRows::dates_of(std::size_t row) {
    return imported_.dates_of(run_.words.ref(run_.source(row)));
}

bool RememberedRows::left_to_row(std::size_t row, std::string_view ref_of_series, Date date) {
    if (knows(run_.words.ref(run_.source(row)))) { return false; }
    const auto of_series = imported_.find(ref_of_series);
    return of_series && is_untold(text::parse_row_words(*of_series), date);
}

void RememberedRows::keep(const std::unordered_set<std::size_t>& but) {
    const auto& rows = run_.file().rows;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto outcome = run_.report.outcome(row);
        if (outcome == RowOutcome::pending || outcome == RowOutcome::rejected) { continue; }
        if (says_as_then(row) || but.contains(row) || run_.words.ref(rows[row]).empty()) { continue; }
        auto said = said_by(row).now;
        if (outcome == RowOutcome::added) { said = with_untold(std::move(said), rows[row].untold); }
        imported_.put(run_.words.ref(rows[row]), said);
    }
    imported_.write();
}

}  // namespace practice::app
