// SPDX-License-Identifier: MIT
// Words about a professional, client, room or service as an entry of settings. Names that they refer to are looked up
// here; values are made sense of by plan_settings. What a person or a client has several of is said one by one, and
// stands in an entry as a whole.
#pragma once

#include "app/directory.h"
#include "app/office.h"
#include "app/settings/entry_words.h"
#include "practice/settings/settings.h"

namespace practice::app {

[[nodiscard]] RoomEntry room_entry(const EntryWords& words);
[[nodiscard]] ServiceEntry service_entry(const EntryWords& words);
/// `present` is the professional that is edited, null for a new one: fees and time off are changed one by one.
[[nodiscard]] ProfessionalEntry professional_entry(const EntryWords& words, const Office& office,
                                                   const Directory& directory, const Professional* present);
/// The same for a client: fees and professionals are changed one by one.
[[nodiscard]] ClientEntry client_entry(const EntryWords& words, const Directory& directory, const Client* present);

}  // namespace practice::app
