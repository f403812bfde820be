// SPDX-License-Identifier: MIT
// What a changing verb is to change: ids from the command line or standard input, and which part of a series
// is meant. Nothing is guessed: a series without a scope is refused with the three forms.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "app/change/session_target.h"
#include "app/problems.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "practice/rescheduling.h"

namespace practice::cli {

/// How a verb speaks.
struct ChangeVerb {
    std::string_view name;   // "cancel", as in "practice session cancel"
    std::string_view doing;  // "cancelling"
    std::string_view done;   // "Cancelled"
    std::string_view would;  // "Would cancel"
    /// What the verb needs behind the id, in the forms that a refusal proposes: " WHEN".
    std::string_view tail;
    /// Whether it can be for a whole series, and for a date and all that follow.
    bool takes_series = true;
    /// Whether it is for slots that were left out, too.
    bool takes_left_out = false;
    /// Whether what goes is gone: no other verb brings it back.
    bool deletes = false;
    /// Not for a series, but with --all and --from among its flags, which are refused then.
    bool has_scope_flags = false;
    /// Whether what has been stays, unless --past-too says otherwise.
    bool keeps_past = false;
    /// Whether it is for what has been: ids of the past on standard input are not skipped.
    bool is_for_past = false;
    /// What was cancelled, left out or deleted one by one is to come back, too.
    bool brings_singles = false;
};

/// What a verb was given to change.
struct GivenIds {
    std::vector<OccurrenceId> ids;
    /// Those of them that stood on standard input, as they are printed.
    std::set<std::string> read;
    /// Whether it has been told that ids of the past are skipped.
    bool skipping_told = false;
};

/// --from and --all.
[[nodiscard]] std::vector<OptionSpec> scope_options();
/// --past-too, of a verb that keeps what has been.
[[nodiscard]] OptionSpec past_too_option();
/// --past-too, of a verb for which it is about ids on standard input alone.
[[nodiscard]] OptionSpec past_ids_option();

/// More ids than this are changed only after a yes.
inline constexpr std::size_t kMostWithoutAsking = 10;

/// The ids, each once; "-" reads them from standard input, separated by white space. All that cannot be read
/// is reported at once.
[[nodiscard]] GivenIds read_ids(const std::vector<std::string>& words, Context& context);

/// Asks when there are many, or `always`. Refusal(interrupted) for a no; Refusal(misuse) naming --yes when
/// nobody can be asked. Before the change begins: no question while others wait. `goes_with_it`: told with the
/// question.
void confirm_change(Context& context, const ChangeVerb& verb, const std::vector<OccurrenceId>& ids, bool always,
                    const std::vector<std::string>& goes_with_it = {});

/// By id, each session once. What has been is left out when it was read from standard input, and that is told, unless
/// --past-too says otherwise: whoever pipes a list in has seldom looked at each of its lines.
[[nodiscard]] std::vector<SessionTarget> load_targets(GivenIds& given, const Arguments& arguments, Context& context,
                                                      const ChangeVerb& verb);

}  // namespace practice::cli
