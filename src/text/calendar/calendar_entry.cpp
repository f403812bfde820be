// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_entry.h"

#include <algorithm>
#include <array>

#include "practice/client_status.h"
#include "text/fold.h"
#include "text/session/occurrence_text.h"

namespace practice::text {
namespace {

std::string signs_of(const Occurrence& occurrence, bool ascii) {
    std::string signs{sign_of(occurrence.status(), ascii)};
    for (const auto status : {Status::attended, Status::no_show, Status::cancelled, Status::late_cancelled}) {
        if (has_status(occurrence, status) && status != occurrence.status()) { signs += sign_of(status, ascii); }
    }
    if (occurrence.changed()) { signs += glyphs(ascii).changed; }
    return signs;
}

/// The sign of the second pass of a repeated hour.
std::string_view again(LocalTime local, Instant instant, const TimeZone& zone, bool ascii) {
    return zone.to_instant(local) == instant ? std::string_view{} : glyphs(ascii).again;
}

CalendarEntry calendar_entry(const Occurrence& occurrence, const TimeZone& zone, const CalendarStyle& style) {
    const bool ascii = style.terminal.ascii;
    CalendarEntry entry;
    entry.occurrence = &occurrence;
    entry.start = zone.to_local(occurrence.start);
    entry.end = zone.to_local(occurrence.end);
    const auto mark = again(entry.start, occurrence.start, zone, ascii);
    entry.time = shown_time(time_of_day(entry.start), style.twelve_hours).append(mark);
    entry.times = mark.empty() ? shown_times(time_of_day(entry.start), time_of_day(entry.end), style.twelve_hours)
                               : entry.time + '-' + shown_time(time_of_day(entry.end), style.twelve_hours);
    entry.times += again(entry.end, occurrence.end, zone, ascii);
    entry.signs = signs_of(occurrence, ascii);
    entry.clients = shown_clients(occurrence.clients(), style.names);
    entry.professional = harmless(occurrence.professional().code);
    const bool is_virtual = occurrence.room().kind == RoomKind::is_virtual;
    entry.room = harmless(occurrence.room().name);
    entry.place = is_virtual ? "virtual" : entry.room;
    if (is_virtual) { entry.room += " (virtual)"; }
    entry.id = to_string(occurrence.id());
    entry.short_id =
        entry.id.substr(0, entry.id.find('@') == std::string::npos ? entry.id.size() : entry.id.find('@') + 1);
    entry.colour = colour_of(occurrence.status());
    return entry;
}

struct Segment {
    std::string text;
    Colour colour = Colour::none;
    enum class Cut { never, where_alone, anywhere } cutting = Cut::never;
    std::size_t least = 0;  // the columns that it needs when it shares a line
};
using Lines = std::vector<std::vector<Piece>>;

/// The segments in their order over at most `most` lines; nullopt when they do not fit.
std::optional<Lines> packed(const std::vector<Segment>& segments, std::size_t columns, std::size_t most, bool ascii) {
    std::vector<std::size_t> behind(segments.size() + 1, 0);  // columns of all that follows, on one line
    for (std::size_t i = segments.size(); i-- > 1;) { behind[i - 1] = behind[i] + 1 + segments[i].least; }
    Lines lines(1);
    std::size_t used = 0;
    const auto place = [&](const Segment& segment, std::string text) {
        used += width(text) + (used > 0 ? 1 : 0);
        lines.back().push_back({std::move(text), segment.colour});
    };
    for (std::size_t i = 0; i < segments.size();) {
        const auto& segment = segments[i];
        const bool last = lines.size() == most;
        const auto gap = used + (used > 0 ? 1 : 0);
        const auto space = columns > gap ? columns - gap : 0;
        const auto kept = last ? behind[i] : 0;
        const auto wanted = width(segment.text);
        if (wanted + kept <= space) {
            place(segment, segment.text);
        } else if (segment.cutting == Segment::Cut::anywhere && (used == 0 || last)) {
            const bool alone = used == 0 && kept == 0;
            if (!alone && space < kept + segment.least) { return std::nullopt; }
            place(segment, cut(segment.text, space - kept, ascii));
        } else if (segment.cutting == Segment::Cut::where_alone && used == 0 && kept == 0) {
            place(segment, cut(segment.text, space, ascii));
        } else if (last) {
            return std::nullopt;
        } else {
            lines.emplace_back();
            used = 0;
            continue;
        }
        ++i;
    }
    return lines;
}

/// Which parts of an entry are shown.
struct Parts {
    bool times, whole_id, short_id, professional, room;
    std::size_t least_name;
};
constexpr std::array<Parts, 7> kRichestFirst{{
    {true, true, false, true, true, 12},
    {false, true, false, true, true, 12},
    {false, false, true, true, true, 12},
    {false, false, true, false, true, 12},
    {false, true, false, false, false, 12},
    {false, false, true, false, false, 12},
    {false, false, false, false, false, 3},
}};
constexpr std::size_t kComplete = 3;  // so many of them leave nothing out

std::vector<Segment> segments_of(const CalendarEntry& entry, const Parts& parts, Omit omit) {
    using Cut = Segment::Cut;
    std::vector<Segment> segments;
    const auto add = [&](const std::string& text, Cut cutting, Colour colour) {
        const auto columns = width(text);
        segments.push_back(
            {text, colour, cutting, cutting == Cut::anywhere ? std::min(columns, parts.least_name) : columns});
    };
    add((parts.times ? entry.times : entry.time) + entry.signs, Cut::never, entry.colour);
    add(entry.clients, Cut::anywhere, entry.colour);
    if (parts.room && omit != Omit::room) { add(entry.place, Cut::where_alone, entry.colour); }
    if (parts.professional && omit != Omit::professional) { add(entry.professional, Cut::where_alone, entry.colour); }
    const auto id_colour = entry.colour == Colour::none ? Colour::cyan : entry.colour;
    if (parts.whole_id) { add(entry.id, Cut::never, id_colour); }
    if (parts.short_id) { add(entry.short_id, Cut::never, id_colour); }
    return segments;
}

std::string left_out(const CalendarEntry& entry, const Parts& parts, Omit omit) {
    std::string words = parts.room || omit == Omit::room ? std::string{} : entry.place;
    if (!parts.professional && omit != Omit::professional) { words += (words.empty() ? "" : " ") + entry.professional; }
    return words;
}

}  // namespace

std::vector<CalendarEntry> calendar_entries(const std::vector<Occurrence>& occurrences, const TimeZone& zone,
                                            const CalendarStyle& style) {
    std::vector<CalendarEntry> entries;
    entries.reserve(occurrences.size());
    for (const auto& occurrence : occurrences) { entries.push_back(calendar_entry(occurrence, zone, style)); }
    return entries;
}

bool has_status(const Occurrence& occurrence, Status status) {
    return occurrence.status() == status || std::ranges::any_of(occurrence.clients(), [&](const ClientName& client) {
               return status_of(occurrence, client.id) == status;
           });
}

std::string state_in_words(const Occurrence& occurrence, NameStyle names) {
    std::string words{occurrence.status() == Status::scheduled ? std::string_view{} : to_string(occurrence.status())};
    const auto add = [&words](const std::string& what) { words += (words.empty() ? "" : ", ") + what; };
    if (!occurrence.attendance().empty()) {
        add(own_statuses_in_words(occurrence,
                                  [names](const ClientName& client) { return shown_clients({client}, names); }));
    }
    if (occurrence.changed()) { add("changed"); }
    return words;
}

BlockText block_text(const CalendarEntry& entry, std::size_t columns, std::size_t lines, Omit omit, bool ascii) {
    for (std::size_t i = 0; i < kRichestFirst.size(); ++i) {
        const auto& parts = kRichestFirst[i];
        if (auto found = packed(segments_of(entry, parts, omit), columns, lines, ascii)) {
            const bool whole = parts.whole_id || (parts.short_id && entry.id == entry.short_id);
            return {std::move(*found), whole, left_out(entry, parts, omit), i < kComplete};
        }
    }
    // Not even the clock and a cut name stand beside each other.
    return {{{{cut(entry.time + entry.signs, columns, ascii), entry.colour}}},
            false,
            left_out(entry, kRichestFirst.back(), omit),
            false};
}

}  // namespace practice::text
