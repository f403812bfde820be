// SPDX-License-Identifier: MIT
// libical, loaded when it is first needed. It brings ICU with it, which would cost every start of the program
// a few milliseconds; so it is not linked, and its functions are called through this table. Their types are
// those of its header.
#pragma once

#include <libical/ical.h>

#include <memory>
#include <string>

namespace practice::ical {

class Libical {
public:
    /// Throws Refusal(failure) when the library is not installed.
    [[nodiscard]] static const Libical& loaded();

    decltype(&::icalcomponent_new) component_new;
    decltype(&::icalcomponent_free) component_free;
    decltype(&::icalcomponent_add_component) component_add_component;
    decltype(&::icalcomponent_add_property) component_add_property;
    decltype(&::icalcomponent_as_ical_string_r) component_as_text;
    decltype(&::icalproperty_free) property_free;
    decltype(&::icalproperty_as_ical_string_r) property_as_text;
    decltype(&::icalproperty_add_parameter) property_add_parameter;
    decltype(&::icalproperty_set_x_name) property_set_x_name;
    decltype(&::icalproperty_new_x) new_x;
    decltype(&::icalproperty_new_version) new_version;
    decltype(&::icalproperty_new_prodid) new_prodid;
    decltype(&::icalproperty_new_calscale) new_calscale;
    decltype(&::icalproperty_new_name) new_name;
    decltype(&::icalproperty_new_uid) new_uid;
    decltype(&::icalproperty_new_dtstamp) new_dtstamp;
    decltype(&::icalproperty_new_lastmodified) new_lastmodified;
    decltype(&::icalproperty_new_sequence) new_sequence;
    decltype(&::icalproperty_new_dtstart) new_dtstart;
    decltype(&::icalproperty_new_dtend) new_dtend;
    decltype(&::icalproperty_new_recurrenceid) new_recurrenceid;
    decltype(&::icalproperty_new_exdate) new_exdate;
    decltype(&::icalproperty_new_rrule) new_rrule;
    decltype(&::icalproperty_new_summary) new_summary;
    decltype(&::icalproperty_new_location) new_location;
    decltype(&::icalproperty_new_conference) new_conference;
    decltype(&::icalproperty_new_description) new_description;
    decltype(&::icalproperty_new_status) new_status;
    decltype(&::icalproperty_new_transp) new_transp;
    decltype(&::icalproperty_new_method) new_method;
    decltype(&::icalproperty_new_organizer) new_organizer;
    decltype(&::icalproperty_new_attendee) new_attendee;
    decltype(&::icalproperty_new_tzid) new_tzid;
    decltype(&::icalproperty_new_tzoffsetfrom) new_tzoffsetfrom;
    decltype(&::icalproperty_new_tzoffsetto) new_tzoffsetto;
    decltype(&::icalparameter_new_tzid) parameter_tzid;
    decltype(&::icalparameter_new_cn) parameter_cn;
    decltype(&::icalparameter_new_role) parameter_role;
    decltype(&::icalparameter_new_partstat) parameter_partstat;
    decltype(&::icalparameter_new_value) parameter_value;
    decltype(&::icalparameter_new_feature) parameter_feature;
    decltype(&::icalrecurrencetype_from_string) rule_from_text;
    decltype(&::icaltimezone_get_utc_timezone) utc;
    decltype(&::icalmemory_free_buffer) free_text;

    decltype(&::icalparser_parse_string) parse;
    decltype(&::icalcomponent_count_errors) count_errors;
    decltype(&::icalcomponent_get_first_property) first_property;
    decltype(&::icalcomponent_get_next_property) next_property;
    decltype(&::icalproperty_isa) kind_of;
    decltype(&::icalproperty_get_x_name) x_name;
    decltype(&::icalproperty_get_value) value_of;
    decltype(&::icalvalue_isa) value_kind;
    decltype(&::icalvalue_get_text) text_of;
    decltype(&::icalvalue_get_x) x_text_of;
    decltype(&::icalvalue_get_caladdress) address_of;

private:
    Libical();
};

struct FreeComponent {
    void operator()(icalcomponent* component) const { Libical::loaded().component_free(component); }
};
struct FreeProperty {
    void operator()(icalproperty* property) const { Libical::loaded().property_free(property); }
};
using Component = std::unique_ptr<icalcomponent, FreeComponent>;
using Property = std::unique_ptr<icalproperty, FreeProperty>;

/// Copies a text that libical allocated, with its lines folded right, and frees it. Throws Refusal(failure) for null.
[[nodiscard]] std::string taken(char* text);

}  // namespace practice::ical
