// SPDX-License-Identifier: MIT
#include "text/wording/preview_text.h"

#include <nlohmann/json.hpp>

#include "practice/recurrence_text.h"
#include "text/format_time.h"
#include "text/json.h"

namespace practice::text {
namespace {

std::string start_of(const Preview& preview, Date slot) {
    const auto instant = preview.zone->to_instant(LocalTime{slot} + preview.time);
    return rfc3339(preview.zone->to_local(instant), preview.zone->offset_at(instant));
}

}  // namespace

std::string preview_json(const Preview& preview) {
    const auto& rule = preview.recurrence->rule();
    Json starts = Json::array();
    for (const auto slot : preview.slots) { starts.push_back(start_of(preview, slot)); }
    const Json object = {
        {"rule", to_rrule(rule)}, {"words", to_words(rule, preview.recurrence->anchor())}, {"starts", starts}};
    return json_line(object) + '\n';
}

std::string preview_lines(const Preview& preview, bool for_people) {
    std::string text;
    if (!for_people) {
        for (const auto slot : preview.slots) { text += start_of(preview, slot) + '\n'; }
        return text;
    }
    const auto& rule = preview.recurrence->rule();
    text = to_words(rule, preview.recurrence->anchor()) + ", " + end_in_words(rule) + " (" + to_rrule(rule) + ")\n";
    for (const auto slot : preview.slots) {
        const auto lookup = preview.zone->lookup(LocalTime{slot} + preview.time);
        const auto local = preview.zone->to_local(lookup.instant);
        text += "  " + weekday_date(date_of(local)) + ' ' + to_string_time(time_of_day(local));
        if (lookup.kind == TimeZone::Kind::skipped) {
            text += "  (" + to_string_time(preview.time) + " does not exist that day)";
        }
        if (lookup.kind == TimeZone::Kind::repeated) { text += "  (the first of two that day)"; }
        text += '\n';
    }
    return text;
}

}  // namespace practice::text
