// SPDX-License-Identifier: MIT
#include "app/change/altered_records.h"

#include <algorithm>

#include "app/office.h"
#include "practice/rescheduling.h"

namespace practice::app {
namespace {

constexpr std::size_t kMostListed = 5;

std::string client_name(const Session& session, const ChangedMark& mark) {
    const auto change = mark.id.slot ? session.changes.find(*mark.id.slot) : session.changes.end();
    const bool own = change != session.changes.end() && change->second.clients;
    const auto& clients = own ? *change->second.clients : session.clients;
    const auto found = std::ranges::find(clients, *mark.client, &ClientName::id);
    return found == clients.end() ? std::string{} : found->name + " ";
}

}  // namespace

void AlteredRecords::add(const Session& before, const std::vector<ChangedMark>& marks) {
    for (const auto& mark : marks) {
        if (first.empty()) { first = to_string(mark.id); }
        ++count;
        if (count == kMostListed + 1) { list += ", ..."; }
        if (count > kMostListed) { continue; }
        list += (count == 1 ? "" : ", ") + to_string(mark.id) + " (" + (mark.client ? client_name(before, mark) : "") +
                std::string{to_string(mark.status)} + ")";
    }
}

std::string AlteredRecords::told() const {
    return "this changes a record of what has been: " + list;
}

AlteredRecords altered_by_row(const Session& before, const Session& after, const Office& office) {
    const auto is_record = [&](const Occurrence& one) { return is_kept_record(one, office.now); };
    AlteredRecords records;
    records.add(before, records_altered(before, after, *office.zones, is_record));
    return records;
}

}  // namespace practice::app
