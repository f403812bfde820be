// SPDX-License-Identifier: MIT
#include "app/office.h"

#include "app/database/open_database.h"
#include "practice/person_name.h"
#include "practice/zone_lookup.h"
#include "text/fold.h"

namespace practice::app {

const Practice& Office::require_practice() const {
    if (!practice) {
        throw Refusal{RefusalKind::not_found, "there is no practice here yet",
                      "write its settings into a file and run 'practice apply FILE' (see 'practice apply `help`')"};
    }
    return *practice;
}

const TimeZone& Office::zone(std::string_view name) const {
    return stored_zone(*zones, name);
}

const TimeZone& Office::named_zone(std::string_view name) const {
    if (const auto* found = known_zone(*zones, name)) { return *found; }
    std::string hint = "use a name such as America/New_York or Europe/Berlin";
    if (const auto near = nearest(name, zones->names()); !near.empty()) {
        hint = "did you mean '" + near.front() + "'?";
    }
    throw misuse("'" + text::harmless(text::cut(name, 60)) + "' is not a time zone", hint);
}

const TimeZone& Office::zone() const {
    return zone(require_practice().time_zone);
}

text::Now Office::local_now() const {
    return {zone().to_local(now), require_practice().week_starts};
}

store::OperationNote Office::operation() const {
    return {now, account, command_line};
}

Office open_office(const std::filesystem::path& file, store::Access access, const TimeZones& zones, Instant now,
                   const config::Sources& configured) {
    Office office;
    office.zones = &zones;
    office.now = now;
    office.configuration = config::load_configuration(configured);
    office.database_file = file.string();
    open_database(office, access, open_options(office));
    return office;
}

std::string stands_as(OperationId operation, const std::string& back) {
    return "what was asked for was done all the same, as operation " + std::to_string(operation.value) +
           "; take it back with: practice " + back;
}

Change::Change(Office& office) : office_{office}, writing_{*office.database, office.operation()} {}

void Change::commit() {
    if (office_.dry_run) { return; }
    const bool leaves_entry = writing_.changed();
    writing_.commit();
    if (!leaves_entry) { return; }
    office_.made = OperationId{writing_.operation()};
    office_.stands = stands_as(*office_.made, "undo " + std::to_string(office_.made->value));
}

}  // namespace practice::app
