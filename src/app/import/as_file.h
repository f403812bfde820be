// SPDX-License-Identifier: MIT
// `as-file`: a row does not say that its dates stand, that none is cancelled, and that nothing ends; a new one would
// mean just that. So what was moved, cancelled or left out here, and is still to come, is put back before the row is
// compared with what is there. Records stay, and so does what has been.
#pragma once

#include <optional>
#include <vector>

#include "app/import/words/row_words.h"
#include "practice/rescheduling.h"

namespace practice::app {

struct Office;

/// A series as its row has it that says nothing of single dates. `of_rows`: slots that rows of the same file are
/// about; those that are there are left to these.
[[nodiscard]] Session as_new_series(Session series, const std::vector<Date>& of_rows, const TimeZone& zone,
                                    Instant now);

/// What a row of a new session means by saying nothing of status and end, filled in.
void mean_as_new(SessionWords& words, Status present);
void mean_as_new(SessionEdit& edit);

/// The dates of `after` that stand otherwise in `before`, or are not there, but for those that `of_rows` are about.
[[nodiscard]] std::vector<Date> dates_put_back(const Session& before, const Session& after,
                                               const std::vector<Date>& of_rows);

/// Whether they differ in more than single dates.
[[nodiscard]] bool is_other_beside_dates(Session before, Session after);

}  // namespace practice::app
