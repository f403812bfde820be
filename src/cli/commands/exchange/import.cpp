// SPDX-License-Identifier: MIT
// import: a whole schedule, or a list of clients, professionals, rooms or services, out of a file.
#include <array>

#include "app/database/same_file.h"
#include "app/import/file_import.h"
#include "app/rows/file_rows.h"
#include "app/rows/mapped_words.h"
#include "app/rows/rejected_rows.h"
#include "app/rows/row_template.h"
#include "cli/answer/import_answer.h"
#include "cli/answer/output_file.h"
#include "cli/flags/clash_flags.h"
#include "cli/flags/row_columns.h"
#include "cli/flags/session_flags.h"
#include "cli/flags/source_flags.h"
#include "cli/input_file.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/line/output_form.h"

namespace practice::cli {
namespace {

std::vector<OptionSpec> options() {
    using enum Takes;
    std::vector<OptionSpec> list{
        {"--as", "WHAT", one_value, "what the rows are; sessions, when not given", "", ValueKind::choice,
         "sessions|clients|professionals|rooms|services"},
        {"--keep-going", "", nothing, "import the rows that are right, and leave out the others"},
        {"--rejects", "FILE", one_value, "write the rows that were left out, with the reasons", "", ValueKind::file},
        {"--mirror", "", nothing, "cancel what an earlier import has made, is still to come and no row has any more"},
        {"--as-file", "", nothing, "put back what was changed here since, to what the file says"},
        allow_future_option(),
        {"--create-clients", "", nothing, "add clients that are not there yet"},
        {"--professional", "CODE", one_value, "of rows that do not say who gives it", "", ValueKind::professional},
        {"--client", "NAME", many_values, "of rows that do not say who comes", "", ValueKind::client},
        {"--service", "CODE", many_values, "of rows that do not say what is done", "", ValueKind::service},
        {"--room", "NAME", one_value, "of rows that do not say where", "", ValueKind::room},
        {"--virtual", "", nothing, "rows that do not say where are in a virtual room"},
        {"--length", "MINUTES", one_value, "of rows that do not say how long"},
        {"--time-zone", "ZONE", one_value, "of rows that do not say in which; the practice's, when not given", "",
         ValueKind::time_zone},
    };
    const auto clashes =
        clash_options("refuse (the default), skip the dates and rows that clash, or allow; a row may say its own");
    list.insert(list.end(), clashes.begin(), clashes.end());
    const auto more = source_options();
    list.insert(list.end(), more.begin(), more.end());
    return list;
}

ImportOptions read_options(const Arguments& arguments, bool yes) {
    ImportOptions read;
    read.policy = read_clash_policy(arguments);
    read.keep_going = arguments.has("--keep-going");
    read.mirror = arguments.has("--mirror");
    read.asks_before_cancelling = !yes;
    read.as_file = arguments.has("--as-file");
    read.create_clients = arguments.has("--create-clients");
    read.defaults.professional = arguments.value("--professional");
    read.defaults.clients = arguments.values("--client");
    read.defaults.services = arguments.values("--service");
    read.defaults.room = arguments.value("--room");
    read.defaults.is_virtual = arguments.has("--virtual");
    read.defaults.length = arguments.value("--length");
    read.defaults.time_zone = arguments.value("--time-zone");
    read.defaults.allow_future = arguments.has("--allow-future");
    read.defaults.alter_records = yes;
    return read;
}

/// What is said of sessions says nothing of lists of other things.
void check_are_of_sessions(const Arguments& arguments, const std::string& rows) {
    constexpr std::array kOfSessions{"--on-conflict",    "--allow",        "--mirror",  "--as-file",
                                     "--create-clients", "--professional", "--client",  "--service",
                                     "--room",           "--virtual",      "--length",  "--time-zone",
                                     "--summary",        "--location",     "--mapping", "--allow-future"};
    for (const auto* const flag : kOfSessions) {
        if (!arguments.has(flag)) { continue; }
        throw misuse(std::string{flag} + " is about sessions, and the rows are " + rows, "leave it out");
    }
}

/// Where the rows that are left out, and the answer, are to be written must not be where they come from; and that it
/// cannot be written is to be known before anything is.
void check_files(const Arguments& arguments, const std::string& input, const Context& context) {
    const auto rejects = arguments.value("--rejects").value_or("-");
    const auto output = arguments.value("--output").value_or("-");
    const auto refuse = [](std::string_view flag, std::string_view what) {
        throw misuse(std::string{flag} + " would be written over " + std::string{what},
                     "name another file with " + std::string{flag});
    };
    if (rejects != "-") {
        if (is_same_file(rejects, input)) { refuse("--rejects", "the file that is imported"); }
        if (is_same_file(rejects, context.database_file)) { refuse("--rejects", "the database"); }
        if (rejects == output || is_same_file(rejects, output)) { refuse("--rejects", "the answer of -o"); }
        if (!context.dry_run) { check_can_write(rejects); }
    }
    if (output != "-") {
        if (is_same_file(output, input)) { refuse("-o", "the file that is imported"); }
    }
}

/// Before anything is kept: rows that are left out must not be lost.
void write_rejects(const std::optional<std::string>& file, const ImportReport& report, Context& context) {
    if (!file || context.dry_run) { return; }
    auto rows = report.rejected_rows();
    for (auto& row : rows) { row.reason = with_flags(row.reason); }
    const auto text = rejects_text(report.file(), rows);
    if (*file == "-") {
        context.print(text);
    } else {
        write_file(*file, text);
    }
}

int answer(Context& context, const ImportOptions& options, const ImportReport& report, const ImportAnswer& told) {
    if (report.keeps_nothing(options.keep_going)) {
        throw report.refusal(context.dry_run ? "nothing could be imported" : "nothing was imported",
                             "import the others with --keep-going --rejects FILE");
    }
    told.print(report);
    return report.rejected() > 0 ? kSomeRowsLeftOut : kDone;
}

OutputForm form_of_template(std::string_view format) {
    if (format == "csv") { return OutputForm::csv; }
    if (format == "json") { return OutputForm::json; }
    return format == "jsonl" ? OutputForm::json_lines : OutputForm::yaml;
}

int run(const Arguments& arguments, Context& context) {
    const auto what = parse_rows_are(arguments.value("--as").value_or("sessions")).value();
    if (const auto format = arguments.value("--template")) {
        check_output_form(arguments, form_of_template(*format), "import --template " + *format);
        context.print(row_template(columns_of(what), parse_schedule_format(*format).value()));
        return kDone;
    }
    auto options = read_options(arguments, context.yes);
    if (what != RowsAre::sessions) { check_are_of_sessions(arguments, *arguments.value("--as")); }
    const auto name = arguments.positional(0).value_or("");
    if (name.empty()) {
        throw misuse("which file to import is not said",
                     "name it, or - for standard input: practice import schedule.csv");
    }
    check_files(arguments, name, context);
    const auto words = source_words(arguments);
    const auto file = read_file_rows(row_source(name, context.environment), what, columns_of(what), words, context);
    if (arguments.has("--rejects")) { check_leaves_out(file, options); }
    if (file.format != ScheduleFormat::calendar) { add_defaults(options.defaults, words); }

    const Interrupts interrupts;
    const auto keep_rejects = [&](const ImportReport& report) {
        write_rejects(arguments.value("--rejects"), report, context);
    };
    ImportAnswer told{context, file, keep_rejects};
    const auto report = import_file(context, file, input_name(name), what, options, told);
    return answer(context, options, report, told);
}

}  // namespace

Command import_command() {
    return {
        .name = "import",
        .summary = "Bring in a whole schedule from a file",
        .needs = Needs::write,
        .positionals = {{"FILE", "CSV, YAML, JSON, JSON Lines or a calendar (.ics); - for standard input", false, false,
                         ValueKind::file}},
        .options = options(),
        .examples =
            {
                {"practice import schedule.csv --dry-run", "See what it would do"},
                {"practice import schedule.csv", "Do it: all of it, or nothing"},
            },
        .run = run,
        .description =
            "The columns, or keys, are named as the flags of 'session add'; several clients or services in one cell "
            "are separated by ; and 'ref' is a key of your own, by which the row finds its session again. So the same "
            "file twice changes nothing, and a row that was changed changes its session: what it leaves empty stays "
            "as it is, 'none' takes it away. Only what a row says otherwise than last time is applied: what was "
            "changed here since stays, unless --as-file puts it back. Rows without a ref are always new. A ref may be "
            "the uid of a session, and "
            "with @DATE it means one date of a series, as 'practice export csv' writes them.\n"
            "Everything is checked first, and everything that is wrong is told at once, with its line: then nothing "
            "is written. With --keep-going the rows that are right are imported, the others written to --rejects, in "
            "the format of the file; the exit code is then 6. With --on-conflict skip that is so for rows that clash, "
            "and a series does without the dates that do, each of them told; a series that clashes for ever is wrong "
            "all the same, and so is a date that the file itself names. Past dates and statuses are taken as they "
            "are; what was attended or missed, or cancelled and is over, a row alters only with --yes, but for its "
            "status; and what is cancelled it does not move.\n"
            "Rows that are gone from the file are left alone, unless --mirror cancels their sessions.\n"
            "The events of a calendar are such rows, their UID is the ref. Who comes is read from their names, as "
            "--summary says; a --mapping file says what else its words mean. What cannot be a session (all-day events, "
            "reminders) is named and left out. What 'practice export ics --privacy full' wrote comes back whole, "
            "with every rule and all dates that were added, left out or changed, but for notes and reasons; a series "
            "that "
            "another program has changed since is what its events say. 'practice dump' and 'load' carry everything.",
    };
}

}  // namespace practice::cli
