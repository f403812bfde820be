// SPDX-License-Identifier: MIT
#include "app/import/converted_rows.h"

#include "app/booking/converted_time.h"

namespace practice::app {
namespace {

/// "...Z" or "...+01:00"; most files have no offsets, and many rows.
bool may_have_offset(std::string_view at) {
    constexpr std::size_t date_and_hour = 13;
    if (at.size() <= date_and_hour) { return false; }
    return at.back() == 'Z' || at.back() == 'z' || at.find_first_of("+-", date_and_hour) != std::string_view::npos;
}

}  // namespace

void note_converted(std::size_t row, const ImportWords& words, const Session& session, const Office& office,
                    ImportReport& report) {
    const auto& source = words.file().rows[row];
    const std::string at{words.value(source, "at")};
    if (!may_have_offset(at)) { return; }
    const auto& zone = office.zone(session.time_zone);
    const auto when = text::parse_when(at, {zone.to_local(office.now), office.require_practice().week_starts});
    if (!when.instant) { return; }
    const auto told = converted_in_words(when, text::on_clock(*when.instant, zone), zone);
    if (told) { report.converted(source.line, *told); }
}

}  // namespace practice::app
