// SPDX-License-Identifier: MIT
// What a date is for one of several clients.
#pragma once

#include <string>
#include <vector>

#include "practice/occurrence.h"

namespace practice {

/// One client's own status, else the occurrence's.
[[nodiscard]] Status status_of(const Occurrence& occurrence, ClientId client);

/// What it is for these of its clients together, as far as they take part: cancelled only when it is for each of them.
/// None named: the occurrence's own.
[[nodiscard]] Status status_for(const Occurrence& occurrence, const std::vector<ClientId>& clients);

/// Whether it has one of `statuses` (none named: whether it takes place) for any of `clients`. No clients named: as a
/// whole, and a status that is asked for counts when one of its clients has it.
[[nodiscard]] bool has_status(const Occurrence& occurrence, const std::vector<Status>& statuses,
                              const std::vector<ClientId>& clients);

/// What the whole is once each client's own status is known. It is attended when anybody came, and who did not is
/// the exception; as long as somebody is yet to come, it stays as it is, unless it was cancelled.
[[nodiscard]] Status whole_of(const std::vector<Attendance>& each, Status before);

/// Takes away what is said of those who do not take part. The one who is left is the whole; and where nobody comes any
/// more, it is cancelled: true then.
bool settle_attendance(Status& status, std::string& reason, std::vector<Attendance>& attendance,
                       const std::vector<ClientName>& clients);

}  // namespace practice
