// SPDX-License-Identifier: MIT
#include "app/import/words/untold_dates.h"

#include <algorithm>

namespace practice::app {
namespace {

constexpr std::string_view kUntold = "untold";

}  // namespace

std::string with_untold(std::string words, const std::vector<Date>& untold) {
    if (untold.empty()) { return words; }
    auto with = text::parse_row_words(words);
    auto& dates = with.cells[std::string{kUntold}];
    dates.clear();
    for (const auto date : untold) { dates.push_back(to_string(date)); }
    return text::to_text(with);
}

bool is_untold(const text::RowWords& words, Date date) {
    const auto found = words.cells.find(kUntold);
    return found != words.cells.end() && std::ranges::find(found->second, to_string(date)) != found->second.end();
}

Session with_date(Session series, Date date) {
    const auto& stands = *series.recurrence;
    auto excluded = stands.excluded();
    auto added = stands.added();
    std::erase(excluded, date);
    if (!Recurrence{stands.anchor(), stands.rule(), excluded, added}.occurs_on(date)) { added.push_back(date); }
    Recurrence with{stands.anchor(), stands.rule(), std::move(excluded), std::move(added)};
    with.set_away(stands.away());
    series.recurrence = std::move(with);
    return series;
}

}  // namespace practice::app
