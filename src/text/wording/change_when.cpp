// SPDX-License-Identifier: MIT
// Of change_text.h: by which date the whole is told, as it was and as it is.
#include <algorithm>
#include <utility>

#include "practice/standing.h"
#include "text/format_time.h"
#include "text/session/session_dates.h"
#include "text/wording/change_lines.h"

namespace practice::text {
namespace {

/// What the series itself says of a slot, its own change aside.
std::string when_of(const Session& session, Date slot, const ChangeView& view) {
    Session bare = session;
    bare.changes.clear();
    const auto occurrence = occurrence_at(bare, zone_of(session, view), slot);
    return occurrence ? weekday_span(occurrence->local_start, occurrence->local_end()) : std::string{};
}

/// What the change was about: without the records that it left alone.
Session without_kept(Session session, const ChangeView& view) {
    if (view.kept.empty()) { return session; }
    const auto& all = *session.recurrence;
    auto excluded = all.excluded();
    excluded.insert(excluded.end(), view.kept.begin(), view.kept.end());
    Recurrence rest{all.anchor(), all.rule(), std::move(excluded), all.added()};
    rest.set_away(all.away());
    session.recurrence = std::move(rest);
    return session;
}

/// By what the whole is told: the first from `from` on that takes place, as `session show` tells it. Empty: there is
/// no date any more.
std::string first_from(const Session& series, Date from, const ChangeView& view) {
    const auto told = without_kept(series, view);
    if (const auto first = first_told(told, zone_of(told, view), from)) { return when_told(*first); }
    const auto slot = told.recurrence->on_or_after(from);  // all that there are may be cancelled
    return slot ? when_of(told, *slot, view) : std::string{};
}

}  // namespace

std::string when_in_words(const Session& session, const ChangeView& view) {
    if (!session.is_series()) {
        const auto only = *occurrence_at(session, zone_of(session, view), std::nullopt);
        return weekday_span(only.local_start, only.local_end());
    }
    const auto& before = *view.before;
    const auto today = date_of(zone_of(before, view).to_local(view.now));
    auto from = view.from.value_or(today);
    const bool was_over = before.is_series() && first_from(before, from, view).empty();
    const bool carries_on = view.continuation == &session;
    // From its first date on, which may come to lie before that.
    const bool all_of_it = &session != view.before && view.from && view.continuation == nullptr && before.is_series() &&
                           before.recurrence->first() >= view.from;
    if (was_over || carries_on || all_of_it) { from = kFirstDate; }
    if (was_over && &session != view.before && !first_told(before, zone_of(before, view))) {
        const auto first = first_told(session, zone_of(session, view));  // nothing stood that it could be compared with
        return first ? when_told(*first) : std::string{};
    }
    return first_from(session, from, view);
}

}  // namespace practice::text
