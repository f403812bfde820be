// SPDX-License-Identifier: MIT
// config list: every key, what it is set to, and what set it.
#include <optional>

#include "cli/answer/listing.h"
#include "cli/help/environment_variables.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/surroundings.h"

namespace practice::cli {
namespace {

struct Setting {
    std::string key;
    std::string value;  // empty: unset
    std::string origin;
    std::string place;  // the file and line, the variable or the flag; empty for what is built in
    std::string variable;
    std::string help;
};

Setting configured(const config::Key& key, const config::Configuration& configuration) {
    Setting setting{
        std::string{key.name}, "", std::string{to_string(config::Origin::built_in)}, "", std::string{key.variable},
        std::string{key.help}};
    const auto* value = configuration.find(key.name);
    if (value == nullptr) { return setting; }
    setting.value = value->text;
    setting.origin = to_string(value->origin);
    if (value->line > 0) { setting.place = value->file + ":" + std::to_string(value->line); }
    if (value->origin == config::Origin::environment) { setting.place = setting.variable; }
    return setting;
}

/// What a flag of this very line says instead, and where the database is when nothing says so.
void overrule(Setting& setting, const Arguments& arguments, const Context& context) {
    const std::string flag = setting.key == "database" ? "--db" : setting.key == "color" ? "--color" : "";
    if (!flag.empty() && arguments.has(flag)) {
        setting.value = arguments.value(flag).value();
        setting.origin = "flag";
        setting.place = flag;
    } else if (setting.key == "database" && setting.value.empty()) {
        setting.value = database_file(arguments, context.configuration, context.environment);
        setting.origin = to_string(config::Origin::built_in);
        setting.place.clear();
    }
}

Listing<Setting> setting_listing(bool origins) {
    Listing<Setting> listing;
    listing.columns = {{"Key"}, {"Value", false, 20}};
    listing.fields = {"key", "value"};
    if (origins) {
        listing.columns.insert(listing.columns.end(), {{"Origin"}, {"Place", false, 20}});
        listing.fields.insert(listing.fields.end(), {"origin", "place"});
    }
    listing.values = [origins](const Setting& setting) {
        std::vector<std::string> values{setting.key, setting.value};
        if (origins) { values.insert(values.end(), {setting.origin, setting.place}); }
        return values;
    };
    listing.cells = [values = listing.values](const Setting& setting) {
        std::vector<text::Cell> cells;
        for (auto& value : values(setting)) { cells.push_back({std::move(value)}); }
        return cells;
    };
    listing.json = [](const Setting& setting) {
        text::JsonObject object;
        object.text("key", setting.key).text_or_null("value", setting.value).text("origin", setting.origin);
        object.text_or_null("place", setting.place).text("variable", setting.variable).text("help", setting.help);
        return object.take();
    };
    listing.id = [](const Setting& setting) { return setting.key; };
    return listing;
}

/// Every variable that the program reads; `value` is what it is set to now.
struct Variable {
    std::string name;
    std::string value;
    std::string help;
};

Listing<Variable> variable_listing() {
    Listing<Variable> listing;
    listing.columns = {{"Variable"}, {"Value", false, 10}, {"Meaning", false, 20}};
    listing.fields = {"variable", "value", "help"};
    listing.values = [](const Variable& variable) {
        return std::vector<std::string>{variable.name, variable.value, variable.help};
    };
    listing.cells = [](const Variable& variable) {
        return std::vector<text::Cell>{{variable.name}, {variable.value}, {variable.help}};
    };
    listing.json = [](const Variable& variable) {
        text::JsonObject object;
        object.text("variable", variable.name).text_or_null("value", variable.value).text("help", variable.help);
        return object.take();
    };
    listing.id = [](const Variable& variable) { return variable.name; };
    return listing;
}

void list_variables(Context& context) {
    std::vector<Variable> variables;
    const auto put = [&](std::string_view name, std::string help) {
        const std::string variable{name};
        variables.push_back({variable, context.environment.variable(variable).value_or(""), std::move(help)});
    };
    for (const auto& key : config::keys()) { put(key.variable, std::string{key.name} + ": " + std::string{key.help}); }
    for (const auto& variable : environment_variables()) { put(variable.name, std::string{variable.help}); }
    print_listing<Variable>(context, variables, variable_listing());
}

int run(const Arguments& arguments, Context& context) {
    if (arguments.has("--variables")) {
        list_variables(context);
        return kDone;
    }
    std::vector<Setting> settings;
    for (const auto& key : config::keys()) {
        overrule(settings.emplace_back(configured(key, context.configuration)), arguments, context);
    }
    print_listing<Setting>(context, settings, setting_listing(arguments.has("--show-origin")));
    return kDone;
}

}  // namespace

Command config_list_command() {
    return {
        .name = "config list",
        .summary = "List every key of the configuration and its value",
        .needs = Needs::settings,
        .positionals = {},
        .options = {{"--show-origin", "", Takes::nothing, "say what gave each value: flag, variable, file and line"},
                    {"--variables", "", Takes::nothing, "list the environment variables that are read instead"}},
        .examples =
            {
                {"practice config list --show-origin", "Where each value comes from"},
                {"practice config list --variables", "The environment variables and what they are set to"},
            },
        .run = run,
        .description =
            "What comes first decides: flags, PRACTICE_* variables, the file of --config, the user's file, the "
            "system's, what is built in. 'none' in a file or a variable unsets what a later one says.",
    };
}

}  // namespace practice::cli
