// SPDX-License-Identifier: MIT
#include "app/booking/booking_request.h"

#include <algorithm>
#include <iterator>

#include "app/booking/carried_words.h"
#include "app/booking/cleared_words.h"
#include "app/booking/people_words.h"
#include "app/booking/room_words.h"
#include "app/booking/rule_words.h"
#include "app/booking/service_words.h"
#include "app/booking/session_length.h"
#include "app/problems.h"
#include "practice/client_status.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "text/fold.h"
#include "text/format_time.h"

namespace practice::app {
namespace {

constexpr std::size_t kLongestNote = 2'000;

struct Parts {
    std::optional<People> people;
    std::optional<std::vector<ServiceLine>> lines;
    std::optional<std::vector<RoomName>> rooms;
};

bool says_length(const SessionWords& words) {
    return words.length && !says_none(*words.length);
}

/// A file gives a length with every session. One that is that of the services may be nobody's wish, and follows them.
bool is_length_said(const SessionWords& words, Length length, const std::vector<ServiceLine>& lines,
                    const Directory& directory) {
    return says_length(words) && !(words.needs_time && is_of_services(length, lines, directory));
}

Length read_length(const SessionWords& words, const Parts& parts, const Directory& directory) {
    if (says_length(words)) { return text::parse_length(*words.length); }
    return parts.lines ? length_of_services(*parts.lines, directory) : kUsualLength;
}

std::string read_note(const SessionWords& words) {
    if (!words.note) { return {}; }
    text::check_text(*words.note, "the note", kLongestNote);
    return *words.note;
}

std::string read_ref(const SessionWords& words) {
    if (!words.ref) { return {}; }
    text::check_text(*words.ref, "the ref");
    return *words.ref;
}

Status read_status(const SessionWords& words, bool series) {
    const auto status = words.status ? parse_status(*words.status) : Status::scheduled;
    if (!status) {
        throw misuse("'" + text::harmless(text::cut(*words.status, 30)) + "' is not a status",
                     "use scheduled, attended, no-show, cancelled or late-cancelled");
    }
    if (series && *status != Status::scheduled) {
        throw misuse("a series as a whole has no status", "book it, then mark single dates");
    }
    return *status;
}

struct Start {
    std::optional<LocalTime> start;
    std::optional<Date> only_date;
    std::optional<TimeOfDay> only_time;
};

Start read_start(const SessionWords& words, const text::Now& now, const TimeZone& zone) {
    const auto when = words.at ? text::parse_when(*words.at, now)
                               : text::When{.date = {}, .time = {}, .first_free = true, .instant = {}};
    if (when.instant) { return {text::on_clock(*when.instant, zone), {}, {}}; }
    if (when.date && when.time) { return {*when.date + *when.time, {}, {}}; }
    if (when.first_free) { return {}; }
    if (words.needs_time && !when.time) {
        throw misuse(practice::quoted(*words.at) + " has no time of day",
                     "write it as " + to_string(*when.date) + " 14:00; 'next' takes the first free time");
    }
    return {{}, when.date, when.time};
}

/// Tuesdays at 14:00 in "tue 14:00" is clear; "14:00" alone is a time on a date the rule has to give.
void complete_start(Start& start, const std::optional<RecurrenceRule>& rule, const text::Now& now) {
    if (!start.only_time || start.only_date) { return; }
    const bool rule_gives_dates =
        rule && !(rule->by_day.empty() && rule->by_month_day.empty() && rule->by_year_day.empty() &&
                  rule->by_week_number.empty() && rule->frequency != Frequency::daily);
    if (!rule_gives_dates) {
        throw misuse("a date is missing beside " + to_string_time(*start.only_time),
                     "for today: `at` 'today " + to_string_time(*start.only_time) + "'");
    }
    const auto today = date_of(now.local);
    const auto earliest = time_of_day(now.local) <= *start.only_time ? today : today + std::chrono::days{1};
    if (const auto date = Recurrence{earliest, *rule}.on_or_after(earliest)) {
        start = {*date + *start.only_time, {}, {}};
    }
}

std::vector<Date> read_except(const SessionWords& words, const text::Now& now, bool series) {
    if (!words.except || says_none(*words.except) || words.except->empty()) { return {}; }
    if (!series) {
        throw misuse("`except` leaves dates out of a series, and this is a single session", "add `repeat weekly`");
    }
    return text::parse_dates(*words.except, now);
}

Parts read_who_what_where(const SessionWords& words, const Office& office, const Directory& directory,
                          Problems& problems) {
    Parts parts;
    parts.people = problems.attempt([&] { return read_people(words, office, directory); }, "client");
    if (parts.people) {
        parts.lines = problems.attempt([&] { return read_lines(words, *parts.people, office, directory); }, "service");
        parts.rooms =
            problems.attempt([&] { return read_rooms(words, *parts.people->professional, office, directory); }, "room");
    } else {
        for (const auto& service : words.services) {
            problems.attempt([&] { return &directory.find_service(service.substr(0, service.find_first_of(":="))); },
                             "service");
        }
        if (words.room) {
            problems.attempt([&] { return &directory.find_room(*words.room); }, "room");
        }
    }
    return parts;
}

void check_start(const BookingRequest& request, const Start& start, const std::optional<RecurrenceRule>& rule,
                 const TimeZone& zone, Instant now, const SessionWords& words) {
    const auto date = request.start ? std::optional{date_of(*request.start)} : start.only_date;
    if (rule && date) {
        check_start_on_rule(*date, request.start ? std::optional{time_of_day(*request.start)} : std::nullopt, *rule);
    }
    if (rule && !date) { check_rule(date_of(request.now), *rule); }
    if (request.start) {
        check_not_past(*request.start, zone, now, words.allow_past || is_record(request.draft.status));
    }
    if (!request.start && date && *date < date_of(request.now)) {
        throw misuse(text::weekday_date(*date) + " is in the past", "give a date from today on");
    }
}

}  // namespace

std::vector<Attendance> read_client_statuses(const SessionWords& words, const std::vector<ClientName>& clients,
                                             bool series) {
    std::vector<Attendance> each;
    if (words.client_statuses.empty()) { return each; }
    if (series) { throw misuse("a series as a whole has no status", "book it, then mark single dates"); }
    if (words.client_statuses.size() != clients.size()) {
        throw misuse("the clients are " + std::to_string(clients.size()) + ", their statuses " +
                         std::to_string(words.client_statuses.size()),
                     "give one for each client, in their order, or none");
    }
    for (std::size_t i = 0; i < clients.size(); ++i) {
        SessionWords one;
        one.status = words.client_statuses[i];
        each.push_back({clients[i].id, read_status(one, false)});
    }
    return each;
}

namespace {

/// What the whole is follows from who comes, unless it was said.
void set_attendance(Session& draft, const SessionWords& words, Status said, const std::vector<Attendance>& each) {
    draft.status = each.empty() || words.status ? said : whole_of(each, said);
    std::ranges::copy_if(each, std::back_inserter(draft.attendance),
                         [&](const Attendance& own) { return own.status != draft.status; });
    settle_attendance(draft.status, draft.reason, draft.attendance, draft.clients);
}

}  // namespace

BookingRequest read_request(const SessionWords& as_said, const Office& office, const Directory& directory) {
    const auto words = without_none(as_said);
    Problems problems;
    const auto& practice = office.require_practice();
    const auto* zone =
        problems
            .attempt(
                [&] {
                    return words.time_zone ? &office.named_zone(*words.time_zone) : &office.zone(practice.time_zone);
                },
                "time-zone")
            .value_or(nullptr);
    const text::Now now{zone != nullptr ? zone->to_local(office.now) : LocalTime{}, practice.week_starts};
    auto parts = read_who_what_where(words, office, directory, problems);
    auto start = zone == nullptr ? std::nullopt : problems.attempt([&] { return read_start(words, now, *zone); }, "at");
    const auto time = start && start->start ? std::optional{time_of_day(*start->start)} : std::nullopt;
    auto rule =
        zone == nullptr
            ? std::nullopt
            : problems.attempt([&] { return read_rule(words, now, *zone, time, practice.week_starts, directory); },
                               words.rrule ? "rrule" : "repeat");
    const bool series = rule && rule->has_value();
    const auto except = problems.attempt([&] { return read_except(words, now, series); }, "except");
    const auto held = problems.attempt([&] { return read_held(words); }, "held");
    const auto length = problems.attempt([&] { return read_length(words, parts, directory); }, "length");
    auto note = problems.attempt([&] { return read_note(words); }, "note");
    auto ref = problems.attempt([&] { return read_ref(words); }, "ref");
    const auto status = problems.attempt([&] { return read_status(words, series); }, "status");
    if (start && rule) {
        problems.attempt(
            [&] {
                complete_start(*start, *rule, now);
                return true;
            },
            "at");
    }
    problems.raise_if_any();

    BookingRequest request;
    request.draft.professional = name_of(*parts.people->professional);
    request.draft.clients = std::move(parts.people->clients);
    const auto said = read_length_said(words);
    request.draft.length_said = said ? *said : is_length_said(words, *length, *parts.lines, directory);
    request.draft.lines = std::move(*parts.lines);
    request.draft.time_zone = zone->name();
    request.draft.length = *length;
    request.draft.note = std::move(*note);
    request.draft.ref = std::move(*ref);
    set_attendance(request.draft, words, *status, of_field("client-status", [&] {
                       return read_client_statuses(words, request.draft.clients, series);
                   }));
    request.draft.currency = practice.currency;
    request.draft.created = request.draft.changed = office.now;
    request.start = start->start;
    request.start_named = !words.practice_uid;  // what a practice has written may begin with a date that waits
    request.held = *held;
    request.only_date = start->only_date;
    request.only_time = start->only_time;
    request.rooms = std::move(*parts.rooms);
    request.hours = &parts.people->professional->hours;
    request.grid = practice.slot;
    request.now = now.local;
    request.policy = words.policy;
    of_field("at", [&] {
        check_start(request, *start, *rule, *zone, office.now, words);
        return true;
    });
    if (*rule) {
        const auto anchor = request.start ? date_of(*request.start) : date_of(now.local);
        request.draft.recurrence = Recurrence{anchor, **rule, *except};
        request.draft.former_end = read_former_end(words);
        request.draft.yields = read_yields(words, request.draft.professional.id);
    }
    return request;
}

}  // namespace practice::app
