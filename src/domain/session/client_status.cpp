// SPDX-License-Identifier: MIT
#include "practice/client_status.h"

#include <algorithm>
#include <optional>
#include <utility>

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

Status whole_of(const std::vector<Attendance>& each, Status before) {
    const auto any = [&](Status status) { return std::ranges::find(each, status, &Attendance::status) != each.end(); };
    const auto first = each.front().status;
    if (std::ranges::all_of(each, [first](const Attendance& one) { return one.status == first; })) { return first; }
    if (any(Status::scheduled)) { return takes_time(before) ? before : Status::scheduled; }
    if (any(Status::attended)) { return Status::attended; }
    return any(Status::no_show) ? Status::no_show : Status::cancelled;
}

bool settle_attendance(Status& status, std::string& reason, std::vector<Attendance>& attendance,
                       const std::vector<ClientName>& clients) {
    std::vector<Attendance> each;
    for (const auto& client : clients) {
        const auto own = std::ranges::find(attendance, client.id, &Attendance::client);
        each.push_back({client.id, own == attendance.end() ? status : own->status});
    }
    std::erase_if(attendance, [&](const Attendance& entry) {
        return std::ranges::find(clients, entry.client, &ClientName::id) == clients.end();
    });
    const bool nobody_comes = std::ranges::none_of(each, [](const Attendance& one) { return takes_time(one.status); });
    if (attendance.empty() || (clients.size() > 1 && !nobody_comes)) { return false; }
    const bool took_place = takes_time(status);
    status = whole_of(each, status);
    if (takes_time(status)) { reason.clear(); }
    std::erase_if(each, [&](const Attendance& one) { return one.status == status; });
    attendance = std::move(each);
    return took_place && !takes_time(status);
}

}  // namespace practice
