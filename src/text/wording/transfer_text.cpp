// SPDX-License-Identifier: MIT
#include "text/wording/transfer_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "practice/clash_policy.h"
#include "practice/time_off.h"
#include "text/format_time.h"
#include "text/json.h"
#include "text/session/occurrence_text.h"
#include "text/session/session_text.h"
#include "text/wording/conflict_text.h"

namespace practice::text {
namespace {

constexpr std::size_t kMostProblems = 20;
constexpr std::size_t kMostDates = 10;

struct Ends {
    std::string from;
    std::string to;
};

Ends ends_of(const TransferView& view) {
    if (const auto* professional = std::get_if<ProfessionalTransfer>(&view.request->subject)) {
        return {professional->from.name, professional->to.name};
    }
    const auto& room = std::get<RoomTransfer>(view.request->subject);
    return {room.from.name, room.to.name};
}

bool of_professional(const TransferView& view) {
    return std::holds_alternative<ProfessionalTransfer>(view.request->subject);
}

std::string number(const Session& session) {
    return to_string(OccurrenceId{session.number(), {}});
}

const TimeZone& zone_of(const Session& session, const TransferView& view) {
    return *view.zones->find(session.time_zone);
}

std::optional<Occurrence> first_of(const Transferred& one, const TransferView& view) {
    const auto& moved = one.moved();
    const auto& zone = zone_of(moved, view);
    if (!moved.is_series()) { return occurrence_at(moved, zone, std::nullopt); }
    if (!one.slots.empty()) { return occurrence_at(moved, zone, one.slots.front()); }
    auto slot = moved.recurrence->first();
    while (slot) {
        auto occurrence = occurrence_at(moved, zone, slot);
        const bool stands = occurrence && takes_time(occurrence->status());
        if (stands && occurrence->start >= view.request->since) { return occurrence; }
        slot = moved.recurrence->on_or_after(*slot + std::chrono::days{1});
    }
    return std::nullopt;
}

std::string weekday_dates(const std::vector<Date>& list) {
    std::string text;
    for (std::size_t i = 0; i < list.size() && i < kMostDates; ++i) {
        text += (text.empty() ? "" : ", ") + weekday_date(list[i]);
    }
    if (list.size() > kMostDates) { text += fmt::format(" and {} more", list.size() - kMostDates); }
    return text;
}

/// "Anna Smith, every week on Tuesday, never ends, from Tue 2026-12-01 09:00-09:45 on".
std::string what(const Transferred& one, const TransferView& view) {
    const auto& moved = one.moved();
    auto text = clients_in_words(moved.clients);
    if (!one.slots.empty()) { return text + ", only " + weekday_dates(one.slots); }
    const auto first = first_of(one, view);
    const auto when = first ? weekday_span(first->local_start, first->local_end()) : std::string{};
    if (!moved.is_series()) { return text + ", " + when; }
    return text + ", " + repeats_in_words(moved) + ", from " + when + " on";
}

/// "12", or "12 -> 21" where a new series carries on.
std::string ids(const Transferred& one) {
    if (!one.continuation) { return number(one.before); }
    return one.continuation->id.stored() ? number(one.before) + " -> " + number(*one.continuation)
                                         : number(one.before) + " -> new";
}

/// "12@2026-11-17 on Wed 2026-11-25, 12@2026-11-24 on ...", where these slots were moved to.
std::string places(const Transferred& one, const std::vector<Date>& slots, const TransferView& view) {
    std::string text;
    for (std::size_t i = 0; i < slots.size() && i < kMostDates; ++i) {
        const auto occurrence = occurrence_at(one.before, zone_of(one.before, view), slots[i]);
        if (!occurrence) { continue; }
        text += (text.empty() ? "" : ", ") + to_string(occurrence->id()) + " on " +
                weekday_date(date_of(occurrence->local_start));
    }
    if (slots.size() > kMostDates) { text += fmt::format(" and {} more", slots.size() - kMostDates); }
    return text;
}

/// What counts is where a date takes place.
std::string moved_across_told(const Transferred& one, const TransferView& view) {
    std::string text;
    if (one.left) { return text; }
    if (!one.moved_on.empty()) {
        text += fmt::format("            with what was moved to then: {}\n", places(one, one.moved_on, view));
    }
    if (!one.moved_before.empty()) {
        text += fmt::format("            without what was moved to before: {}\n", places(one, one.moved_before, view));
    }
    return text;
}

std::string bookings(std::size_t count) {
    return fmt::format("{} booking{}", count, count == 1 ? "" : "s");
}

/// What goes over, too, and carries on as a new series, is that series then.
std::optional<BookedName> number_there(const Clash& clash, const TransferView& view) {
    if (clash.with == nullptr) { return std::nullopt; }
    const auto& list = view.plan->list;
    const auto other = std::ranges::find(list, clash.with->id, [](const Transferred& one) { return one.before.id; });
    if (other == list.end() || !other->continuation || !other->continuation->id.stored()) { return std::nullopt; }
    return BookedName{to_string(OccurrenceId{other->continuation->number(), clash.with_slot}), true};
}

std::string clashes(const Transferred& one, const TransferView& view) {
    std::string text;
    const auto name = [&](const Clash& clash) { return number_there(clash, view); };
    for (const auto& line : clash_lines(one.conflicts.with_allowed(), name)) { text += "            " + line + "\n"; }
    return text;
}

std::string stays(const TransferView& view) {
    return (of_professional(view) ? "with " : "in ") + ends_of(view).from;
}

std::size_t moved_count(const TransferView& view) {
    return static_cast<std::size_t>(
        std::ranges::count_if(view.plan->list, [](const Transferred& one) { return !one.left; }));
}

std::string names(const std::vector<std::string>& list) {
    std::string text;
    for (std::size_t i = 0; i < list.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == list.size() ? " and " : ", ") + list[i];
    }
    return text;
}

std::string further_told(const TransferView& view) {
    std::string text;
    if (!view.clients_added.empty()) {
        std::vector<std::string> list;
        for (const auto& client : view.clients_added) { list.push_back(client.name); }
        text += fmt::format("  clients   {} {} of {} {}, too\n", names(list),
                            list.size() == 1 ? "is a client" : "are clients", ends_of(view).to,
                            view.dry_run ? "then" : "now");
    }
    if (!view.usual_room_of.empty()) {
        text += fmt::format("  note      {} is still the usual room of {}\n", ends_of(view).from,
                            names(view.usual_room_of));
    }
    return text;
}

Json facts_value(const Transferred& one, const TransferView& view) {
    return clashes_value(one.conflicts.with_allowed(), zone_of(one.before, view));
}

Json away_value(const std::vector<DateAway>& dates) {
    Json list = Json::array();
    for (const auto& one : dates) { list.push_back({{"date", to_string(one.date)}, {"because", one.because}}); }
    return list;
}

Json one_value(const Transferred& one, const TransferView& view) {
    const auto first = first_of(one, view);
    Json slots = Json::array();
    for (const auto slot : one.slots) { slots.push_back(to_string(OccurrenceId{one.before.number(), slot})); }
    Json moved_on = Json::array();
    for (const auto slot : one.moved_on) { moved_on.push_back(to_string(OccurrenceId{one.before.number(), slot})); }
    Json moved_before = Json::array();
    for (const auto slot : one.moved_before) {
        moved_before.push_back(to_string(OccurrenceId{one.before.number(), slot}));
    }
    Json stayed = Json::array();
    for (const auto slot : one.stayed) { stayed.push_back(to_string(slot)); }
    const bool split = one.continuation && one.continuation->id.stored();
    return {{"id", number(one.before)},
            {"session", one.before.number().value},
            {"splits", one.continuation.has_value()},
            {"continuation", split ? Json(one.continuation->number().value) : Json(nullptr)},
            {"first", first ? Json(rfc3339(first->local_start, first->offset)) : Json(nullptr)},
            {"slots", slots},
            {"stayed", stayed},
            {"moved_on", moved_on},
            {"moved_before", moved_before},
            {"left_out", away_value(newly_away(one.before, one.moved()))},
            {"clashes", facts_value(one, view)}};
}

Json end_value(const ProfessionalName& professional) {
    return {{"code", professional.code}, {"name", professional.name}};
}
Json end_value(const RoomName& room) {
    return {{"name", room.name}, {"kind", to_string(room.kind)}};
}

}  // namespace

std::string transfer_told(const TransferView& view) {
    const auto [from, to] = ends_of(view);
    const auto all = view.plan->list.size();
    const auto since = view.zone->to_local(view.request->since);
    const auto start = weekday_span(since, since);
    const auto when = start.substr(0, start.rfind('-'));
    if (all == 0) { return fmt::format("{} has nothing from {} on: nothing to transfer.\n", from, when); }
    const auto moved = moved_count(view);
    auto text =
        fmt::format("{} {} from {} to {}, from {} on\n", view.dry_run ? "Would transfer" : "Transferred",
                    moved == all ? bookings(all) : fmt::format("{} of {}", moved, bookings(all)), from, to, when);
    for (const auto& one : view.plan->list) {
        if (one.left) {
            text += fmt::format("  {:<9} stays {}: {}\n", number(one.before), stays(view), what(one, view));
        } else {
            text += fmt::format("  {:<9} {}\n", ids(one), what(one, view));
        }
        for (const auto& line : away_in_words(newly_away(one.before, one.moved()), date_of(since))) {
            text += "            left out " + line + "\n";
        }
        text += moved_across_told(one, view);
        if (!one.stayed.empty()) {
            text += fmt::format("            {} stays {}\n", weekday_dates(one.stayed), stays(view));
        }
        text += clashes(one, view);
    }
    return text + further_told(view);
}

std::string transfer_json(const TransferView& view) {
    Json moved = Json::array();
    Json left = Json::array();
    for (const auto& one : view.plan->list) { (one.left ? left : moved).push_back(one_value(one, view)); }
    Json clients = Json::array();
    for (const auto& client : view.clients_added) {
        clients.push_back({{"number", client.id.value}, {"name", client.name}});
    }
    Json object;
    std::visit(
        [&](const auto& subject) {
            object["from"] = end_value(subject.from);
            object["to"] = end_value(subject.to);
        },
        view.request->subject);
    const auto since = view.request->since;
    object["since"] = rfc3339(view.zone->to_local(since), view.zone->offset_at(since));
    object["moved"] = std::move(moved);
    object["left"] = std::move(left);
    object["clients_added"] = std::move(clients);
    object["dry_run"] = view.dry_run;
    return json_line(object);
}

Refusal transfer_refusal(const TransferView& view) {
    const auto [from, to] = ends_of(view);
    // What clashes for ever cannot be left out date by date, so it is that which stands in the way of all.
    const bool endless = view.plan->clashes_endlessly();
    const bool skips = view.request->policy.skips();
    Problem problem;
    std::vector<ClashFact> facts;
    Conflicts all;
    std::size_t count = 0;
    for (const auto& one : view.plan->list) {
        if (one.conflicts.none() || (skips && !one.conflicts.endless)) { continue; }
        ++count;
        const auto& clashes = one.conflicts.clashes;
        all.clashes.insert(all.clashes.end(), clashes.begin(), clashes.end());
        if (problem.details.size() < kMostProblems) {
            problem.details.push_back(number(one.before) + ": " + what(one, view));
            for (const auto& line : clash_lines(one.conflicts)) { problem.details.push_back("  " + line); }
        }
        for (auto& fact : clash_facts(one.conflicts, zone_of(one.before, view))) { facts.push_back(std::move(fact)); }
    }
    problem.message = fmt::format("{} of {} cannot go from {} to {}: the time is taken{}; nothing was changed", count,
                                  bookings(view.plan->list.size()), from, to, skips ? " for ever" : "");
    const bool of_rooms = std::holds_alternative<RoomTransfer>(view.request->subject);
    problem.hint =
        endless
            ? fmt::format("give those another time first{}, or double-book with `allow {}`; `dry-run` shows it first",
                          of_rooms ? "" : ", transfer the others with `client`", kinds_of(all))
            : fmt::format(
                  "leave what clashes {} with `on-conflict skip`, or double-book it with `allow {}`; `dry-run` "
                  "shows either first",
                  stays(view), kinds_of(all));
    return Refusal{RefusalKind::conflict, std::move(problem)}.with_clashes(std::move(facts));
}

}  // namespace practice::text
