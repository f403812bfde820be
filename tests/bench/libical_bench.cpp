// SPDX-License-Identifier: MIT
// What libical alone takes for a calendar file, as a whole process: `libical_bench read FILE` parses one,
// `libical_bench write FILE COUNT` builds one with the properties of a feed and serialises it.
#include <libical/ical.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

namespace {

int read(const char* file) {
    std::ostringstream text;
    text << std::ifstream{file}.rdbuf();
    auto* calendar = icalparser_parse_string(text.str().c_str());
    if (calendar == nullptr) { return 1; }
    std::cout << icalcomponent_count_components(calendar, ICAL_VEVENT_COMPONENT) << " events\n";
    icalcomponent_free(calendar);
    return 0;
}

icalproperty* at(icalproperty* property) {
    icalproperty_add_parameter(property, icalparameter_new_tzid("America/New_York"));
    return property;
}

icalcomponent* event(int number) {
    const auto stamp = icaltime_from_string("20261123T130000Z");
    auto start = icaltime_from_string("20261130T090000");
    icaltime_adjust(&start, number / 8, number % 8, 0, 0);
    auto end = start;
    icaltime_adjust(&end, 0, 0, 45, 0);
    const auto summary = "Client " + std::to_string(number) + " (p01x)";
    const auto uid = std::to_string(number) + "ea326298aeacb54cc9935abb9fff3a";
    return icalcomponent_vanew(ICAL_VEVENT_COMPONENT, icalproperty_new_uid(uid.c_str()),
                               icalproperty_new_dtstamp(stamp), icalproperty_new_lastmodified(stamp),
                               icalproperty_new_sequence(0), at(icalproperty_new_dtstart(start)),
                               at(icalproperty_new_dtend(end)), icalproperty_new_summary(summary.c_str()),
                               icalproperty_new_location("Room 5"), static_cast<void*>(nullptr));
}

int write(const char* file, int count) {
    auto* calendar = icalcomponent_vanew(ICAL_VCALENDAR_COMPONENT, icalproperty_new_version("2.0"),
                                         icalproperty_new_prodid("-//bench//bench//EN"), static_cast<void*>(nullptr));
    for (int i = 0; i < count; ++i) { icalcomponent_add_component(calendar, event(i)); }
    auto* text = icalcomponent_as_ical_string_r(calendar);
    std::ofstream{file} << text;
    icalmemory_free_buffer(text);
    icalcomponent_free(calendar);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "read" && argc == 3) { return read(argv[2]); }
    if (what == "write" && argc == 4) { return write(argv[2], std::atoi(argv[3])); }
    std::cerr << "usage: libical_bench read FILE\n       libical_bench write FILE COUNT\n";
    return 2;
}
