// SPDX-License-Identifier: MIT
#include "app/rows/file_rows.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>

#include "app/import/words/series_rows.h"
#include "app/problems.h"
#include "app/rows/calendar_rows.h"
#include "app/rows/column_parts.h"
#include "app/rows/mapped_words.h"
#include "config/schedule_file.h"
#include "config/text_file.h"
#include "practice/keyword.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"
#include "text/dates/other_dates.h"
#include "text/dates/parse_time.h"
#include "text/rows/read_csv.h"
#include "text/rows/read_json_rows.h"

namespace practice::app {
namespace {

constexpr std::string_view kFormats = "csv|yaml|json|jsonl|ics";
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

/// Of bytes whose format nobody said: calendars are known by how they begin.
ScheduleFormat format_of(const std::string& file, std::string_view bytes) {
    if (looks_like_calendar(bytes)) { return ScheduleFormat::calendar; }
    throw misuse(file == "-" ? "standard input does not say which format it has"
                             : "the name " + practice::quoted(file) + " does not say which format the file has",
                 "add `from-format " + std::string{kFormats} + "`");
}

/// "Client Name=client,When=at"
std::map<std::string, std::string> read_map(const SourceWords& source, const ScheduleColumns& columns) {
    std::map<std::string, std::string> renamed;
    std::vector<std::string> names{"none"};
    for (const auto& column : columns.known) { names.push_back(column.name); }
    Problems problems;
    for (const auto& words : source.map) {
        for (const auto part : split(words, ',')) {
            problems.attempt([&] {
                const auto equals = part.rfind('=');
                const auto theirs = trimmed(part.substr(0, equals));
                if (equals == std::string_view::npos || theirs.empty()) {
                    throw misuse(practice::quoted(part) + " does not say which column is which",
                                 "type it as 'NAME IN THE FILE=COLUMN', such as `map 'Client Name=client,When=at'`");
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

ScheduleLimits read_limits(const SourceWords& words) {
    ScheduleLimits limits;
    if (const auto& rows = words.max_rows) {
        limits.rows = static_cast<std::size_t>(text::parse_number(*rows, "`max-rows`", 1, kMostRows));
    }
    return limits;
}

std::size_t most_bytes(const ScheduleLimits& limits) {
    const ScheduleLimits usual;
    const auto further = limits.rows > usual.rows ? limits.rows - usual.rows : 0;
    return config::kLargestTextFile + further * kBytesForRow;
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

ScheduleFile read_file_rows(const RowSource& source, RowsAre what, ScheduleColumns columns, const SourceWords& words,
                            const Office& office) {
    const auto& file = source.file;
    Problems problems;
    auto format = words.format ? words.format : format_by_name(file);
    const auto renamed = problems.attempt([&] { return read_map(words, columns); });
    const auto limits = problems.attempt([&] { return read_limits(words); });
    const auto dates = problems.attempt(
        [&] { return words.date_format ? std::optional{text::DateFormat{*words.date_format}} : std::nullopt; });
    problems.raise_if_any();
    columns.renamed = *renamed;
    const bool unknown = !format;
    const bool calendar = unknown || format == ScheduleFormat::calendar;
    auto bytes = source.bytes(calendar ? std::max(most_bytes(*limits), kBytesOfCalendar) : most_bytes(*limits));
    if (unknown) { format = format_of(file, bytes); }
    if (format == ScheduleFormat::calendar) {
        if (what != RowsAre::sessions) {
            throw misuse("a calendar file has sessions, and no lists of other things", "leave out `as`");
        }
        if (!words.map.empty() || words.date_format) {
            throw misuse(std::string{words.map.empty() ? "`date-format`" : "`map`"} +
                             " is about columns, and a calendar has none",
                         "leave it out; a `mapping` file says what the words of a calendar mean");
        }
        return read_calendar_rows(bytes, words, office);
    }
    auto rows = read_rows(file == "-" ? "standard input" : file, std::move(bytes), *format, columns, *limits);
    if (*dates) { read_their_dates(rows, **dates); }
    if (what == RowsAre::sessions) { put_parts_together(rows, words.time_zone, office); }
    read_added_dates(rows);
    if (what == RowsAre::sessions) { translate_table_rows(rows, words); }
    return rows;
}

}  // namespace practice::app
