// SPDX-License-Identifier: MIT
// What the rows of imported files said last time, by their refs: the next import applies what they say otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "practice/civil_time.h"
#include "store/rows/row_batch.h"

namespace practice::store {

class ImportedRows {
public:
    /// It must outlive this. REQUIRES for put() and write(): a Writing; while rows wait to be written, nobody else
    /// inserts any.
    explicit ImportedRows(Database& database);

    /// False: no file has come in yet.
    [[nodiscard]] bool any() const { return any_; }
    /// What the row with this ref said; nullopt: none was imported.
    [[nodiscard]] std::optional<std::string> find(std::string_view ref);
    /// What was said of single dates of the series with that ref.
    [[nodiscard]] std::vector<std::pair<Date, std::string>> dates_of(std::string_view ref);
    /// Kept from now on. REQUIRES: no ref is put twice.
    void put(std::string_view ref, std::string_view words);
    /// Writes what is not written yet.
    void write();

private:
    Database& database_;
    bool any_ = false;  // stored before
    std::int64_t last_number_ = 0;
    RowBatch rows_;
};

/// Of a session with this ref, and of its dates: as if no file had ever had them.
void forget_imported(Database& database, std::string_view ref);

}  // namespace practice::store
