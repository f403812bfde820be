// SPDX-License-Identifier: MIT
// One way to answer with a list, in every format of the contract. A verb says how one thing is shown; only
// what the format asked for is made.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "cli/context.h"
#include "text/json.h"
#include "text/table.h"

namespace practice::cli {

template <class Thing>
struct Listing {
    /// On a terminal.
    std::vector<text::Column> columns;
    std::function<std::vector<text::Cell>(const Thing&)> cells;
    /// For programs: the CSV header, and the values in its order (TSV has no header).
    std::vector<std::string> fields;
    std::function<std::vector<std::string>(const Thing&)> values;
    /// One JSON object, as a line.
    std::function<std::string(const Thing&)> json;
    /// What -q prints.
    std::function<std::string(const Thing&)> id;
    /// Said on a terminal instead of an empty table, "no clients yet; add one: ...".
    std::string when_empty;
};

/// The formats but the table's, for things that are already made into text.
void print_json(Context& context, const std::vector<std::string>& objects);

template <class Thing>
void print_listing(Context& context, std::span<const Thing> things, const Listing<Thing>& listing) {
    if (context.quiet) {
        for (const auto& thing : things) { context.print_line(listing.id(thing)); }
        return;
    }
    if (context.format == Format::json || context.format == Format::jsonl) {
        std::vector<std::string> objects;
        objects.reserve(things.size());
        for (const auto& thing : things) { objects.push_back(listing.json(thing)); }
        print_json(context, objects);
        return;
    }
    if (context.format == Format::table) {
        if (things.empty()) {
            context.print_line(context.invocation.completed(listing.when_empty));
            return;
        }
        text::Table table{listing.columns, {}};
        for (const auto& thing : things) { table.rows.push_back(listing.cells(thing)); }
        context.print(text::to_terminal(table, context.style));
        return;
    }
    if (context.format == Format::csv) { context.print(text::csv_record(listing.fields)); }
    text::Table rows;
    for (const auto& thing : things) {
        auto values = listing.values(thing);
        if (context.format == Format::csv) {
            context.print(text::csv_record(values));
            continue;
        }
        auto& row = rows.rows.emplace_back();
        for (auto& value : values) { row.push_back({std::move(value)}); }
    }
    context.print(text::to_tsv(rows));
}

}  // namespace practice::cli
