// SPDX-License-Identifier: MIT
#include "store/rows/imported_rows.h"

namespace practice::store {
namespace {

constexpr std::size_t kAtOnce = 64;

/// Texts between the two are refs of dates of the series.
std::pair<std::string, std::string> around_dates_of(std::string_view ref) {
    return {std::string{ref} + '@', std::string{ref} + 'A'};  // the character after @
}

}  // namespace

ImportedRows::ImportedRows(Database& database) : database_{database}, rows_{database, "imported_rows"} {
    auto row = database_.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'imported_rows'");
    if (row.step()) {
        any_ = true;
        last_number_ = row.integer(0);
    }
}

std::optional<std::string> ImportedRows::find(std::string_view ref) {
    if (!any_) { return std::nullopt; }
    auto row = database_.prepare("SELECT words FROM imported_rows WHERE ref = $1");
    row.bind("$1", ref);
    return row.step() ? std::optional{row.string(0)} : std::nullopt;
}

std::vector<std::pair<Date, std::string>> ImportedRows::dates_of(std::string_view ref) {
    std::vector<std::pair<Date, std::string>> dates;
    if (!any_) { return dates; }
    const auto [begin, end] = around_dates_of(ref);
    auto row = database_.prepare("SELECT ref, words FROM imported_rows WHERE ref >= $1 AND ref < $2 ORDER BY ref");
    row.bind("$1", begin).bind("$2", end);
    while (row.step()) {
        const auto of_date = row.string(0);
        const auto date = parse_iso_date(std::string_view{of_date}.substr(begin.size()));
        if (date) { dates.emplace_back(*date, row.string(1)); }
    }
    return dates;
}

void ImportedRows::put(std::string_view ref, std::string_view words) {
    if (any_) {
        auto known = database_.prepare("UPDATE imported_rows SET words = $2 WHERE ref = $1 RETURNING id");
        known.bind("$1", ref).bind("$2", words);
        if (known.step()) {
            while (known.step()) {}
            return;
        }
    }
    rows_.bind("$id", ++last_number_).bind("$ref", ref).bind("$words", words);
    rows_.execute();
    if (rows_.rows() >= kAtOnce) { rows_.write(); }
}

void ImportedRows::write() {
    rows_.write();
}

void forget_imported(Database& database, std::string_view ref) {
    const auto [dates, behind] = around_dates_of(ref);
    database.prepare("DELETE FROM imported_rows WHERE ref = $1").bind("$1", ref).execute();
    database.prepare("DELETE FROM imported_rows WHERE ref >= $1 AND ref < $2")
        .bind("$1", dates)
        .bind("$2", behind)
        .execute();
}

}  // namespace practice::store
