// SPDX-License-Identifier: MIT
// Each kind of entry is a table of keys and where their values go; what is a list or a map is read by a
// function of its own.
#include "config/settings_keys.h"

#include "practice/keyword.h"
#include "practice/plain_text.h"

namespace practice::config {
namespace {

/// {"90834": "120.00"}
template <class Entry>
void read_fees(YamlShape& shape, const YamlNode& node, Entry& entry) {
    entry.fees.emplace();
    if (node.kind == YamlNode::Kind::scalar && node.text.empty()) { return; }
    if (!shape.is_map(node, "fees", "fees: {\"90834\": \"120.00\"}")) { return; }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        if (!shape.is_scalar(node.items[i], "a fee", "\"90834\": \"120.00\"")) { continue; }
        entry.fees->push_back({written(node.keys[i]), written(node.items[i])});
    }
}

/// One text for the week, or a map of days.
void read_hours(YamlShape& shape, const YamlNode& node, ProfessionalEntry& entry) {
    constexpr std::string_view example = "hours: {mon-thu: \"09:00-17:00\", fri: \"09:00-13:00\"}";
    entry.hours.emplace();
    if (node.kind == YamlNode::Kind::scalar) {
        entry.hours->push_back({std::nullopt, written(node)});
        return;
    }
    if (!shape.is_map(node, "hours", example)) { return; }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto& value = node.items[i];
        Written spans = written(value);
        if (value.kind == YamlNode::Kind::list) {  // ["09:00-12:00", "13:00-17:00"]
            for (const auto& span : value.items) { spans.text += (spans.text.empty() ? "" : ", ") + span.text; }
        } else if (!shape.is_scalar(value, "the hours of a day", example)) {
            continue;
        }
        entry.hours->push_back({written(node.keys[i]), spans});
    }
}

void read_away(YamlShape& shape, const YamlNode& node, std::vector<TimeOffEntry>& list) {
    constexpr std::string_view example =
        "\"2026-12-24..2027-01-02\" or {from: 2026-12-24, to: 2027-01-02, reason: vacation}";
    TimeOffEntry away;
    if (node.kind == YamlNode::Kind::scalar) {
        const auto dots = node.text.find("..");
        away.from = {node.text.substr(0, dots), spot_of(node)};
        if (dots != std::string::npos) { away.to = Written{node.text.substr(dots + 2), spot_of(node)}; }
        list.push_back(std::move(away));
        return;
    }
    if (!shape.is_map(node, "time off", example)) { return; }
    const auto* from = node.find("from");
    if (from == nullptr) {
        shape.problem(node, "this time off has no 'from'", "write it as " + std::string{example});
        return;
    }
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
        const auto& name = node.keys[i].text;
        if (name != "from" && name != "to" && name != "reason") {
            shape.unknown_key(node.keys[i], {"from", "to", "reason"});
        } else if (shape.is_scalar(node.items[i], name, {})) {
            if (name == "from") { away.from = written(node.items[i]); }
            if (name == "to") { away.to = written(node.items[i]); }
            if (name == "reason") { away.reason = written(node.items[i]); }
        }
    }
    if (from->kind == YamlNode::Kind::scalar) { list.push_back(std::move(away)); }
}

void read_time_off(YamlShape& shape, const YamlNode& node, ProfessionalEntry& entry) {
    entry.time_off.emplace();
    if (node.kind == YamlNode::Kind::scalar && (node.text.empty() || says_none(node.text))) { return; }
    if (node.kind != YamlNode::Kind::list) { return read_away(shape, node, *entry.time_off); }
    for (const auto& item : node.items) { read_away(shape, item, *entry.time_off); }
}

/// [lee, orr], or one text with commas.
void read_professionals(YamlShape& shape, const YamlNode& node, ClientEntry& entry) {
    entry.professionals.emplace();
    if (node.kind == YamlNode::Kind::scalar) {
        for (const auto code : split(node.text, ',')) {
            entry.professionals->push_back({std::string{code}, spot_of(node)});
        }
        return;
    }
    if (!shape.is_list(node, "professionals", "professionals: [lee]")) { return; }
    for (const auto& item : node.items) {
        if (shape.is_scalar(item, "a professional", "professionals: [lee]")) {
            entry.professionals->push_back(written(item));
        }
    }
}

/// One, or a list: [lee, orr].
template <std::optional<std::vector<Written>> FeedEntry::*field>
void read_about(YamlShape& shape, const YamlNode& node, FeedEntry& entry) {
    auto& list = (entry.*field).emplace();
    if (node.kind == YamlNode::Kind::scalar) {
        list.push_back(written(node));
    } else if (shape.is_list(node, "what a feed is about", "professional: [lee, orr]")) {
        for (const auto& item : node.items) {
            if (shape.is_scalar(item, "each one", "professional: [lee, orr]")) { list.push_back(written(item)); }
        }
    }
}

/// "tue,thu", or [tue, thu].
void read_on(YamlShape& shape, const YamlNode& node, RecurrenceEntry& entry) {
    Written on = written(node);
    if (node.kind == YamlNode::Kind::list) {
        for (const auto& item : node.items) { on.text += (on.text.empty() ? "" : ",") + item.text; }
    } else if (!shape.is_scalar(node, "on", "on: tue,thu")) {
        return;
    }
    entry.on = std::move(on);
}

void read_rule(YamlShape& shape, const YamlNode& node, RecurrenceEntry& entry) {
    if (!shape.is_scalar(node, "how often it is", "words: every 2 weeks on tue")) { return; }
    if (entry.rule) {
        shape.problem(node, "this recurrence says twice how often it is", "keep one of rule, words and rrule");
    }
    entry.rule = written(node);
}

}  // namespace

Spot spot_of(const YamlNode& node) {
    return {node.line, node.column};
}

Written written(const YamlNode& node) {
    return {node.text, spot_of(node)};
}

const EntryKeys<PracticeEntry>& practice_keys() {
    using Entry = PracticeEntry;
    using enum Shape;
    static const EntryKeys<Entry> keys{
        {{"name", "what it is called", text}, &Entry::name},
        {{"time-zone", "an IANA name such as America/New_York; sessions are at a time on its wall clock", text},
         &Entry::time_zone},
        {{"currency", "an ISO 4217 code such as USD", text}, &Entry::currency},
        {{"week-starts", "the first day of a week: monday, sunday", text}, &Entry::week_starts},
        {{"slot", "the first free time is looked for every so many minutes; 15, when not given", text}, &Entry::slot},
    };
    return keys;
}
const EntryKeys<ProfessionalEntry>& professional_keys() {
    using Entry = ProfessionalEntry;
    using enum Shape;
    static const EntryKeys<Entry> keys{
        {{"code", "a short word that names them: lee", text}, &Entry::code},
        {{"name", "the full name", text}, &Entry::name},
        {{"email", "the email address", text}, &Entry::email},
        {{"phone", "the phone number", text}, &Entry::phone},
        {{"room", "the usual room, by its name", text}, &Entry::room},
        {{"hours", "when they work: {mon-thu: \"09:00-17:00\"}; mon-fri 09:00-17:00, when not given", hours},
         nullptr,
         read_hours},
        {{"fees", "their own prices, by service: {\"90834\": \"120.00\"}", fees}, nullptr, read_fees<Entry>},
        {{"time-off", "when they are away: [2026-12-24..2027-01-02]", time_off}, nullptr, read_time_off},
        {{"archived", "yes: no longer offered, kept in what was booked", yes_no}, &Entry::archived},
    };
    return keys;
}
const EntryKeys<RoomEntry>& room_keys() {
    using Entry = RoomEntry;
    using enum Shape;
    static const EntryKeys<Entry> keys{
        {{"name", "what it is called", text}, &Entry::name},
        {{"kind", "in person, or virtual; with a link it is virtual", choice, "in-person|virtual"}, &Entry::kind},
        {{"address", "where it is; of a room in person", text}, &Entry::address},
        {{"link", "how to join; of a virtual room", text}, &Entry::link},
        {{"capacity", "how many sessions it holds at once; 1, when not given", text}, &Entry::capacity},
        {{"archived", "yes: no longer offered, kept in what was booked", yes_no}, &Entry::archived},
    };
    return keys;
}
const EntryKeys<ServiceEntry>& service_keys() {
    using Entry = ServiceEntry;
    using enum Shape;
    static const EntryKeys<Entry> keys{
        {{"code", "a CPT or own code, in quotes: \"90834\"", text}, &Entry::code},
        {{"description", "what it is", text}, &Entry::description},
        {{"length", "the usual length in minutes; 0 for an add-on", text}, &Entry::length},
        {{"price", "the usual price, in quotes: \"150.00\"; what was booked keeps its own", text}, &Entry::price},
        {{"per", "charged once for a session, or for each client", choice, "session|client"}, &Entry::per},
        {{"archived", "yes: no longer offered, kept in what was booked", yes_no}, &Entry::archived},
    };
    return keys;
}
const EntryKeys<RecurrenceEntry>& recurrence_keys() {
    using Entry = RecurrenceEntry;
    using enum Shape;
    static const EntryKeys<Entry> keys{
        {{"name", "a short word, for --repeat", text}, &Entry::name},
        {{"rule", "how often, in words or as an RRULE value", text}, nullptr, read_rule},
        {{"words", "the same: every 2 weeks on tue,thu", text}, nullptr, read_rule},
        {{"rrule", "the same: FREQ=MONTHLY;BYDAY=2TU", text}, nullptr, read_rule},
        {{"every", "or a step: 6 weeks", text}, &Entry::every},
        {{"on", "with every: tue,thu; for months also 2tue, -1fri, 15, -1", texts}, nullptr, read_on},
        {{"archived", "yes: no longer offered, kept in what was booked", yes_no}, &Entry::archived},
    };
    return keys;
}
const EntryKeys<ClientEntry>& client_keys() {
    using Entry = ClientEntry;
    using enum Shape;
    static const EntryKeys<Entry> keys{
        {{"number", "the client's number; without it the full name says who is meant", text}, &Entry::number},
        {{"name", "the full name", text}, &Entry::name},
        {{"professionals", "whose client, by code: [lee]", texts}, nullptr, read_professionals},
        {{"email", "the email address", text}, &Entry::email},
        {{"phone", "the phone number", text}, &Entry::phone},
        {{"fees", "prices agreed, by service: {\"90834\": \"120.00\"}", fees}, nullptr, read_fees<Entry>},
        {{"note", "an administrative note, never a clinical one", text}, &Entry::note},
        {{"time-zone", "where they live, for invitations; the practice's, when not given", text}, &Entry::time_zone},
        {{"archived", "yes: no longer offered, kept in what was booked", yes_no}, &Entry::archived},
    };
    return keys;
}
const EntryKeys<FeedEntry>& feed_keys() {
    using Entry = FeedEntry;
    using enum Shape;
    static const EntryKeys<Entry> keys{
        {{"name", "what it is called", text}, &Entry::name},
        {{"file", "where it is written, the whole path", text}, &Entry::file},
        {{"privacy", "what of the clients it tells; code (Client 12), when not given", choice,
          "busy|code|initials|first|full"},
         &Entry::privacy},
        {{"professional", "only theirs, by code", texts}, nullptr, read_about<&Entry::professionals>},
        {{"room", "only there, by name", texts}, nullptr, read_about<&Entry::rooms>},
        {{"client", "only theirs, by number or name", texts}, nullptr, read_about<&Entry::clients>},
        {{"service", "only with these services, by code", texts}, nullptr, read_about<&Entry::services>},
        {{"since", "single sessions from this day on; 60 days back, when not given", text}, &Entry::since},
        {{"until", "single sessions up to this day; 400 days ahead, when not given", text}, &Entry::until},
        {{"show-cancelled", "yes: cancelled sessions are shown as such instead of left out", yes_no},
         &Entry::show_cancelled},
        {{"per", "one feed for each, and file is a folder", choice, "professional|room"}, &Entry::per},
        {{"mode", "permissions of a new file: 0600 (the usual), 0640 or 0644", text}, &Entry::mode},
        {{"archived", "yes: it is not written any more", yes_no}, &Entry::archived},
    };
    return keys;
}

}  // namespace practice::config
