// SPDX-License-Identifier: MIT
// What goes wrong with libical 3.0.16 and is kept away from it here: line breaks in values (one_line.h), empty
// texts (it writes X-LIC-ERROR), zones of its own (it prefixes their names), and texts that it lends (only _r).
#include "ical/feed_writer.h"

#include <algorithm>
#include <map>

#include "ical/invitation_writer.h"
#include "ical/libical.h"
#include "ical/one_line.h"

namespace practice::ical {
namespace {

constexpr std::size_t kPiece = 65'536;
constexpr std::chrono::year kFirstYear{1970};

icaltimetype time_value(LocalTime time, bool utc) {
    const auto date = fields_of(date_of(time));
    const std::chrono::hh_mm_ss clock{time_of_day(time)};
    icaltimetype value{};
    value.year = static_cast<int>(date.year());
    value.month = static_cast<int>(static_cast<unsigned>(date.month()));
    value.day = static_cast<int>(static_cast<unsigned>(date.day()));
    value.hour = static_cast<int>(clock.hours().count());
    value.minute = static_cast<int>(clock.minutes().count());
    value.second = static_cast<int>(clock.seconds().count());
    value.zone = utc ? Libical::loaded().utc() : nullptr;
    return value;
}

class FeedWriter {
public:
    explicit FeedWriter(const Sink& sink) : library_{Libical::loaded()}, sink_{sink} {}

    void begin(std::string_view name) {
        begin_calendar();
        const auto called = calendar_name(name);
        if (!called.empty()) {
            write(library_.new_name(called.c_str()));
            write(extension("X-WR-CALNAME", called));
        }
        // libical knows this one, but not how to say that it is a length of time.
        buffer_ += "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n";
        write(extension("X-PUBLISHED-TTL", "PT1H"));
    }

    void begin(const Envelope& envelope) {
        begin_calendar();
        write(library_.new_method(envelope.method == "REQUEST"  ? ICAL_METHOD_REQUEST
                                  : envelope.method == "CANCEL" ? ICAL_METHOD_CANCEL
                                                                : ICAL_METHOD_PUBLISH));
        write(extension("X-WR-TIMEZONE", envelope.time_zone));
        envelope_ = &envelope;
    }

    /// The zones that events use, then the events.
    void add(std::span<const FeedEvent> events) {
        std::map<std::string_view, const ZoneRule*> zones;
        for (const auto& event : events) {
            if (event.zone != nullptr) { zones.emplace(event.zone->name, event.zone); }
            if (event.slot && event.slot->zone != nullptr) { zones.emplace(event.slot->zone->name, event.slot->zone); }
        }
        for (const auto& [called, zone] : zones) { add(*zone); }
        for (const auto& event : events) { add(event); }
    }

    void add(const ZoneRule& zone) {
        Component timezone{library_.component_new(ICAL_VTIMEZONE_COMPONENT)};
        put(timezone, library_.new_tzid(zone.name.c_str()));
        if (zone.to_daylight) {
            add_change(timezone, ICAL_XDAYLIGHT_COMPONENT, *zone.to_daylight);
            add_change(timezone, ICAL_XSTANDARD_COMPONENT, *zone.to_standard);
        } else {
            Component always{library_.component_new(ICAL_XSTANDARD_COMPONENT)};
            put(always, library_.new_dtstart(time_value(Date{kFirstYear / 1 / 1}, false)));
            add_offsets(always, zone.standard, zone.standard);
            library_.component_add_component(timezone.get(), always.release());
        }
        write(timezone);
    }

    void add(const FeedEvent& event) {
        Component component{library_.component_new(ICAL_VEVENT_COMPONENT)};
        put(component, library_.new_uid(written_line(event.uid).c_str()));
        const auto changed = time_value(LocalTime{event.changed.time_since_epoch()}, true);
        put(component, library_.new_dtstamp(changed));
        put(component, library_.new_lastmodified(changed));
        put(component, library_.new_sequence(event.sequence));
        put_time(component, library_.new_dtstart, event.start, event.zone);
        put_time(component, library_.new_dtend, event.end, event.zone);
        if (event.slot) { put_time(component, library_.new_recurrenceid, event.slot->start, event.slot->zone); }
        if (!event.rule.empty()) { put(component, library_.new_rrule(library_.rule_from_text(event.rule.c_str()))); }
        for (const auto start : event.excluded) { put_time(component, library_.new_exdate, start, event.zone); }
        put_text(component, *event.text);
        if (envelope_ != nullptr) { put_people(component, *envelope_); }
        write(component);
    }

    void end() {
        buffer_ += "END:VCALENDAR\r\n";
        sink_(buffer_);
    }

private:
    void begin_calendar() {
        buffer_ += "BEGIN:VCALENDAR\r\n";
        write(library_.new_version("2.0"));
        write(library_.new_prodid("-//practice//practice//EN"));
        write(library_.new_calscale("GREGORIAN"));
    }

    void put(const Component& component, icalproperty* property) const {
        library_.component_add_property(component.get(), property);
    }

    template <class NewProperty>
    void put_time(const Component& component, NewProperty new_property, LocalTime time, const ZoneRule* zone) const {
        auto* property = new_property(time_value(time, zone == nullptr));
        if (zone != nullptr) { library_.property_add_parameter(property, library_.parameter_tzid(zone->name.c_str())); }
        put(component, property);
    }

    void put_text(const Component& component, const FeedText& text) const {
        put(component, library_.new_summary(written_line(text.summary).c_str()));
        if (!text.location.empty()) { put(component, library_.new_location(written_line(text.location).c_str())); }
        if (const auto address = link(text.link); !address.empty()) {
            auto* conference = library_.new_conference(address.c_str());
            library_.property_add_parameter(conference, library_.parameter_value(ICAL_VALUE_URI));
            library_.property_add_parameter(conference, library_.parameter_feature(ICAL_FEATURE_VIDEO));
            put(component, conference);
        }
        if (!text.description.empty()) {
            put(component, library_.new_description(written_line(text.description).c_str()));
        }
        for (const auto& [name, value] : text.own) { put(component, extension(name.c_str(), written_line(value))); }
        if (text.cancelled) {
            put(component, library_.new_status(ICAL_STATUS_CANCELLED));
            put(component, library_.new_transp(ICAL_TRANSP_TRANSPARENT));
        }
    }

    void put_people(const Component& component, const Envelope& envelope) const {
        const auto address = [](const Person& person) { return "mailto:" + link(person.email); };
        if (envelope.organizer) {
            auto* organizer = library_.new_organizer(address(*envelope.organizer).c_str());
            library_.property_add_parameter(organizer, named(*envelope.organizer));
            put(component, organizer);
        }
        if (envelope.attendee) {
            auto* attendee = library_.new_attendee(address(*envelope.attendee).c_str());
            library_.property_add_parameter(attendee, named(*envelope.attendee));
            library_.property_add_parameter(attendee, library_.parameter_role(ICAL_ROLE_REQPARTICIPANT));
            library_.property_add_parameter(attendee, library_.parameter_partstat(ICAL_PARTSTAT_NEEDSACTION));
            put(component, attendee);
        }
    }

    /// A parameter in quotes cannot have quotes in it (RFC 5545 3.2).
    [[nodiscard]] icalparameter* named(const Person& person) const {
        auto name = written_line(person.name);
        std::ranges::replace(name, '"', '\'');
        return library_.parameter_cn(name.c_str());
    }

    void add_offsets(const Component& component, std::chrono::seconds from, std::chrono::seconds to) const {
        put(component, library_.new_tzoffsetfrom(static_cast<int>(from.count())));
        put(component, library_.new_tzoffsetto(static_cast<int>(to.count())));
    }

    void add_change(const Component& timezone, icalcomponent_kind kind, const ZoneRule::Change& change) const {
        constexpr const char* weekdays[] = {"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
        Component part{library_.component_new(kind)};
        put(part, library_.new_dtstart(time_value(change.in(kFirstYear), false)));
        add_offsets(part, change.from, change.to);
        const auto rule = "FREQ=YEARLY;BYMONTH=" + std::to_string(change.month) +
                          ";BYDAY=" + std::to_string(change.ordinal) + weekdays[change.day.c_encoding()];
        put(part, library_.new_rrule(library_.rule_from_text(rule.c_str())));
        library_.component_add_component(timezone.get(), part.release());
    }

    [[nodiscard]] icalproperty* extension(const char* name, const std::string& value) const {
        auto* property = library_.new_x(value.c_str());
        library_.property_set_x_name(property, name);
        return property;
    }

    void write(icalproperty* made) {
        const Property property{made};
        write(taken(library_.property_as_text(property.get())));
    }
    void write(const Component& component) { write(taken(library_.component_as_text(component.get()))); }
    void write(const std::string& text) {
        buffer_ += text;
        if (buffer_.size() < kPiece) { return; }
        sink_(buffer_);
        buffer_.clear();
    }

    const Libical& library_;
    const Sink& sink_;
    const Envelope* envelope_ = nullptr;
    std::string buffer_;
};

}  // namespace

void write_feed(const Sink& sink, std::string_view name, std::span<const FeedEvent> events) {
    FeedWriter writer{sink};
    writer.begin(name);
    writer.add(events);
    writer.end();
}

void write_invitation(const Sink& sink, const Envelope& envelope, std::span<const FeedEvent> events) {
    FeedWriter writer{sink};
    writer.begin(envelope);
    writer.add(events);
    writer.end();
}

}  // namespace practice::ical
