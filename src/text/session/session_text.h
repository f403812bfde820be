// SPDX-License-Identifier: MIT
// Sessions - what was booked with one command - as JSON, as rows, and told to people.
#pragma once

#include <string>
#include <vector>

#include "practice/booking.h"
#include "practice/occurrence.h"
#include "practice/session.h"
#include "text/table.h"

namespace practice::text {

/// A session with what is needed to tell of it.
struct SessionView {
    const Session* session = nullptr;
    const TimeZone* zone = nullptr;
    /// From here on the "next" dates are told.
    Instant now;
    /// Left out by the command that is told of, because they clash.
    const std::vector<Date>* clashing = nullptr;
    /// Lines of what it clashes with as things stand; null: that is not told.
    const std::vector<std::string>* clashes = nullptr;
};

/// What takes place from today on, or from so many days later, in the order of time: whoever tells what comes next asks
/// this.
[[nodiscard]] std::vector<Occurrence> next_occurrences(const SessionView& view, std::size_t most,
                                                       std::chrono::days later = {});

/// "Aug 2, Aug 4, 2027: Dana Lee is away (vacation)", one for each reason.
[[nodiscard]] std::vector<std::string> away_in_words(const std::vector<DateAway>& dates, Date today);

/// The fields of an occurrence (of the first one, for a series), and those that only a session has: words,
/// next, excluded, left_out, changes, ref, sequence, created, changed_at. `extra` is added as it stands: finished
/// members such as "\"dry_run\":true".
[[nodiscard]] std::string session_json(const SessionView& view, const std::string& extra = {});

/// Of the dates that do not take place: [{"date", "because"}].
[[nodiscard]] std::string left_out_json(const SessionView& view);

[[nodiscard]] std::vector<std::string> session_fields();
[[nodiscard]] std::vector<std::string> session_values(const SessionView& view);
[[nodiscard]] std::vector<Column> session_columns();
[[nodiscard]] std::vector<Cell> session_cells(const SessionView& view, std::string_view usual_zone);

/// The lines "  when ...", "  repeats ...", "  room ...", "  service ...", "  note ..." of an answer.
[[nodiscard]] std::string session_lines(const SessionView& view, bool first_free = false);
/// "Anna Smith with Dana Lee".
[[nodiscard]] std::string who_with_whom(const Session& session);
/// "every week on Tuesday, never ends"; empty for a single session.
[[nodiscard]] std::string repeats_in_words(const Session& session);

/// What `session show` says: who, the lines above, the next dates and every slot that differs.
[[nodiscard]] std::string session_told(const SessionView& view);
/// The same of one occurrence. `clashes`: lines, as in a view.
[[nodiscard]] std::string occurrence_told(const Occurrence& occurrence, const std::vector<std::string>& clashes = {});
/// "  changed  12@2026-12-08: moved to ...", a line for every slot that differs from its series.
[[nodiscard]] std::string differing_lines(const SessionView& view);
/// How a slot differs from its series: "moved to Wed 2026-12-09 15:00-15:45; in Room 2; cancelled (ill)".
[[nodiscard]] std::string change_in_words(const Occurrence& occurrence);

/// What an answer to `session add` looks like: "Booked 12: Anna Smith with Dana Lee" and the lines.
[[nodiscard]] std::string booked_text(const Booking& booking, const SessionView& view, bool dry_run);
/// The same for programs; "first_free", "left_out", "clashes" and "dry_run" besides the session's fields.
[[nodiscard]] std::string booked_json(const Booking& booking, const SessionView& view, bool dry_run);

}  // namespace practice::text
