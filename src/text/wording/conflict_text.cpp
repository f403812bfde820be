// SPDX-License-Identifier: MIT
#include "text/wording/conflict_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "practice/clash_policy.h"
#include "practice/recurrence_text.h"
#include "practice/rescheduling.h"
#include "practice/skipping.h"
#include "text/format_time.h"
#include "text/hint_words.h"
#include "text/session/occurrence_text.h"
#include "text/session/session_text.h"

namespace practice::text {
namespace {

constexpr std::size_t kClashesShown = 10;

std::string verb_of(const Clash& clash) {
    if (clash.with_time_off()) { return "is away"; }
    return clash.kind == ClashKind::room ? "is taken by" : "has";
}

/// Of the date as it stands.
std::string who_with_whom_then(const Clash& clash) {
    const auto& session = *clash.with;
    const auto change = clash.with_slot ? session.changes.find(*clash.with_slot) : session.changes.end();
    if (change == session.changes.end()) { return who_with_whom(session); }
    const auto& professional = change->second.professional ? *change->second.professional : session.professional;
    return clients_in_words(change->second.clients ? *change->second.clients : session.clients) + " with " +
           professional.name;
}

std::string clash_line(const Clash& clash, const NameBooked& name) {
    std::string text = fmt::format("{:<13} {} {}", to_string(clash.kind), clash.what, verb_of(clash));
    if (clash.with != nullptr) {
        const auto named = name ? name(clash) : std::nullopt;
        const auto booked = named ? named->words : to_string(OccurrenceId{clash.with->number(), clash.with_slot});
        text += fmt::format(" {} ({})", booked, who_with_whom_then(clash));
    } else if (clash.itself) {
        const bool stored = clash.itself->session.stored();
        text += stored ? fmt::format(" {} (of the same series)", to_string(*clash.itself))
                       : fmt::format(" the series' own date {}", to_string(*clash.itself->slot));
    } else if (!clash.reason.empty()) {
        text += " (" + clash.reason + ")";
    }
    text += clash.count > 1 ? ", first on " : " on ";
    // When that is which is in the way; of time off, what it takes.
    const auto& when = clash.with_time_off() ? clash.planned : clash.with_local;
    return text + weekday_span(when.from, when.to);
}

}  // namespace

std::vector<std::string> clash_lines(const Conflicts& conflicts) {
    return clash_lines(conflicts, {});
}

std::vector<std::string> clash_lines(const Conflicts& conflicts, const NameBooked& name) {
    std::vector<std::string> lines;
    for (const auto& clash : conflicts.clashes) {
        if (lines.size() == kClashesShown) {
            lines.push_back(fmt::format("... and {} more", conflicts.clashes.size() - kClashesShown));
            break;
        }
        lines.push_back(clash_line(clash, name));
    }
    return lines;
}

std::vector<ClashFact> clash_facts(const Conflicts& conflicts, const TimeZone& zone, const NameBooked& name) {
    std::vector<ClashFact> facts;
    for (const auto& clash : conflicts.clashes) {
        const auto offset = zone.offset_at(zone.to_instant(clash.planned.from));
        const auto with = clash.with != nullptr ? OccurrenceId{clash.with->number(), clash.with_slot}
                                                : clash.itself.value_or(OccurrenceId{});
        const auto named = name ? name(clash) : std::nullopt;
        const bool has_number = with.session.stored() && (!named || named->has_number);
        facts.push_back({std::string{to_string(clash.kind)}, clash.what, has_number ? to_string(with) : std::string{},
                         rfc3339(clash.planned.from, offset), clash.count});
    }
    return facts;
}

Json clashes_value(const Conflicts& conflicts, const TimeZone& zone, const NameBooked& name) {
    Json list = Json::array();
    for (const auto& fact : clash_facts(conflicts, zone, name)) {
        list.push_back({{"kind", fact.kind},
                        {"what", fact.what},
                        {"with", fact.with.empty() ? Json(nullptr) : Json(fact.with)},
                        {"first", fact.first},
                        {"count", fact.count}});
    }
    return list;
}

std::string clashes_json(const Conflicts& conflicts, const TimeZone& zone) {
    return json_line(clashes_value(conflicts, zone));
}

std::string how_often(const Conflicts& conflicts, bool series) {
    const auto count = static_cast<std::int64_t>(conflicts.slots.size());
    if (!series) { return "this session clashes"; }
    if (conflicts.endless) {
        const auto years = kConflictHorizon.count();
        const auto a_year = (count + years / 2) / years;
        if (a_year >= 2) { return fmt::format("this series clashes about {} times a year, for ever", a_year); }
        return fmt::format("this series clashes {} times in the next {} years, and goes on", count, years);
    }
    return count == 1 ? "this series clashes once" : fmt::format("this series clashes {} times", count);
}

namespace {

/// Of what is not booked yet: when it begins by another rule, where that is another date.
std::string first_date_by(const RecurrenceRule& rule, const Session& series) {
    const auto date = date_of(series.start);
    const auto first = Recurrence{date, rule}.first();
    if (series.id.stored() || !first || first == date) { return {}; }
    return fmt::format(" with `at '{} {}'`", to_string(*first), to_string_time(time_of_day(series.start)));
}

}  // namespace

std::string skip_hint(const Session& series, const Conflicts& conflicts, std::optional<NoSkip> no_skip,
                      std::string_view at, bool skips) {
    if (!no_skip) { return skips ? std::string{} : "leave those dates out with `on-conflict skip`"; }
    switch (*no_skip) {
        case NoSkip::all: return {};
        case NoSkip::endless: {
            const auto rule = rule_beside(series, conflicts);
            if (!rule && skips) { return "give it an end: `ends DATE`"; }
            if (!rule) { return "give it an end (`ends DATE`), then leave dates out with `on-conflict skip`"; }
            return fmt::format("give it `repeat '{}'`{}, without the days on which it clashes for ever",
                               to_words(*rule), first_date_by(*rule, series));
        }
        case NoSkip::is_named: {
            const auto first = leaving_out(series, conflicts.slots).recurrence->first();
            return fmt::format("begin with its first date that is free: {}'{} {}'", at, to_string(*first),
                               to_string_time(time_of_day(series.start)));
        }
    }
    return {};
}

std::string clash_hint(const Session& session, const Conflicts& conflicts, bool many, std::optional<NoSkip> no_skip,
                       bool skips, std::string_view at) {
    if (!many) {
        return fmt::format("give another time, room or professional; `allow {}` books it anyway",
                           kinds_of(conflicts.with_allowed()));
    }
    const auto skip = skip_hint(session, conflicts, no_skip, at, skips);
    return skip.empty() ? "give another time, room or professional" : "give another time, or " + skip;
}

Refusal clash_refusal(const Clashing& clashing, const TimeZone& zone, bool skips) {
    const bool series = clashing.wanted.is_series();
    std::string hint;
    const auto propose = [&hint](const std::string& proposal) { hint += (hint.empty() ? "" : ", or ") + proposal; };
    if (clashing.free_room) {
        propose(fmt::format("`room {}` is free at that time", shell_word(clashing.free_room->name)));
    }
    if (clashing.free) {
        const auto start = clashing.free->start;
        propose(fmt::format("`at '{} {}'` ({}) is free{}", to_string(date_of(start)),
                            to_string_time(time_of_day(start)), short_name(weekday_of(date_of(start))),
                            series ? " for the whole series" : ""));
    }
    if (series) {
        const auto skip = skip_hint(clashing.wanted, clashing.conflicts, clashing.no_skip, "`at` ", skips);
        if (!skip.empty()) { propose(skip); }
    }
    if (hint.empty()) { hint = "try `at next`, or another `professional` or `room`"; }
    Problem problem{how_often(clashing.conflicts, series) + "; nothing was booked", hint, std::nullopt,
                    clash_lines(clashing.conflicts)};
    Refusal refusal{RefusalKind::conflict, std::move(problem)};
    refusal.with_clashes(clash_facts(clashing.conflicts, zone));
    return refusal;
}

}  // namespace practice::text
