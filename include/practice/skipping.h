// SPDX-License-Identifier: MIT
// Leaving the dates that clash out of a series: whether that may be, and what would do instead. A series keeps a
// list of what is left out, so what goes on for ever is no case for it but for another rule.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "practice/conflict.h"
#include "practice/session.h"

namespace practice {

/// Why the dates that clash may not be left out.
enum class NoSkip {
    all,       ///< none would be left within the horizon
    endless,   ///< they go on for ever
    is_named,  ///< the caller named one of them himself
};

/// Nullopt: they may. `named`: a date that the caller asked for by name, which is booked or refused, never left out.
/// A single session that clashes has no other date (`all`). REQUIRES: `series` clashes.
[[nodiscard]] std::optional<NoSkip> why_no_skip(const Session& series, const Conflicts& conflicts,
                                                std::optional<Date> named = {});

/// The rule of `series` without the days of the week on which it clashes for ever; nullopt when it has no others, or
/// is not told by days of the week.
[[nodiscard]] std::optional<RecurrenceRule> rule_beside(const Session& series, const Conflicts& conflicts);

/// Those of `dates`, to be left out of a series, that neither its rule gives nor it has beyond it: nothing is left out
/// by them.
[[nodiscard]] std::vector<Date> no_dates_of(const Recurrence& series, std::vector<Date> dates);
/// The date of the series that is nearest to another; of two the later. Nullopt: it has none within eight years.
[[nodiscard]] std::optional<Date> nearest_date(const Recurrence& series, Date date);

/// How many dates of a series take place: those that are neither left out nor cancelled. REQUIRES: it ends.
[[nodiscard]] std::int64_t dates_held(const Session& series);

/// `series` with the COUNT at which `held` of its dates take place; nullopt when that is more than a rule may have, or
/// the rule ends before. REQUIRES: held > 0.
[[nodiscard]] std::optional<Session> holding(Session series, int held);

}  // namespace practice
