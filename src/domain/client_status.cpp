// SPDX-License-Identifier: MIT
#include "practice/client_status.h"

#include <algorithm>

namespace practice {

Status status_of(const Occurrence& occurrence, ClientId client) {
    const auto& attendance = occurrence.attendance();
    const auto own = std::ranges::find(attendance, client, &Attendance::client);
    return own == attendance.end() ? occurrence.status() : own->status;
}

}  // namespace practice
