// SPDX-License-Identifier: MIT
// The flags of `add` and `edit` for everything that is configured, and what they say as an entry of
// settings. Names that they refer to are looked up here, as everywhere (contract: Names); values are
// made sense of by plan_settings.
#pragma once

#include <vector>

#include "app/directory.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "practice/settings/settings.h"

namespace practice::cli {

enum class Verb { add, edit };

[[nodiscard]] std::vector<OptionSpec> room_flags(Verb verb);
[[nodiscard]] RoomEntry room_entry(const Arguments& arguments);

[[nodiscard]] std::vector<OptionSpec> service_flags(Verb verb);
[[nodiscard]] ServiceEntry service_entry(const Arguments& arguments);

[[nodiscard]] std::vector<OptionSpec> professional_flags(Verb verb);
/// `present` is the professional that is edited, null for a new one: fees and time off are changed one by one.
[[nodiscard]] ProfessionalEntry professional_entry(const Arguments& arguments, const Context& context,
                                                   const Directory& directory, const Professional* present);

[[nodiscard]] std::vector<OptionSpec> client_flags(Verb verb);
/// The same for a client: fees and professionals are changed one by one.
[[nodiscard]] ClientEntry client_entry(const Arguments& arguments, const Directory& directory, const Client* present);

/// The option's value as written on the command line; nullopt when it was not given.
[[nodiscard]] Given given(const Arguments& arguments, std::string_view option);
/// Refusal(misuse) when `edit` was told nothing to change.
void require_a_change(const Arguments& arguments);

}  // namespace practice::cli
