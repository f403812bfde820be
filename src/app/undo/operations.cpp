// SPDX-License-Identifier: MIT
#include "app/undo/operations.h"

#include <algorithm>
#include <charconv>

#include "text/fold.h"

namespace practice::app {
namespace {

std::optional<store::Operation> load(store::Database& database, const std::optional<OperationId>& id) {
    return id ? store::load_operation(database, *id) : std::nullopt;
}

const TimeZone& log_zone(const Office& office) {
    return office.practice ? office.zone() : office.zone("UTC");
}

template <class Thing>
std::string name_in(const std::vector<Thing>& things, std::int64_t id) {
    const auto found = std::ranges::find_if(things, [&](const Thing& thing) { return thing.id.value == id; });
    return found == things.end() ? std::string{} : text::harmless(found->name.text);
}

}  // namespace

Turns turns_of(store::Database& database, const store::Operation& operation) {
    Turns turns{operation, operation, false};
    std::size_t steps = 0;
    while (auto before = load(database, turns.root.undoes)) {
        turns.root = std::move(*before);
        ++steps;
    }
    while (auto next = load(database, turns.tip.undone_by)) {
        turns.tip = std::move(*next);
        ++steps;
    }
    turns.undone = steps % 2 == 1;
    return turns;
}

text::LoggedOperation view_of(Office& office, const store::Operation& operation) {
    const auto& zone = log_zone(office);
    text::LoggedOperation view;
    view.id = operation.id;
    view.at = zone.to_local(operation.at);
    view.offset = zone.offset_at(operation.at);
    view.who = text::harmless(operation.who);
    view.command = text::harmless(operation.command);
    view.undoes = operation.undoes;
    view.undone_by = operation.undone_by;
    view.changes = operation.changes;
    view.hash = operation.hash;
    view.about = operation.id;
    if (!operation.undoes && !operation.undone_by) { return view; }
    const auto turns = turns_of(*office.database, operation);
    view.about = turns.root.id;
    if (operation.undoes) {
        auto alone = operation;  // its own turn: that of the root up to here
        alone.undone_by.reset();
        view.redid = !turns_of(*office.database, alone).undone;
        view.undone = operation.undone_by.has_value();
    } else {
        view.undone = turns.undone;
        view.last_turn = turns.tip.id;
    }
    return view;
}

std::vector<text::LoggedRow> rows_of(const std::vector<store::Change>& changes) {
    std::vector<text::LoggedRow> rows;
    rows.reserve(changes.size());
    for (const auto& change : changes) { rows.push_back({change.table, change.key, change.before, change.after}); }
    return rows;
}

text::LoggedNames names_now(const Office& office, const Directory& directory) {
    text::LoggedNames names;
    names.find = [&directory](std::string_view kind, std::int64_t id) -> std::string {
        if (kind == "professional") { return name_in(directory.professionals(), id); }
        if (kind == "room") { return name_in(directory.rooms(), id); }
        if (kind == "client") { return name_in(directory.clients(), id); }
        if (kind == "service") {
            const auto& all = directory.services();
            const auto found = std::ranges::find_if(all, [&](const Service& one) { return one.id.value == id; });
            return found == all.end() ? std::string{} : text::harmless(found->code);
        }
        if (kind == "feed") { return name_in(directory.feeds(), id); }
        const auto& all = directory.recurrences();
        const auto found = std::ranges::find_if(all, [&](const NamedRecurrence& one) { return one.id.value == id; });
        return found == all.end() ? std::string{} : text::harmless(found->name);
    };
    if (office.practice) { names.currency = office.practice->currency; }
    return names;
}

OperationId read_operation_id(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error == std::errc{} && end == text.data() + text.size() && number > 0) { return {number}; }
    throw misuse("'" + text::harmless(text::cut(text, 40)) + "' is not the number of an operation",
                 "use a number such as 14; 'practice log' shows them");
}

store::Operation find_operation(Office& office, OperationId id) {
    auto operation = office.database ? store::load_operation(*office.database, id) : std::nullopt;
    if (operation) { return std::move(*operation); }
    throw Refusal{RefusalKind::not_found, "there is no operation " + std::to_string(id.value),
                  "'practice log' shows them all"};
}

}  // namespace practice::app
