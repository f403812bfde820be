// SPDX-License-Identifier: MIT
// One command line, from words to exit code: parse, configuration, database, verb, output. The one catch
// ladder of the program is here.
#include <algorithm>
#include <exception>
#include <filesystem>
#include <new>
#include <optional>
#include <ostream>
#include <sstream>

#include "app/database/database_in_the_making.h"
#include "app/database/open_database.h"
#include "app/database/same_file.h"
#include "app/problems.h"
#include "app/version.h"
#include "cli/answer/output_file.h"
#include "cli/answer/prompt.h"
#include "cli/answer/report_errors.h"
#include "cli/answer/screen.h"
#include "cli/context.h"
#include "cli/database_there.h"
#include "cli/help/help.h"
#include "cli/line/arguments.h"
#include "cli/line/exit_code.h"
#include "cli/line/output_form.h"
#include "cli/surroundings.h"
#include "store/schema/schema.h"
#include "store/sqlite/database_file.h"
#include "store/sqlite/version_copy.h"
#include "text/fold.h"
#include "text/hint_words.h"

namespace practice::cli {
namespace {

/// Whether the command sets up a database of which there is no file yet, or one of 0 bytes.
bool makes_database(const Context& context, Needs needs) {
    return needs == Needs::create && !context.dry_run && store::is_free(context.database_file);
}

void open_database_for(Context& context, Needs needs, std::optional<DatabaseInTheMaking>& made) {
    const bool there = store::Database::exists(context.database_file);
    auto options = open_options(context);
    if (needs == Needs::read) {
        if (there) { app::open_database(context, store::Access::read, options); }
    } else if (makes_database(context, needs)) {
        made.emplace(context);
    } else if (there || (needs == Needs::create && !context.dry_run)) {
        options.keeps_nothing = context.dry_run;
        app::open_database(context, store::Access::write, options);
    } else {
        context.database = store::Database::in_memory();  // what only looks, or is refused, leaves no file behind
    }
}

/// An older program refuses the file from now on.
void tell_brought_up_to_date(Context& context) {
    if (!context.database) { return; }
    const auto before = store::version_left_behind(*context.database);
    if (!before) { return; }
    context.note("the database was brought up to date, from version " + std::to_string(*before) + " to " +
                 std::to_string(store::schema_version()) +
                 "; as it was it is kept: " + store::quoted(store::copy_of_version(context.database->file(), *before)));
}

Format output_format(const Arguments& arguments, bool terminal) {
    const auto given = arguments.value("--format");
    if (arguments.has("--json")) {
        if (given && *given != "json") {
            throw misuse("--json and --format " + *given + " ask for two formats", "leave one of the two out");
        }
        return Format::json;
    }
    if (!given) { return terminal ? Format::table : Format::tsv; }
    if (*given == "json") { return Format::json; }
    if (*given == "jsonl") { return Format::jsonl; }
    if (*given == "csv") { return Format::csv; }
    return *given == "tsv" ? Format::tsv : Format::table;
}

bool wants_colour(const Arguments& arguments, const Context& context) {
    const auto& environment = context.environment;
    const auto flag = arguments.value("--color").value_or("auto");
    if (flag != "auto") { return flag == "always"; }
    if (environment.variable("NO_COLOR")) { return false; }
    if (const auto forced = environment.variable("CLICOLOR_FORCE"); forced && *forced != "0") { return true; }
    if (environment.variable("TERM").value_or("") == "dumb") { return false; }
    const auto configured = context.configuration.get("color").value_or("auto");
    return configured == "always" || (configured == "auto" && environment.out_is_terminal);
}

void set_answer(Context& context, const Arguments& arguments) {
    const auto& environment = context.environment;
    const bool to_file = arguments.value("--output").value_or("-") != "-";
    const bool terminal = environment.out_is_terminal && !to_file;
    context.format = output_format(arguments, terminal);
    context.format_given = arguments.has("--format") || arguments.has("--json");
    context.quiet = arguments.has("--quiet");
    context.dry_run = arguments.has("--dry-run");
    context.yes = arguments.has("--yes");
    context.interactive = environment.in_is_terminal && environment.out_is_terminal && !arguments.has("--no-input");
    context.style = {terminal ? environment.width : 100, !to_file && wants_colour(arguments, context), false};
}

bool is_data(const Context& context) {
    return context.prints_data || (context.format != Format::table && context.format != Format::tsv);
}

void deliver(const Context& context, const Arguments& arguments) {
    const auto file = arguments.value("--output").value_or("-");
    if (file != "-" && !context.writes_file_itself) {
        if (!is_data(context)) {
            write_file(file, text::for_screen(context.output, context.style.colour));
        } else if (text::is_for_programs(context.output)) {
            write_file(file, context.output);
        } else {
            write_file(file, text::for_programs(context.output));
        }
        return;
    }
    const auto& environment = context.environment;
    const auto lines = static_cast<std::size_t>(std::ranges::count(context.output, '\n'));
    if (environment.out_is_terminal && lines > environment.height && !arguments.has("--no-pager")) {
        const auto pager =
            environment.variable("PRACTICE_PAGER")
                .value_or(context.configuration.get("pager").value_or(environment.variable("PAGER").value_or("less")));
        if (page(pager, text::for_screen(context.output, context.style.colour))) { return; }
    }
    if (is_data(context)) {
        write_data(environment, context.output);
    } else {
        write_text(environment, context.output, context.style.colour);
    }
}

std::string typed(const std::vector<std::string>& words) {
    std::string line;
    for (const auto& word : words) {
        const bool plain = !word.empty() && word.find_first_of(" \t\n'\"\\$&|;<>()*?#~`") == std::string::npos;
        line += (line.empty() ? "" : " ") + (plain ? word : text::shell_word(word));
    }
    constexpr std::size_t longest = 2000;
    return text::harmless(text::cut(line, longest));
}

void check_words(const std::vector<std::string>& words) {
    constexpr std::size_t longest_word = 65'536;
    for (const auto& word : words) {
        if (word.size() > longest_word) {
            throw misuse("a word of the command line is longer than 64 kB",
                         "put long lists into a file for 'practice import FILE'");
        }
    }
}

/// Whoever is told of a failure would do it again.
Refusal although_done(const Refusal& failure, const std::string& stands) {
    auto problems = failure.problems();
    problems.back().details.push_back(stands);
    Refusal told{failure.kind(), std::move(problems)};
    told.with_clashes(failure.clashes());
    return told;
}

int run_command(const ParsedLine& line, const std::vector<std::string>& words, Environment& environment) {
    const auto& arguments = *line.arguments;
    const auto& command = *line.command;
    std::optional<DatabaseInTheMaking> made;
    Context context{environment};
    set_answer(context, arguments);
    check_output_form(arguments);
    if (command.needs != Needs::nothing) {
        context.configuration = config::load_configuration(configuration_sources(arguments, environment));
        set_answer(context, arguments);
    }
    context.command_line = typed(words);
    context.invocation = Invocation{arguments, environment};
    if (command.needs != Needs::nothing && command.needs != Needs::settings) {
        context.database_file = database_file(arguments, context.configuration, environment);
        if (const auto file = arguments.value("--output"); file && is_same_file(*file, context.database_file)) {
            throw misuse("the answer would be written over the database", "name another file with -o");
        }
        // Of what changes something, the answer's file is not what it fails for afterwards.
        if (const auto file = arguments.value("--output").value_or("-"); file != "-" && command.needs != Needs::read) {
            check_can_write(file);
        }
        context.database_named_by = database_named_by(arguments, context.configuration);
        require_database(context, command.needs);
        if (command.needs != Needs::file && command.needs != Needs::place) {
            open_database_for(context, command.needs, made);
        }
        if (command.needs == Needs::read) { refuse_empty_answer(arguments, context); }
        learn_present(context);
    }
    // A database in the making is gone again where the command fails.
    bool stays = !made;
    try {
        const int code = command.run(arguments, context);
        if (made) {
            made->keep();
            tell_made(context);
        }
        stays = true;
        tell_brought_up_to_date(context);
        try {
            deliver(context, arguments);
        } catch (const ReaderGone&) {}  // who does not read the answer is owed the exit code all the same
        return code;
    } catch (const Refusal& refusal) {
        if (!stays || context.stands.empty()) { throw; }
        throw although_done(refusal, context.stands);
    } catch (const std::bad_alloc&) {
        if (!stays || context.stands.empty()) { throw; }
        throw although_done({RefusalKind::failure, "there was not enough memory to go on"}, context.stands);
    }
}

int show_help(const ParsedLine& line, Environment& environment) {
    std::string text;
    if (line.version) {
        text = "practice " + std::string{version()} + "\n";
    } else if (line.command != nullptr) {
        text = help_of_command(*line.command);
    } else if (!line.topic.empty()) {
        text = help_of_noun(line.topic);
    } else {
        text = help_overview();
    }
    write_text(environment, text, false);
    return kDone;
}

bool wants_json(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--json" || words[i] == "--format=json" || words[i] == "--format=jsonl") { return true; }
        if (words[i] == "--format" && i + 1 < words.size() && words[i + 1].starts_with("json")) { return true; }
    }
    return false;
}

/// The line as it was probably meant, where a dry run can tell what is wrong with its values: it asks nothing, reads
/// neither a file nor standard input, and writes none. Nullopt where it could not.
std::optional<ParsedLine> as_trial(const UnknownFlags& unknown, const std::vector<std::string>& words) {
    const auto meant = unknown.as_meant(words);
    if (!meant) { return std::nullopt; }
    try {
        auto line = parse_line(*meant);
        if (line.command == nullptr || line.command->needs != Needs::write) { return std::nullopt; }
        auto& arguments = *line.arguments;
        const auto is_file = [](const PositionalSpec& one) { return one.kind == ValueKind::file; };
        if (std::ranges::any_of(line.command->positionals, is_file)) { return std::nullopt; }
        if (std::ranges::find(arguments.positionals(), "-") != arguments.positionals().end()) { return std::nullopt; }
        for (const auto* const flag : {"--dry-run", "--yes", "--no-input"}) { arguments.set(flag, {}); }
        arguments.set("--output", {"-"});
        return line;
    } catch (const Refusal&) { return std::nullopt; }  // that flag was not meant
}

/// What is wrong with the values as well: found by a dry run of which nobody hears anything else.
Refusal with_problems_of_values(const UnknownFlags& unknown, const ParsedLine& line,
                                const std::vector<std::string>& words, const Environment& world) {
    Problems problems;
    problems.add(unknown);
    std::ostringstream nowhere;
    auto environment = world;
    environment.out = environment.err = environment.err_controls = &nowhere;
    environment.out_is_terminal = environment.err_is_terminal = false;
    try {
        run_command(line, words, environment);
    } catch (const Refusal& values) {
        using enum RefusalKind;
        const bool of_words = values.kind() == misuse || values.kind() == not_found || values.kind() == ambiguous;
        if (of_words) { problems.add(values); }
    } catch (const std::exception&) {}  // the line is refused, whatever else there is
    return problems.refusal();
}

int report(const Refusal& refusal, const std::vector<std::string>& words, const Invocation& invocation,
           Environment& environment) {
    *environment.err << (wants_json(words) ? error_json(refusal, invocation) : error_text(refusal, invocation))
                     << std::flush;
    return exit_code(refusal.kind());
}

}  // namespace

int run(const std::vector<std::string>& words, Environment& world) {
    ScreenBuffer screen{*world.err};
    std::ostream err{&screen};
    err << std::unitbuf;  // nothing stays behind what is printed elsewhere meanwhile
    Environment environment = world;
    environment.err = &err;
    environment.err_controls = world.err;
    Invocation invocation;
    const auto tell = [&](const Refusal& refusal) { return report(refusal, words, invocation, environment); };
    try {
        check_words(words);
        const auto line = parse_line(words);
        if (line.arguments) { invocation = Invocation{*line.arguments, environment}; }
        return line.help || line.version ? show_help(line, environment) : run_command(line, words, environment);
    } catch (const ReaderGone&) { return kDone; } catch (const Declined& no) {
        err << "practice: " << no.message << '\n';
        return kDone;
    } catch (const UnknownFlags& unknown) {
        const auto trial = as_trial(unknown, words);
        if (!trial) { return tell(unknown); }
        invocation = Invocation{*trial->arguments, environment};
        return tell(with_problems_of_values(unknown, *trial, words, environment));
    } catch (const Refusal& refusal) { return tell(refusal); } catch (const std::bad_alloc&) {
        return tell(
            Refusal{RefusalKind::failure, "there is not enough memory", "close other programs, then try again"});
    } catch (const std::exception& error) {
        return tell(Refusal{RefusalKind::failure, "this should not have happened: " + std::string{error.what()},
                            "nothing was written; please report it with the command that shows it"});
    }
}

}  // namespace practice::cli
