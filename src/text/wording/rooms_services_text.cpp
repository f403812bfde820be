// SPDX-License-Identifier: MIT
// Rooms, services and named recurrences.
#include <nlohmann/json.hpp>

#include "practice/recurrence_text.h"
#include "text/json.h"
#include "text/wording/things_text.h"

namespace practice::text {
namespace {

std::string per(const Service& service) {
    return service.per == ChargedPer::client ? "client" : "session";
}

bool in_person(const Room& room) {
    return room.kind == RoomKind::in_person;
}

}  // namespace

std::vector<Column> room_columns() {
    return {{"Name", false, 8}, {"Kind"}, {"Holds", true}, {"Address or link", false, 12}};
}

std::vector<Cell> room_cells(const Room& room) {
    const auto colour = archived_colour(room.archived);
    return {{archived_name(room.name.text, room.archived), colour},
            {std::string{to_string(room.kind)}, colour},
            {in_person(room) ? std::to_string(room.capacity) : "any", colour},
            {in_person(room) ? room.address : room.link, colour}};
}

std::vector<std::string> room_fields() {
    return {"name", "kind", "capacity", "address", "link", "archived"};
}

std::vector<std::string> room_values(const Room& room) {
    return {room.name.text,
            std::string{to_string(room.kind)},
            in_person(room) ? std::to_string(room.capacity) : "",
            room.address,
            room.link,
            room.archived ? "yes" : "no"};
}

std::string room_json(const Room& room) {
    return json_line({{"name", room.name.text},
                      {"kind", to_string(room.kind)},
                      {"capacity", in_person(room) ? Json(room.capacity) : Json(nullptr)},
                      {"address", text_or_null(room.address)},
                      {"link", text_or_null(room.link)},
                      {"archived", room.archived}});
}

std::vector<Column> service_columns() {
    return {{"Code"}, {"Description", false, 12}, {"Minutes", true}, {"Price", true}, {""}};
}

std::vector<Cell> service_cells(const Service& service) {
    const auto colour = archived_colour(service.archived);
    return {{service.code, colour},
            {archived_name(service.description, service.archived), colour},
            {std::to_string(service.length.count()), colour},
            {to_string(service.price), colour},
            {service.per == ChargedPer::client ? "for each client" : "", colour}};
}

std::vector<std::string> service_fields() {
    return {"code", "description", "length", "price", "currency", "per", "archived"};
}

std::vector<std::string> service_values(const Service& service) {
    return {service.code,
            service.description,
            std::to_string(service.length.count()),
            to_string(service.price),
            std::string{service.price.currency.code()},
            per(service),
            service.archived ? "yes" : "no"};
}

std::string service_json(const Service& service) {
    return json_line({{"code", service.code},
                      {"description", text_or_null(service.description)},
                      {"length", service.length.count()},
                      {"price", to_string(service.price)},
                      {"currency", service.price.currency.code()},
                      {"per", per(service)},
                      {"archived", service.archived}});
}

std::vector<Column> recurrence_columns() {
    return {{"Name"}, {"Repeats", false, 12}};
}

std::vector<Cell> recurrence_cells(const NamedRecurrence& recurrence) {
    const auto colour = archived_colour(recurrence.archived);
    return {{archived_name(recurrence.name, recurrence.archived), colour}, {to_words(recurrence.rule), colour}};
}

std::vector<std::string> recurrence_fields() {
    return {"name", "words", "rule", "archived"};
}

std::vector<std::string> recurrence_values(const NamedRecurrence& recurrence) {
    return {recurrence.name, to_words(recurrence.rule), to_rrule(recurrence.rule), recurrence.archived ? "yes" : "no"};
}

std::string recurrence_json(const NamedRecurrence& recurrence) {
    return json_line({{"name", recurrence.name},
                      {"rule", to_rrule(recurrence.rule)},
                      {"words", to_words(recurrence.rule)},
                      {"archived", recurrence.archived}});
}

}  // namespace practice::text
