// SPDX-License-Identifier: MIT
// What a change of settings makes wrong elsewhere: who or what is archived and has sessions to come, rooms that are too
// small for what is booked in them. Nothing of it is taken back; it is told, with what clears it.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "app/office.h"
#include "practice/settings/settings_plan.h"
#include "store/sessions/session_rows.h"

namespace practice::app {

class StillBooked {
public:
    /// Before `plan` is saved. REQUIRES: a Change is open.
    StillBooked(Office& office, const SettingsPlan& plan);
    /// Of what is otherwise now than in `before`, of the kinds that are in it.
    StillBooked(Office& office, const Existing& before);

    /// After it was saved, in the same transaction.
    void look();
    /// Notes, after the commit.
    void tell() const;

private:
    struct Archived {
        std::string name;
        store::SessionFilter filter;
        std::function<bool(const Occurrence&)> has_it;
        std::string what_clears_it;
    };
    void put_away(const SettingsPlan& plan, const Existing& before);
    void look_at(const Archived& archived);
    void look_at(const Room& was, const Room& is);

    Office& office_;
    std::vector<Archived> archived_;
    std::vector<std::pair<Room, Room>> smaller_;  // as they were, as they are
    std::vector<std::string> notes_;
};

}  // namespace practice::app
