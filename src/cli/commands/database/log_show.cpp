// SPDX-License-Identifier: MIT
// log show: what an operation changed, before and after.
#include "app/undo/operations.h"
#include "cli/answer/listing.h"
#include "cli/line/arguments.h"
#include "cli/line/command.h"
#include "cli/line/exit_code.h"

namespace practice::cli {
namespace {

void print_facts(Context& context, const std::vector<std::vector<std::string>>& facts) {
    if (context.format == Format::csv) {
        context.print(text::csv_record(text::fact_fields()));
        for (const auto& values : facts) { context.print(text::csv_record(values)); }
        return;
    }
    text::Table table;
    for (const auto& values : facts) {
        auto& row = table.rows.emplace_back();
        for (const auto& value : values) { row.push_back({value}); }
    }
    context.print(text::to_tsv(table));
}

int run(const Arguments& arguments, Context& context) {
    std::vector<OperationId> ids;
    for (const auto& text : arguments.positionals()) { ids.push_back(read_operation_id(text)); }
    std::vector<std::string> objects;
    std::string told;
    const Directory directory{context};
    const auto names = names_now(context, directory);
    for (const auto id : ids) {
        const auto operation = find_operation(context, id);
        if (context.quiet) {
            context.print_line(std::to_string(id.value));
            continue;
        }
        const auto view = view_of(context, operation);
        const auto rows = rows_of(store::load_changes(*context.database, id));
        const auto things = text::things_of(rows, names);
        if (context.format == Format::json || context.format == Format::jsonl) {
            objects.push_back(text::operation_shown_json(view, things, rows));
        } else if (context.format == Format::csv || (context.format == Format::tsv && context.format_given)) {
            print_facts(context, text::fact_values(things));
        } else {
            const auto where_all = context.command("log show " + std::to_string(id.value) + " --json");
            told += (told.empty() ? "" : "\n") + text::operation_told(view, things, where_all);
        }
    }
    context.print(told);
    if (objects.size() == 1) { context.print_line(objects.front()); }
    if (objects.size() > 1) { print_json(context, objects); }
    return kDone;
}

}  // namespace

Command log_show_command() {
    return {
        .name = "log show",
        .summary = "Show what was changed, before and after",
        .needs = Needs::read,
        .positionals = {{"N", "the number of an operation, as 'practice log' lists it", true, true,
                         ValueKind::operation}},
        .options = {},
        .examples =
            {
                {"practice log show 14", "In words"},
                {"practice log show 14 --json", "With every row before and after"},
            },
        .run = run,
    };
}

}  // namespace practice::cli
