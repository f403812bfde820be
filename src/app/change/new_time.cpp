// SPDX-License-Identifier: MIT
#include "app/change/new_time.h"

#include <algorithm>

#include "app/booking/converted_time.h"
#include "app/booking/rule_words.h"
#include "app/query/busy_times.h"
#include "practice/free_slot.h"
#include "practice/plain_text.h"
#include "text/dates/parse_time.h"
#include "text/format_time.h"

namespace practice::app {
namespace {

using std::chrono::days;

bool names_weekday(std::string_view word) {
    for (unsigned day = 0; day < 7; ++day) {
        if (word.starts_with(small_letters(short_name(Weekday{day})))) { return true; }
    }
    return false;
}

bool has_word(const std::string& text, bool (*is_meant)(std::string_view)) {
    const auto small = small_letters(text);
    return std::ranges::any_of(split(small, ' '), is_meant);
}

/// Whether the date came from nothing but the name of a weekday ("wed", "next wed"): it would be another one next week.
bool is_bare_weekday(const std::string& text, const text::When& when, const text::Now& now) {
    if (!when.date || when.instant || !has_word(text, names_weekday)) { return false; }
    auto next_week = now;
    next_week.local += days{7};
    return text::parse_when(text, next_week).date == *when.date + days{7};
}

/// "+1w", "in 3 days", "14:00 +2w".
bool is_step(const std::string& text) {
    const auto small = small_letters(text);
    return std::ranges::any_of(split(small, ' '), [](std::string_view word) {
        return word == "in" || (word.size() > 1 && word[0] == '+' && is_digit(word[1]));
    });
}

/// "next wed": of the week after.
days weeks_on(const std::string& text) {
    return has_word(text, [](std::string_view word) { return word == "next"; }) ? days{7} : days{0};
}

Date same_week(Date slot, Weekday day, Weekday week_starts) {
    return start_of_week(slot, week_starts) + (day - week_starts);
}

struct Where {
    const Session& session;
    const ChangeScope& scope;
    const TimeZone& zone;
    text::Now now;
    Date today;
};

/// From a date on is from the first slot on that has not begun.
ChangeScope what_is_concerned(const Session& session, const ChangeScope& scope, const TimeZones& zones, Instant now) {
    const auto* from = std::get_if<FromDate>(&scope);
    if (from == nullptr || !session.is_series()) { return scope; }
    const auto first = first_slot_from(session, *from, zones, now);
    return first ? FromDate{*first, from->past_too} : scope;
}

/// The slot that a weekday alone is about.
std::optional<Date> slot_in_question(const Where& where) {
    const auto& recurrence = *where.session.recurrence;
    if (const auto* from = std::get_if<FromDate>(&where.scope)) { return recurrence.on_or_after(from->date); }
    const auto first = recurrence.first();
    if (first && *first >= where.today) { return first; }
    const auto next = recurrence.on_or_after(where.today);
    return next ? next : recurrence.last();
}

LocalTime start_now(const Where& where) {
    const auto* one = std::get_if<OneSlot>(&where.scope);
    const auto occurrence =
        occurrence_at(where.session, where.zone, one != nullptr ? std::optional{one->slot} : std::nullopt);
    return occurrence ? occurrence->local_start : where.session.start;
}

Date date_of_weekday(const Where& where, const std::string& text, const text::When& when) {
    const auto counted = *when.date;
    const auto further = weeks_on(text);
    const auto own = same_week(date_of(start_now(where)), weekday_of(counted), where.now.week_starts) + further;
    if (own != counted && own > where.today) {
        throw misuse(practice::quoted(text) + " is " + text::weekday_date(counted) +
                         ", counted from today; that day of the " +
                         (further.count() > 0 ? "week after the session's own" : "session's own week") + " is " +
                         text::weekday_date(own),
                     "give the date that you mean: " + to_string(own) + " or " + to_string(counted));
    }
    return counted;
}

NewTime of_series(const Where& where, const std::string& text, const text::When& when, bool bare_weekday) {
    NewTime time{when.date, when.time, {}};
    if (!time.date) { return time; }
    if (!bare_weekday) {
        time.instead_of = slot_to_move(where.session, where.scope, *time.date, where.today);
        return time;
    }
    time.instead_of = slot_in_question(where);
    if (!time.instead_of) { return time; }
    time.date = same_week(*time.instead_of, weekday_of(*when.date), where.now.week_starts) + weeks_on(text);
    return time;
}

/// A step counts from where the one is now, or from the first slot concerned.
NewTime one_step(const Where& where, const std::string& text, bool one) {
    const auto slot = one ? std::nullopt : slot_in_question(where);
    auto counted = where.now;
    counted.local = slot ? *slot + time_of_day(where.session.start) : start_now(where);
    const auto when = text::parse_when(text, counted);
    return {when.date, when.time, slot};
}

/// The first free slot, for what the edit makes of it; its own present time counts as free.
NewTime next_free(const Where& where, const SessionEdit& edit, Office& office, const Directory& directory) {
    const auto* one = std::get_if<OneSlot>(&where.scope);
    if (where.session.is_series() && one == nullptr) {
        throw misuse("'next' finds a time for one session, not for a series", "give a time: 'wed 15:00', or 15:00");
    }
    auto rest = edit;
    rest.time = {};
    auto probe = *plan_edit(where.session, where.scope, rest, *office.zones, office.now).after;
    const auto occurrence = occurrence_at(probe, where.zone, one != nullptr ? std::optional{one->slot} : std::nullopt);
    BookingRequest request;
    request.draft = probe;
    request.draft.professional = occurrence->professional();
    request.draft.clients = occurrence->clients();
    request.draft.length = occurrence->length();
    request.draft.recurrence.reset();
    request.draft.changes.clear();
    request.draft.attendance.clear();
    request.draft.status = Status::scheduled;
    request.draft.id = {};
    request.rooms = {occurrence->room()};
    auto busy = busy_times(office, directory, request);
    std::erase_if(busy.sessions, [&](const Session& other) { return other.id == where.session.id; });
    if (one != nullptr) { busy.sessions.push_back(leaving_out(where.session, {one->slot})); }
    FreeSlotSearch search;
    search.planned = &request.draft;
    search.rooms = request.rooms;
    search.hours = &directory.with_id(request.draft.professional.id).hours;
    search.from = where.now.local;
    search.grid = office.require_practice().slot;
    search.until = date_of(search.from) + kFreeSlotHorizon;
    const auto found = find_free_slots(search, busy.booked(), *office.zones);
    if (found.empty()) {
        throw Refusal{RefusalKind::conflict, "no time is free in the next half year; nothing was changed",
                      "say a time, or another professional or room"};
    }
    return {date_of(found.front().start), time_of_day(found.front().start), {}};
}

/// What is still to come may not be moved into the past; what has been may be corrected.
void check_past(const Where& where, const NewTime& time, const Office& office) {
    if (!time.date && !time.time) { return; }
    if (!where.session.is_series() || std::holds_alternative<OneSlot>(where.scope)) {
        const auto start = start_now(where);
        check_not_past(time.date.value_or(date_of(start)) + time.time.value_or(time_of_day(start)), where.zone,
                       office.now, false);
        return;
    }
    if (!time.date || !time.instead_of || *time.instead_of < where.today) { return; }
    if (std::holds_alternative<Whole>(where.scope) && time.instead_of != where.session.recurrence->first()) { return; }
    check_not_past(*time.date + time.time.value_or(time_of_day(where.session.start)), where.zone, office.now, false);
}

}  // namespace

NewTime read_new_time(const SessionWords& words, const Session& session, const ChangeScope& scope,
                      const SessionEdit& edit, Office& office, const Directory& directory) {
    if (!words.at) { return {}; }
    const auto& zone = office.zone(edit.time_zone.value_or(session.time_zone));
    const text::Now now{zone.to_local(office.now), office.require_practice().week_starts, &zone};
    const auto concerned = what_is_concerned(session, scope, *office.zones, office.now);
    const Where where{session, concerned, zone, now, date_of(now.local)};
    const bool one = !session.is_series() || std::holds_alternative<OneSlot>(scope);
    if (is_step(*words.at)) {
        const auto time = one_step(where, *words.at, one);
        if (!words.allow_past) { check_past(where, time, office); }
        return time;
    }
    auto when = text::parse_when(*words.at, now);
    if (when.first_free) { return next_free(where, edit, office, directory); }
    if (when.instant) {
        const auto local = text::on_clock(*when.instant, zone);
        tell_converted(office, when, local, zone);
        when.date = date_of(local);
        when.time = time_of_day(local);
    }
    const bool weekday = is_bare_weekday(*words.at, when, now);
    if (one && weekday) { when.date = date_of_weekday(where, *words.at, when); }
    const auto time = one ? NewTime{when.date, when.time, {}} : of_series(where, *words.at, when, weekday);
    if (!words.allow_past) { check_past(where, time, office); }
    return time;
}

}  // namespace practice::app
