// SPDX-License-Identifier: MIT
#include "practice/rescheduling.h"
#include "practice/standing.h"
#include "rescheduling_parts.h"

namespace practice {

Session with_former_end(Session series) {
    if (!series.former_end || !series.recurrence) { return series; }
    const auto& cut = *series.recurrence;
    const auto& former = *series.former_end;
    auto rule = cut.rule();
    rule.count = former.count;
    rule.until = former.until;
    const Recurrence bare{cut.anchor(), rule};
    auto excluded = cut.excluded();
    excluded.insert(excluded.end(), former.excluded.begin(), former.excluded.end());
    auto added = former.added;
    for (const auto date : cut.added()) {  // records stayed as added dates, where the rule gives them again
        if (!bare.occurs_on(date)) { added.push_back(date); }
    }
    series.recurrence = rescheduling::with_dates(bare, std::move(excluded), std::move(added));
    series.former_end.reset();
    return series;
}

Recurrence dates_without_end(const Session& series) {
    const auto whole = with_former_end(series).recurrence->booked();
    auto rule = whole.rule();
    rule.count.reset();
    rule.until.reset();
    return Recurrence{whole.anchor(), std::move(rule), whole.excluded(), whole.added()};
}

std::optional<Refusal> is_cut_off(const Session& session, Date slot) {
    if (!session.former_end || session.recurrence->occurs_on(slot)) { return std::nullopt; }
    if (!with_former_end(session).recurrence->booked().occurs_on(slot)) { return std::nullopt; }
    const auto number = to_string(OccurrenceId{session.number(), {}});
    return Refusal{
        RefusalKind::not_found, number + "@" + to_string(slot) + " was cancelled with the rest of " + number,
        "that and what follows come back with: practice session restore " + number + " `from` " + to_string(slot)};
}

namespace rescheduling {

Refusal no_date_left(const Session& session) {
    const auto number = number_of(session);
    if (session.former_end && !session.recurrence->first()) {
        return misuse(number + " is cancelled",
                      "to bring it back first: practice session restore " + number + " `all`");
    }
    return misuse(number + " would have no date left", "to end it: practice session cancel " + number + " `all`");
}

Refusal ends_before_first(const Session& session, Date end, Date first) {
    return misuse(
        number_of(session) + " would end on " + to_string(end) + ", before its first date, " + to_string(first),
        "give a later end: `ends " + to_string(first) + "`" +
            (session.is_series() ? "; to end it: practice session cancel " + number_of(session) + " `all`" : ""));
}

Refusal no_date_from(const Session& session, Date date) {
    const auto number = number_of(session);
    const auto before = with_former_end(session).recurrence->booked().on_or_after(date);
    if (session.former_end && before) {
        return misuse(number + " is cancelled from " + to_string(date) + " on",
                      "to bring that back first: practice session restore " + number + " `from` " + to_string(date));
    }
    const auto last = session.recurrence->never_ends() ? std::nullopt : last_standing(session);
    return misuse(number + " has no date on or after " + to_string(date), last ? "its last one is " + to_string(*last)
                                                                          : session.recurrence->first()
                                                                              ? "no date of it takes place"
                                                                              : "it has no dates");
}

}  // namespace rescheduling

}  // namespace practice
