// SPDX-License-Identifier: MIT
#include <stdexcept>
#include <string>

#include "practice/refusal.h"
#include "store/sqlite/connection.h"
#include "store/sqlite/errors.h"

namespace practice::store {

std::unique_ptr<Statement::State> Database::Connection::take(const char* sql) {
    begin_query();
    if (const auto found = idle_.find(sql); found != idle_.end() && !found->second.empty()) {
        auto state = std::move(found->second.back());
        found->second.pop_back();
        return state;
    }
    auto state = std::make_unique<Statement::State>();
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(this->handle(), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK) { fail(code); }
    state->handle.reset(handle);
    state->connection = this;
    state->bound.resize(static_cast<std::size_t>(sqlite3_bind_parameter_count(handle)));
    state->unbound = state->bound.size();
    state->key = sql;
    return state;
}

void Database::Connection::give_back(std::unique_ptr<Statement::State> state) {
    idle_[state->key].push_back(std::move(state));
}

const char* Database::Connection::intern(std::string_view sql) {
    return texts_.emplace(sql).first->c_str();
}

int Database::Connection::ended(int code) noexcept {
    if (code == SQLITE_DONE || code == SQLITE_OK) {
        operation_.settle();
    } else {
        operation_.fail();
        failure_ = code;
    }
    return code;
}

void Database::Connection::open_transaction() {
    transaction_ = Transaction::open;
    failure_ = SQLITE_OK;
}

void Database::Connection::check_transaction() const {
    if (transaction_is_gone()) { fail(failure_ == SQLITE_OK ? SQLITE_IOERR : failure_); }
}

int Database::Connection::try_run(const char* sql) noexcept {
    begin_query();
    if (transaction_is_gone()) { return failure_ == SQLITE_OK ? SQLITE_IOERR : failure_; }
    return ended(sqlite3_exec(handle(), sql, nullptr, nullptr, nullptr));
}

void Database::Connection::fail(int code) const {
    refuse(code, file_);
}

Statement::Statement(std::unique_ptr<State> state) : state_{std::move(state)} {}
Statement::Statement(Statement&&) noexcept = default;

Statement::~Statement() {
    if (!state_) { return; }
    again();
    auto* connection = state_->connection;
    connection->give_back(std::move(state_));
}

int Statement::parameter(const char* name) {
    const int index = sqlite3_bind_parameter_index(state_->handle.get(), name);
    if (index == 0) { throw std::logic_error{"a statement has no parameter " + std::string{name}}; }
    return given(index);
}

int Statement::given(int index) {
    const auto at = static_cast<std::size_t>(index) - 1;
    if (!state_->bound.at(at)) {
        state_->bound[at] = true;
        --state_->unbound;
    }
    return index;
}

void Statement::check_bound() const {
    if (state_->unbound == 0) { return; }
    throw std::logic_error{"a statement was not given " + std::to_string(state_->unbound) + " of its parameters"};
}

Statement& Statement::bind(const char* name, std::int64_t value) {
    const int code = sqlite3_bind_int64(state_->handle.get(), parameter(name), value);
    if (code != SQLITE_OK) { state_->connection->fail(code); }
    return *this;
}

Statement& Statement::bind(const char* name, std::string_view value) {
    refuse_nul(value);
    const auto* data = value.empty() ? "" : value.data();
    const int code =
        sqlite3_bind_text64(state_->handle.get(), parameter(name), data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) { state_->connection->fail(code); }
    return *this;
}

Statement& Statement::bind(int position, std::int64_t value) {
    const int code = sqlite3_bind_int64(state_->handle.get(), given(position), value);
    if (code != SQLITE_OK) { state_->connection->fail(code); }
    return *this;
}

Statement& Statement::bind_borrowed(int position, std::string_view value) {
    const auto* data = value.empty() ? "" : value.data();
    const int code =
        sqlite3_bind_text64(state_->handle.get(), given(position), data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) { state_->connection->fail(code); }
    return *this;
}

Statement& Statement::bind_null(int position) {
    const int code = sqlite3_bind_null(state_->handle.get(), given(position));
    if (code != SQLITE_OK) { state_->connection->fail(code); }
    return *this;
}

Statement& Statement::bind_null(const char* name) {
    const int code = sqlite3_bind_null(state_->handle.get(), parameter(name));
    if (code != SQLITE_OK) { state_->connection->fail(code); }
    return *this;
}

Statement& Statement::bind(const char* name, const std::optional<std::int64_t>& value) {
    return value ? bind(name, *value) : bind_null(name);
}
Statement& Statement::bind(const char* name, const std::optional<std::string>& value) {
    return value ? bind(name, std::string_view{*value}) : bind_null(name);
}
Statement& Statement::bind_text_or_null(const char* name, std::string_view value) {
    return value.empty() ? bind_null(name) : bind(name, value);
}

bool Statement::step() {
    check_bound();
    state_->connection->check_transaction();
    const int code = sqlite3_step(state_->handle.get());
    if (code == SQLITE_ROW) { return true; }
    if (state_->connection->ended(code) == SQLITE_DONE) { return false; }
    state_->connection->fail(code);
}

void Statement::execute() {
    while (step()) {}
}

std::int64_t Statement::execute_returning() {
    std::int64_t number = 0;
    while (step()) { number = integer(0); }
    return number;
}

void Statement::again() {
    state_->connection->begin_query();
    sqlite3_reset(state_->handle.get());  // repeats the error of the last step, which was thrown then
    sqlite3_clear_bindings(state_->handle.get());
    state_->bound.assign(state_->bound.size(), false);
    state_->unbound = state_->bound.size();
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(state_->handle.get(), column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(state_->handle.get(), column);
}
std::optional<std::int64_t> Statement::optional_integer(int column) const {
    if (is_null(column)) { return std::nullopt; }
    return integer(column);
}
std::string_view Statement::text(int column) const {
    const auto* data = sqlite3_column_text(state_->handle.get(), column);
    if (data == nullptr) { return {}; }
    return {reinterpret_cast<const char*>(data),
            static_cast<std::size_t>(sqlite3_column_bytes(state_->handle.get(), column))};
}

}  // namespace practice::store
