// SPDX-License-Identifier: MIT
// A strict reader of the feeds that this program writes: every rule that they keep, checked on the bytes alone
// and without libical. It is for our own output; what others write may be right and fail here.
#pragma once

#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace practice::test {

struct Property {
    std::string name;
    std::map<std::string, std::string> parameters;
    std::string value;
};
struct Component {
    std::string name;
    std::vector<Property> properties;
    std::vector<Component> parts;

    [[nodiscard]] std::vector<const Property*> all(std::string_view wanted) const {
        std::vector<const Property*> found;
        for (const auto& property : properties) {
            if (property.name == wanted) { found.push_back(&property); }
        }
        return found;
    }
    [[nodiscard]] const Property* one(std::string_view wanted) const {
        const auto found = all(wanted);
        return found.empty() ? nullptr : found.front();
    }
};

/// A feed to subscribe to, or a message to one person.
enum class Linted { feed, invitation };

class FeedLinter {
public:
    explicit FeedLinter(const std::string& feed, Linted what = Linted::feed) : what_{what} {
        expect(is_utf8(feed), "no UTF-8");
        const auto lines = unfolded(feed);
        std::size_t at = 0;
        if (lines.empty() || lines.front() != "BEGIN:VCALENDAR") {
            say("does not begin with BEGIN:VCALENDAR");
            return;
        }
        calendar_ = read(lines, at);
        if (at != lines.size()) { say("goes on behind END:VCALENDAR"); }
        check_calendar();
    }

    /// What is wrong, a line each; empty when nothing is.
    [[nodiscard]] const std::string& problems() const { return problems_; }
    [[nodiscard]] const Component& calendar() const { return calendar_; }
    [[nodiscard]] std::vector<const Component*> events() const { return parts("VEVENT"); }
    [[nodiscard]] std::vector<const Component*> zones() const { return parts("VTIMEZONE"); }

private:
    void say(const std::string& what) { problems_ += what + '\n'; }
    void expect(bool right, const std::string& what) {
        if (!right) { say(what); }
    }

    [[nodiscard]] std::vector<const Component*> parts(std::string_view name) const {
        std::vector<const Component*> found;
        for (const auto& part : calendar_.parts) {
            if (part.name == name) { found.push_back(&part); }
        }
        return found;
    }

    std::vector<std::string> unfolded(const std::string& feed) {
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < feed.size();) {
            const auto end = feed.find("\r\n", at);
            if (end == std::string::npos) {
                say("the last line has no CRLF");
                break;
            }
            const auto line = feed.substr(at, end - at);
            at = end + 2;
            expect(line.size() <= 75, "longer than 75 octets: " + line);
            expect(!line.empty(), "an empty line");
            expect(std::ranges::none_of(line, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 127; }),
                   "a control character: " + line);
            if (!line.empty() && line.front() == ' ') {
                expect(line.size() < 2 || (static_cast<unsigned char>(line[1]) & 0xC0U) != 0x80U,
                       "folded inside a character: " + line);
                if (!lines.empty()) { lines.back() += line.substr(1); }
            } else {
                lines.push_back(line);
            }
        }
        return lines;
    }

    /// RFC 3629, without overlong forms and surrogates.
    static bool is_utf8(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const auto byte = [&](std::size_t i) {
                return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
            };
            const unsigned lead = byte(0);
            const std::size_t size = lead < 0x80U ? 1 : lead < 0xC2U ? 0 : lead < 0xE0U ? 2 : lead < 0xF0U ? 3 : 4;
            if (size == 0 || lead > 0xF4U) { return false; }
            for (std::size_t i = 1; i < size; ++i) {
                if ((byte(i) & 0xC0U) != 0x80U) { return false; }
            }
            if ((lead == 0xE0U && byte(1) < 0xA0U) || (lead == 0xEDU && byte(1) > 0x9FU)) { return false; }
            if ((lead == 0xF0U && byte(1) < 0x90U) || (lead == 0xF4U && byte(1) > 0x8FU)) { return false; }
            at += size;
        }
        return true;
    }

    Property property(const std::string& line) {
        Property made;
        // A parameter in quotes may have a colon in it.
        bool quoted = false;
        const auto behind_head = std::ranges::find_if(line, [&](char c) {
            quoted = quoted != (c == '"');
            return c == ':' && !quoted;
        });
        const auto colon =
            behind_head == line.end() ? std::string::npos : static_cast<std::size_t>(behind_head - line.begin());
        expect(colon != std::string::npos, "no value: " + line);
        const auto head = line.substr(0, colon);
        made.value = colon == std::string::npos ? "" : line.substr(colon + 1);
        std::size_t at = head.find(';');
        made.name = head.substr(0, at);
        while (at != std::string::npos) {
            const auto next = head.find(';', at + 1);
            const auto parameter = head.substr(at + 1, next - at - 1);
            const auto equals = parameter.find('=');
            made.parameters[parameter.substr(0, equals)] = parameter.substr(equals + 1);
            at = next;
        }
        return made;
    }

    Component read(const std::vector<std::string>& lines, std::size_t& at) {
        Component component{lines.at(at++).substr(6), {}, {}};
        const auto end = "END:" + component.name;
        while (at < lines.size() && lines[at] != end) {
            if (lines[at].starts_with("BEGIN:")) {
                component.parts.push_back(read(lines, at));
            } else {
                component.properties.push_back(property(lines[at++]));
            }
        }
        expect(at < lines.size(), "no " + end);
        ++at;
        return component;
    }

    void check_properties(const Component& component, const std::set<std::string>& once,
                          const std::set<std::string>& allowed) {
        std::map<std::string, int> seen;
        for (const auto& found : component.properties) {
            ++seen[found.name];
            expect(once.contains(found.name) || allowed.contains(found.name),
                   found.name + " is no property of our " + component.name);
            expect(!found.value.empty(), found.name + " is empty");
        }
        const std::set<std::string> many{"X-PRACTICE-CLIENT",   "X-PRACTICE-CLIENT-NUMBER", "X-PRACTICE-SERVICE",
                                         "X-PRACTICE-MODIFIER", "X-PRACTICE-CLIENT-STATUS", "X-PRACTICE-SERIES",
                                         "X-PRACTICE-SLOT"};
        for (const auto& name : once) { expect(seen[name] == 1, component.name + " needs one " + name); }
        for (const auto& [name, times] : seen) {
            expect(times == 1 || name == "EXDATE" || many.contains(name),
                   name + " more than once in " + component.name);
        }
    }

    void check_calendar() {
        if (what_ == Linted::invitation) {
            check_properties(calendar_, {"VERSION", "PRODID", "CALSCALE", "METHOD", "X-WR-TIMEZONE"}, {});
        } else {
            check_properties(calendar_, {"VERSION", "PRODID", "CALSCALE", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"},
                             {"NAME", "X-WR-CALNAME"});
        }
        for (const auto* name : {"NAME", "X-WR-CALNAME"}) {
            const auto* called = calendar_.one(name);
            expect(called == nullptr || called->value.find(',') == std::string::npos, "a comma in the calendar's name");
        }
        std::map<std::string, int> zones;
        for (const auto& part : calendar_.parts) {
            if (part.name == "VTIMEZONE") {
                check_zone(part);
                ++zones[part.one("TZID") != nullptr ? part.one("TZID")->value : ""];
            } else if (part.name == "VEVENT") {
                check_event(part);
            } else {
                say("a " + part.name);
            }
        }
        for (const auto& [zone, times] : zones) {
            expect(times == 1, "two VTIMEZONE of " + zone);
            expect(used_zones_.contains(zone), "a VTIMEZONE that nothing uses: " + zone);
        }
        for (const auto& zone : used_zones_) { expect(zones.contains(zone), "no VTIMEZONE of " + zone); }
        check_identities();
    }

    void check_zone(const Component& zone) {
        check_properties(zone, {"TZID"}, {});
        int standard = 0;
        for (const auto& part : zone.parts) {
            standard += part.name == "STANDARD" ? 1 : 0;
            check_properties(part, {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"}, {"RRULE"});
            expect(part.one("DTSTART")->value.starts_with("1970"), "a VTIMEZONE that does not begin in 1970");
            if (const auto* rule = part.one("RRULE")) {
                expect(
                    rule->value.starts_with("FREQ=YEARLY;BYDAY=") && rule->value.find(";BYMONTH=") != std::string::npos,
                    "a VTIMEZONE with another rule: " + rule->value);
                expect(rule->value.find("UNTIL") == std::string::npos, "a VTIMEZONE that ends");
                expect(rule->value.find("BYDAY=") != std::string::npos, "a VTIMEZONE without BYDAY");
            }
        }
        expect(standard == 1 && zone.parts.size() <= 2, "a VTIMEZONE needs one STANDARD and at most one DAYLIGHT");
    }

    /// "TZID=..." of a wall-clock time, "Z" of UTC; anything else is a problem.
    std::string clock(const Property& time) {
        const auto& value = time.value;
        const bool utc = value.ends_with('Z');
        const bool shaped = value.size() == (utc ? 16U : 15U) && value[8] == 'T';
        expect(shaped, time.name + " is no date and time: " + value);
        const auto zone = time.parameters.find("TZID");
        if (zone == time.parameters.end()) {
            expect(utc, time.name + " floats: " + value);
            return "Z";
        }
        expect(!utc, time.name + " has a zone and is UTC");
        expect(!zone->second.starts_with('/'), "a prefixed zone: " + zone->second);
        used_zones_.insert(zone->second);
        return zone->second;
    }

    void check_event(const Component& event) {
        check_properties(event, {"UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY"},
                         {"RRULE",
                          "EXDATE",
                          "RECURRENCE-ID",
                          "LOCATION",
                          "CONFERENCE",
                          "DESCRIPTION",
                          "STATUS",
                          "TRANSP",
                          "X-PRACTICE-UID",
                          "X-PRACTICE-PROFESSIONAL",
                          "X-PRACTICE-CLIENT",
                          "X-PRACTICE-CLIENT-NUMBER",
                          "X-PRACTICE-SERVICE",
                          "X-PRACTICE-MODIFIER",
                          "X-PRACTICE-ROOM",
                          "X-PRACTICE-STATUS",
                          "X-PRACTICE-CLIENT-STATUS",
                          "X-PRACTICE-REF",
                          "X-PRACTICE-ON-CONFLICT",
                          "X-PRACTICE-TIME-ZONE",
                          "X-PRACTICE-SERIES",
                          "X-PRACTICE-SLOT",
                          "X-PRACTICE-SEAL",
                          "ORGANIZER",
                          "ATTENDEE"});
        expect(what_ == Linted::invitation || (event.one("ORGANIZER") == nullptr && event.one("ATTENDEE") == nullptr),
               "people in a feed");
        expect(event.parts.empty(), "an event with parts (an alarm?)");
        if (!problems_.empty()) { return; }
        const auto& start = *event.one("DTSTART");
        const auto on = clock(start);
        expect(clock(*event.one("DTEND")) == on, "start and end on two clocks");
        expect(event.one("DTEND")->value > start.value, "ends before it begins");
        expect(event.one("DTSTAMP")->value.ends_with('Z') && event.one("LAST-MODIFIED")->value.ends_with('Z'),
               "stamps that are not UTC");
        for (const auto* left_out : event.all("EXDATE")) {
            expect(clock(*left_out) == on, "EXDATE on another clock");
            expect(left_out->value > start.value, "EXDATE at or before DTSTART");
            expect(event.one("RRULE") != nullptr, "EXDATE without a rule");
        }
        expect(event.one("DTSTAMP")->value == event.one("LAST-MODIFIED")->value, "a stamp of now");
        const auto& sequence = event.one("SEQUENCE")->value;
        expect(sequence.find_first_not_of("0123456789") == std::string::npos, "SEQUENCE is no number: " + sequence);
        if (const auto* slot = event.one("RECURRENCE-ID")) {
            expect(!slot->parameters.contains("RANGE"), "an override of all that follow");
        }
        if (const auto* link = event.one("CONFERENCE")) {
            const auto* place = event.one("LOCATION");
            auto written = place == nullptr ? std::string{} : without_escapes(place->value);
            std::erase(written, ' ');  // which no address has
            expect(written == link->value, "a link that is not in LOCATION");
        }
        if (const auto* rule = event.one("RRULE")) { check_rule(rule->value, start.value); }
        expect(!(event.one("RRULE") != nullptr && event.one("RECURRENCE-ID") != nullptr), "an override with a rule");
    }

    static std::string without_escapes(const std::string& text) {
        std::string plain;
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\\' && at + 1 < text.size()) { ++at; }
            plain += text[at];
        }
        return plain;
    }

    /// The forms that all programs read alike: each part of the rule, and its value, in one of them.
    void check_form(const std::string& rule) {
        const std::string day = "(SU|MO|TU|WE|TH|FR|SA)";
        const std::string of_month = "([1-9]|1[0-9]|2[0-8])";
        const std::string count = "[1-9][0-9]{0,2}";
        const std::string usual = "(;COUNT=" + count + ")?(;UNTIL=[0-9T]+Z)?(;INTERVAL=" + count + ")?";
        const std::string forms[] = {
            "FREQ=DAILY" + usual,
            "FREQ=WEEKLY" + usual + ";BYDAY=" + day + "(," + day + ")*",
            "FREQ=MONTHLY" + usual + ";BYDAY=([1-4]|-1)" + day,
            "FREQ=MONTHLY" + usual + ";BYMONTHDAY=(-1|" + of_month + ")",
            "FREQ=YEARLY" + usual + ";BYMONTHDAY=" + of_month + ";BYMONTH=([1-9]|1[0-2])",
        };
        const auto holds = [&](const std::string& form) {
            return std::regex_match(rule, std::regex{form + "(;WKST=(MO|SU))?"});
        };
        expect(std::ranges::any_of(forms, holds), "a rule that not everybody understands: " + rule);
        expect(rule.find("COUNT=") == std::string::npos || rule.find("UNTIL=") == std::string::npos,
               "two ends: " + rule);
    }

    void check_rule(const std::string& rule, const std::string& start) {
        check_form(rule);
        expect(rule.starts_with("FREQ="), "a rule that does not begin with FREQ");
        for (const auto* forbidden : {"HOURLY", "BYSETPOS", "BYWEEKNO", "BYYEARDAY", "BYHOUR"}) {
            expect(rule.find(forbidden) == std::string::npos, "a rule that not everybody understands: " + rule);
        }
        const auto until = rule.find("UNTIL=");
        if (until == std::string::npos) { return; }
        const auto value = rule.substr(until + 6, rule.find(';', until) - until - 6);
        expect(value.size() == 16 && value.ends_with('Z'), "UNTIL is not UTC: " + rule);
        expect(value.substr(0, 8) >= "19000101" && value.substr(0, 4) >= start.substr(0, 4), "UNTIL before DTSTART");
    }

    /// No override without its series, none twice, none that is left out as well; no two masters.
    void check_identities() {
        std::map<std::string, const Component*> masters;
        std::set<std::string> slots;
        for (const auto* event : events()) {
            const auto* uid = event->one("UID");
            const auto* slot = event->one("RECURRENCE-ID");
            if (uid == nullptr) { continue; }
            if (slot == nullptr) {
                expect(masters.emplace(uid->value, event).second, "two events with the UID " + uid->value);
                continue;
            }
            const auto master = masters.find(uid->value);
            if (master == masters.end() || master->second->one("RRULE") == nullptr) {
                say("an override without its series before it");
                continue;
            }
            expect(slots.insert(uid->value + slot->value).second, "two overrides of one slot");
            expect(clock(*slot) == clock(*master->second->one("DTSTART")), "RECURRENCE-ID on another clock");
            for (const auto* left_out : master->second->all("EXDATE")) {
                expect(left_out->value != slot->value, "a slot that is left out and changed");
            }
        }
    }

    Linted what_;
    Component calendar_;
    std::set<std::string> used_zones_;
    std::string problems_;
};

}  // namespace practice::test
