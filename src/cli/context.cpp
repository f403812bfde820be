// SPDX-License-Identifier: MIT
#include "cli/context.h"

#include <algorithm>
#include <ostream>

#include "practice/person_name.h"
#include "practice/zone_lookup.h"
#include "text/fold.h"

namespace practice::cli {

void Context::note(std::string_view text) {
    if (quiet) { return; }
    *environment.err << "practice: note: " << invocation.completed(text) << '\n';
}

void Context::print_undo() {
    if (made) { print_line("Undo with: " + command("undo " + std::to_string(made->value))); }
}

const Practice& Context::require_practice() const {
    if (!practice) {
        throw Refusal{RefusalKind::not_found, "there is no practice here yet",
                      "write its settings into a file and run 'practice apply FILE' (see 'practice apply --help')"};
    }
    return *practice;
}

const TimeZone& Context::zone(std::string_view name) const {
    return stored_zone(*environment.zones, name);
}

const TimeZone& Context::named_zone(std::string_view name) const {
    if (const auto* found = known_zone(*environment.zones, name)) { return *found; }
    std::string hint = "use a name such as America/New_York or Europe/Berlin";
    if (const auto near = nearest(name, environment.zones->names()); !near.empty()) {
        hint = "did you mean '" + near.front() + "'?";
    }
    throw misuse("'" + text::harmless(text::cut(name, 60)) + "' is not a time zone", hint);
}

const TimeZone& Context::zone() const {
    return zone(require_practice().time_zone);
}

text::Now Context::local_now() const {
    return {zone().to_local(now), require_practice().week_starts};
}

store::OperationNote Context::operation() const {
    return {now, environment.account, command_line};
}

std::string stands_as(OperationId operation) {
    const auto number = std::to_string(operation.value);
    return "what was asked for was done all the same, as operation " + number + "; take it back with: practice undo " +
           number;
}

Change::Change(Context& context) : context_{context}, writing_{*context.database, context.operation()} {}

void Change::commit() {
    if (context_.dry_run) { return; }
    const bool leaves_entry = writing_.changed();
    writing_.commit();
    if (!leaves_entry) { return; }
    context_.made = OperationId{writing_.operation()};
    context_.stands = stands_as(*context_.made);
}

}  // namespace practice::cli
