// SPDX-License-Identifier: MIT
#include "free_slot_lanes.h"

namespace practice::conflict {
namespace {

using std::chrono::days;

/// Read ahead: the next slot is often within days, and most searches end early.
constexpr days kLoaded{28};
/// A session that begins on the last of these dates lasts a day at most.
constexpr days kBeyond{3};

}  // namespace

void Lanes::move_to(Date date) {
    if (!loaded_to_ || date >= *loaded_to_) { load(date); }
}

void Lanes::load(Date date) {
    loaded_to_ = date + kLoaded;
    people_.clear();
    in_rooms_.assign(rooms_.size(), {});
    const InstantSpan window{zone_->to_instant(date) - kBeyond, zone_->to_instant(*loaded_to_) + kBeyond};
    for (const auto& busy : timetable_->busy(window)) {
        auto others = *planned_;
        others.room = nullptr;
        if (share_anything(others, busy.claims)) { people_.push_back(busy.span); }
        for (std::size_t i = 0; busy.claims.room && i < rooms_.size(); ++i) {
            const auto& room = rooms_[i];
            if (room.id == busy.claims.room->id && room.kind == RoomKind::in_person && room.capacity <= 1) {
                in_rooms_[i].push_back(busy.span);
            }
        }
    }
    join(people_);
    for (auto& lane : in_rooms_) { join(lane); }
}

void Lanes::join(Lane& lane) {
    std::sort(lane.begin(), lane.end(), [](const InstantSpan& a, const InstantSpan& b) { return a.from < b.from; });
    std::size_t kept = 0;
    for (const auto& span : lane) {
        if (kept > 0 && span.from <= lane[kept - 1].to) {
            lane[kept - 1].to = std::max(lane[kept - 1].to, span.to);
        } else {
            lane[kept++] = span;
        }
    }
    lane.resize(kept);
}

bool Lanes::busy(const Lane& lane, InstantSpan span) {
    const auto at =
        std::partition_point(lane.begin(), lane.end(), [&](const InstantSpan& taken) { return taken.to <= span.from; });
    return at != lane.end() && at->overlaps(span);
}

}  // namespace practice::conflict
