// SPDX-License-Identifier: MIT
// What to do about clashes: some kinds may be allowed, and for the others one answer holds.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/conflict.h"
#include "practice/session.h"

namespace practice {

/// Refuse all of it, leave the clashing dates out of a series, or book anyway.
enum class OnConflict { refuse, skip, allow };

/// "refuse", "skip", "allow", in letters of any size.
[[nodiscard]] std::optional<OnConflict> parse_on_conflict(std::string_view text);

struct ClashPolicy {
    /// What holds for the kinds that are not allowed. With `allow` all kinds are.
    OnConflict otherwise = OnConflict::refuse;
    bool professional = false;
    bool client = false;
    bool room = false;
    bool time_off = false;

    [[nodiscard]] bool allows_all() const { return otherwise == OnConflict::allow; }
    [[nodiscard]] bool skips() const { return otherwise == OnConflict::skip; }
    [[nodiscard]] bool allows_time_off() const { return time_off || allows_all(); }
    [[nodiscard]] bool allows(const Clash& clash) const;
    bool operator==(const ClashPolicy&) const = default;
};

/// "room, time-off": just these kinds are allowed in `policy`. Throws Refusal(misuse) for a word that is none of
/// professional, client, room, time-off.
void allow_kinds(ClashPolicy& policy, std::string_view words);

/// "professional,room,time-off": the kinds of these clashes, as allow_kinds reads them.
[[nodiscard]] std::string kinds_of(const Conflicts& conflicts);

/// Writes into `planned` what `policy` allows of the clashes. True when something was.
bool allow_clashes(Session& planned, const Conflicts& conflicts, const ClashPolicy& policy);

}  // namespace practice
