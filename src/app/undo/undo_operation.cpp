// SPDX-License-Identifier: MIT
#include "app/undo/undo_operation.h"

#include <algorithm>
#include <set>

#include "app/change/time_off_change.h"
#include "app/settings/still_booked.h"
#include "app/undo/taken_times.h"
#include "store/rows/settings_rows.h"
#include "store/sessions/session_rows.h"
#include "text/wording/log_text.h"

namespace practice::app {
namespace {

constexpr std::size_t kMostInTheWay = 10;
/// Further back nobody is looked for who uses a row.
constexpr std::int64_t kMostLookedAt = 200;

std::string number(OperationId id) {
    return std::to_string(id.value);
}

/// The command that takes operation `id` out of the way.
std::string way_out(const Turns& turns) {
    return std::string{turns.undone ? "practice redo " : "practice undo "} + number(turns.root.id);
}

/// The rows of a change the other way round: what taking it back will have done.
std::vector<text::LoggedRow> reversed(const std::vector<store::Change>& changes) {
    auto rows = rows_of(changes);
    std::ranges::reverse(rows);
    for (auto& row : rows) { std::swap(row.before, row.after); }
    return rows;
}

std::vector<SessionId> sessions_in(const std::vector<store::Change>& changes) {
    std::set<SessionId> ids;
    for (const auto& change : changes) {
        if (change.table.starts_with("session") || change.table == "slot_changes") {
            ids.insert({std::strtoll(change.key.c_str(), nullptr, 10)});
        }
    }
    return {ids.begin(), ids.end()};
}

/// The column in which other rows refer to a row of this table; empty: none does.
std::string_view reference_to(std::string_view table) {
    if (table == "clients") { return "client"; }
    if (table == "professionals") { return "professional"; }
    if (table == "rooms") { return "room"; }
    if (table == "services") { return "service"; }
    return table == "sessions" ? "session" : "";
}

/// The last operation still standing whose rows refer to this one.
std::optional<OperationId> later_user(store::Database& database, OperationId since, const store::Difference& row) {
    const auto column = reference_to(row.table);
    if (column.empty()) { return std::nullopt; }
    const auto needle = "\"" + std::string{column} + "\":" + row.key;
    const auto refers = [&](const store::Change& change) {
        const auto at = change.after ? change.after->find(needle) : std::string::npos;
        return at != std::string::npos && change.after->find_first_of(",}", at) == at + needle.size();
    };
    for (const auto& operation : store::load_operations(database, {.most = kMostLookedAt})) {
        if (operation.id <= since) { break; }
        if (operation.undone_by) { continue; }
        if (std::ranges::any_of(store::load_changes(database, operation.id), refers)) { return operation.id; }
    }
    return std::nullopt;
}

/// What is the reason that a row cannot be taken back to what it was before `target`, as far as the log says.
std::optional<OperationId> later_change(store::Database& database, OperationId target, const store::Difference& row) {
    if (row.later || row.reason != store::Difference::Reason::still_used) { return row.later; }
    return later_user(database, target, row);
}

/// Behind what stands in the way there may stand more in turn: what can be turned at once. It is tried, so that
/// nothing may be kept.
Turns first_to_turn(Office& office, const store::Operation& in_the_way) {
    auto turns = turns_of(*office.database, in_the_way);
    while (true) {
        std::optional<OperationId> later;
        for (const auto& row : store::undo(*office.database, turns.tip.id)) {
            const auto change = later_change(*office.database, turns.tip.id, row);
            if (change && *change > turns.tip.id && (!later || *later < *change)) { later = change; }
        }
        if (!later) { return turns; }
        turns = turns_of(*office.database, find_operation(office, *later));
    }
}

class InTheWay {
public:
    InTheWay(Office& office, const store::Operation& target, const text::LoggedNames& names)
        : office_{office}, target_{target}, names_{names} {}

    void add(const store::Difference& row) {
        const auto later = later_change(*office_.database, target_.id, row);
        const auto thing = text::thing_of(row.table, row.key, names_);
        const std::string reason = row.reason == store::Difference::Reason::still_used ? "used by" : "changed by";
        std::string line = thing + ": ";
        if (later) {
            const auto operation = find_operation(office_, *later);
            line += reason + " " + text::operation_named(view_of(office_, operation));
            last_ = last_ ? std::max(*last_, *later) : *later;
        } else {
            line += row.reason == store::Difference::Reason::still_used
                        ? "something later refers to it, or has its name"
                        : "it is not what the log says";
        }
        if (std::ranges::find(lines_, line) == lines_.end()) { lines_.push_back(line); }
    }

    [[nodiscard]] Refusal refusal(const std::string& what) const {
        Problem problem{what, "'practice log' shows what was done since", std::nullopt, lines_};
        if (last_) {
            const auto first = first_to_turn(office_, find_operation(office_, *last_));
            problem.hint = "'" + way_out(first) + "' comes first; 'practice log show " + number(first.tip.id) +
                           "' says what it did";
        }
        if (problem.details.size() > kMostInTheWay) {
            problem.details.resize(kMostInTheWay);
            problem.details.push_back("... and " + std::to_string(lines_.size() - kMostInTheWay) + " more");
        }
        return Refusal{RefusalKind::conflict, std::move(problem)};
    }

private:
    Office& office_;
    const store::Operation& target_;
    const text::LoggedNames& names_;
    std::vector<std::string> lines_;
    std::optional<OperationId> last_;
};

/// Who and what may be archived by it, or hold less, as they are.
Existing touched_things(store::Database& database, const std::vector<store::Change>& changes) {
    const auto touches = [&](std::string_view table) {
        return std::ranges::any_of(changes, [&](const store::Change& change) {
            return change.table == table && change.before && change.after;
        });
    };
    Existing things;
    if (touches("professionals")) { things.professionals = store::load_professionals(database); }
    if (touches("rooms")) { things.rooms = store::load_rooms(database); }
    if (touches("clients")) { things.clients = store::load_clients(database); }
    if (touches("services")) { things.services = store::load_services(database); }
    return things;
}

/// A directory reads each kind when it is first asked for, and what is wanted is how things were before.
void load_all(const Directory& directory) {
    static_cast<void>(directory.professionals());
    static_cast<void>(directory.rooms());
    static_cast<void>(directory.clients());
}

void refuse_what_goes_wrong(const Turns& turns, Turn turn, WrongThen wrong) {
    if (wrong.reason.empty()) { return; }
    Problem problem{number(turns.root.id) + " cannot be " + (turn == Turn::undo ? "undone" : "done again") + ": " +
                        wrong.reason + "; nothing was changed",
                    std::move(wrong.hint), std::nullopt, std::move(wrong.lines)};
    throw Refusal{RefusalKind::conflict, std::move(problem)}.with_clashes(std::move(wrong.facts));
}

/// Of the sessions that were touched, which were `before`: with whom, or in what, they are again.
void tell_what_is_back(store::Database& database, const std::vector<SessionId>& touched,
                       const std::vector<Session>& before, TimeOffChange& time_off) {
    for (const auto id : touched) {
        const auto was = std::ranges::lower_bound(before, id, {}, &Session::id);
        const bool was_there = was != before.end() && was->id == id;
        if (const auto session = store::load_session(database, id)) {
            time_off.also_back(was_there ? &*was : nullptr, *session);
        }
    }
}

/// Throws for what is undone, or stands, already.
void check_can_turn(const Turns& turns, Turn turn) {
    if (turns.undone == (turn == Turn::redo)) { return; }
    const auto root = number(turns.root.id);
    throw misuse(turn == Turn::undo ? root + " is undone already, by " + number(turns.tip.id)
                                    : root + " is not undone: there is nothing to do again",
                 way_out(turns));
}

/// Until the database was ours, somebody else may have been first.
void check_not_turned_since(Office& office, const Turns& turns, Turn turn) {
    const auto now = turns_of(*office.database, find_operation(office, turns.root.id));
    // It may have been turned before we read it, too: between being chosen and being looked at.
    if (now.tip.id == turns.tip.id && now.undone == (turn == Turn::redo)) { return; }
    if (turns.by_number) { check_can_turn(now, turn); }
    const auto by = find_operation(office, now.tip.id);
    throw Refusal{RefusalKind::conflict,
                  text::operation_named(view_of(office, turns.root)) + ", was " +
                      (turn == Turn::undo ? "undone" : "done again") + " in between, by " +
                      text::operation_named(view_of(office, by)) + "; nothing was changed",
                  "'practice log' shows what stands now"};
}

}  // namespace

TurnedOperation turn_back(Office& office, const Turns& turns, Turn turn) {
    auto& database = *office.database;
    store::Writing writing{database, office.operation()};
    check_not_turned_since(office, turns, turn);
    TimeOffChange time_off{office};
    // Names and sessions as they are before they may be gone.
    const Directory directory{office};
    const auto names = names_now(office, directory);
    const auto changes = store::load_changes(database, turns.tip.id);
    auto things = text::things_of(reversed(changes), names);
    const auto settings = touched_things(database, changes);
    const auto touched = sessions_in(changes);
    std::vector<Session> before;
    const auto since = changed_since(database, turns.tip.id);
    if (!since.none()) { load_all(directory); }
    for (const auto id : since.none() && !since.records ? std::vector<SessionId>{} : touched) {
        if (auto session = store::load_session(database, id)) { before.push_back(std::move(*session)); }
    }

    if (const auto differences = store::undo(database, turns.tip.id); !differences.empty()) {
        InTheWay in_the_way{office, turns.tip, names};
        for (const auto& row : differences) { in_the_way.add(row); }
        throw in_the_way.refusal(number(turns.root.id) + " cannot be " +
                                 (turn == Turn::undo ? "undone" : "done again") +
                                 ": what it touched has been changed or used since; nothing was changed");
    }
    if (!since.none()) { refuse_what_goes_wrong(turns, turn, wrong_then(office, touched, since, before, directory)); }
    const bool of_time_off = std::ranges::find(changes, "time_off", &store::Change::table) != changes.end();
    time_off.settle([&](SessionId id) { return of_time_off && !since.yielding.contains(id.value); });
    if (since.records) { tell_what_is_back(database, touched, before, time_off); }
    StillBooked still_booked{office, settings};
    still_booked.look();
    std::optional<OperationId> made;
    if (!office.dry_run) {
        made = OperationId{writing.operation()};
        writing.commit();
        office.stands = stands_as(*made, (turn == Turn::undo ? "redo " : "undo ") + number(turns.root.id));
    }
    time_off.tell();
    still_booked.tell();
    return {view_of(office, turns.root), std::move(things), turns.tip.id, made};
}

Turns turns_asked_for(Office& office, std::string_view text, Turn turn) {
    const auto operation = find_operation(office, read_operation_id(text));
    auto turns = turns_of(*office.database, operation);
    const auto root = number(turns.root.id);
    if (operation.changes == 0) {
        throw misuse(root + " changed no row: it put a backup in the place of the database",
                     "what was there before is kept beside the database, and restored in the same way");
    }
    if (operation.undoes) {
        throw misuse(number(operation.id) + " is itself an undo or a redo, of " + root, way_out(turns));
    }
    check_can_turn(turns, turn);
    turns.by_number = true;
    return turns;
}

}  // namespace practice::app
