// SPDX-License-Identifier: MIT
// Occurrences as rows, as JSON objects (contract: Output) and in words.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/occurrence.h"
#include "text/table.h"

namespace practice::text {

[[nodiscard]] std::string occurrence_json(const Occurrence& occurrence);

/// For spreadsheets and scripts: id, start, end (RFC 3339), professional's code, clients and services
/// separated by ";", room, status ...
[[nodiscard]] std::vector<std::string> occurrence_fields();
[[nodiscard]] std::vector<std::string> occurrence_values(const Occurrence& occurrence);

/// For people: date, time, clients, professional, room, services, status, id.
[[nodiscard]] std::vector<Column> occurrence_columns();
/// The times are those of its own zone, which is named where it is not `usual_zone`, the practice's.
[[nodiscard]] std::vector<Cell> occurrence_cells(const Occurrence& occurrence, std::string_view usual_zone);
/// " Europe/Berlin" behind a time of day; nothing for the usual zone.
[[nodiscard]] std::string other_zone(std::string_view zone, std::string_view usual_zone);

/// "Jo Ng no-show, Al Smithson cancelled": the clients whose own status is another than the session's, named by
/// `name`; empty when there are none.
[[nodiscard]] std::string own_statuses_in_words(const Occurrence& occurrence,
                                                const std::function<std::string(const ClientName&)>& name);
/// "scheduled; no-show": of all clients in their order; empty when all have the session's.
[[nodiscard]] std::string client_statuses(const Occurrence& occurrence);
/// "Anna Smith and Jo Ng".
[[nodiscard]] std::string clients_in_words(const std::vector<ClientName>& clients);
/// "Anna Smith; Jo Ng".
[[nodiscard]] std::string clients_joined(const std::vector<ClientName>& clients);
/// "90834; 90785:2".
[[nodiscard]] std::string services_joined(const std::vector<ServiceLine>& lines);

}  // namespace practice::text
