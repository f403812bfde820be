// SPDX-License-Identifier: MIT
// How long a session is when nobody says it: as long as its services.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/directory.h"
#include "practice/rescheduling.h"

namespace practice::app {

/// Of a session whose services have no length of their own.
inline constexpr Length kUsualLength{50};

/// Units x usual length of each service, together. Refusal(misuse) for more than a day.
[[nodiscard]] Length length_of_services(const std::vector<ServiceLine>& lines, const Directory& directory);

/// Whether it is the length that those services have, now or by the rule of before units counted.
[[nodiscard]] bool is_of_services(Length length, const std::vector<ServiceLine>& lines, const Directory& directory);

/// Puts a length into `edit`: the one said (`none` makes it follow the services again), or, where nobody said the
/// present one, that of `edit.lines` when their codes or units are other than before. `slot`: what is edited, when it
/// is one date.
void read_new_length(const std::optional<std::string>& word, const Session& session,
                     const std::optional<Occurrence>& slot, const Directory& directory, SessionEdit& edit);

}  // namespace practice::app
