// SPDX-License-Identifier: MIT
// The bookings of a professional go to another one, or those in a room to another room.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "app/directory.h"
#include "app/office.h"
#include "app/query/busy_times.h"
#include "practice/transfer.h"

namespace practice::app {

/// Who or what, and whose sessions only; from when on.
struct TransferWish {
    TransferSubject subject;
    std::vector<ClientId> clients;
    Instant since;
    ClashPolicy policy;
};
/// What is wanted, out of the directory of the transaction in which it is done.
using ReadTransfer = std::function<TransferWish(const Directory&)>;

/// How many bookings would go over. Refusal(conflict) as transfer().
[[nodiscard]] std::size_t transfer_count(Office& office, const ReadTransfer& read);

struct TransferDone {
    TransferRequest request;
    /// As it was saved. Its clashes refer to `busy`.
    TransferPlan plan;
    BusyTimes busy;
    /// Whoever has sessions with a professional is that professional's client.
    std::vector<ClientName> clients_added;
    /// Professionals whose usual room the room still is.
    std::vector<std::string> usual_room_of;
    std::vector<std::string> notes;
};
/// All of it in one transaction. Refusal(conflict) where what goes over clashes and may not.
[[nodiscard]] TransferDone transfer(Office& office, const ReadTransfer& read);

}  // namespace practice::app
