// SPDX-License-Identifier: MIT
// What a change of time off means for what is booked. Dates that series gave way to it are there again when it is
// deleted or shortened, unless their time is taken or over: those stay away. New time off takes nothing by itself.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/change/back_with_archived.h"
#include "app/directory.h"
#include "app/office.h"
#include "practice/clash_policy.h"
#include "practice/time_off.h"

namespace practice::app {

/// yield_to_time_off(), to the time off of `after`'s professional that stands.
void yield_to_what_stands(const Office& office, const Directory& directory, Session& after, const YieldScope& scope);

/// Of dates that take place again in `session`, those that cannot: they are over, or their time is taken. `notes`
/// learns which and why. What `policy` allows keeps nothing away.
[[nodiscard]] std::vector<Date> staying_away(const Office& office, store::Database& database, Session session,
                                             const std::vector<Date>& back, std::vector<std::string>& notes,
                                             const ClashPolicy& policy = {});

class TimeOffChange {
public:
    /// Before anything is changed. REQUIRES: a Change (or an undo) is open.
    explicit TimeOffChange(Office& office);

    /// After it was changed, in the same transaction: settles what became of the dates. `as_before`: sessions that an
    /// undo has as they were then; they wait again for what they waited for.
    void settle(const std::function<bool(SessionId)>& as_before = {});
    /// What came back by the same change, but not for the time off (BackWithArchived). REQUIRES: it is settled.
    void also_back(const Session* before, const Session& after);
    /// Notes, after the commit.
    void tell() const;

private:
    void settle(const Session& before, const std::vector<Yield>& waiting, bool as_before = false);
    void tell_hit(const Professional& professional, const TimeOff& off);
    struct Back {
        explicit Back(Office& office) : directory{office}, with_archived{office, directory} {}
        const Directory directory;
        BackWithArchived with_archived;
    };

    Office& office_;
    std::vector<Session> yielding_;  // before, by id
    std::vector<Professional> professionals_;
    std::unique_ptr<Back> back_;  // when it is settled
    std::vector<std::string> notes_;
};

}  // namespace practice::app
