// SPDX-License-Identifier: MIT
// Professionals, clients, rooms, services and named recurrences in the formats of listings: columns and cells
// for a terminal, fields and values for CSV and TSV, one JSON object each.
#pragma once

#include <string>
#include <vector>

#include "practice/client.h"
#include "practice/named_recurrence.h"
#include "practice/professional.h"
#include "practice/room.h"
#include "practice/service.h"
#include "text/table.h"

namespace practice::text {

/// With what is needed to tell of them: the usual room's name; the professionals' codes.
struct ProfessionalView {
    const Professional* professional = nullptr;
    std::string room;
};
struct ClientView {
    const Client* client = nullptr;
    std::vector<std::string> professionals;
};

/// How what is archived looks in a table: pale, "Room 2 (archived)".
[[nodiscard]] inline Colour archived_colour(bool archived) {
    return archived ? Colour::dim : Colour::none;
}
[[nodiscard]] inline std::string archived_name(const std::string& name, bool archived) {
    return archived ? name + " (archived)" : name;
}

[[nodiscard]] std::vector<Column> professional_columns();
[[nodiscard]] std::vector<Cell> professional_cells(const ProfessionalView& view);
[[nodiscard]] std::vector<std::string> professional_fields();
[[nodiscard]] std::vector<std::string> professional_values(const ProfessionalView& view);
[[nodiscard]] std::string professional_json(const ProfessionalView& view);

[[nodiscard]] std::vector<Column> client_columns();
[[nodiscard]] std::vector<Cell> client_cells(const ClientView& view);
[[nodiscard]] std::vector<std::string> client_fields();
[[nodiscard]] std::vector<std::string> client_values(const ClientView& view);
[[nodiscard]] std::string client_json(const ClientView& view);

[[nodiscard]] std::vector<Column> room_columns();
[[nodiscard]] std::vector<Cell> room_cells(const Room& room);
[[nodiscard]] std::vector<std::string> room_fields();
[[nodiscard]] std::vector<std::string> room_values(const Room& room);
[[nodiscard]] std::string room_json(const Room& room);

[[nodiscard]] std::vector<Column> service_columns();
[[nodiscard]] std::vector<Cell> service_cells(const Service& service);
[[nodiscard]] std::vector<std::string> service_fields();
[[nodiscard]] std::vector<std::string> service_values(const Service& service);
[[nodiscard]] std::string service_json(const Service& service);

[[nodiscard]] std::vector<Column> recurrence_columns();
[[nodiscard]] std::vector<Cell> recurrence_cells(const NamedRecurrence& recurrence);
[[nodiscard]] std::vector<std::string> recurrence_fields();
[[nodiscard]] std::vector<std::string> recurrence_values(const NamedRecurrence& recurrence);
[[nodiscard]] std::string recurrence_json(const NamedRecurrence& recurrence);

}  // namespace practice::text
