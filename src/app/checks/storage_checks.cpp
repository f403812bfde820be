// SPDX-License-Identifier: MIT
#include "app/checks/storage_checks.h"

#include <set>

#include "practice/rescheduling.h"
#include "store/database_summary.h"
#include "store/journal/lost_rows.h"
#include "store/rows/settings_rows.h"
#include "store/schema/instant_check.h"
#include "store/schema/integrity.h"
#include "store/schema/text_check.h"
#include "store/sessions/session_rows.h"
#include "text/fold.h"
#include "text/plural.h"

namespace practice::app {
namespace {

constexpr const char* kBringBack = "bring back a backup: practice restore FILE";
constexpr const char* kPastTheLog =
    "another program wrote into it, or something failed; bring back a backup: practice restore FILE";

void check_pages(Office& office, Findings& findings) {
    const auto faults = store::count_faults(*office.database);
    if (faults == 0) {
        findings.ok("pages", "all pages, indexes and rows are whole");
        return;
    }
    findings.fault("pages",
                   text::counted(faults, "fault") + (faults >= 100 ? " or more" : "") + " in pages, indexes or rows",
                   kBringBack);
}

void check_tables(Office& office, Findings& findings) {
    const auto differing = store::find_foreign_tables(*office.database);
    if (differing.empty()) {
        findings.ok("tables", "as this program makes them");
        return;
    }
    findings.fault("tables", "not as this program makes them: " + text::harmless(some_of(differing)),
                   "take the data into a new database: practice dump | practice load - `db new.db`");
}

void check_references(Office& office, Findings& findings) {
    const auto dangling = store::find_dangling_rows(*office.database);
    for (const auto& rows : dangling) {
        findings.fault("references",
                       text::counted(rows.rows, "row") + " of " + text::harmless(rows.table) +
                           " without their row of " + text::harmless(rows.missing_from),
                       kBringBack);
    }
    if (dangling.empty()) { findings.ok("references", "every row has what it refers to"); }
}

std::string id_of(SessionNumber session, std::optional<Date> slot = {}) {
    return to_string(OccurrenceId{session, slot});
}

/// What is left when a change was stored by halves.
void check_whole(Office& office, Findings& findings) {
    std::vector<std::string> empty;
    for (const auto id : store::find_sessions_by_halves(*office.database)) {
        empty.push_back(id_of(store::number_of(*office.database, id)));
    }
    if (!empty.empty()) { findings.fault("sessions", "without client or service: " + some_of(empty), kBringBack); }
    for (const auto& rows : store::find_rows_past_journal(*office.database)) {
        const auto tell = [&](std::int64_t number, const char* what) {
            if (number == 0) { return; }
            findings.fault("log", text::counted(number, "row") + " of " + rows.table + what, kPastTheLog);
        };
        tell(rows.stored, " that no operation stored");
        tell(rows.removed, " gone that no operation removed");
        tell(rows.changed, " changed by no operation");
    }
}

void check_texts(Office& office, Findings& findings) {
    const auto hostile = store::find_hostile_texts(*office.database);
    if (hostile.empty()) {
        findings.ok("texts", "no control characters in them");
        return;
    }
    findings.fault("texts", text::harmless(some_of(hostile)),
                   "they are shown escaped; write them anew with the 'edit' of their noun");
}

void check_log(Office& office, Findings& findings) {
    if (const auto broken = store::find_broken_operation(*office.database)) {
        findings.fault("log", "altered: operation " + std::to_string(broken->value) + " does not fit the seal on it",
                       "see: practice log verify");
    } else if (store::has_open_operation(*office.database)) {
        findings.fault("log", "it holds an operation that was never finished", kBringBack);
    } else {
        const auto holds = store::summarize(*office.database);
        findings.ok(
            "log", holds.last ? "as it was written, up to operation " + std::to_string(holds.last->id.value) : "empty");
    }
}

struct RowsSeen {
    std::int64_t sessions = 0;
    std::vector<SessionId> stale;
    std::set<std::string> unknown_zones;
    /// Changes to dates that are none of their series.
    std::vector<std::string> strays;
};

RowsSeen read_all(Office& office) {
    auto& database = *office.database;
    (void)store::load_professionals(database);
    (void)store::load_rooms(database);
    (void)store::load_services(database);
    (void)store::load_recurrences(database);
    (void)store::load_clients(database);
    (void)store::load_feeds(database);
    RowsSeen seen;
    const auto& zones = *office.zones;
    store::InstantCheck check{database, zones};
    store::each_session(database, {}, kSessionsInMemory, [&](const Session& session) {
        ++seen.sessions;
        if (!session.changes.empty()) {
            // What time off or the end takes for now, or was cancelled with the rest, may come again with what it has
            // of its own.
            const auto dates = dates_without_end(session);
            for (const auto& [slot, change] : session.changes) {
                if (!dates.occurs_on(slot)) { seen.strays.push_back(id_of(session.number(), slot)); }
            }
        }
        if (zones.find(session.time_zone) == nullptr) {
            seen.unknown_zones.insert(text::harmless(session.time_zone));
        } else if (!check.fits(session)) {
            seen.stale.push_back(session.id);
        }
    });
    return seen;
}

}  // namespace

void check_storage(Office& office, bool older, Findings& findings) {
    findings.attempt("pages", [&] { check_pages(office, findings); });
    findings.attempt("references", [&] { check_references(office, findings); });
    if (older) { return; }
    findings.attempt("tables", [&] { check_tables(office, findings); });
    findings.attempt("texts", [&] { check_texts(office, findings); });
    findings.attempt("log", [&] { check_log(office, findings); });
    findings.attempt("log", [&] { check_whole(office, findings); });
}

void check_log_dates(Office& office, Findings& findings) {
    const auto ids_told = [](const std::vector<OperationId>& ids) {
        std::vector<std::string> numbers;
        for (const auto id : ids) { numbers.push_back(std::to_string(id.value)); }
        return text::counted(static_cast<std::int64_t>(ids.size()), "operation") + ", " + some_of(numbers) + ",";
    };
    findings.attempt("log", [&] {
        const auto misdated = store::find_misdated_operations(*office.database, office.now);
        const std::string hint = "the clock was wrong then, or is now; see: practice log";
        if (const auto& ids = misdated.before_predecessor; !ids.empty()) {
            const auto told =
                ids.size() == 1 ? " is dated before the one before it" : " are dated before those before them";
            findings.note("log", ids_told(ids) + told, hint);
        }
        if (const auto& ids = misdated.in_future; !ids.empty()) {
            findings.note("log", ids_told(ids) + (ids.size() == 1 ? " is" : " are") + " dated in the future", hint);
        }
    });
}

std::vector<SessionId> check_rows(Office& office, Findings& findings) {
    RowsSeen seen;
    findings.attempt("rows", [&] {
        seen = read_all(office);
        findings.ok("rows", text::counted(seen.sessions, "session") + " and all else can be read");
    });
    if (!findings.sound("rows")) { return {}; }
    const auto& version = office.zones_version;
    const auto data = version ? version() : std::string{};
    for (const auto& name : seen.unknown_zones) {
        findings.fault("times", "this system has no time zone '" + name + "', which sessions use",
                       "install the time-zone data (tzdata)");
    }
    if (seen.stale.empty() && seen.unknown_zones.empty()) {
        findings.ok("times",
                    "all fit the time-zone data" + (data.empty() ? std::string{" of this system"} : " " + data));
    }
    if (seen.strays.empty()) {
        findings.ok("dates", "every changed date is one of its series");
    } else {
        findings.note("dates", "changed dates that their series does not have any more: " + some_of(seen.strays),
                      "they take no time; see: practice session show ID");
    }
    return seen.stale;
}

}  // namespace practice::app
