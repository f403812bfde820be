// SPDX-License-Identifier: MIT
#include "cli/calendar_source.h"

#include <algorithm>

#include "config/calendar_mapping_file.h"
#include "ical/calendar_reader.h"
#include "practice/plain_text.h"

namespace practice::cli {
namespace {

constexpr std::string_view kBegin = "begin:vcalendar";

CalendarMapping read_mapping_file(const Arguments& arguments) {
    const auto file = arguments.value("--mapping");
    return file ? config::read_calendar_mapping({*file, config::read_text_file(*file)}) : CalendarMapping{};
}

CalendarMapping read_mapping(const Arguments& arguments) {
    auto mapping = read_mapping_file(arguments);
    if (const auto patterns = arguments.values("--summary"); !patterns.empty()) {
        mapping.patterns.clear();
        for (const auto& pattern : patterns) { mapping.patterns.emplace_back(pattern); }
    }
    if (const auto location = arguments.value("--location")) { mapping.location_is_room = *location == "room"; }
    return mapping;
}

const TimeZone* chosen_zone(const Arguments& arguments, const Context& context) {
    const auto& options = arguments.command().options;
    if (std::ranges::find(options, "--time-zone", &OptionSpec::name) == options.end()) { return nullptr; }
    const auto name = arguments.value("--time-zone");
    return name ? &context.named_zone(*name) : nullptr;
}

}  // namespace

std::vector<OptionSpec> calendar_source_options() {
    using enum Takes;
    return {
        {"--summary", "PATTERN", many_values,
         "of a calendar: what its events' names say, '{client} - {service}'; '{client}', when not given"},
        {"--location", "WHAT", one_value, "of a calendar: whether a place is a room of that name", "",
         ValueKind::choice, "room|none"},
        {"--mapping", "FILE", one_value, "which words of the file mean whom, what and where", "", ValueKind::file},
    };
}

bool looks_like_calendar(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) { bytes.remove_prefix(byte_order_mark.size()); }
    return small_letters(bytes.substr(0, kBegin.size())) == kBegin;
}

ScheduleFile read_calendar_rows(std::string_view bytes, const Arguments& arguments, const Context& context) {
    const auto& zones = *context.environment.zones;
    const auto mapping = read_mapping(arguments);
    const auto& practice_zone = context.zone();
    const auto* chosen = chosen_zone(arguments, context);
    const auto calendar = ical::read_calendar(bytes, {&zones, &practice_zone, chosen, context.now});
    return schedule_of(calendar, mapping, {&practice_zone, chosen, &context.zone("UTC")});
}

void translate_table_rows(ScheduleFile& file, const Arguments& arguments) {
    const auto mapping = read_mapping_file(arguments);
    std::string of_events;
    if (!arguments.values("--summary").empty()) { of_events = "--summary is"; }
    if (arguments.value("--location")) { of_events = "--location is"; }
    if (!mapping.patterns.empty()) { of_events = "'summary' in the mapping file is"; }
    if (!mapping.events.empty()) { of_events = "'events' in the mapping file are"; }
    if (mapping.location_is_room) { of_events = "'location' in the mapping file is"; }
    if (!of_events.empty()) {
        throw misuse(of_events + " about the events of a calendar, and this file is none",
                     "leave it out: --map says what the columns are, and a --mapping file has clients, services, "
                     "rooms and professionals");
    }
    translate_rows(file, mapping);
}

void add_defaults(SessionWords& defaults, const Arguments& arguments) {
    const auto mapping = read_mapping_file(arguments);
    if (!defaults.professional && !mapping.professional.empty()) { defaults.professional = mapping.professional; }
    if (defaults.services.empty()) { defaults.services = mapping.services; }
    if (!defaults.room && !defaults.is_virtual && !mapping.room.empty()) { defaults.room = mapping.room; }
}

}  // namespace practice::cli
