// SPDX-License-Identifier: MIT
#include "cli/database_there.h"

#include "store/sqlite/database_file.h"

namespace practice::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void not_there(const std::string& message, const std::string& hint) {
    throw Refusal{RefusalKind::not_found, message, hint};
}

void require_folder(const Context& context) {
    std::error_code ignored;
    const auto folder = fs::absolute(context.database_file, ignored).parent_path();
    if (!store::Database::exists(context.database_file) && !fs::exists(folder, ignored)) {
        not_there("there is no folder " + store::quoted(folder) + " for the database that " +
                      context.database_named_by + " names",
                  "check the name, or make the folder first");
    }
}

/// Whether something is there that a new answer would replace: a file that is not empty, or a folder.
bool holds_something(const fs::path& target) {
    std::error_code ignored;
    const auto kind = fs::status(target, ignored).type();
    return kind == fs::file_type::directory ? !fs::is_empty(target, ignored)
                                            : kind == fs::file_type::regular && fs::file_size(target, ignored) > 0;
}

}  // namespace

void require_database(const Context& context, Needs needs) {
    if (context.database_named_by.empty()) { return; }
    if (needs == Needs::create || needs == Needs::place) {
        require_folder(context);
        return;
    }
    if (store::Database::exists(context.database_file)) { return; }
    std::error_code ignored;
    const auto file = store::quoted(context.database_file);
    const std::string hint = "check the name; a new database is made by: practice apply FILE";
    if (fs::exists(context.database_file, ignored)) {
        not_there("the database " + file + " that " + context.database_named_by + " names is an empty file", hint);
    }
    not_there("there is no database " + file + ", which " + context.database_named_by + " names", hint);
}

void refuse_empty_answer(const Arguments& arguments, const Context& context) {
    const auto file = arguments.value("--output").value_or("-");
    if (context.practice || file == "-" || !holds_something(file)) { return; }
    not_there("there is no practice here yet, and " + store::quoted(file) + " would be replaced by an empty answer",
              "name the right database with --db, or another file with -o");
}

void tell_made(Context& context) {
    if (!context.database_named_by.empty()) {
        context.note("made the database " + store::quoted(context.database_file));
    }
}

}  // namespace practice::cli
