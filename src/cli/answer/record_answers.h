// SPDX-License-Identifier: MIT
// Professionals, clients, rooms, services and named recurrences as they are listed and shown, so that show, archive
// and delete are written once.
#pragma once

#include <vector>

#include "app/directory.h"
#include "app/settings/record_kinds.h"
#include "cli/answer/listing.h"
#include "practice/settings/settings_plan.h"

namespace practice::cli {

/// REQUIRES: one of the five specialisations.
template <class Thing>
struct Named;

template <>
struct Named<Professional> : RecordKind<Professional> {
    static std::vector<Field> fields(const Professional& professional, const Directory& directory);
    static Listing<Professional> listing(const Directory& directory);
};

template <>
struct Named<Client> : RecordKind<Client> {
    static std::vector<Field> fields(const Client& client, const Directory& directory);
    static Listing<Client> listing(const Directory& directory);
};

template <>
struct Named<Room> : RecordKind<Room> {
    static std::vector<Field> fields(const Room& room, const Directory& directory);
    static Listing<Room> listing(const Directory& directory);
};

template <>
struct Named<Service> : RecordKind<Service> {
    static std::vector<Field> fields(const Service& service, const Directory& directory);
    static Listing<Service> listing(const Directory& directory);
};

template <>
struct Named<NamedRecurrence> : RecordKind<NamedRecurrence> {
    static std::vector<Field> fields(const NamedRecurrence& recurrence, const Directory& directory);
    static Listing<NamedRecurrence> listing(const Directory& directory);
};

}  // namespace practice::cli
