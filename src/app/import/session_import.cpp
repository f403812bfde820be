// SPDX-License-Identifier: MIT
#include "app/import/session_import.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "app/booking/booking_request.h"
#include "app/change/marks_to_come.h"
#include "app/import/converted_rows.h"
#include "app/import/new_clients.h"
#include "app/import/row_slots.h"
#include "app/problems.h"
#include "app/query/busy_times.h"
#include "practice/keyword.h"
#include "practice/rescheduling.h"
#include "practice/skipping.h"
#include "store/sqlite/errors.h"
#include "text/session/session_text.h"
#include "text/wording/conflict_text.h"

namespace practice::app {
namespace {

Refusal about(std::string field, RefusalKind kind, std::string message, std::string hint) {
    Problem problem{std::move(message), std::move(hint), {}, {}};
    problem.field = std::move(field);
    return Refusal{kind, std::move(problem)};
}

/// What else the file says of its dates is about so many, until it is known which are left out.
void end_as_held(BookingRequest& request) {
    if (!request.held) { return; }
    auto ended = holding(request.draft, *request.held);
    if (!ended) {
        throw about("held", RefusalKind::misuse,
                    "there are no " + std::to_string(*request.held) + " dates that could take place",
                    "give fewer with `held`, or an end with `ends`");
    }
    request.draft = std::move(*ended);
}

bool holds(const std::vector<Date>& ascending, Date date) {
    return std::ranges::binary_search(ascending, date);
}

/// A series that a calendar has as cancelled; or one that was cancelled before its first date: an export has it, with
/// an end before its beginning.
bool has_no_date_left(const SessionWords& words, ScheduleFormat format) {
    if (format == ScheduleFormat::calendar && words.rrule && words.status == to_string(Status::cancelled)) {
        return true;
    }
    const bool repeats = words.rrule || (words.repeat && !says_single(*words.repeat));
    if (!words.practice_uid || !repeats || !words.at || !words.ends) { return false; }
    constexpr std::size_t date_size = 10;
    const auto first = parse_iso_date(std::string_view{*words.at}.substr(0, date_size));
    const auto last = parse_iso_date(*words.ends);
    return first && last && *last < *first;
}

}  // namespace

SessionImport::SessionImport(Office& office, const ScheduleFile& file, const ImportOptions& options,
                             ImportReport& report, ImportSink& sink)
    : office_{office},
      file_{file},
      options_{options},
      report_{report},
      sink_{sink},
      words_{file, options.defaults},
      new_sessions_{*office.database, *office.zones} {}

void SessionImport::run(RefusedRows& refused) {
    refused_ = &refused;
    for (const auto& [row, refused_row] : refused) { report_.reject(row, refused_row.refusal, refused_row.stops); }
    const auto naming =
        options_.create_clients ? create_unknown_clients(office_, words_, report_) : std::vector<std::size_t>{};
    directory_.emplace(office_);
    StoredRows stored{office_, *directory_, words_, report_, options_.policy, options_.as_file};
    auto slots = slot_rows(file_);
    stored.match(slots);
    stored.compare();
    find_slots(stored, std::move(slots));
    // A row that could not be read might be that of a session which would seem to be gone.
    if (options_.mirror && !report_.stopped()) { stored.cancel_missing(); }
    if (options_.mirror && report_.stopped()) { report_.note(0, "as long as a row is wrong, nothing is cancelled"); }
    changed_ = std::move(stored.changed());
    busy_.emplace(office_, *directory_);
    make_room();
    for (const auto row : in_order()) {
        import(row);
        sink_.step();
    }
    check_what_was_built_on(naming);
    if (writing() && !again_) {
        new_sessions_.write();
        if (!office_.dry_run) { stored.keep_words(nothing_booked_); }
    }
}

/// What was booked although it clashes is exported so, but not with which: it comes in last, so that what it clashes
/// with has nothing in its way.
std::vector<std::size_t> SessionImport::in_order() const {
    std::vector<std::size_t> order(file_.rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (std::ranges::find(file_.columns, "practice-uid") != file_.columns.end()) {
        std::ranges::stable_partition(
            order, [&](std::size_t row) { return !is_keyword(words_.value(file_.rows[row], "on-conflict"), "allow"); });
    }
    return order;
}

void SessionImport::check_what_was_built_on(const std::vector<std::size_t>& naming) {
    if (!writing()) { return; }
    const auto rejected = [&](std::size_t row) { return report_.outcome(row) == RowOutcome::rejected; };
    const bool cancelled_wrongly = options_.mirror && report_.stopped() && !report_.cancelled_sessions().empty();
    if (!again_ && !cancelled_wrongly && std::ranges::none_of(naming, rejected)) { return; }
    *refused_ = report_.refused();
    again_ = true;
}

/// What changes stands, until its row's turn comes, only where it stays.
void SessionImport::make_room() {
    const auto& zones = *office_.zones;
    for (std::size_t i = 0; i < changed_.size(); ++i) {
        auto& changed = changed_[i];
        busy_->leave_to_caller(changed.before.id);
        auto check = what_to_check(changed.before, changed.after, zones);
        if (!check) { busy_->timetable().put(changed.after); }
        if (const auto stays = check ? what_stays(changed.after, *check) : std::nullopt) {
            busy_->timetable().put(*stays);
        }
        if (changed.parts.empty()) {
            save(changed, {}, {});
            continue;
        }
        auto first = changed.parts.front().row;
        for (const auto& part : changed.parts) { first = std::min(first, part.row); }
        changed_by_row_[first] = i;
        line_of_changed_[changed.before.id.value] = file_.rows[first].line;
    }
}

void SessionImport::import(std::size_t row) {
    if (const auto changed = changed_by_row_.find(row); changed != changed_by_row_.end()) {
        settle(changed_[changed->second]);
        return;
    }
    if (report_.outcome(row) != RowOutcome::pending || in_slots_.contains(row)) {
        if (report_.outcome(row) == RowOutcome::rejected) { refuse_slots(row); }
        return;
    }
    add(row);
}

/// There is nothing to book, and nothing to keep of it for the next time.
void SessionImport::pass_over(std::size_t row) {
    report_.note(file_.rows[row].line, "no date is left of this series: it was cancelled, and is left out");
    report_.set(row, RowOutcome::unchanged);
    nothing_booked_.insert(row);
    for (const auto& slot : slots_of(row)) {
        if (report_.outcome(slot.row) != RowOutcome::rejected) { report_.set(slot.row, RowOutcome::unchanged); }
        nothing_booked_.insert(slot.row);
    }
}

void SessionImport::add(std::size_t row) {
    if (has_no_date_left(words_.as_written(file_.rows[row].cells), file_.format)) {
        pass_over(row);
        return;
    }
    try {
        auto booking = book_row(row);
        auto& session = booking.session;
        if (writing()) {
            session = numbered(std::move(session));
            session.id = numbers_[SessionId::planned(row)] = new_sessions_.add(session);
        }
        report_.set(row, RowOutcome::added,
                    !session.id.none() ? std::optional{RowId{session.number().value, {}}} : std::nullopt);
        tell({row, nullptr, &session, {}, {}, {}, booking.left_out, &booking.conflicts, naming()});
        const auto& source = file_.rows[row];
        if (!source.note_if_booked.empty()) { report_.note(source.line, std::string{source.note_if_booked}); }
        note_converted(row, words_, session, office_, report_);
        note_away(booking, row);
        note_clashing(session, booking.left_out, row);
        report_slots(booking, row);
        session.id = SessionId::planned(row);
        busy_->timetable().put(session);
    } catch (const store::StorageRefusal&) {
        throw;  // the row is not what is wrong
    } catch (const ClashesForEver& refusal) {
        report_.reject(row, refusal);
        refuse_slots(row);
    } catch (const Refusal& refusal) {
        using enum RefusalKind;
        const auto kind = refusal.kind();
        if (kind == failure || kind == busy || kind == interrupted) { throw; }
        refuse(row, refusal);
        refuse_slots(row);
    }
}

/// What clashes with a row of the file clashes with the session that was made of it.
Session SessionImport::numbered(Session session) const {
    for (auto& permission : session.allowed) {
        auto* with = std::get_if<SessionId>(&permission.with);
        if (const auto number = with != nullptr ? numbers_.find(*with) : numbers_.end(); number != numbers_.end()) {
            *with = number->second;
        }
    }
    std::ranges::sort(session.allowed, std::less<>{});
    return session;
}

/// A dry run tells it with the row.
void SessionImport::note_away(const Booking& booking, std::size_t row) {
    if (office_.dry_run || booking.session.away.empty()) { return; }
    const auto today = date_of(office_.zone(booking.session.time_zone).to_local(office_.now));
    for (const auto& words : text::away_in_words(booking.session.away, today)) {
        report_.note(file_.rows[row].line, "leaves out " + words);
    }
}

/// A dry run tells it with the row.
void SessionImport::note_clashing(const Session& session, const std::vector<Date>& left_out, std::size_t row) {
    if (office_.dry_run || left_out.empty()) { return; }
    std::vector<DateAway> dates;
    for (const auto date : left_out) { dates.push_back({date, left_out.size() == 1 ? "it clashes" : "they clash"}); }
    const auto today = date_of(office_.zone(session.time_zone).to_local(office_.now));
    for (const auto& words : text::away_in_words(dates, today)) {
        report_.note(file_.rows[row].line, "leaves out " + words + "; " + text::repeats_in_words(session));
    }
}

void SessionImport::refuse(std::size_t row, const Refusal& refusal) {
    bool skips = false;
    if (refusal.kind() == RefusalKind::conflict) {
        const auto words = words_.as_written(file_.rows[row].cells);
        skips = policy_of(words, options_.policy).skips();
    }
    report_.reject(row, refusal, !skips);
}

Booking SessionImport::book_row(std::size_t row) {
    const auto& source = file_.rows[row];
    const auto words = words_.for_new(source);
    if (!words.at) {
        throw about("at", RefusalKind::misuse, "there is no time",
                    "give a date and a time, or 'next' for the first free");
    }
    auto request = read_request(words, office_, *directory_);
    request.policy = policy_of(words, options_.policy);
    if (!request.start) {
        auto booking = booked_next(request);
        if (!words_.allows_future()) { check_marks_have_been(nullptr, booking.session, office_); }
        return booking;
    }
    request.draft.start = *request.start;
    end_as_held(request);
    RowChange with_slots{std::move(request.draft), {}, {}};
    put_slots(with_slots, source, words_, office_, *directory_);
    request.draft = std::move(with_slots.after);
    if (!words_.allows_future()) { check_marks_have_been(nullptr, request.draft, office_); }
    return book_at(request, row);
}

Booking SessionImport::booked_next(const BookingRequest& request) {
    const auto& zones = *office_.zones;
    auto& timetable = busy_->covering(OpenSpan{office_.now, std::nullopt});
    const InstantSpan window{office_.now, office_.now + kFreeSlotHorizon + kConflictHorizon};
    const auto around = timetable.around(request.draft, request.rooms, window);
    const Booked booked{{}, timetable.away(), &office_.zone(), around};
    auto result = book(request, booked, zones);
    if (const auto* booking = std::get_if<Booking>(&result)) { return *booking; }
    throw about("at", RefusalKind::conflict, "no time is free for it in the next half year", "give a time");
}

std::string SessionImport::name_of_booked(const Clash& clash) const {
    if (clash.with == nullptr) { return {}; }
    const auto id = clash.with->id;
    if (id.is_planned()) {  // by its row
        const auto line = "line " + std::to_string(file_.rows[id.place()].line);
        return clash.with_slot ? line + " on " + to_string(*clash.with_slot) : line;
    }
    const auto changed = line_of_changed_.find(id.value);
    if (changed == line_of_changed_.end()) { return {}; }
    return to_string(OccurrenceId{clash.with->number(), clash.with_slot}) + ", as line " +
           std::to_string(changed->second) + " has it";
}

std::function<std::string(const Clash&)> SessionImport::naming() const {
    return [this](const Clash& clash) { return name_of_booked(clash); };
}

Refusal SessionImport::clash(const Session& session, const Conflicts& conflicts, const ToldClash& as) const {
    const auto no_skip = as.series ? why_no_skip(session, conflicts, as.named) : std::nullopt;
    Problem problem{text::how_often(conflicts, as.series),
                    text::clash_hint(session, conflicts, as.series, no_skip, as.skips), std::nullopt,
                    text::clash_lines(conflicts, naming())};
    if (!no_skip && std::ranges::any_of(as.given, [&](Date date) { return holds(conflicts.slots, date); })) {
        problem.hint = "give another time, room or professional: a date that the file names is not left out";
    }
    problem.field = "at";
    Refusal refusal{RefusalKind::conflict, std::move(problem)};
    refusal.with_clashes(text::clash_facts(conflicts, office_.zone(session.time_zone)));
    return refusal;
}

Refusal SessionImport::clash_of_all(const Clashing& clashing, bool skips, const std::vector<Date>& given) const {
    const auto& wanted = clashing.wanted;
    return clash(wanted, clashing.conflicts, {wanted.is_series(), skips, date_of(wanted.start), given});
}

void SessionImport::throw_clash(const Clashing& clashing, const Refusal& refusal) {
    if (clashing.conflicts.endless) { throw ClashesForEver{refusal}; }
    throw Refusal{refusal};
}

namespace {

/// True when it must be done from the beginning again.
bool attempt(Office& office, const ScheduleFile& file, const ImportOptions& options, RefusedRows& refused,
             ImportReport& report, bool keep, ImportSink& sink) {
    sink.begin();
    Change change{office};
    SessionImport import{office, file, options, report, sink};
    import.run(refused);
    if (import.must_run_again()) { return true; }
    if (keep && (options.keep_going || !report.stopped())) {
        sink.before_commit(report);
        change.commit();
    }
    return false;
}

}  // namespace

ImportReport import_sessions(Office& office, const ScheduleFile& file, const std::string& name,
                             const ImportOptions& options, bool keep, ImportSink& sink) {
    RefusedRows refused;
    while (true) {
        ImportReport report{file, name};
        if (report.whole_file_wrong()) { return report; }
        if (!attempt(office, file, options, refused, report, keep, sink)) { return report; }
    }
}

}  // namespace practice::app
