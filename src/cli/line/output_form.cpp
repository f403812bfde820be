// SPDX-License-Identifier: MIT
#include "cli/line/output_form.h"

#include <algorithm>
#include <array>

#include "cli/line/named_command.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::cli {
namespace {

struct FormOfFormat {
    std::string_view format;
    std::string_view says;
    std::string_view instead;  // the export that is that
};

constexpr auto kFormats = std::to_array<FormOfFormat>({
    {"table", "a table", "practice session list"},
    {"json", "JSON", "practice export json"},
    {"jsonl", "JSON Lines", "practice export jsonl"},
    {"csv", "CSV", "practice export csv"},
    {"tsv", "tabs", "practice session list --format tsv"},
});

struct PrintedForm {
    OutputForm form;
    std::string_view says;
    std::string_view formats;  // those that do not contradict it
};

constexpr auto kForms = std::to_array<PrintedForm>({
    {OutputForm::words, "no list", "table tsv json jsonl"},
    {OutputForm::prose, "text for people", "table tsv"},
    {OutputForm::script, "a script", ""},
    {OutputForm::calendar, "iCalendar", ""},
    {OutputForm::csv, "CSV", "csv"},
    {OutputForm::json, "JSON", "json"},
    {OutputForm::json_lines, "JSON Lines", "jsonl"},
    {OutputForm::yaml, "YAML", ""},
});

const PrintedForm& printed_as(OutputForm form) {
    return *std::ranges::find(kForms, form, &PrintedForm::form);
}

bool fits(OutputForm form, std::string_view format) {
    const auto formats = split(printed_as(form).formats, ' ');
    return std::ranges::find(formats, format) != formats.end();
}

/// Empty: nothing is said.
std::string format_asked_for(const Arguments& arguments) {
    return arguments.has("--json") ? "json" : arguments.value("--format").value_or("");
}

bool exports_sessions(const Command& command) {
    return command.name == "export csv" || command.name == "export json" || command.name == "export jsonl" ||
           command.name == "export ics" || command.name == "dump";
}

OutputForm form_of(const Arguments& arguments) {
    const auto& command = arguments.command();
    // The form of a template is said by its own flag.
    if (find_option(command.options, "--template") != nullptr && arguments.has("--template")) {
        return OutputForm::any;
    }
    if (command.form == OutputForm::any) {
        const bool changes = command.needs == Needs::write || command.needs == Needs::create;
        return changes ? OutputForm::words : OutputForm::any;
    }
    const bool tells_of_file = exports_sessions(command) && command.name != "dump";
    return tells_of_file && arguments.value("--output").value_or("-") != "-" ? OutputForm::words : command.form;
}

std::string instead_of(const Arguments& arguments, OutputForm form, const FormOfFormat& asked,
                       const std::string& flag) {
    const auto& command = arguments.command();
    std::string hint = "leave " + flag + " out";
    if (form == OutputForm::words) {
        hint += ", or take --json";
        if (find_option(command.options, "--from-format") != nullptr) {
            hint += "; what the file is, is said with --from-format " + std::string{asked.format};
        }
    } else if (exports_sessions(command)) {
        hint += "; sessions as " + std::string{asked.says} + ": " + std::string{asked.instead};
    } else if (find_option(command.options, "--template") != nullptr && asked.format.find_first_of("jc") == 0) {
        hint += ", or say it there: --template " + std::string{asked.format};
    }
    return hint;
}

}  // namespace

void check_output_form(const Arguments& arguments, OutputForm form, std::string_view what) {
    const auto format = format_asked_for(arguments);
    // Ids are the same in every format.
    if (format.empty() || form == OutputForm::any || (form == OutputForm::words && arguments.has("--quiet"))) {
        return;
    }
    if (fits(form, format)) { return; }
    const auto& printed = printed_as(form);
    const auto& asked = *std::ranges::find(kFormats, std::string_view{format}, &FormOfFormat::format);
    const std::string flag = arguments.has("--json") ? "--json" : "--format " + format;
    throw misuse("'practice " + std::string{what} + "' prints " + std::string{printed.says} + ", and " + flag +
                     " asks for " + std::string{asked.says},
                 instead_of(arguments, form, asked, flag));
}

void check_output_form(const Arguments& arguments) {
    const auto& command = arguments.command();
    const auto form = form_of(arguments);
    // Whoever says of a file what it is anyway says nothing about what is told of it.
    if (form != command.form && command.form != OutputForm::any && fits(command.form, format_asked_for(arguments))) {
        return;
    }
    check_output_form(arguments, form, command.name);
}

}  // namespace practice::cli
