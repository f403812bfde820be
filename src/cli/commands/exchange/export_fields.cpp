// SPDX-License-Identifier: MIT
// export fields: which fields a feed of some privacy takes out of the machine.
#include "cli/answer/listing.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"
#include "cli/line/invocation.h"
#include "practice/feeds/feed.h"
#include "text/json.h"

namespace practice::cli {
namespace {

Listing<FeedField> field_listing() {
    const auto leaves = [](const FeedField& field) { return std::string{field.leaves ? "yes" : "no"}; };
    Listing<FeedField> listing;
    listing.columns = {{"Field"}, {"Leaves"}, {"What it says"}};
    listing.cells = [leaves](const FeedField& field) {
        return std::vector<text::Cell>{{field.property}, {leaves(field)}, {field.says}};
    };
    listing.fields = {"field", "leaves", "says"};
    listing.values = [leaves](const FeedField& field) {
        return std::vector<std::string>{field.property, leaves(field), field.says};
    };
    listing.json = [](const FeedField& field) {
        return "{\"field\":" + text::json_string(field.property) + ",\"leaves\":" + (field.leaves ? "true" : "false") +
               ",\"says\":" + text::json_string(field.says) + '}';
    };
    listing.id = [](const FeedField& field) { return field.property; };
    return listing;
}

int run(const Arguments& arguments, Context& context) {
    const auto privacy = parse_privacy(arguments.value("--privacy").value_or("code")).value();
    auto fields = feed_fields(privacy);
    for (auto& field : fields) { field.says = with_flags(field.says); }
    print_listing<FeedField>(context, fields, field_listing());
    return kDone;
}

}  // namespace

Command export_fields_command() {
    return Command{
        .name = "export fields",
        .summary = "Show which fields a feed takes out of this machine",
        .needs = Needs::settings,
        .positionals = {},
        .options = {{"--privacy", "LEVEL", Takes::one_value, "of a feed like this; code, when not given", "",
                     ValueKind::choice, "busy|code|initials|first|full"}},
        .examples =
            {
                {"practice export fields --privacy initials", "What a feed with initials tells"},
                {"practice export fields --privacy full --json", "The same of a full one, for a program"},
            },
        .run = run,
        .description = "",
    };
}

}  // namespace practice::cli
