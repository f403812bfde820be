// SPDX-License-Identifier: MIT
// A timetable answers, as it does for an import: so it costs a question for each session, not one for each pair.
#include "app/checks/schedule_checks.h"

#include <map>
#include <set>

#include "app/checks/storage_checks.h"
#include "app/directory.h"
#include "app/query/busy_times.h"
#include "practice/timetable.h"
#include "store/sessions/session_rows.h"
#include "text/fold.h"
#include "text/format_time.h"

namespace practice::app {
namespace {

constexpr std::size_t kMostTold = 10;

/// What is found again and again, told a few times and then counted.
class Told {
public:
    Told(Findings& findings, Finding::Status status, std::string hint)
        : findings_{findings}, status_{status}, hint_{std::move(hint)} {}

    void add(const std::string& message) {
        if (++count_ <= kMostTold) { findings_.add({"clashes", status_, message, hint_}); }
    }
    void end(const std::string& what) {
        if (count_ > kMostTold) {
            findings_.add({"clashes", status_, "and " + std::to_string(count_ - kMostTold) + " more " + what, {}});
        }
    }
    [[nodiscard]] std::size_t count() const { return count_; }

private:
    Findings& findings_;
    Finding::Status status_;
    std::string hint_;
    std::size_t count_ = 0;
};

/// Two sessions that meet, or one and time off.
struct Meeting {
    const Clash* first = nullptr;
    std::string shared;
};

std::string times_told(std::int64_t count) {
    return count > 1 ? ", " + std::to_string(count) + " times" : std::string{};
}

class ClashCheck {
public:
    ClashCheck(Office& office, const Directory& directory, Findings& findings)
        : office_{office},
          timetable_{*office.zones, away(directory), &office.zone()},
          problems_{findings, Finding::Status::problem, "move one of them: practice session move ID WHEN"},
          allowed_{findings, Finding::Status::note, ""},
          away_{findings, Finding::Status::note, "move it, or transfer it to another professional"} {}

    void put(const Session& session) {
        timetable_.put(session);
        if (session.clash_allowed) { allowed_ids_.insert(session.id.value); }
    }

    void ask(const Session& session) {
        ConflictScope scope;
        scope.not_before = office_.now;
        const auto conflicts = timetable_.conflicts(session, scope);
        tell(session, conflicts.allowed, true);
        tell(session, conflicts.clashes, false);
    }

    void end(Findings& findings) {
        problems_.end("that nobody allowed");
        allowed_.end("that were allowed");
        away_.end("in time off");
        if (problems_.count() + allowed_.count() + away_.count() == 0) {
            findings.ok("clashes", "nobody and no room is booked twice from now on");
        }
    }

private:
    static std::vector<Away> away(const Directory& directory) {
        std::vector<ProfessionalId> ids;
        for (const auto& professional : directory.professionals()) { ids.push_back(professional.id); }
        return away_times(directory, ids);
    }

    void tell(const Session& session, const std::vector<Clash>& clashes, bool allowed) {
        std::map<std::int64_t, Meeting> meetings;  // by the other session; 0: time off
        for (const auto& clash : clashes) {
            // Of two that meet, the later booked one tells.
            if (clash.with != nullptr && clash.with->id.value > session.id.value) { continue; }
            const auto own = clash.itself ? session.id.value : 0;
            auto& meeting = meetings[clash.with == nullptr ? own : clash.with->id.value];
            if (meeting.first == nullptr) { meeting.first = &clash; }
            meeting.shared += (meeting.shared.empty() ? "" : ", ") + text::harmless(clash.what);
        }
        for (const auto& [other, meeting] : meetings) { tell(session, other, meeting, allowed); }
    }

    void tell(const Session& session, std::int64_t other, const Meeting& meeting, bool allowed) {
        const auto& clash = *meeting.first;
        const auto when = ", " + text::weekday_span(clash.planned.from, clash.planned.to) + times_told(clash.count);
        const auto id = to_string(OccurrenceId{session.number(), clash.slot});
        if (other == 0) {
            away_.add(id + " is in the time off of " + meeting.shared + when + (allowed ? " (allowed)" : ""));
            return;
        }
        const auto with = to_string(OccurrenceId{{other}, clash.with_slot});
        allowed = allowed || allowed_ids_.contains(session.id.value) || allowed_ids_.contains(other);
        const auto message = id + " and " + with + " share " + meeting.shared + when;
        if (allowed) {
            allowed_.add(message + " (allowed)");
        } else {
            problems_.add(message);
        }
    }

    Office& office_;
    Timetable timetable_;
    std::set<std::int64_t> allowed_ids_;
    Told problems_;
    Told allowed_;
    Told away_;
};

/// Sessions from now on with something archived, by what it is.
class ArchivedCheck {
public:
    explicit ArchivedCheck(const Directory& directory) {
        for (const auto& one : directory.professionals()) { keep(professionals_, one); }
        for (const auto& one : directory.rooms()) { keep(rooms_, one); }
        for (const auto& one : directory.clients()) { keep(clients_, one); }
    }

    void look_at(const Session& session) {
        const auto id = to_string(OccurrenceId{session.number(), {}});
        find(professionals_, session.professional.id.value, id);
        find(rooms_, session.room.id.value, id);
        for (const auto& client : session.clients) { find(clients_, client.id.value, id); }
    }

    void end(Findings& findings) const {
        tell(findings, professionals_, "give them to another: practice professional transfer FROM TO");
        tell(findings, rooms_, "move them: practice room transfer FROM TO");
        tell(findings, clients_, "cancel them, or: practice client unarchive CLIENT");
        if (found_ == 0) { findings.ok("archived", "nothing archived is booked from now on"); }
    }

private:
    struct Archived {
        std::string name;
        std::vector<std::string> sessions;
    };
    using ById = std::map<std::int64_t, Archived>;

    template <class Thing>
    static void keep(ById& things, const Thing& thing) {
        if (thing.archived) { things[thing.id.value].name = text::harmless(thing.name.text); }
    }
    void find(ById& things, std::int64_t thing, const std::string& session) {
        if (const auto found = things.find(thing); found != things.end()) {
            found->second.sessions.push_back(session);
            ++found_;
        }
    }
    static void tell(Findings& findings, const ById& things, const std::string& hint) {
        for (const auto& [id, thing] : things) {
            if (thing.sessions.empty()) { continue; }
            findings.note("archived",
                          thing.name + " is archived, and has sessions from now on: " + some_of(thing.sessions), hint);
        }
    }

    ById professionals_;
    ById rooms_;
    ById clients_;
    std::size_t found_ = 0;
};

}  // namespace

void check_schedule(Office& office, Findings& findings) {
    const Directory directory{office};
    store::SessionFilter from_now;
    from_now.from = office.now;
    const auto each = [&](const std::function<void(const Session&)>& look) {
        store::each_session(*office.database, from_now, kSessionsInMemory, [&](const Session& session) {
            const bool known = office.zones->find(session.time_zone) != nullptr;
            if (known && (session.is_series() || takes_time(session.status))) { look(session); }
        });
    };
    ClashCheck clashes{office, directory, findings};
    ArchivedCheck archived{directory};
    findings.attempt("clashes", [&] {
        each([&](const Session& session) {
            clashes.put(session);
            archived.look_at(session);
        });
        each([&](const Session& session) { clashes.ask(session); });
        clashes.end(findings);
        archived.end(findings);
    });
}

}  // namespace practice::app
