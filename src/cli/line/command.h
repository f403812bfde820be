// SPDX-License-Identifier: MIT
// A verb is a row of data: name, summary, what it needs, its options, examples, and the function that does
// it. Parsing, help, completions, the manual and the tests for them all read these rows.
#pragma once

#include <span>
#include <string_view>
#include <vector>

namespace practice::cli {

class Arguments;
struct Context;

/// What of the world a verb needs before it runs.
enum class Needs {
    nothing,   // no configuration problem, no database can stop it (help, completion)
    settings,  // the configuration only
    file,      // where the database is; the verb opens it itself, in whatever state it is
    place,     // the same, and it makes one where none is
    read,      // the database, if there is one; an empty practice otherwise
    write,     // the database, to change it; an empty practice otherwise
    create,    // the same, and it is made when there is none
};

/// In which form a verb prints, as far as that is its own and not --format's.
enum class OutputForm {
    any,       // what --format says
    words,     // a message or an object, and no list: there is no CSV of it
    prose,     // for people only
    script,    // of a shell
    calendar,  // iCalendar
    csv,
    json,
    json_lines,
    yaml,
};

enum class Takes { nothing, one_value, many_values };

/// What kind of thing a value is; completions read it.
enum class ValueKind {
    plain,
    professional,
    client,
    room,
    service,
    fee,  // CODE=AMOUNT of a service
    recurrence,
    session,
    cancelled_session,
    operation,  // of the journal
    when,       // a day and a time
    date,
    window_end,  // a date or a month
    file,
    time_zone,
    topic,  // of help
    choice,
};

struct OptionSpec {
    std::string_view name;             // "--client"
    std::string_view value;            // "NAME"; "" for a switch
    Takes takes = Takes::nothing;      // many_values: may be repeated
    std::string_view help;             // one line, no full stop
    std::string_view short_name = "";  // "-q"
    ValueKind kind = ValueKind::plain;
    std::string_view choices = "";  // "refuse|skip|allow": checked, offered
    std::string_view offers = "";   // "never": offered besides, not checked
};

struct PositionalSpec {
    std::string_view name;  // "ID"
    std::string_view help;
    bool required = true;
    bool many = false;  // only the last one
    ValueKind kind = ValueKind::plain;
    std::string_view choices = "";  // as an option's
    std::string_view offers = "";
};

struct Example {
    std::string_view command;  // "practice session add --client Smith --service 90834 --repeat weekly"
    std::string_view what;     // "A weekly session at the first free time"
};

struct Command {
    std::string_view name;     // "session add"
    std::string_view summary;  // one line, no full stop
    Needs needs = Needs::read;
    std::vector<PositionalSpec> positionals;
    std::vector<OptionSpec> options;  // besides those that every verb has
    std::vector<Example> examples;    // at least two
    /// Returns the exit code; throws Refusal.
    int (*run)(const Arguments&, Context&) = nullptr;
    /// Further paragraphs of the help and the manual.
    std::string_view description = "";
    bool hidden = false;
    /// Of a verb that changes something it is words, though nothing else is said.
    OutputForm form = OutputForm::any;
};

/// All verbs, in the order that help shows.
[[nodiscard]] std::span<const Command> command_table();
/// Null when there is none of that name.
[[nodiscard]] const Command* find_command(std::string_view name);
/// Options that every verb takes.
[[nodiscard]] std::span<const OptionSpec> global_options();
/// The first word of a command, and the group of the overview that it stands in.
struct Noun {
    std::string_view name;     // "session"
    std::string_view summary;  // one line, no full stop
    std::string_view group;    // "Sessions"
};
/// One for each first word, in the order that help shows; those of one group stand together.
[[nodiscard]] std::span<const Noun> nouns();

}  // namespace practice::cli
