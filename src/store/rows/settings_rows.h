// SPDX-License-Identifier: MIT
// The practice, its professionals, rooms, services, named recurrences, clients and declared feeds as rows. Inserting
// returns the new id; updating takes the whole value, its id included. Codes and names that are taken,
// and deleting what is referenced, are Refusals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/client.h"
#include "practice/feeds/declared_feed.h"
#include "practice/named_recurrence.h"
#include "practice/practice.h"
#include "practice/professional.h"
#include "practice/room.h"
#include "practice/service.h"
#include "store/database.h"

namespace practice::store {

/// Nullopt before the practice was set up.
[[nodiscard]] std::optional<Practice> load_practice(Database& database);
void save_practice(Database& database, const Practice& practice);
/// The identity of this practice among all others; copies and dumps have the same one.
[[nodiscard]] std::string practice_uid(Database& database);

/// All of them, archived ones included, by id.
[[nodiscard]] std::vector<Professional> load_professionals(Database& database);
[[nodiscard]] std::vector<Room> load_rooms(Database& database);
[[nodiscard]] std::vector<Service> load_services(Database& database);
[[nodiscard]] std::vector<Client> load_clients(Database& database);

/// The names that a client had before the present one.
[[nodiscard]] std::vector<std::string> former_names(Database& database, ClientId id);

ProfessionalId insert(Database& database, const Professional& professional);
RoomId insert(Database& database, const Room& room);
ServiceId insert(Database& database, const Service& service);
ClientId insert(Database& database, const Client& client);

void update(Database& database, const Professional& professional);
void update(Database& database, const Room& room);
void update(Database& database, const Service& service);
void update(Database& database, const Client& client);

/// How often sessions, feeds (or, for a room, professionals; for a professional, clients) refer to it; deleting is
/// refused unless 0.
[[nodiscard]] std::int64_t references(Database& database, ProfessionalId id);
[[nodiscard]] std::int64_t references(Database& database, RoomId id);
[[nodiscard]] std::int64_t references(Database& database, ServiceId id);
[[nodiscard]] std::int64_t references(Database& database, ClientId id);
void erase(Database& database, ProfessionalId id);
void erase(Database& database, RoomId id);
void erase(Database& database, ServiceId id);
void erase(Database& database, ClientId id);

using practice::NamedRecurrence;
[[nodiscard]] std::vector<NamedRecurrence> load_recurrences(Database& database);
NamedRecurrenceId insert(Database& database, const NamedRecurrence& recurrence);
void update(Database& database, const NamedRecurrence& recurrence);
void erase(Database& database, NamedRecurrenceId id);

[[nodiscard]] std::vector<DeclaredFeed> load_feeds(Database& database);
DeclaredFeedId insert(Database& database, const DeclaredFeed& feed);
void update(Database& database, const DeclaredFeed& feed);

}  // namespace practice::store
