// SPDX-License-Identifier: MIT
#include "text/session/occurrence_text.h"

#include "practice/client_status.h"
#include "text/format_time.h"

namespace practice::text {
namespace {

std::string joined(const std::vector<ClientName>& clients, std::string_view between, std::string_view before_last) {
    std::string text;
    for (std::size_t i = 0; i < clients.size(); ++i) {
        if (i > 0) { text += i + 1 == clients.size() ? before_last : between; }
        text += clients[i].name;
    }
    return text;
}

std::string price_of(const Occurrence& occurrence) {
    const auto sum = total(occurrence.lines(), occurrence.clients().size(), occurrence.session->currency);
    return sum ? to_string(*sum) : std::string{};
}

Colour colour_of(Status status) {
    switch (status) {
        case Status::scheduled: return Colour::none;
        case Status::attended: return Colour::green;
        case Status::no_show: return Colour::red;
        case Status::cancelled:
        case Status::late_cancelled: return Colour::dim;
    }
    return Colour::none;
}

}  // namespace

std::vector<std::string> occurrence_fields() {
    return {"id",       "start", "end",      "time_zone", "length",  "professional", "clients",      "room",
            "services", "price", "currency", "status",    "changed", "note",         "client status"};
}

std::vector<std::string> occurrence_values(const Occurrence& occurrence) {
    return {to_string(occurrence.id()),
            rfc3339(occurrence.local_start, occurrence.offset),
            rfc3339(occurrence.local_end(), occurrence.end_offset),
            occurrence.session->time_zone,
            std::to_string(occurrence.length().count()),
            occurrence.professional().code,
            clients_joined(occurrence.clients()),
            occurrence.room().name,
            services_joined(occurrence.lines()),
            price_of(occurrence),
            std::string{occurrence.session->currency.code()},
            std::string{to_string(occurrence.status())},
            occurrence.changed() ? "yes" : "no",
            occurrence.note(),
            client_statuses(occurrence)};
}

std::vector<Column> occurrence_columns() {
    return {{"When"},
            {"Clients", false, 8},
            {"With", false, 4},
            {"Room", false, 4},
            {"Services", false, 5},
            {"Status", false, 4},
            {"Id"}};
}

std::vector<Cell> occurrence_cells(const Occurrence& occurrence, std::string_view usual_zone) {
    const auto colour = colour_of(occurrence.status());
    const auto& room = occurrence.room();
    std::string status{occurrence.status() == Status::scheduled ? std::string_view{} : to_string(occurrence.status())};
    const auto add = [&status](const std::string& what) { status += (status.empty() ? "" : ", ") + what; };
    if (!occurrence.attendance().empty()) {
        add(own_statuses_in_words(occurrence, [](const ClientName& client) { return client.name; }));
    }
    if (occurrence.changed()) { add("changed"); }
    return {{weekday_span(occurrence.local_start, occurrence.local_end()) +
                 other_zone(occurrence.session->time_zone, usual_zone),
             colour},
            {clients_in_words(occurrence.clients()), colour},
            {occurrence.professional().code, colour},
            {room.kind == RoomKind::is_virtual ? room.name + " (virtual)" : room.name, colour},
            {services_joined(occurrence.lines()), colour},
            {status, colour},
            {to_string(occurrence.id()), Colour::cyan}};
}

std::string other_zone(std::string_view zone, std::string_view usual_zone) {
    return zone == usual_zone ? std::string{} : ' ' + std::string{zone};
}

std::string own_statuses_in_words(const Occurrence& occurrence,
                                  const std::function<std::string(const ClientName&)>& name) {
    std::string text;
    for (const auto& client : occurrence.clients()) {
        const auto own = status_of(occurrence, client.id);
        if (own == occurrence.status()) { continue; }
        text += (text.empty() ? "" : ", ") + name(client) + ' ' + std::string{to_string(own)};
    }
    return text;
}

std::string client_statuses(const Occurrence& occurrence) {
    if (occurrence.attendance().empty()) { return {}; }
    std::string text;
    for (const auto& client : occurrence.clients()) {
        text += (text.empty() ? "" : "; ") + std::string{to_string(status_of(occurrence, client.id))};
    }
    return text;
}

std::string clients_in_words(const std::vector<ClientName>& clients) {
    return joined(clients, ", ", " and ");
}

std::string clients_joined(const std::vector<ClientName>& clients) {
    return joined(clients, "; ", "; ");
}

std::string services_joined(const std::vector<ServiceLine>& lines) {
    std::string text;
    for (const auto& line : lines) {
        text += (text.empty() ? "" : "; ") + line.code;
        if (line.units != 1) { text += ':' + std::to_string(line.units); }
    }
    return text;
}

}  // namespace practice::text
