// SPDX-License-Identifier: MIT
#include "text/occurrence_json.h"

#include <nlohmann/json.hpp>

#include "practice/recurrence_text.h"
#include "text/format_time.h"

namespace practice::text {
namespace {

Json clients_value(const Occurrence& occurrence) {
    Json list = Json::array();
    for (const auto& client : occurrence.clients()) {
        Json object = {{"number", client.id.value}, {"name", client.name}};
        // Only where one client's status differs from the session's: the field is null otherwise.
        object["status"] = nullptr;
        for (const auto& attendance : occurrence.attendance()) {
            if (attendance.client == client.id) { object["status"] = to_string(attendance.status); }
        }
        list.push_back(std::move(object));
    }
    return list;
}

Json services_value(const Occurrence& occurrence) {
    Json list = Json::array();
    for (const auto& line : occurrence.lines()) {
        const auto sum = amount(line, occurrence.clients().size());
        list.push_back({{"code", line.code},
                        {"units", line.units},
                        {"price", to_string(line.price)},
                        {"amount", sum ? Json(to_string(*sum)) : Json(nullptr)},
                        {"modifiers", line.modifiers}});
    }
    return list;
}

}  // namespace

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

Json ends_value(const Session& session) {
    if (!session.recurrence) { return nullptr; }
    if (session.recurrence->never_ends()) { return "never"; }
    const auto last = session.recurrence->last();
    return last ? Json(to_string(*last)) : Json(nullptr);
}

Json occurrence_object(const Occurrence& occurrence) {
    const auto& session = *occurrence.session;
    const auto sum = total(occurrence.lines(), occurrence.clients().size(), session.currency);
    Json object;
    object["id"] = to_string(occurrence.id());
    object["session"] = session.id.value;
    object["uid"] = text_or_null(session.uid);
    object["slot"] = occurrence.slot ? Json(to_string(*occurrence.slot)) : Json(nullptr);
    object["start"] = rfc3339(occurrence.local_start, occurrence.offset);
    object["end"] = rfc3339(occurrence.local_end(), occurrence.end_offset);
    object["time_zone"] = session.time_zone;
    object["length"] = occurrence.length().count();
    object["professional"] = {{"code", occurrence.professional().code}, {"name", occurrence.professional().name}};
    object["room"] = {{"name", occurrence.room().name}, {"kind", to_string(occurrence.room().kind)}};
    object["clients"] = clients_value(occurrence);
    object["services"] = services_value(occurrence);
    object["price"] = sum ? Json(to_string(*sum)) : Json(nullptr);
    object["currency"] = session.currency.code();
    object["recurrence"] = session.recurrence ? Json(to_rrule(session.recurrence->rule())) : Json(nullptr);
    object["ends"] = ends_value(session);
    object["changed"] = occurrence.changed();
    object["status"] = to_string(occurrence.status());
    object["note"] = text_or_null(occurrence.note());
    return object;
}

}  // namespace practice::text
