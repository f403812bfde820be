// SPDX-License-Identifier: MIT
// The JSON of session_text.h.
#include <nlohmann/json.hpp>

#include "practice/recurrence_text.h"
#include "practice/standing.h"
#include "text/format_time.h"
#include "text/session/occurrence_json.h"
#include "text/session/session_text.h"
#include "text/wording/conflict_text.h"

namespace practice::text {
namespace {

constexpr std::size_t kNextListed = 3;
constexpr std::size_t kDatesListed = 1'000;

Json dates_value(const std::vector<Date>& dates) {
    Json list = Json::array();
    for (const auto date : dates) {
        if (list.size() == kDatesListed) { break; }
        list.push_back(to_string(date));
    }
    return list;
}

Json left_out_value(const SessionView& view) {
    Json list = Json::array();
    for (const auto& one : view.session->away) {
        if (list.size() == kDatesListed) { break; }
        list.push_back({{"date", to_string(one.date)}, {"because", one.because}});
    }
    if (view.clashing == nullptr) { return list; }
    for (const auto date : *view.clashing) {
        if (list.size() == kDatesListed) { break; }
        list.push_back({{"date", to_string(date)}, {"because", "it clashes"}});
    }
    return list;
}

/// `bare`: the session, without what single dates have of their own, but that the first may have been moved. A series
/// of which no date takes place still has its fields, told by its anchor.
Occurrence first_or_anchor(const SessionView& view, const Session& bare) {
    const auto& session = bare;
    auto first =
        session.recurrence ? first_told(*view.session, *view.zone) : occurrence_at(session, *view.zone, std::nullopt);
    if (first) {
        first->session = &session;
        first->change = nullptr;
        first->end = first->start + session.length;
        first->end_offset = view.zone->offset_at(first->end);
        return *first;
    }
    const auto start = view.zone->to_instant(session.start);
    const auto end = start + session.length;
    return {&session,
            {},
            nullptr,
            start,
            end,
            view.zone->to_local(start),
            view.zone->offset_at(start),
            view.zone->offset_at(end)};
}

Json next_value(const SessionView& view) {
    Json list = Json::array();
    if (!view.session->recurrence) { return list; }
    for (const auto& next : next_occurrences(view, kNextListed)) {
        list.push_back(rfc3339(next.local_start, next.offset));
    }
    return list;
}

Json changes_value(const SessionView& view) {
    Json list = Json::array();
    for (const auto& [slot, change] : view.session->changes) {
        const auto found = occurrence_at(*view.session, *view.zone, slot);
        if (found) { list.push_back(occurrence_object(*found)); }
    }
    return list;
}

Json session_object(const SessionView& view) {
    const auto& session = *view.session;
    // As the series itself says: what single dates have of their own is in "changes".
    Session bare = session;
    bare.changes.clear();
    Json object = occurrence_object(first_or_anchor(view, bare));
    object["ends"] = ends_value(session);
    object["id"] = to_string(OccurrenceId{session.number(), {}});
    object["slot"] = nullptr;
    object["words"] =
        session.recurrence ? Json(to_words(session.recurrence->rule(), session.recurrence->anchor())) : Json(nullptr);
    object["next"] = next_value(view);
    object["excluded"] = session.recurrence ? dates_value(session.recurrence->excluded()) : Json::array();
    object["left_out"] = left_out_value(view);
    object["added"] = session.recurrence ? dates_value(session.recurrence->added()) : Json::array();
    object["changes"] = session.recurrence ? changes_value(view) : Json::array();
    object["ref"] = text_or_null(session.ref);
    object["sequence"] = session.sequence;
    object["clash_allowed"] = session.may_clash();
    object["created"] = to_string(session.created);
    object["changed_at"] = to_string(session.changed);
    return object;
}

}  // namespace

std::string session_json(const SessionView& view, const std::string& extra) {
    auto text = json_line(session_object(view));
    if (!extra.empty()) { text.insert(text.size() - 1, "," + extra); }
    return text;
}

std::string left_out_json(const SessionView& view) {
    return json_line(left_out_value(view));
}

std::string booked_json(const Booking& booking, const SessionView& view, bool dry_run) {
    auto told = view;
    told.clashing = &booking.left_out;
    auto object = session_object(told);
    object["first_free"] = booking.first_free;
    object["skipped"] = booking.skipped ? Json(to_string(*booking.skipped)) : Json(nullptr);
    object["clashes"] = clashes_value(booking.conflicts, *view.zone);
    object["dry_run"] = dry_run;
    return json_line(object);
}

}  // namespace practice::text
