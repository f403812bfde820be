// SPDX-License-Identifier: MIT
// Conflicts told to people and to programs.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "practice/booking.h"
#include "practice/refusal.h"
#include "text/json.h"

namespace practice::text {

/// One line a clash: "room          Room 1 is taken by 12 (Anna Smith with Dana Lee), first on Tue ...".
[[nodiscard]] std::vector<std::string> clash_lines(const Conflicts& conflicts);
/// How something booked is called, where that is not by its number: it has come in by the line of a file.
struct BookedName {
    std::string words;
    /// It has a number all the same that programs may be told.
    bool has_number = false;
};
/// Nullopt: by its number.
using NameBooked = std::function<std::optional<BookedName>(const Clash&)>;
/// The same, with names.
[[nodiscard]] std::vector<std::string> clash_lines(const Conflicts& conflicts, const NameBooked& name);
[[nodiscard]] std::vector<ClashFact> clash_facts(const Conflicts& conflicts, const TimeZone& zone,
                                                 const NameBooked& name = {});
/// "this series clashes 26 times a year", "this session clashes".
[[nodiscard]] std::string how_often(const Conflicts& conflicts, bool series);
/// Whether to leave the dates that clash out of a series, as part of a hint: how, what would do where that cannot be,
/// or nothing. `no_skip`: see why_no_skip(). `at`: what stands before a time ("`at` ", or nothing).
[[nodiscard]] std::string skip_hint(const Session& series, const Conflicts& conflicts, std::optional<NoSkip> no_skip,
                                    std::string_view at, bool skips = false);
/// The hint of a change or row that clashes. `no_skip` is asked for a series as a whole (`many`) only;
/// `skips`: what clashes is to be left out, and that need not be said again. `at`: as for skip_hint().
[[nodiscard]] std::string clash_hint(const Session& session, const Conflicts& conflicts, bool many,
                                     std::optional<NoSkip> no_skip, bool skips, std::string_view at = "`at` ");
/// The refusal of a booking that clashes: message, lines, and where it would fit.
[[nodiscard]] Refusal clash_refusal(const Clashing& clashing, const TimeZone& zone, bool skips = false);
/// The same facts as a JSON array.
[[nodiscard]] Json clashes_value(const Conflicts& conflicts, const TimeZone& zone, const NameBooked& name = {});
[[nodiscard]] std::string clashes_json(const Conflicts& conflicts, const TimeZone& zone);

}  // namespace practice::text
