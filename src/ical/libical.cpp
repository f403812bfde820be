// SPDX-License-Identifier: MIT
#include "ical/libical.h"

#include <dlfcn.h>

#include "practice/refusal.h"

namespace practice::ical {
namespace {

Refusal missing(const std::string& what) {
    return Refusal{RefusalKind::failure, "calendar files need the library " + what + ", which cannot be loaded",
                   "install it, on Debian: apt-get install libical3"};
}

std::string file_name() {
    return "libical.so." + std::to_string(ICAL_MAJOR_VERSION);
}

void* library() {
    void* handle = ::dlopen(file_name().c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (handle == nullptr) { throw missing(file_name()); }
    return handle;
}

template <class Function>
void find(void* from, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(from, name));
    if (function == nullptr) { throw missing(file_name() + " with " + name); }
}

/// libical 3.0.16 folds the end of a line that is just full: a lone CR or LF then stands on a line of its own.
void mend_folds(std::string& text) {
    for (const std::string_view broken : {"\r\r\n \n", "\r\n \r\n"}) {
        for (auto at = text.find(broken); at != std::string::npos; at = text.find(broken, at)) {
            text.replace(at, broken.size(), "\r\n");
        }
    }
}

}  // namespace

Libical::Libical() {
    void* from = library();
    find(from, "icalcomponent_new", component_new);
    find(from, "icalcomponent_free", component_free);
    find(from, "icalcomponent_add_component", component_add_component);
    find(from, "icalcomponent_add_property", component_add_property);
    find(from, "icalcomponent_as_ical_string_r", component_as_text);
    find(from, "icalproperty_free", property_free);
    find(from, "icalproperty_as_ical_string_r", property_as_text);
    find(from, "icalproperty_add_parameter", property_add_parameter);
    find(from, "icalproperty_set_x_name", property_set_x_name);
    find(from, "icalproperty_new_x", new_x);
    find(from, "icalproperty_new_version", new_version);
    find(from, "icalproperty_new_prodid", new_prodid);
    find(from, "icalproperty_new_calscale", new_calscale);
    find(from, "icalproperty_new_name", new_name);
    find(from, "icalproperty_new_uid", new_uid);
    find(from, "icalproperty_new_dtstamp", new_dtstamp);
    find(from, "icalproperty_new_lastmodified", new_lastmodified);
    find(from, "icalproperty_new_sequence", new_sequence);
    find(from, "icalproperty_new_dtstart", new_dtstart);
    find(from, "icalproperty_new_dtend", new_dtend);
    find(from, "icalproperty_new_recurrenceid", new_recurrenceid);
    find(from, "icalproperty_new_exdate", new_exdate);
    find(from, "icalproperty_new_rrule", new_rrule);
    find(from, "icalproperty_new_summary", new_summary);
    find(from, "icalproperty_new_location", new_location);
    find(from, "icalproperty_new_conference", new_conference);
    find(from, "icalproperty_new_description", new_description);
    find(from, "icalproperty_new_status", new_status);
    find(from, "icalproperty_new_transp", new_transp);
    find(from, "icalproperty_new_method", new_method);
    find(from, "icalproperty_new_organizer", new_organizer);
    find(from, "icalproperty_new_attendee", new_attendee);
    find(from, "icalproperty_new_tzid", new_tzid);
    find(from, "icalproperty_new_tzoffsetfrom", new_tzoffsetfrom);
    find(from, "icalproperty_new_tzoffsetto", new_tzoffsetto);
    find(from, "icalparameter_new_tzid", parameter_tzid);
    find(from, "icalparameter_new_cn", parameter_cn);
    find(from, "icalparameter_new_role", parameter_role);
    find(from, "icalparameter_new_partstat", parameter_partstat);
    find(from, "icalparameter_new_value", parameter_value);
    find(from, "icalparameter_new_feature", parameter_feature);
    find(from, "icalrecurrencetype_from_string", rule_from_text);
    find(from, "icaltimezone_get_utc_timezone", utc);
    find(from, "icalmemory_free_buffer", free_text);
    find(from, "icalparser_parse_string", parse);
    find(from, "icalcomponent_count_errors", count_errors);
    find(from, "icalcomponent_get_first_property", first_property);
    find(from, "icalcomponent_get_next_property", next_property);
    find(from, "icalproperty_isa", kind_of);
    find(from, "icalproperty_get_x_name", x_name);
    find(from, "icalproperty_get_value", value_of);
    find(from, "icalvalue_isa", value_kind);
    find(from, "icalvalue_get_text", text_of);
    find(from, "icalvalue_get_x", x_text_of);
    find(from, "icalvalue_get_caladdress", address_of);
}

const Libical& Libical::loaded() {
    static const Libical library;
    return library;
}

std::string taken(char* text) {
    if (text == nullptr) {
        throw Refusal{RefusalKind::failure, "an event could not be written down", "please report it"};
    }
    const std::unique_ptr<char, void (*)(void*)> owned{text, Libical::loaded().free_text};
    std::string written{text};
    mend_folds(written);
    return written;
}

}  // namespace practice::ical
