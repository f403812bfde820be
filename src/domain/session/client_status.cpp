// SPDX-License-Identifier: MIT
#include "practice/client_status.h"

#include <algorithm>
#include <optional>

namespace practice {

Status status_of(const Occurrence& occurrence, ClientId client) {
    const auto& attendance = occurrence.attendance();
    const auto own = std::ranges::find(attendance, client, &Attendance::client);
    return own == attendance.end() ? occurrence.status() : own->status;
}

Status status_for(const Occurrence& occurrence, const std::vector<ClientId>& clients) {
    std::optional<Status> all;
    for (const auto& client : occurrence.clients()) {
        if (std::ranges::find(clients, client.id) == clients.end()) { continue; }
        const auto status = status_of(occurrence, client.id);
        if (!all || takes_time(status)) { all = status; }
    }
    return all.value_or(occurrence.status());
}

bool has_status(const Occurrence& occurrence, const std::vector<Status>& statuses,
                const std::vector<ClientId>& clients) {
    const auto wanted = [&](Status status) {
        return statuses.empty() ? takes_time(status) : std::ranges::find(statuses, status) != statuses.end();
    };
    const auto own = [&](const ClientName& client) { return wanted(status_of(occurrence, client.id)); };
    if (!clients.empty()) {
        return std::ranges::any_of(occurrence.clients(), [&](const ClientName& client) {
            return std::ranges::find(clients, client.id) != clients.end() && own(client);
        });
    }
    return wanted(occurrence.status()) || (!statuses.empty() && std::ranges::any_of(occurrence.clients(), own));
}

}  // namespace practice
