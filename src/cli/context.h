// SPDX-License-Identifier: MIT
// What a verb is given: the world, the present, the configuration, the open database, and how to answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/environment.h"
#include "cli/invocation.h"
#include "config/configuration.h"
#include "practice/ids.h"
#include "practice/practice.h"
#include "practice/refusal.h"
#include "store/database.h"
#include "text/parse_time.h"
#include "text/table.h"

namespace practice::cli {

enum class Format { table, json, jsonl, csv, tsv };

struct Context {
    explicit Context(Environment& world) : environment{world} {}

    Environment& environment;
    /// The present; read once.
    Instant now{};
    config::Configuration configuration;
    std::string database_file;
    /// What named it, "--db"; empty when it is the user's own, which need not be there yet.
    std::string database_named_by;
    /// Set when the verb's row needs the database; empty when it only reads and there is none.
    std::optional<store::Database> database;
    /// Set once the practice has been set up.
    std::optional<Practice> practice;

    Format format = Format::table;
    bool format_given = false;
    bool quiet = false;
    bool dry_run = false;
    bool yes = false;
    /// May ask: a terminal on both ends, and no --no-input.
    bool interactive = false;
    text::TerminalStyle style;  // of standard output
    std::string command_line;   // for the journal
    /// For the commands that are printed.
    Invocation invocation;
    /// The operation of the log that was made of this command: known once it is kept, none where nothing changed.
    std::optional<OperationId> made;
    /// What was done for good, however the command ends: told where it fails after that. "" before.
    std::string stands;
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

    /// The practice's zone. Refusal(not_found) before it was set up.
    [[nodiscard]] const TimeZone& zone() const;
    /// One that is stored. Refusal(failure) when this system does not have it, or cannot read it.
    [[nodiscard]] const TimeZone& zone(std::string_view name) const;
    /// One that somebody named; Refusal(misuse) with the nearest names, and Refusal(failure) as above.
    [[nodiscard]] const TimeZone& named_zone(std::string_view name) const;
    /// The practice; Refusal(not_found) saying how to set it up.
    [[nodiscard]] const Practice& require_practice() const;
    /// The present on the practice's wall clock.
    [[nodiscard]] text::Now local_now() const;
    [[nodiscard]] store::OperationNote operation() const;
};

/// Context::stands for what is an operation of the log.
[[nodiscard]] std::string stands_as(OperationId operation);

/// Begins the write transaction of a changing verb.
/// Every changing verb: `Change change{context}; ... change.commit();`. With --dry-run commit() rolls back.
class Change {
public:
    explicit Change(Context& context);
    /// Whether anything was written so far.
    [[nodiscard]] bool written() const { return writing_.changed(); }
    void commit();

private:
    Context& context_;
    store::Writing writing_;
};

}  // namespace practice::cli
