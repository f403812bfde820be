// SPDX-License-Identifier: MIT
#include "practice/series.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace practice {
namespace {

using std::chrono::days;

Recurrence bare(const Recurrence& recurrence) {
    auto rule = recurrence.rule();
    rule.count.reset();
    rule.until.reset();
    return Recurrence{recurrence.anchor(), std::move(rule)};
}

/// The last date that the rule gives; nullopt: it never ends, or gives none.
std::optional<Date> last_by_rule(const Recurrence& recurrence) {
    return Recurrence{recurrence.anchor(), recurrence.rule()}.last();
}

template <class Value, class Order>
void add_missing(std::vector<Value>& all, const std::vector<Value>& more, Order order) {
    for (const auto& one : more) {
        if (std::ranges::find(all, one) == all.end()) { all.push_back(one); }
    }
    std::ranges::sort(all, order);
}

/// The end aside: from its own beginning on, the rule of `second` is that of `first`.
bool has_rule_of(const Recurrence& first, const Recurrence& second) {
    return Recurrence{second.anchor(), bare(first).rule()}.rule() == bare(second).rule();
}

/// The next date of the rule of `first`, which ends, is the first of `second`, and so are all that follow.
bool goes_on_as(const Recurrence& first, const Recurrence& second) {
    const auto endless = bare(first);
    const auto last = last_by_rule(first);
    if (!last || endless.on_or_after(*last + days{1}) != second.anchor()) { return false; }
    return has_rule_of(first, second);
}

/// All but the row, what is told of it to calendars, and when it takes place.
bool are_alike(const Session& a, const Session& b) {
    return set_itself(a, b).empty() && a.length_said == b.length_said && a.currency == b.currency;
}

/// Both, where the second begins with the first date that the rule of the first would give next.
Session joined(Session first, Session second) {
    const auto& earlier = *first.recurrence;
    const auto& later = *second.recurrence;
    // The week start may matter to the first alone, whose rule it then has; the end is that of the second.
    auto rule = bare(earlier).rule();
    rule.count = later.rule().count;
    rule.until = later.rule().until;
    if (rule.count) {
        rule.count = *rule.count + static_cast<int>(bare(earlier).between(earlier.anchor(), later.anchor()).size());
    }
    std::vector<Date> excluded;
    std::vector<Date> added;
    std::ranges::set_union(earlier.excluded(), later.excluded(), std::back_inserter(excluded));
    std::ranges::set_union(earlier.added(), later.added(), std::back_inserter(added));
    if (second.former_end && second.former_end->count) {
        *second.former_end->count += static_cast<int>(bare(earlier).between(earlier.anchor(), later.anchor()).size());
    }
    first.recurrence = Recurrence{earlier.anchor(), std::move(rule), std::move(excluded), std::move(added)};
    first.changes.merge(second.changes);
    first.former_end = std::move(second.former_end);
    first.reason = std::move(second.reason);
    add_missing(first.yields, second.yields, [](const Yield& a, const Yield& b) {
        return std::tie(a.to, a.span.from) < std::tie(b.to, b.span.from);
    });
    add_missing(first.allowed, second.allowed, std::less<>{});
    first.clash_allowed = first.clash_allowed || second.clash_allowed;
    return first;
}

}  // namespace

const Session* part_with(const Parts& parts, Date slot) {
    const auto found = std::ranges::find_if(
        parts, [&](const Session& part) { return part.is_series() && part.recurrence->occurs_on(slot); });
    return found == parts.end() ? nullptr : &*found;
}

const Session& part_around(const Parts& parts, Date date) {
    const auto later = std::ranges::find_if(parts.begin() + 1, parts.end(),
                                            [&](const Session& part) { return date_of(part.start) > date; });
    return *std::prev(later);
}

NearSlots near_slots(const Parts& parts, Date date) {
    NearSlots near;
    for (const auto& part : parts) {
        if (!part.is_series()) { continue; }
        if (!near.after) { near.after = part.recurrence->on_or_after(date); }
        // Backwards from the date, twice as far each time: a rule of many years is not walked through.
        const auto begin = part.recurrence->first();
        for (auto reach = days{32}; begin && *begin < date; reach *= 2) {
            const auto slots = part.recurrence->between(std::max(*begin, date - reach), date);
            if (!slots.empty()) {
                near.before = slots.back();
                break;
            }
        }
    }
    return near;
}

std::optional<OutOfOrder> out_of_order(const Parts& parts) {
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const auto first = parts[i].recurrence->booked().first();
        if (!first) { continue; }
        for (std::size_t j = 0; j < i; ++j) {
            const auto met = parts[j].recurrence->booked().on_or_after(*first);
            if (!met) { continue; }
            const auto last = parts[j].recurrence->booked().last();
            return OutOfOrder{*first, last.value_or(kLastDate)};
        }
    }
    return std::nullopt;
}

std::vector<PartField> set_itself(const Session& before, const Session& part) {
    std::vector<PartField> fields;
    const auto note = [&](bool differs, PartField field) {
        if (differs) { fields.push_back(field); }
    };
    note(part.professional != before.professional, PartField::professional);
    note(part.room != before.room, PartField::room);
    note(part.clients != before.clients, PartField::clients);
    note(part.lines != before.lines, PartField::services);
    note(part.length != before.length, PartField::length);
    note(part.note != before.note, PartField::note);
    note(part.time_zone != before.time_zone, PartField::zone);
    const bool same_days = bare(*before.recurrence).on_or_after(part.recurrence->anchor()) == part.recurrence->anchor();
    const bool same_rule = has_rule_of(*before.recurrence, *part.recurrence);
    note(time_of_day(part.start) != time_of_day(before.start) || (same_rule && !same_days), PartField::time);
    note(!same_rule, PartField::rule);
    return fields;
}

SessionEdit for_later_part(SessionEdit edit, const Session& before, const Session& part, std::vector<PartField>& own) {
    const auto fields = set_itself(before, part);
    const auto leave = [&](PartField field, auto& wanted) {
        if (!wanted || std::ranges::find(fields, field) == fields.end()) { return; }
        wanted.reset();
        own.push_back(field);
    };
    leave(PartField::professional, edit.professional);
    leave(PartField::room, edit.room);
    leave(PartField::clients, edit.clients);
    leave(PartField::services, edit.lines);
    leave(PartField::length, edit.length);
    leave(PartField::note, edit.note);
    leave(PartField::zone, edit.time_zone);
    leave(PartField::rule, edit.rule);
    const bool moves = edit.time.date || edit.time.time;
    const bool has_own_time = std::ranges::find(fields, PartField::time) != fields.end() ||
                              std::ranges::find(fields, PartField::rule) != fields.end();
    if (moves && has_own_time) {
        edit.time = {};
        own.push_back(PartField::time);
    }
    return edit;
}

std::optional<Session> as_one(const Session& first, const Session& second) {
    const bool continues =
        !first.former_end && are_alike(first, second) && goes_on_as(*first.recurrence, *second.recurrence);
    return continues ? std::optional{joined(first, second)} : std::nullopt;
}

}  // namespace practice
