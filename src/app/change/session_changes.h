// SPDX-License-Identifier: MIT
// Carrying out a change of one or many sessions: decide each, save all, then ask whether everything that moved
// is free, so that sessions that make room for one another can be changed together. All or nothing.
#pragma once

#include <deque>
#include <functional>
#include <vector>

#include "app/change/altered_records.h"
#include "app/change/session_target.h"
#include "app/directory.h"
#include "app/office.h"
#include "app/problems.h"
#include "app/query/busy_times.h"
#include "practice/booking.h"
#include "practice/clash_policy.h"

namespace practice::app {

/// One session as it was and as it is, for the answer.
struct ChangedSession {
    Session before;
    std::optional<Session> after;  // empty: deleted
    std::optional<Session> continuation;
    std::vector<ChangeScope> scopes;
    std::vector<Date> kept;
    std::vector<Date> lost;
    std::optional<Date> named;
    std::vector<Date> singles;
    std::optional<int> held;
    /// From a date on: the first slot concerned, and what counts by where it was moved to (see ChangePlan).
    std::optional<Date> first_concerned;
    std::vector<Date> moved_on;
    std::vector<Date> been;
    /// The date that `from` says, when it is one of its dates: it is never left out because it clashes.
    std::optional<Date> from;
    /// Left out because they clash (ClashPolicy::skips).
    std::vector<Date> left_out;
    /// Away before for time off, and away still, since they are over or clash where they would be now.
    std::vector<Date> stay_away;
    /// Left as they were because they clash; for a single session, all of it.
    std::vector<Date> left_alone;
    Conflicts conflicts;
};

using Decide = std::function<ChangePlan(const Session&, const ChangeScope&)>;

class SessionChanges {
public:
    /// REQUIRES: a Change has begun.
    SessionChanges(Office& office, const Directory& directory, const ClashPolicy& policy);

    /// What is still to come may be marked attended or missed.
    void allow_marks_to_come() { marks_to_come_ = true; }
    /// What was attended or missed is a record: `ask` is told of those that would be altered, before anything is
    /// written. It throws where that may not be.
    void ask_about_records(std::function<void(const AlteredRecords&)> ask) { ask_about_records_ = std::move(ask); }
    /// The command has no words for another recurrence or end: hints name the one that has. `moves`: it has words for
    /// another time.
    void leave_recurrence_to_edit(bool moves) {
        leaves_recurrence_ = true;
        moves_ = moves;
    }
    /// What else there is to know of what `decide` planned, once it is kept.
    void note(std::string text) { notes_.push_back(std::move(text)); }
    /// Throws with all problems at once; nothing may be kept then.
    void apply(std::vector<SessionTarget> targets, const Decide& decide);
    /// By id of the session.
    [[nodiscard]] const std::deque<ChangedSession>& changed() const { return changed_; }
    /// What else there is to know, once it is kept.
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

private:
    void plan(SessionTarget target, const Decide& decide);
    [[nodiscard]] AlteredRecords altered_records() const;
    void give_way(ChangedSession& changed) const;
    void save(ChangedSession& changed);
    void check(ChangedSession& changed, Session& after, bool continues);
    void keep_away(ChangedSession& changed, Session& after);
    void store_again(const ChangedSession& changed, Session& after, bool continues);
    void refuse_if_nothing_went();
    void forget_gone(ChangedSession& changed);
    Conflicts conflicts_of(const Session& before, const Session& after, const Session* beside);
    [[nodiscard]] std::vector<Session> partners_before(const Conflicts& found) const;
    void settle(ChangedSession& changed, Session& after, bool continues, const Conflicts& conflicts);
    void leave_clashing(ChangedSession& changed, Session& after, bool continues, const Conflicts& conflicts);
    [[nodiscard]] std::optional<Length> length_that_fits(const ChangedSession& changed, const Session& after);
    [[nodiscard]] Refusal clash(const ChangedSession& changed, const Session& after, const Conflicts& conflicts);

    Office& office_;
    const Directory& directory_;
    ClashPolicy policy_;
    bool marks_to_come_ = false;
    bool leaves_recurrence_ = false;
    bool moves_ = false;
    std::function<void(const AlteredRecords&)> ask_about_records_;
    std::deque<ChangedSession> changed_;
    /// What the conflicts refer to.
    std::deque<BusyTimes> busy_;
    /// To be told after the commit.
    std::vector<std::string> notes_;
};

}  // namespace practice::app
