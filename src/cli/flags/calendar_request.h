// SPDX-License-Identifier: MIT
// What the views of the calendar share: their flags, the days asked for, and the sessions of those days.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/flags/session_filter.h"
#include "text/calendar/calendar_entry.h"
#include "text/calendar/calendar_grid.h"
#include "text/calendar/calendar_period.h"

namespace practice::cli {

/// The filters of `session list`, and how a calendar is drawn.
[[nodiscard]] std::vector<OptionSpec> calendar_options();
[[nodiscard]] OptionSpec hours_option();
/// "[WHEN...]": words that name a day, a week or a month.
[[nodiscard]] PositionalSpec calendar_when();
/// Said when there is nothing to show.
void print_no_sessions(Context& context, DateSpan days);

/// A calendar that has been read: days, sessions, and the style to draw them in.
class Calendar {
public:
    /// REQUIRES: there is a practice. Everything is read in one transaction.
    Calendar(const Arguments& arguments, Context& context);
    Calendar(const Calendar&) = delete;
    Calendar& operator=(const Calendar&) = delete;

    /// The days that the positional words name.
    [[nodiscard]] DateSpan period(text::CalendarUnit unit) const;
    /// The window that --from, --to, --days, --week and --month give, or the positional date: seven days
    /// from today, when nothing is given.
    [[nodiscard]] InstantSpan window() const;
    /// Reads the sessions that overlap these days.
    void load(DateSpan days);
    void load(InstantSpan window);

    [[nodiscard]] DateSpan days() const { return days_; }
    /// Those that start in the days; for lists and months.
    [[nodiscard]] const std::vector<text::CalendarEntry>& starting() const { return starting_; }
    /// Those of starting() and what runs into the first day; by start.
    [[nodiscard]] const std::vector<text::CalendarEntry>& overlapping() const { return overlapping_; }
    [[nodiscard]] const Directory& directory() const { return directory_; }
    [[nodiscard]] const OccurrenceFilter& filter() const { return filter_; }
    [[nodiscard]] const text::CalendarStyle& style() const { return style_; }
    [[nodiscard]] const text::Present& present() const { return present_; }
    [[nodiscard]] const TimeZone& zone() const { return *zone_; }
    /// --hours.
    [[nodiscard]] std::optional<Span<TimeOfDay>> hours() const;
    /// Of those whom the filter names, or of all who are not archived: who works in the days shown.
    [[nodiscard]] std::vector<const Professional*> professionals() const;
    /// When any of professionals() works.
    [[nodiscard]] std::vector<Span<LocalTime>> open_on(Date date) const;
    /// The professional, when only one's sessions are shown.
    [[nodiscard]] text::Omit omit() const {
        return filter_.sessions.professionals.size() == 1 ? text::Omit::professional : text::Omit::nothing;
    }
    /// A grid's column for one day, with all sessions.
    [[nodiscard]] text::GridColumn day_column(Date date) const;
    /// The entries that overlap a day, by start.
    [[nodiscard]] std::vector<const text::CalendarEntry*> on(Date date) const;

    /// Answers a program, where the format or --quiet asks for it: the occurrences by day. False on a table.
    [[nodiscard]] bool answered_program() const;

private:
    const Arguments& arguments_;
    Context& context_;
    store::Reading reading_;
    Directory directory_;
    const TimeZone* zone_;
    text::CalendarStyle style_;
    text::Present present_;
    OccurrenceFilter filter_;
    DateSpan days_;
    Occurrences found_;
    std::vector<text::CalendarEntry> starting_;
    std::vector<text::CalendarEntry> overlapping_;
};

/// Whether there is a practice to show; when there is none, that is said, in the format asked for.
[[nodiscard]] bool has_practice(Context& context);

}  // namespace practice::cli
