// SPDX-License-Identifier: MIT
#include "cli/flags/source_flags.h"

#include "app/rows/file_rows.h"
#include "cli/input_file.h"

namespace practice::cli {
namespace {

constexpr std::string_view kFormats = "csv|yaml|json|jsonl|ics";
constexpr std::string_view kTemplates = "csv|yaml|json|jsonl";

}  // namespace

std::vector<OptionSpec> source_options() {
    using enum Takes;
    return {
        {"--from-format", "FORMAT", one_value, "what the file is, where its name does not say it", "",
         ValueKind::choice, kFormats},
        {"--map", "NAME=COLUMN,...", many_values,
         "what the file calls the columns: 'Client Name=client,When=at'; NAME=none is not read"},
        {"--date-format", "FORMAT", one_value, "how the file writes dates: '%m/%d/%Y %H:%M'"},
        {"--max-rows", "N", one_value, "read so many rows, and a larger file; 100000, when not given"},
        {"--template", "FORMAT", one_value, "print an empty file with each column explained", "", ValueKind::choice,
         kTemplates},
        {"--summary", "PATTERN", many_values,
         "of a calendar: what its events' names say, '{client} - {service}'; '{client}', when not given"},
        {"--location", "WHAT", one_value, "of a calendar: whether a place is a room of that name", "",
         ValueKind::choice, "room|none"},
        {"--mapping", "FILE", one_value, "which words of the file mean whom, what and where", "", ValueKind::file},
    };
}

app::SourceWords source_words(const Arguments& arguments) {
    app::SourceWords words;
    if (const auto format = arguments.value("--from-format")) { words.format = app::parse_schedule_format(*format); }
    words.map = arguments.values("--map");
    words.date_format = arguments.value("--date-format");
    words.max_rows = arguments.value("--max-rows");
    words.time_zone = arguments.value("--time-zone");
    words.summary = arguments.values("--summary");
    if (const auto location = arguments.value("--location")) { words.location_is_room = *location == "room"; }
    words.mapping = arguments.value("--mapping");
    return words;
}

app::RowSource row_source(std::string file, const Environment& environment) {
    return {file, [file, &environment](std::size_t most) {
                return read_input(file, environment, most,
                                  misuse("the rows are expected on standard input, which is your keyboard",
                                         "name a file, or write: practice import - --from-format csv < schedule.csv"));
            }};
}

}  // namespace practice::cli
