// SPDX-License-Identifier: MIT
#include "store/journal/open_operation.h"

#include <sqlite3.h>

#include <span>

#include "store/journal/row_image.h"
#include "store/sqlite/errors.h"

namespace practice::store {

void OpenOperation::open(std::int64_t operation, std::int64_t last_change) {
    *this = {};
    operation_ = operation;
    last_change_before_ = last_change_ = last_change;
}

void OpenOperation::close() {
    operation_ = 0;
}

std::int64_t OpenOperation::next_change() {
    growing_.clear();
    return ++last_change_;
}

void OpenOperation::insert(std::string_view table, std::int64_t number, std::string_view rest) {
    settled_ = false;
    growing_key_.assign(table).append(rest);
    if (const auto found = growing_.find(growing_key_); found != growing_.end()) {
        auto& rows = inserted_[found->second];
        if (rows.last + 1 == number) {
            rows.last = number;
            return;
        }
    }
    // Rows refer to what has a number for its key, and to nothing else.
    if (rest.empty()) { growing_.clear(); }
    growing_[growing_key_] = inserted_.size();
    inserted_.push_back({++last_change_, std::string{table}, number, number, std::string{rest}});
}

namespace {

/// The operation, when it is open; otherwise the statement fails.
OpenOperation* open_one(sqlite3_context* context) {
    auto* operation = static_cast<OpenOperation*>(sqlite3_user_data(context));
    if (operation->is_open()) { return operation; }
    sqlite3_result_error_code(context, SQLITE_CONSTRAINT_TRIGGER);
    return nullptr;
}

void change_number(sqlite3_context* context, int /*count*/, sqlite3_value** /*values*/) {
    if (auto* operation = open_one(context)) { sqlite3_result_int64(context, operation->next_change()); }
}

void open_operation(sqlite3_context* context, int /*count*/, sqlite3_value** /*values*/) {
    if (const auto* operation = open_one(context)) { sqlite3_result_int64(context, operation->number()); }
}

void row_inserted(sqlite3_context* context, int count, sqlite3_value** values) try {
    auto* operation = open_one(context);
    if (operation == nullptr) { return; }
    const std::span key{values + 2, static_cast<std::size_t>(count - 2)};
    std::string rest;
    for (auto* part : key) { rest.append("/").append(text_of(part)); }
    operation->insert(text_of(values[0]), sqlite3_value_int64(values[1]), rest);
} catch (...) {
    sqlite3_result_error_nomem(context);  // an exception must not cross the library
}

}  // namespace

void add_journal_functions(sqlite3* handle, OpenOperation& operation) {
    struct Function {
        const char* name;
        int arguments;
        void (*call)(sqlite3_context*, int, sqlite3_value**);
    };
    // Innocuous: that is what triggers may call when the schema is not trusted.
    constexpr int kFlags = SQLITE_UTF8 | SQLITE_INNOCUOUS;
    for (const auto& [name, arguments, call] :
         {Function{"change_number", 0, &change_number}, Function{"open_operation", 0, &open_operation},
          Function{"row_inserted", 2, &row_inserted}, Function{"row_inserted", 3, &row_inserted},
          Function{"row_inserted", 4, &row_inserted}, Function{"row_inserted", 5, &row_inserted},
          Function{"row_inserted", 6, &row_inserted}, Function{"row_inserted", 7, &row_inserted}}) {
        const int code =
            sqlite3_create_function_v2(handle, name, arguments, kFlags, &operation, call, nullptr, nullptr, nullptr);
        if (code != SQLITE_OK) { refuse(code, {}); }
    }
}

}  // namespace practice::store
