// SPDX-License-Identifier: MIT
// Professionals and clients.
#include <nlohmann/json.hpp>

#include "practice/plain_text.h"
#include "practice/settings/settings_plan.h"
#include "text/json.h"
#include "text/wording/things_text.h"

namespace practice::text {
namespace {

Json fees_value(const std::map<std::string, Money>& fees) {
    Json object = Json::object();
    for (const auto& [code, price] : fees) { object[code] = to_string(price); }
    return object;
}

Json hours_value(const WorkingHours& hours) {
    Json object = Json::object();
    for (unsigned day = 1; day <= 7; ++day) {  // Monday first; Weekday takes 7 for Sunday
        Json spans = Json::array();
        for (const auto& span : hours.on(Weekday{day})) {
            spans.push_back(to_string_time(span.from) + "-" + to_string_time(span.to));
        }
        object[small_letters(short_name(Weekday{day}))] = std::move(spans);
    }
    return object;
}

Json time_off_value(const std::vector<TimeOff>& list) {
    Json array = Json::array();
    for (const auto& away : list) {
        array.push_back({{"from", to_string(away.span.from)},
                         {"to", to_string(away.span.to)},
                         {"reason", text_or_null(away.reason)}});
    }
    return array;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string out;
    for (const auto& word : words) { out += (out.empty() ? "" : std::string{between}) + word; }
    return out;
}

std::string fees_joined(const std::map<std::string, Money>& fees) {
    std::vector<std::string> parts;
    for (const auto& [code, price] : fees) { parts.push_back(code + "=" + to_string(price)); }
    return joined(parts, ";");
}

}  // namespace

std::vector<Column> professional_columns() {
    return {{"Code"},           {"Name", false, 12}, {"Room", false, 6}, {"Hours", false, 12}, {"Email", false, 8},
            {"Phone", false, 8}};
}

std::vector<Cell> professional_cells(const ProfessionalView& view) {
    const auto& one = *view.professional;
    const auto colour = archived_colour(one.archived);
    return {{one.code, colour},  {archived_name(one.name.text, one.archived), colour},
            {view.room, colour}, {to_string(one.hours), colour},
            {one.email, colour}, {one.phone, colour}};
}

std::vector<std::string> professional_fields() {
    return {"code", "name", "email", "phone", "room", "hours", "fees", "time_off", "archived"};
}

std::vector<std::string> professional_values(const ProfessionalView& view) {
    const auto& one = *view.professional;
    std::vector<std::string> away;
    for (const auto& span : one.time_off) { away.push_back(time_off_text(span.span)); }
    return {one.code,
            one.name.text,
            one.email,
            one.phone,
            view.room,
            to_string(one.hours),
            fees_joined(one.fees),
            joined(away, ";"),
            one.archived ? "yes" : "no"};
}

std::string professional_json(const ProfessionalView& view) {
    const auto& one = *view.professional;
    return json_line({{"code", one.code},
                      {"name", one.name.text},
                      {"email", text_or_null(one.email)},
                      {"phone", text_or_null(one.phone)},
                      {"room", text_or_null(view.room)},
                      {"hours", hours_value(one.hours)},
                      {"fees", fees_value(one.fees)},
                      {"time_off", time_off_value(one.time_off)},
                      {"archived", one.archived}});
}

std::vector<Column> client_columns() {
    return {{"No", true}, {"Name", false, 12}, {"With", false, 6}, {"Email", false, 8}, {"Phone", false, 8}};
}

std::vector<Cell> client_cells(const ClientView& view) {
    const auto& one = *view.client;
    const auto colour = archived_colour(one.archived);
    return {{std::to_string(one.id.value), colour},
            {archived_name(one.name.text, one.archived), colour},
            {joined(view.professionals, ", "), colour},
            {one.email, colour},
            {one.phone, colour}};
}

std::vector<std::string> client_fields() {
    return {"number", "name", "professionals", "email", "phone", "fees", "note", "time_zone", "archived"};
}

std::vector<std::string> client_values(const ClientView& view) {
    const auto& one = *view.client;
    return {std::to_string(one.id.value),
            one.name.text,
            joined(view.professionals, ";"),
            one.email,
            one.phone,
            fees_joined(one.fees),
            one.note,
            one.time_zone,
            one.archived ? "yes" : "no"};
}

std::string client_json(const ClientView& view) {
    const auto& one = *view.client;
    return json_line({{"number", one.id.value},
                      {"name", one.name.text},
                      {"professionals", view.professionals},
                      {"email", text_or_null(one.email)},
                      {"phone", text_or_null(one.phone)},
                      {"fees", fees_value(one.fees)},
                      {"note", text_or_null(one.note)},
                      {"time_zone", text_or_null(one.time_zone)},
                      {"archived", one.archived}});
}

}  // namespace practice::text
