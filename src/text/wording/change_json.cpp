// SPDX-License-Identifier: MIT
// The JSON of change_text.h.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "practice/rescheduling.h"
#include "practice/time_off.h"
#include "text/session/occurrence_json.h"
#include "text/session/occurrence_text.h"
#include "text/session/session_text.h"
#include "text/wording/change_text.h"
#include "text/wording/conflict_text.h"

namespace practice::text {
namespace {

std::string session_value(const Session* session, const ChangeView& view) {
    if (session == nullptr) { return "null"; }
    const auto& zone = *view.zones->find(session->time_zone);
    if (view.slot) {
        const auto occurrence = occurrence_at(*session, zone, view.slot);
        return occurrence ? occurrence_json(*occurrence) : "null";
    }
    if (session == view.before) { return session_json({session, &zone, view.now}); }
    auto left_out = view.left_out;
    left_out.insert(left_out.end(), view.stay_away.begin(), view.stay_away.end());
    std::ranges::sort(left_out);
    return session_json({session, &zone, view.now, &left_out});
}

Json slots_value(const std::vector<Date>& slots, const ChangeView& view) {
    Json list = Json::array();
    const auto& zone = *view.zones->find(view.before->time_zone);
    auto whole = *view.before;
    if (whole.is_series()) { whole.recurrence = dates_without_end(whole); }  // what waits is told, too
    for (const auto slot : slots) {
        if (const auto occurrence = occurrence_at(whole, zone, slot)) {
            list.push_back(occurrence_object(*occurrence));
        }
    }
    return list;
}

/// Restored, or taken by no time off any more.
std::vector<Date> dates_back(const ChangeView& view) {
    auto dates = restored_dates(view);
    if (view.slot || view.after == nullptr) { return dates; }
    const auto more = back_again(*view.before, view.continuation != nullptr ? *view.continuation : *view.after);
    dates.insert(dates.end(), more.begin(), more.end());
    std::ranges::sort(dates);
    dates.erase(std::unique(dates.begin(), dates.end()), dates.end());
    return dates;
}

}  // namespace

std::string change_json(const ChangeView& view) {
    const auto before = session_value(view.before, view);
    const auto after = session_value(view.after, view);
    const bool is_there = after != "null";
    const auto& zone = *view.zones->find(view.before->time_zone);
    const auto clashes =
        view.conflicts != nullptr ? clashes_value(*view.conflicts, zone, view.name_booked) : Json::array();
    auto text = is_there ? after : before;
    if (text == "null") { text = "{}"; }
    const bool empty = text == "{}";
    text.pop_back();
    text += (empty ? "\"before\":" : ",\"before\":") + before + ",\"after\":" + after;
    ChangeView whole = view;
    whole.slot.reset();
    text += ",\"continuation\":" + session_value(view.continuation, whole);
    text +=
        ",\"kept\":" + json_line(slots_value(view.kept, view)) + ",\"lost\":" + json_line(slots_value(view.lost, view));
    text += ",\"moved_on\":" + json_line(slots_value(view.moved_on, view)) +
            ",\"been\":" + json_line(slots_value(view.been, view));
    text += std::string{",\"rest_lost\":"} + (view.rest_lost ? "true" : "false");
    Json out = Json::array();
    for (const auto date : view.singles) { out.push_back(to_string(date)); }
    text += ",\"still_out\":" + json_line(out);
    Json back = Json::array();
    for (const auto date : dates_back(view)) { back.push_back(to_string(date)); }
    text += ",\"back\":" + json_line(back);
    if (view.slot || empty) { text += ",\"left_out\":[]"; }  // a series has its own
    text += std::string{",\"left_alone\":"} + (view.left_alone ? "true" : "false");
    text += ",\"clashes\":" + json_line(clashes) + ",\"dry_run\":" + (view.dry_run ? "true" : "false") + "}";
    return text;
}

}  // namespace practice::text
