// SPDX-License-Identifier: MIT
#include "text/session/occurrence_json.h"

#include <nlohmann/json.hpp>

#include "practice/client_status.h"
#include "practice/recurrence_text.h"
#include "text/format_time.h"
#include "text/session/occurrence_text.h"

namespace practice::text {
namespace {

std::string clients_value(const Occurrence& occurrence) {
    std::vector<std::string> list;
    for (const auto& client : occurrence.clients()) {
        const bool several = occurrence.clients().size() > 1;
        const auto status = several ? to_string(status_of(occurrence, client.id)) : std::string_view{};
        list.push_back(JsonObject{}
                           .number("number", client.id.value)
                           .text("name", client.name)
                           .text_or_null("status", status)
                           .take());
    }
    return json_list(list);
}

std::string services_value(const Occurrence& occurrence) {
    std::vector<std::string> list;
    for (const auto& line : occurrence.lines()) {
        const auto sum = amount(line, occurrence.clients().size());
        std::vector<std::string> modifiers;
        for (const auto& modifier : line.modifiers) { modifiers.push_back(json_string(modifier)); }
        list.push_back(JsonObject{}
                           .text("code", line.code)
                           .number("units", line.units)
                           .text("price", to_string(line.price))
                           .text_or_null("amount", sum ? to_string(*sum) : std::string{})
                           .json("modifiers", json_list(modifiers))
                           .take());
    }
    return json_list(list);
}

}  // namespace

Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

std::string ends_text(const Session& session) {
    if (!session.recurrence) { return {}; }
    const auto& dates = *session.recurrence;
    if (dates.never_ends()) { return "never"; }
    if (const auto last = dates.last()) { return to_string(*last); }
    // Cancelled as a whole, or each date is away: it has ended all the same, and nothing must take it for endless.
    const Recurrence bare{dates.anchor(), dates.rule()};
    const auto before_it_begins = dates.anchor() - std::chrono::days{1};
    return to_string(bare.last().value_or(dates.rule().until.value_or(before_it_begins)));
}

Json ends_value(const Session& session) {
    return text_or_null(ends_text(session));
}

std::string occurrence_json(const Occurrence& occurrence) {
    const auto& session = *occurrence.session;
    const auto sum = total(occurrence.lines(), occurrence.clients().size(), session.currency);
    const auto& professional = occurrence.professional();
    const auto& room = occurrence.room();
    return JsonObject{}
        .text("id", to_string(occurrence.id()))
        .number("session", session.number().value)
        .text_or_null("uid", session.uid)
        .text_or_null("slot", occurrence.slot ? to_string(*occurrence.slot) : std::string{})
        .text("start", rfc3339(occurrence.local_start, occurrence.offset))
        .text("end", rfc3339(occurrence.local_end(), occurrence.end_offset))
        .text("time_zone", session.time_zone)
        .number("length", occurrence.length().count())
        .json("professional", JsonObject{}.text("code", professional.code).text("name", professional.name).take())
        .json("room", JsonObject{}.text("name", room.name).text("kind", to_string(room.kind)).take())
        .json("clients", clients_value(occurrence))
        .json("services", services_value(occurrence))
        .text_or_null("price", sum ? to_string(*sum) : std::string{})
        .text("currency", session.currency.code())
        .text_or_null("recurrence", session.recurrence ? to_rrule(session.recurrence->rule()) : std::string{})
        .text_or_null("ends", ends_text(session))
        .boolean("changed", occurrence.changed())
        .text("status", to_string(occurrence.status()))
        .text_or_null("note", occurrence.note())
        .take();
}

Json occurrence_object(const Occurrence& occurrence) {
    return Json::parse(occurrence_json(occurrence));
}

}  // namespace practice::text
