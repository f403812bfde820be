// SPDX-License-Identifier: MIT
// __commands: the command table, and what else the manual names, as JSON. The manual is made from it
// (man/generate.py), and tests compare documents with it.
#include <array>
#include <nlohmann/json.hpp>

#include "app/version.h"
#include "cli/context.h"
#include "cli/flags/row_columns.h"
#include "cli/help/environment_variables.h"
#include "cli/help/help_topics.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "config/configuration.h"
#include "config/settings_shape.h"
#include "text/json.h"

namespace practice::cli {
namespace {

using text::Json;

template <class Items, class Tell>
Json listed(const Items& items, Tell tell) {
    Json list = Json::array();
    for (const auto& item : items) { list.push_back(tell(item)); }
    return list;
}

Json flag_object(const OptionSpec& option) {
    return {{"name", option.name},       {"short", option.short_name},
            {"value", option.value},     {"repeatable", option.takes == Takes::many_values},
            {"choices", option.choices}, {"help", option.help}};
}

Json argument_object(const PositionalSpec& argument) {
    return {{"name", argument.name}, {"required", argument.required}, {"many", argument.many}, {"help", argument.help}};
}

/// The database, or copies of it.
bool changes_something(Needs needs) {
    return needs == Needs::write || needs == Needs::create || needs == Needs::file || needs == Needs::place;
}

Json command_object(const Command& command) {
    return {{"name", command.name},
            {"summary", command.summary},
            {"description", command.description},
            {"hidden", command.hidden},
            {"changes", changes_something(command.needs)},
            {"arguments", listed(command.positionals, argument_object)},
            {"flags", listed(command.options, flag_object)},
            {"examples", listed(command.examples, [](const Example& example) -> Json {
                 return {{"what", example.what}, {"command", example.command}};
             })}};
}

/// The columns of a file to import.
Json columns_object(std::string_view rows) {
    Json object{{"rows", rows}};
    object["columns"] =
        listed(columns_of(parse_rows_are(rows).value()).known, [](const ScheduleColumn& column) -> Json {
            return {{"name", column.name}, {"help", column.help}};
        });
    return object;
}

int run(const Arguments&, Context& context) {
    Json rows;
    rows["version"] = version();
    rows["nouns"] = listed(nouns(), [](const Noun& noun) -> Json {
        return {{"name", noun.name}, {"summary", noun.summary}, {"group", noun.group}};
    });
    rows["flags"] = listed(global_options(), flag_object);
    rows["commands"] = listed(command_table(), command_object);
    rows["exit_codes"] = listed(kExitCodes, [](const ExitCodeMeaning& row) -> Json {
        return {{"code", static_cast<int>(row.code)}, {"name", row.name}, {"meaning", row.meaning}};
    });
    rows["variables"] = listed(environment_variables(), [](const EnvironmentVariable& row) -> Json {
        return {{"name", row.name}, {"meaning", row.help}};
    });
    rows["configuration"] = listed(config::keys(), [](const config::Key& key) -> Json {
        return {{"name", key.name},
                {"variable", key.variable},
                {"built_in", key.built_in},
                {"choices", key.choices},
                {"help", key.help}};
    });
    rows["settings"] = listed(config::settings_shape(), [](const config::SectionShape& section) -> Json {
        return {{"name", section.name},
                {"keys", listed(section.keys, [](const config::KeyShape& key) { return Json(key.name); })}};
    });
    rows["columns"] = listed(
        std::array<std::string_view, 5>{"sessions", "clients", "professionals", "rooms", "services"}, columns_object);
    rows["topics"] = help_topics();
    context.print_line(text::json_line(rows));
    return kDone;
}

}  // namespace

Command command_rows_command() {
    return {.name = "__commands",
            .summary = "The commands, flags, exit codes, variables and keys as JSON",
            .needs = Needs::nothing,
            .positionals = {},
            .options = {},
            .examples = {},
            .run = run,
            .hidden = true};
}

}  // namespace practice::cli
