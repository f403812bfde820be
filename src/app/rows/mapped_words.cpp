// SPDX-License-Identifier: MIT
#include "app/rows/mapped_words.h"

#include "config/calendar_mapping_file.h"
#include "config/text_file.h"
#include "practice/refusal.h"

namespace practice::app {
namespace {

CalendarMapping read_mapping_file(const SourceWords& words) {
    const auto& file = words.mapping;
    return file ? config::read_calendar_mapping({*file, config::read_text_file(*file)}) : CalendarMapping{};
}

}  // namespace

CalendarMapping read_mapping(const SourceWords& words) {
    auto mapping = read_mapping_file(words);
    if (!words.summary.empty()) {
        mapping.patterns.clear();
        for (const auto& pattern : words.summary) { mapping.patterns.emplace_back(pattern); }
    }
    if (words.location_is_room) { mapping.location_is_room = *words.location_is_room; }
    return mapping;
}

void translate_table_rows(ScheduleFile& file, const SourceWords& words) {
    const auto mapping = read_mapping_file(words);
    std::string of_events;
    if (!words.summary.empty()) { of_events = "`summary` is"; }
    if (words.location_is_room) { of_events = "`location` is"; }
    if (!mapping.patterns.empty()) { of_events = "'summary' in the mapping file is"; }
    if (!mapping.events.empty()) { of_events = "'events' in the mapping file are"; }
    if (mapping.location_is_room) { of_events = "'location' in the mapping file is"; }
    if (!of_events.empty()) {
        throw misuse(of_events + " about the events of a calendar, and this file is none",
                     "leave it out: `map` says what the columns are, and a `mapping` file has clients, services, "
                     "rooms and professionals");
    }
    translate_rows(file, mapping);
}

void add_defaults(SessionWords& defaults, const SourceWords& words) {
    const auto mapping = read_mapping_file(words);
    if (!defaults.professional && !mapping.professional.empty()) { defaults.professional = mapping.professional; }
    if (defaults.services.empty()) { defaults.services = mapping.services; }
    if (!defaults.room && !defaults.is_virtual && !mapping.room.empty()) { defaults.room = mapping.room; }
}

}  // namespace practice::app
