// SPDX-License-Identifier: MIT
#include "text/session/schedule_csv.h"

#include <map>

#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "text/session/occurrence_text.h"

namespace practice::text {
namespace {

using Row = std::map<std::string, std::string>;

void add(std::string& list, std::string_view value, std::string_view separator) {
    if (!list.empty()) { list += separator; }
    list += value;
}

std::string when(LocalTime time) {
    return to_string(date_of(time)) + ' ' + to_string_time(time_of_day(time));
}

std::string dates(const std::vector<Date>& list) {
    std::string out;
    for (const auto date : list) { add(out, to_string(date), ";"); }
    return out;
}

/// One service has its price in a column of its own; several have it with their codes.
void set_lines(Row& row, const std::vector<ServiceLine>& lines) {
    for (const auto& line : lines) {
        std::string word = line.code;
        if (line.units != 1) { word += ':' + std::to_string(line.units); }
        if (lines.size() > 1) { word += '=' + to_string(line.price); }
        add(row["service"], word, "; ");
        for (const auto& modifier : line.modifiers) {
            add(row["modifier"], lines.size() > 1 ? line.code + '=' + modifier : modifier, "; ");
        }
    }
    if (lines.size() == 1) { row["price"] = to_string(lines.front().price); }
}

void set_sum(Row& row, const std::vector<ServiceLine>& lines, std::size_t clients, const Session& session) {
    const auto sum = total(lines, clients, session.currency);
    row["amount"] = sum ? to_string(*sum) : std::string{};
    row["currency"] = session.currency.code();
    if (session.may_clash()) { row["on-conflict"] = "allow"; }
}

/// The name; the number where an import would read the name as one, or as several names.
std::string client_word(const ClientName& client) {
    const bool clear = !all_digits(client.name) && client.name.find(';') == std::string::npos;
    return clear ? client.name : std::to_string(client.id.value);
}

void set_people(Row& row, const ProfessionalName& professional, const RoomName& room,
                const std::vector<ClientName>& clients, const std::string& practice_uid) {
    row["professional"] = professional.code;
    row["room"] = room.name;
    for (const auto& client : clients) {
        add(row["client"], client_word(client), "; ");
        add(row["client numbers"], std::to_string(client.id.value), "; ");
    }
    row["practice uid"] = practice_uid;
}

Row row_of(const Occurrence& occurrence, const std::string& practice_uid) {
    const auto& session = *occurrence.session;
    Row row;
    row["ref"] = schedule_ref(session, occurrence.slot);
    set_people(row, occurrence.professional(), occurrence.room(), occurrence.clients(), practice_uid);
    set_lines(row, occurrence.lines());
    set_sum(row, occurrence.lines(), occurrence.clients().size(), session);
    row["at"] = when(occurrence.local_start);
    row["end"] = when(occurrence.local_end());
    row["length"] = std::to_string(occurrence.length().count());
    row["time-zone"] = session.time_zone;
    row["note"] = occurrence.note();
    row["status"] = to_string(occurrence.status());
    row["client status"] = client_statuses(occurrence);
    row["id"] = to_string(occurrence.id());
    return row;
}

Row row_of_series(const Session& session, const std::string& practice_uid) {
    Row row;
    row["ref"] = schedule_ref(session, std::nullopt);
    set_people(row, session.professional, session.room, session.clients, practice_uid);
    set_lines(row, session.lines);
    set_sum(row, session.lines, session.clients.size(), session);
    row["at"] = when(session.start);
    row["length"] = std::to_string(session.length.count());
    auto rule = session.recurrence->rule();
    row["ends"] = rule.until ? to_string(*rule.until) : rule.count ? std::string{} : std::string{"never"};
    row["times"] = rule.count ? std::to_string(*rule.count) : std::string{};
    rule.until.reset();
    rule.count.reset();
    row["rrule"] = to_rrule(rule);
    row["except"] = dates(session.recurrence->excluded());
    row["added"] = dates(session.recurrence->added());
    row["time-zone"] = session.time_zone;
    row["note"] = session.note;
    row["id"] = to_string(OccurrenceId{session.number(), {}});
    return row;
}

std::vector<std::string> in_order(Row row, const std::vector<std::string>& fields) {
    std::vector<std::string> out;
    out.reserve(fields.size());
    for (const auto& field : fields) { out.push_back(std::move(row[field])); }
    return out;
}

}  // namespace

std::string schedule_ref(const Session& session, const std::optional<Date>& slot) {
    const auto& ref = session.ref.empty() ? session.uid : session.ref;
    return slot ? ref + '@' + to_string(*slot) : ref;
}

std::vector<std::string> occurrence_row_fields() {
    return {"ref", "professional", "client",   "service",       "modifier",     "price",         "room",
            "at",  "end",          "length",   "note",          "status",       "time-zone",     "on-conflict",
            "id",  "amount",       "currency", "client status", "practice uid", "client numbers"};
}

std::vector<std::string> booking_row_fields() {
    return {"ref",    "professional", "client",   "service",       "modifier",     "price",
            "room",   "at",           "length",   "rrule",         "ends",         "times",
            "except", "added",        "note",     "status",        "time-zone",    "on-conflict",
            "id",     "amount",       "currency", "client status", "practice uid", "client numbers"};
}

std::vector<std::string> occurrence_row(const Occurrence& occurrence, const std::string& practice_uid) {
    static const auto fields = occurrence_row_fields();
    return in_order(row_of(occurrence, practice_uid), fields);
}

std::vector<std::vector<std::string>> booking_rows(const Session& session, const TimeZone& zone,
                                                   const std::string& practice_uid) {
    static const auto fields = booking_row_fields();
    std::vector<std::vector<std::string>> rows;
    if (!session.is_series()) {
        if (const auto found = occurrence_at(session, zone, std::nullopt)) {
            rows.push_back(in_order(row_of(*found, practice_uid), fields));
        }
        return rows;
    }
    rows.push_back(in_order(row_of_series(session, practice_uid), fields));
    for (const auto& [slot, change] : session.changes) {
        if (const auto found = occurrence_at(session, zone, slot)) {
            rows.push_back(in_order(row_of(*found, practice_uid), fields));
        }
    }
    return rows;
}

}  // namespace practice::text
