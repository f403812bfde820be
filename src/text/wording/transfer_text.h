// SPDX-License-Identifier: MIT
// What was handed over, told to people and to programs.
#pragma once

#include <string>
#include <vector>

#include "practice/refusal.h"
#include "practice/transfer.h"

namespace practice::text {

struct TransferView {
    const TransferPlan* plan = nullptr;
    const TransferRequest* request = nullptr;
    const TimeZones* zones = nullptr;
    /// The practice's, for the moment of the handover.
    const TimeZone* zone = nullptr;
    /// Who is a client of the new professional's now, too.
    std::vector<ClientName> clients_added;
    /// Whose usual room is still the old one.
    std::vector<std::string> usual_room_of;
    bool dry_run = false;
};

[[nodiscard]] std::string transfer_told(const TransferView& view);
[[nodiscard]] std::string transfer_json(const TransferView& view);
/// All that clashes, and what to do about it. REQUIRES: something does.
[[nodiscard]] Refusal transfer_refusal(const TransferView& view);

}  // namespace practice::text
