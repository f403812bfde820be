// SPDX-License-Identifier: MIT
// What a verb is given: the office, the world, and how to answer.
#pragma once

#include <string>
#include <string_view>

#include "app/office.h"
#include "cli/environment.h"
#include "cli/line/invocation.h"
#include "text/table.h"

namespace practice::cli {

enum class Format { table, json, jsonl, csv, tsv };

// What the program does is at hand here as if it were of the command line's own.
using namespace app;

struct Context : Office {
    explicit Context(Environment& world);
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    Environment& environment;
    /// What named the database, "--db"; empty when it is the user's own, which need not be there yet.
    std::string database_named_by;

    Format format = Format::table;
    bool format_given = false;
    bool quiet = false;
    bool yes = false;
    /// May ask: a terminal on both ends, and no --no-input.
    bool interactive = false;
    text::TerminalStyle style;  // of standard output
    /// For the commands that are printed.
    Invocation invocation;
    /// What is written to standard output at the end (a file with -o, else the stream).
    std::string output;
    /// The verb writes the file of -o itself; what it prints goes to standard output all the same.
    bool writes_file_itself = false;
    /// What is printed is for programs (a calendar, a script), whatever the format: it goes out byte for byte.
    bool prints_data = false;

    void print(std::string_view text) { output += text; }
    void print_line(std::string_view text) {
        output += text;
        output += '\n';
    }
    /// To standard error, with "practice: note: " before it, its commands to be pasted; nothing with --quiet.
    void note(std::string_view text);
    /// "practice undo 3", to be pasted. Every command that is printed is made by this, or by completed().
    [[nodiscard]] std::string command(std::string_view words) const { return invocation.command(words); }
    /// "Undo with: practice undo 3"; nothing where nothing was made.
    void print_undo();
};

}  // namespace practice::cli
