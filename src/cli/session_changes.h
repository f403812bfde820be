// SPDX-License-Identifier: MIT
// Carrying out a change of one or many sessions: decide each, save all, then ask whether everything that moved
// is free, so that sessions that make room for one another can be changed together. All or nothing.
#pragma once

#include <deque>
#include <functional>
#include <vector>

#include "app/booking/busy_times.h"
#include "cli/flags/clash_flags.h"
#include "cli/flags/session_targets.h"
#include "practice/booking.h"

namespace practice::cli {

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
    /// The date that --from says, when it is one of its dates: it is never left out because it clashes.
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
    SessionChanges(Context& context, const Directory& directory, const ClashPolicy& policy);

    /// What is still to come may be marked attended or missed.
    void allow_marks_to_come() { marks_to_come_ = true; }
    /// What was attended or missed is a record, and altering it needs a yes. REQUIRES: in with_yes_for_records().
    void ask_about_records() { asks_about_records_ = true; }
    /// Throws with all problems at once; nothing may be kept then.
    void apply(std::vector<SessionTarget> targets, const Decide& decide);
    /// Prints what was done. Call it after the commit.
    void tell(const ChangeVerb& verb);

private:
    void plan(SessionTarget target, const Decide& decide);
    void need_yes_for_records() const;
    void give_way(ChangedSession& changed) const;
    void save(ChangedSession& changed);
    void check(ChangedSession& changed, Session& after, bool continues);
    void keep_away(ChangedSession& changed, Session& after);
    void store_again(const ChangedSession& changed, Session& after, bool continues);
    void refuse_if_nothing_went();
    void forget_gone(ChangedSession& changed);
    Conflicts conflicts_of(const Session& before, const Session& after, const Session* beside);
    void settle(ChangedSession& changed, Session& after, bool continues, const Conflicts& conflicts);
    void leave_clashing(ChangedSession& changed, Session& after, bool continues, const Conflicts& conflicts);
    [[nodiscard]] std::optional<Length> length_that_fits(const ChangedSession& changed, const Session& after);
    [[nodiscard]] Refusal clash(const ChangedSession& changed, const Session& after, const Conflicts& conflicts);

    Context& context_;
    const Directory& directory_;
    ClashPolicy policy_;
    bool marks_to_come_ = false;
    bool asks_about_records_ = false;
    std::deque<ChangedSession> changed_;
    /// What the conflicts refer to.
    std::deque<BusyTimes> busy_;
    /// To be told after the commit.
    std::vector<std::string> notes_;
};

/// Runs `change`, which begins and ends a Change of its own, and once more after a yes when it alters a record: no
/// question is asked while others wait. Refusal(misuse) naming --yes where nobody can be asked.
void with_yes_for_records(Context& context, const std::function<void()>& change);

}  // namespace practice::cli
