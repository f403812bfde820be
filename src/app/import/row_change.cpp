// SPDX-License-Identifier: MIT
#include "app/import/row_change.h"

#include <algorithm>
#include <iterator>

#include "app/booking/booking_request.h"
#include "app/booking/carried_words.h"
#include "app/booking/cleared_words.h"
#include "app/booking/people_words.h"
#include "app/booking/rule_words.h"
#include "app/booking/service_words.h"
#include "app/booking/session_length.h"
#include "app/change/marks_to_come.h"
#include "app/change/session_edit.h"
#include "app/import/as_file.h"
#include "app/import/cancelled_by_file.h"
#include "app/import/row_slots.h"
#include "app/import/words/former_row.h"
#include "app/problems.h"
#include "practice/client_status.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/skipping.h"
#include "text/dates/parse_time.h"

namespace practice::app {
namespace {

/// What is compared with: a session, or a slot with what it has of its own.
struct Base {
    const ProfessionalName& professional;
    const RoomName& room;
    const std::vector<ClientName>& clients;
    const std::vector<ServiceLine>& lines;
    const std::string& note;
    LocalTime start;
    Length length;
    Status status;
};

Base base_of(const Session& session, const Occurrence* slot) {
    if (slot == nullptr) {
        return {session.professional, session.room,  session.clients, session.lines,
                session.note,         session.start, session.length,  session.status};
    }
    return {slot->professional(), slot->room(),      slot->clients(), slot->lines(),
            slot->note(),         slot->local_start, slot->length(),  slot->status()};
}

template <class Value, class Same>
void drop_if(std::optional<Value>& wanted, Same&& same) {
    if (wanted && same(*wanted)) { wanted.reset(); }
}

bool same_people(const std::vector<ClientName>& a, const std::vector<ClientName>& b) {
    return std::ranges::is_permutation(a, b, {}, &ClientName::id, &ClientName::id);
}

/// What the row does not say of a service stays as it was booked: a fee that has changed since changes nothing.
std::optional<std::vector<ServiceLine>> lines_of(const SessionWords& words, const Base& base, const SessionEdit& edit,
                                                 const Office& office, const Directory& directory) {
    if (words.services.empty()) { return std::nullopt; }
    const auto& professional = directory.with_id(edit.professional.value_or(base.professional).id);
    auto lines = read_lines(words, {&professional, edit.clients.value_or(base.clients)}, office, directory);
    for (std::size_t i = 0; i < lines.size() && i < base.lines.size(); ++i) {
        const auto& was = base.lines[i];
        auto& line = lines[i];
        if (line.service != was.service) { continue; }
        line.description = was.description;
        line.per = was.per;
        const bool priced = words.price || words.services[i].find('=') != std::string::npos;
        if (!priced) { line.price = was.price; }
        if (words.modifiers.empty()) { line.modifiers = was.modifiers; }
    }
    return lines;
}

RecurrenceRule endless(RecurrenceRule rule) {
    rule.count.reset();
    rule.until.reset();
    return rule;
}

void drop_same_rule(const Session& session, SessionEdit& edit) {
    if (edit.rule && !edit.rule->rule) {
        if (!session.is_series()) { edit.rule.reset(); }
        return;
    }
    if (!session.is_series()) { return; }
    const auto& present = session.recurrence->rule();
    if (edit.rule) {
        const auto& wanted = *edit.rule->rule;
        const bool own_end = wanted.count || wanted.until;
        const auto now = own_end ? present : endless(present);
        // "Every week" from a Tuesday on, and "every week on Tuesday", are one rule.
        const auto anchor = session.recurrence->anchor();
        const bool same = !edit.time.date && with_anchor(wanted, anchor) == with_anchor(now, anchor);
        if (wanted == now || same) { edit.rule.reset(); }
    }
    drop_if(edit.end, [&](const NewEnd& end) {
        if (const auto* date = std::get_if<Date>(&end)) { return !present.count && present.until == *date; }
        if (const auto* times = std::get_if<int>(&end)) { return !present.until && present.count == *times; }
        if (const auto* held = std::get_if<HeldDates>(&end)) {
            const bool other_dates = edit.rule || edit.time.date;
            return !other_dates && present.count && !present.until && dates_held(session) == held->count;
        }
        return !present.count && !present.until;
    });
}

NewTime time_of(const SessionWords& words, const Base& base, const Session& session, const SessionEdit& edit,
                const Office& office, bool single) {
    if (!words.at) { return {}; }
    refuse_none(words.at, "a time");
    const auto& zone = office.zone(edit.time_zone.value_or(session.time_zone));
    const auto when = text::parse_when(*words.at, {zone.to_local(office.now), office.require_practice().week_starts});
    if (when.first_free) { return {}; }  // it has its time already
    LocalTime wanted = when.instant
                           ? text::on_clock(*when.instant, zone)
                           : when.date.value_or(date_of(base.start)) + when.time.value_or(time_of_day(base.start));
    const auto lookup = zone.lookup(wanted);
    if (single && lookup.kind == TimeZone::Kind::skipped) { wanted = zone.to_local(lookup.instant); }
    NewTime time;
    if (date_of(wanted) != date_of(base.start)) { time.date = date_of(wanted); }
    if (time_of_day(wanted) != time_of_day(base.start)) { time.time = time_of_day(wanted); }
    if (!single && time.date) { time.instead_of = date_of(base.start); }
    return time;
}

struct RowEdit {
    SessionEdit edit;
    std::vector<ClientName> clients;  // in the order of the row, whatever that of the session
};

RowEdit edit_of(const SessionWords& words, const Session& session, const ChangeScope& scope, const Base& base,
                bool as_file, Office& office, const Directory& directory) {
    Problems problems;
    auto rest = words;
    rest.at.reset();
    rest.ref.reset();
    rest.except.reset();
    rest.services.clear();
    rest.price.reset();
    rest.modifiers.clear();
    if (words.services.empty()) {
        rest.price = words.price;
        rest.modifiers = words.modifiers;
    }
    auto edit =
        problems.attempt([&] { return read_edit(rest, session, scope, office, directory); }).value_or(SessionEdit{});
    if (as_file) { mean_as_new(edit); }
    const bool single = !session.is_series() || !std::holds_alternative<Whole>(scope);
    if (auto lines = problems.attempt([&] { return lines_of(words, base, edit, office, directory); }, "service")) {
        if (*lines) { edit.lines = std::move(**lines); }
    }
    if (auto time = problems.attempt([&] { return time_of(words, base, session, edit, office, single); }, "at")) {
        edit.time = *time;
    }
    problems.raise_if_any();
    auto clients = edit.clients.value_or(base.clients);
    drop_if(edit.professional, [&](const auto& wanted) { return wanted.id == base.professional.id; });
    drop_if(edit.room, [&](const auto& wanted) { return wanted.id == base.room.id; });
    drop_if(edit.clients, [&](const auto& wanted) { return same_people(wanted, base.clients); });
    drop_if(edit.lines, [&](const auto& wanted) { return wanted == base.lines; });
    const auto* one = std::get_if<OneSlot>(&scope);
    const bool by_services = words.length && says_none(*words.length);
    // A date of a series that comes with it is as long as that, unless it says otherwise.
    const bool follows = !words.length && (one == nullptr || !session.id.none());
    if (edit.lines && (by_services || follows)) {
        const auto slot =
            one != nullptr ? occurrence_at(session, office.zone(session.time_zone), one->slot) : std::nullopt;
        of_field("service", [&] {
            read_new_length(words.length, session, slot, directory, edit);
            return true;
        });
    }
    drop_if(edit.length, [&](const auto& wanted) { return wanted == base.length; });
    if (!edit.length) { edit.length_said.reset(); }
    if (const auto said = read_length_said(words); said && edit.length) { edit.length_said = said; }
    drop_if(edit.note, [&](const auto& wanted) { return wanted == base.note; });
    drop_if(edit.time_zone, [&](const auto& wanted) { return wanted == session.time_zone; });
    drop_same_rule(session, edit);
    return {std::move(edit), std::move(clients)};
}

bool says_anything(const SessionEdit& edit) {
    return edit.professional || edit.room || edit.clients || edit.lines || edit.length || edit.note || edit.time.date ||
           edit.time.time || edit.time_zone || edit.rule || edit.end;
}

/// What was left out and is over never took place: it is no date now. Gives back those that were to be.
std::vector<Date> keep_past(std::vector<Date>& wanted, const Session& session, LocalTime now) {
    std::vector<Date> over;
    for (const auto date : session.recurrence->excluded()) {
        const bool began = date + time_of_day(session.start) < now;
        if (began && std::ranges::find(wanted, date) == wanted.end()) { over.push_back(date); }
    }
    wanted.insert(wanted.end(), over.begin(), over.end());
    std::ranges::sort(wanted);
    return over;
}

/// Records are not left out; those that were to be are told.
void keep_records(std::vector<Date>& wanted, RowChange& change, const TimeZone& zone, Instant now) {
    std::erase_if(wanted, [&](Date date) {
        const auto occurrence = occurrence_at(change.after, zone, date);
        const bool keep = occurrence && is_kept_record(*occurrence, now);
        if (keep) { change.kept.push_back(date); }
        return keep;
    });
}

/// The dates that the row leaves out are all that are, but for those that were left out because they clash.
void leave_out(RowChange& change, const SessionWords& words, OnConflict on_conflict, const Office& office,
               const RowBasis& basis) {
    auto& session = change.after;
    if (!words.except || !session.is_series()) { return; }
    const auto& zone = office.zone(session.time_zone);
    const text::Now now{zone.to_local(office.now), office.require_practice().week_starts};
    const bool none = says_none(*words.except);
    auto wanted =
        none ? std::vector<Date>{} : of_field("except", [&] { return text::parse_dates(*words.except, now); });
    const auto& present = session.recurrence->excluded();
    std::ranges::copy_if(wanted, std::back_inserter(change.left_out),
                         [&](Date date) { return !std::ranges::binary_search(present, date); });
    if (basis.then != nullptr) { wanted = changed_dates(present, dates_then(*basis.then, "except"), wanted); }
    auto over = keep_past(wanted, session, now.local);
    if (!basis.as_file) { change.over.insert(change.over.end(), over.begin(), over.end()); }
    if (!basis.alter_records) { keep_records(wanted, change, zone, office.now); }
    if (on_conflict == OnConflict::skip && std::ranges::includes(present, wanted)) { return; }
    if (present == wanted) { return; }
    session.recurrence =
        Recurrence{session.recurrence->anchor(), session.recurrence->rule(), {}, session.recurrence->added()};
    session = leaving_out(std::move(session), wanted);
    if (!session.recurrence->first()) { throw misuse("the dates left out are all there are", "leave out fewer"); }
}

/// A row that knows nothing of what has been ("scheduled") takes no record away.
Session with_status(Session session, const ChangeScope& scope, const SessionWords& words, const Base& base,
                    const TimeZone& zone, Instant now) {
    if (!words.status) { return session; }
    const auto wanted = parse_status(*words.status);
    if (!wanted) {
        throw misuse(practice::quoted(*words.status) + " is not a status",
                     "use scheduled, attended, no-show, cancelled or late-cancelled");
    }
    const bool series = session.is_series() && std::holds_alternative<Whole>(scope);
    if (*wanted == base.status || (series && *wanted == Status::scheduled)) { return session; }
    if (*wanted == Status::scheduled) {
        const bool been = zone.to_instant(base.start) < now || takes_time(base.status);
        return been ? std::move(session) : std::move(*plan_restore(session, scope).after);
    }
    return std::move(*plan_mark(session, scope, *wanted, {}).after);
}

/// Of each client of several, in the order of the row. Those of a series as a whole are its dates'.
Session with_client_statuses(Session session, const ChangeScope& scope, const SessionWords& words,
                             const std::vector<ClientName>& clients, const TimeZone& zone, Instant now) {
    if (words.client_statuses.empty()) { return session; }
    const auto* one = std::get_if<OneSlot>(&scope);
    const auto wanted = read_client_statuses(words, clients, session.is_series() && one == nullptr);
    for (const auto& [client, status] : wanted) {
        const auto occurrence = occurrence_at(session, zone, one != nullptr ? std::optional{one->slot} : std::nullopt);
        if (!occurrence || status_of(*occurrence, client) == status) { continue; }
        const bool been = occurrence->start < now || takes_time(status_of(*occurrence, client));
        if (status == Status::scheduled && been) { continue; }
        session = *plan_mark(session, scope, status, {client}).after;
    }
    return session;
}

/// What the file does not tell stays as it stands.
void let_stand(RowChange& change, const Session& stood, const std::vector<Date>& untold) {
    auto& session = change.after;
    if (untold.empty() || !session.is_series() || !stood.is_series()) { return; }
    const auto is_untold = [&](Date date) { return std::ranges::find(untold, date) != untold.end(); };
    const auto as_stood = [&](std::vector<Date> dates, const std::vector<Date>& stood_dates) {
        std::erase_if(dates, is_untold);
        std::ranges::copy_if(stood_dates, std::back_inserter(dates), is_untold);
        std::ranges::sort(dates);
        return dates;
    };
    const auto& dates = *session.recurrence;
    const Recurrence standing{dates.anchor(), dates.rule(), as_stood(dates.excluded(), stood.recurrence->excluded()),
                              as_stood(dates.added(), stood.recurrence->added())};
    if (dates != standing) { session.recurrence = standing; }
    const auto any = dates_without_end(session);
    const bool same = standing == *stood.recurrence;
    for (const auto date : untold) {
        session.changes.erase(date);
        const auto own = stood.changes.find(date);
        if (own != stood.changes.end() && (same || any.occurs_on(date))) { session.changes.insert(*own); }
    }
    for (auto* told : {&change.kept, &change.lost, &change.singles, &change.cancelled, &change.over}) {
        std::erase_if(*told, is_untold);
    }
}

}  // namespace

RowChange change_by_words(const Session& session, const std::optional<Date>& slot, SessionWords words,
                          OnConflict on_conflict, Office& office, const Directory& directory, const RowBasis& basis) {
    const auto& zones = *office.zones;
    const auto& zone = office.zone(session.time_zone);
    const auto occurrence = slot ? occurrence_at(session, zone, slot) : std::nullopt;
    if (slot && !occurrence) {
        const auto number = to_string(OccurrenceId{session.number(), {}});
        Problem problem{number + " has no date " + to_string(*slot),
                        "'practice session show " + number + "' shows its dates",
                        {},
                        {}};
        if (session.id.none() && session.is_series()) {
            const auto& dates = *session.recurrence;
            const auto near = dates.on_or_after(*slot);
            problem.message = "its series has no date " + to_string(*slot);
            problem.hint = near ? "the next that it has is " + to_string(*near)
                                : "its last is " + to_string(dates.last().value_or(dates.anchor()));
        }
        if (is_left_out(session, *slot)) { problem.message = number + " leaves out " + to_string(*slot); }
        problem.field = "ref";
        throw Refusal{RefusalKind::not_found, std::move(problem)};
    }
    const ChangeScope scope = slot ? ChangeScope{OneSlot{*slot}} : ChangeScope{Whole{}};
    const auto base = base_of(session, occurrence ? &*occurrence : nullptr);
    if (basis.as_file && (slot || !session.is_series())) { mean_as_new(words, base.status); }
    const auto [edit, clients] = edit_of(words, session, scope, base, basis.as_file, office, directory);
    RowChange change{session, {}, {}};
    if (says_anything(edit)) {
        auto plan = plan_edit(session, scope, edit, zones, office.now);
        change = {std::move(*plan.after),  std::move(plan.kept),
                  std::move(plan.lost),    {},
                  std::move(plan.singles), plan.named};
        change.over = std::move(plan.over);
    }
    if (!slot) {
        leave_out(change, words, on_conflict, office, basis);
        change.held = read_held(words);
    }
    if (auto former = read_former_end(words); former && !slot && change.after.is_series()) {
        change.after.former_end = std::move(former);
    }
    change.after =
        of_field("status", [&] { return with_status(std::move(change.after), scope, words, base, zone, office.now); });
    change.after = of_field("client-status", [&, &clients = clients] {
        return with_client_statuses(std::move(change.after), scope, words, clients, zone, office.now);
    });
    return change;
}

bool is_left_out(const Session& session, Date slot) {
    return !session.id.none() && session.is_series() &&
           std::ranges::binary_search(session.recurrence->excluded(), slot);
}

RowChange change_by_row(const Session& session, const std::optional<Date>& slot, const ScheduleRow& row,
                        const ImportWords& words, OnConflict on_conflict, Office& office, const Directory& directory,
                        const RowBasis& basis) {
    const auto* then = basis.then;
    const auto rest = then != nullptr ? std::optional{what_differs(words.file(), row, *then)} : std::nullopt;
    const auto& cells = rest ? rest->cells : row.cells;
    const bool whole_series = !slot && session.is_series();
    const auto before = basis.as_file && whole_series
                            ? as_new_series(session, basis.of_rows, office.zone(session.time_zone), office.now)
                            : session;
    auto given = words.as_written(cells);
    const bool of_calendar = words.file().format == ScheduleFormat::calendar;
    if (of_calendar && whole_series && given.status == to_string(Status::cancelled)) {
        return {cancelled_by_file(session, kCancelledThere, office).value_or(session), {}, {}};
    }
    if (then != nullptr) { take_back(words.file(), *then, text::words_of_row(words.file(), row), given); }
    if (basis.as_file && of_calendar && given.practice_uid && !given.services.empty() && given.modifiers.empty()) {
        given.modifiers = {"none"};
    }
    const bool once = of_calendar && !given.rrule;
    if (basis.as_file && whole_series && once) { given.repeat = "none"; }
    auto change = change_by_words(before, slot, std::move(given), on_conflict, office, directory, basis);
    if (!slot) {
        put_slots(change, row, words, office, directory, basis);
        let_stand(change, session, row.untold);
    }
    if (!words.allows_future()) { check_marks_have_been(&session, change.after, office); }
    return change;
}

}  // namespace practice::app
