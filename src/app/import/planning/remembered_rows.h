// SPDX-License-Identifier: MIT
// What the rows of the file said when they came in last, by their refs, and what they will have said once they are in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "app/import/import_run.h"
#include "store/rows/imported_rows.h"

namespace practice::app {

class RememberedRows {
public:
    /// It must outlive this.
    explicit RememberedRows(const ImportRun& run) : run_{run}, imported_{*run.office.database} {}

    /// What a ref said last time, if it did, and has said once the row is in; nothing new when both are the same.
    struct Said {
        std::optional<std::string> then;
        std::string now;
        bool nothing_new = false;
    };
    /// Of a row that has a ref; says_as_then() knows it from now on.
    [[nodiscard]] Said said_by(std::size_t row);
    /// Whether the row was found to say what it said last time.
    [[nodiscard]] bool says_as_then(std::size_t row) const { return as_then_.contains(row); }
    /// What was said of single dates of the series that the row is about.
    [[nodiscard]] std::vector<std::pair<Date, std::string>> dates_of(std::size_t row);
    /// Whether the row that booked the series with that ref said nothing of a date, which is told by this row, and was
    /// not told before.
    [[nodiscard]] bool left_to_row(std::size_t row, std::string_view ref_of_series, Date date);
    [[nodiscard]] bool any() const { return imported_.any(); }
    [[nodiscard]] bool knows(std::string_view ref) { return imported_.find(ref).has_value(); }
    /// As if no file had ever had it.
    void forget(std::string_view ref) { store::forget_imported(*run_.office.database, ref); }
    /// Keeps what the rows that came in say, for the next time. Only when all of them are settled. `but`: of these not.
    void keep(const std::unordered_set<std::size_t>& but);

private:
    const ImportRun& run_;
    store::ImportedRows imported_;
    std::unordered_set<std::size_t> as_then_;
};

}  // namespace practice::app
