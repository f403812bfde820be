// SPDX-License-Identifier: MIT
#include "store/rows/row_batch.h"

#include <cassert>
#include <span>
#include <stdexcept>

#include "store/journal/journal_rows.h"
#include "store/rows/row_sql.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"

namespace practice::store {
RowBatch::RowBatch(Database& database, std::string_view table) : database_{database}, table_{*find_table(table)} {}

RowBatch& RowBatch::add(const char* name, Value value) {
    assert(table_.columns[values_.size() % table_.columns.size()] == name + 1 && "columns in their order");
    (void)name;
    values_.push_back(value);
    return *this;
}

RowBatch& RowBatch::bind(const char* name, std::int64_t value) {
    return add(name, {Kind::number, value, 0});
}

RowBatch& RowBatch::bind(const char* name, std::string_view value) {
    refuse_nul(value);
    const auto begin = static_cast<std::int64_t>(texts_.size());
    texts_.append(value);
    return add(name, {Kind::text, begin, value.size()});
}

RowBatch& RowBatch::bind(const char* name, const std::optional<std::int64_t>& value) {
    return value ? bind(name, *value) : add(name, {});
}
RowBatch& RowBatch::bind(const char* name, const std::optional<std::string>& value) {
    return value ? bind(name, std::string_view{*value}) : add(name, {});
}
RowBatch& RowBatch::bind_text_or_null(const char* name, std::string_view value) {
    return value.empty() ? add(name, {}) : bind(name, value);
}

void RowBatch::execute() const {
    if (values_.size() % table_.columns.size() != 0) { throw std::logic_error{"a row was not given all its columns"}; }
}

void RowBatch::write() {
    const auto all = rows();
    std::size_t done = 0;
    for (std::size_t size = 0; size < kSizes.size(); ++size) {
        for (; done + kSizes.at(size) <= all; done += kSizes.at(size)) { write_piece(done, size); }
    }
    values_.clear();
    texts_.clear();
}

void RowBatch::write_piece(std::size_t first, std::size_t size) {
    if (sql_.at(size) == nullptr) {
        sql_.at(size) = database_.connection().intern(insert_many_sql(table_, kSizes.at(size)));
    }
    auto statement = database_.prepare(sql_.at(size));
    const auto columns = table_.columns.size();
    const std::span values{values_.data() + first * columns, kSizes.at(size) * columns};
    int position = 0;
    for (const auto& value : values) {
        ++position;
        if (value.kind == Kind::number) { statement.bind(position, value.number); }
        if (value.kind == Kind::null) { statement.bind_null(position); }
        if (value.kind == Kind::text) {
            const auto begin = static_cast<std::size_t>(value.number);
            statement.bind_borrowed(position, std::string_view{texts_}.substr(begin, value.size));
        }
    }
    statement.execute();
}

}  // namespace practice::store
