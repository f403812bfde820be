// SPDX-License-Identifier: MIT
#include "app/rows/calendar_rows.h"

#include "app/rows/mapped_words.h"
#include "ical/calendar_reader.h"
#include "practice/plain_text.h"

namespace practice::app {
namespace {

constexpr std::string_view kBegin = "begin:vcalendar";

}  // namespace

bool looks_like_calendar(std::string_view bytes) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) { bytes.remove_prefix(byte_order_mark.size()); }
    return small_letters(bytes.substr(0, kBegin.size())) == kBegin;
}

ScheduleFile read_calendar_rows(std::string_view bytes, const SourceWords& words, const Office& office) {
    const auto mapping = read_mapping(words);
    const auto& practice_zone = office.zone();
    const auto* chosen = words.time_zone ? &office.named_zone(*words.time_zone) : nullptr;
    const auto calendar = ical::read_calendar(bytes, {office.zones, &practice_zone, chosen, office.now});
    return schedule_of(calendar, mapping, {&practice_zone, chosen, &office.zone("UTC")});
}

}  // namespace practice::app
