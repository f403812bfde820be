// SPDX-License-Identifier: MIT
#include "cli/schedule_source.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "app/import/series_rows.h"
#include "app/problems.h"
#include "cli/calendar_source.h"
#include "cli/schedule_parts.h"
#include "config/schedule_file.h"
#include "config/text_file.h"
#include "practice/keyword.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"
#include "text/dates/other_dates.h"
#include "text/dates/parse_time.h"
#include "text/rows/read_csv.h"
#include "text/rows/read_json_rows.h"

namespace practice::cli {
namespace {

constexpr std::string_view kFormats = "csv|yaml|json|jsonl|ics";
constexpr std::string_view kTemplates = "csv|yaml|json|jsonl";
/// Events take more room than rows do.
constexpr std::size_t kBytesOfCalendar = 128U << 20U;
constexpr int kMostRows = 10'000'000;
/// What a row may be long on average, where more rows are asked for than fit into the usual size.
constexpr std::size_t kBytesForRow = 512;

std::optional<ScheduleFormat> format_by_name(const std::string& file) {
    const auto ending = small_letters(std::filesystem::path{file}.extension().string());
    if (ending == ".tsv" || ending == ".txt") { return ScheduleFormat::csv; }
    if (ending == ".yml") { return ScheduleFormat::yaml; }
    if (ending == ".ndjson") { return ScheduleFormat::jsonl; }
    return ending.empty() ? std::nullopt : parse_schedule_format(ending.substr(1));
}

std::optional<ScheduleFormat> format_said(const std::string& file, const Arguments& arguments) {
    if (const auto given = arguments.value("--from-format")) { return parse_schedule_format(*given).value(); }
    return format_by_name(file);
}

/// Of bytes whose format nobody said: calendars are known by how they begin.
ScheduleFormat format_of(const std::string& file, std::string_view bytes) {
    if (looks_like_calendar(bytes)) { return ScheduleFormat::calendar; }
    throw misuse(file == "-" ? "standard input does not say which format it has"
                             : "the name " + practice::quoted(file) + " does not say which format the file has",
                 "add --from-format " + std::string{kFormats});
}

/// "Client Name=client,When=at"
std::map<std::string, std::string> read_map(const Arguments& arguments, const ScheduleColumns& columns) {
    std::map<std::string, std::string> renamed;
    std::vector<std::string> names{"none"};
    for (const auto& column : columns.known) { names.push_back(column.name); }
    Problems problems;
    for (const auto& words : arguments.values("--map")) {
        for (const auto part : split(words, ',')) {
            problems.attempt([&] {
                const auto equals = part.rfind('=');
                const auto theirs = trimmed(part.substr(0, equals));
                if (equals == std::string_view::npos || theirs.empty()) {
                    throw misuse(practice::quoted(part) + " does not say which column is which",
                                 "type it as 'NAME IN THE FILE=COLUMN', such as --map 'Client Name=client,When=at'");
                }
                const auto ours = small_letters(trimmed(part.substr(equals + 1)));
                if (std::ranges::find(names, ours) == names.end()) {
                    const auto near = nearest(ours, names, 1);
                    throw misuse("there is no column " + practice::quoted(ours),
                                 near.empty() ? "the columns are " + names_of(columns) + "; none: not read"
                                              : "did you mean " + near.front() + "?");
                }
                return renamed[std::string{theirs}] = ours;
            });
        }
    }
    problems.raise_if_any();
    return renamed;
}

ScheduleLimits read_limits(const Arguments& arguments) {
    ScheduleLimits limits;
    if (const auto rows = arguments.value("--max-rows")) {
        limits.rows = static_cast<std::size_t>(text::parse_number(*rows, "--max-rows", 1, kMostRows));
    }
    return limits;
}

std::size_t most_bytes(const ScheduleLimits& limits) {
    const ScheduleLimits usual;
    const auto further = limits.rows > usual.rows ? limits.rows - usual.rows : 0;
    return config::kLargestTextFile + further * kBytesForRow;
}

std::string bytes_of(const std::string& file, std::size_t most, const Context& context) {
    if (file != "-") { return config::read_text_file(file, most); }
    if (context.environment.in_is_terminal) {
        throw misuse("the rows are expected on standard input, which is your keyboard",
                     "name a file, or write: practice import - --from-format csv < schedule.csv");
    }
    return config::read_text_stream(*context.environment.in, "standard input", most);
}

ScheduleFile read_rows(const std::string& name, std::string bytes, ScheduleFormat format,
                       const ScheduleColumns& columns, const ScheduleLimits& limits) {
    if (format == ScheduleFormat::csv) { return text::read_csv(std::move(bytes), columns, limits); }
    if (format == ScheduleFormat::json) { return text::read_json_rows(std::move(bytes), columns, limits); }
    if (format == ScheduleFormat::jsonl) { return text::read_json_lines(std::move(bytes), columns, limits); }
    return config::read_yaml_rows({name, std::move(bytes)}, columns, limits);
}

/// The dates of a cell as ISO has them; words that are no dates stay.
std::string iso_dates(std::string_view text, const text::DateFormat& format) {
    std::string out;
    for (const auto part : split(text, ',')) {
        const auto word = keyword(part);
        const bool is_word = word.empty() || word == "next" || says_never(word);
        out += (out.empty() ? "" : ",") + (is_word ? word : format.to_iso(part));
    }
    return out;
}

constexpr std::array<std::string_view, 7> kDateColumns{"at", "ends", "except", "added", "date", "end", "end-date"};

bool is_time_of_day(std::string_view text) {
    try {
        static_cast<void>(text::parse_time_of_day(text));
        return true;
    } catch (const Refusal&) { return false; }
}

void read_their_dates(ScheduleFile& file, const text::DateFormat& format) {
    std::set<std::size_t> dates;
    for (std::size_t i = 0; i < file.columns.size(); ++i) {
        const auto& name = file.columns[i];
        if (std::ranges::find(kDateColumns, name) != kDateColumns.end()) { dates.insert(i); }
    }
    std::erase_if(file.rows, [&](ScheduleRow& row) {
        const auto before = file.problems.size();
        for (auto& cell : row.cells) {
            if (!dates.contains(cell.column)) { continue; }
            const auto& name = file.columns[cell.column];
            try {
                const bool is_list = name == "ends" || name == "except" || name == "added";
                const bool is_word = is_keyword(cell.text, "next") || (name == "end" && is_time_of_day(cell.text));
                if (!is_list && is_word) { continue; }
                cell.text = file.texts.keep(is_list ? iso_dates(cell.text, format) : format.to_iso(cell.text));
            } catch (const Refusal& refusal) {
                const auto& problem = refusal.problems().front();
                file.problems.push_back({row.line, name, problem.message, problem.hint, std::string{row.source}, false,
                                         0, std::string{cell.text}});
            }
        }
        return file.problems.size() > before;
    });
    std::ranges::stable_sort(file.problems, {}, &ScheduleProblem::line);
}

}  // namespace

std::optional<ScheduleFormat> parse_schedule_format(std::string_view text) {
    if (text == "csv") { return ScheduleFormat::csv; }
    if (text == "yaml") { return ScheduleFormat::yaml; }
    if (text == "json") { return ScheduleFormat::json; }
    if (text == "jsonl") { return ScheduleFormat::jsonl; }
    if (text == "ics") { return ScheduleFormat::calendar; }
    return std::nullopt;
}

std::vector<OptionSpec> schedule_source_options() {
    using enum Takes;
    std::vector<OptionSpec> options{
        {"--from-format", "FORMAT", one_value, "what the file is, where its name does not say it", "",
         ValueKind::choice, kFormats},
        {"--map", "NAME=COLUMN,...", many_values,
         "what the file calls the columns: 'Client Name=client,When=at'; NAME=none is not read"},
        {"--date-format", "FORMAT", one_value, "how the file writes dates: '%m/%d/%Y %H:%M'"},
        {"--max-rows", "N", one_value, "read so many rows, and a larger file; 100000, when not given"},
        {"--template", "FORMAT", one_value, "print an empty file with each column explained", "", ValueKind::choice,
         kTemplates},
    };
    for (const auto& option : calendar_source_options()) { options.push_back(option); }
    return options;
}

ScheduleFile read_schedule(const std::string& file, RowsAre what, const Arguments& arguments, Context& context) {
    Problems problems;
    auto columns = columns_of(what);
    auto format = format_said(file, arguments);
    const auto renamed = problems.attempt([&] { return read_map(arguments, columns); });
    const auto limits = problems.attempt([&] { return read_limits(arguments); });
    const auto dates = problems.attempt([&] {
        const auto given = arguments.value("--date-format");
        return given ? std::optional{text::DateFormat{*given}} : std::nullopt;
    });
    problems.raise_if_any();
    columns.renamed = *renamed;
    const bool unknown = !format;
    const bool calendar = unknown || format == ScheduleFormat::calendar;
    auto bytes =
        bytes_of(file, calendar ? std::max(most_bytes(*limits), kBytesOfCalendar) : most_bytes(*limits), context);
    if (unknown) { format = format_of(file, bytes); }
    if (format == ScheduleFormat::calendar) {
        if (what != RowsAre::sessions) {
            throw misuse("a calendar file has sessions, and no lists of other things", "leave out --as");
        }
        for (const auto* const flag : {"--map", "--date-format"}) {
            if (!arguments.has(flag)) { continue; }
            throw misuse(std::string{flag} + " is about columns, and a calendar has none",
                         "leave it out; a --mapping file says what the words of a calendar mean");
        }
        return read_calendar_rows(bytes, arguments, context);
    }
    auto rows = read_rows(file == "-" ? "standard input" : file, std::move(bytes), *format, columns, *limits);
    if (*dates) { read_their_dates(rows, **dates); }
    if (what == RowsAre::sessions) { put_parts_together(rows, arguments, context); }
    read_added_dates(rows);
    if (what == RowsAre::sessions) { translate_table_rows(rows, arguments); }
    return rows;
}

}  // namespace practice::cli
