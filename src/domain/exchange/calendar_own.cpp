// SPDX-License-Identifier: MIT
#include "calendar_own.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "domain/feeds/feed_series.h"
#include "practice/exchange/calendar_mapping.h"
#include "practice/plain_text.h"

namespace practice::calendars {
namespace {

using Events = std::vector<const ForeignEvent*>;

std::string_view series_uid(const ForeignEvent& event) {
    const auto date = feeds::read_date_uid(event.uid);
    return date ? date->of_series : std::string_view{event.uid};
}

std::string zone_text(const ForeignTime& time) {
    switch (time.kind) {
        case ForeignTime::Kind::utc: return "UTC";
        case ForeignTime::Kind::zoned: return time.zone != nullptr ? time.zone->name() : "";
        case ForeignTime::Kind::date: return "date";
        default: return "floating";
    }
}

feeds::SealedEvent as_sealed(const ForeignEvent& event) {
    feeds::SealedEvent sealed;
    sealed.uid = event.uid;
    sealed.sequence = event.sequence;
    sealed.zone = zone_text(event.start);
    sealed.start = sealed.end = event.start.time;
    if (event.duration) { sealed.end += *event.duration; }
    if (event.end) { sealed.end = event.end->time; }
    sealed.rule = event.rule;
    for (const auto* list : {&event.excluded, &event.added}) {
        for (const auto& time : *list) { sealed.excluded.push_back(time.time); }
    }
    if (event.slot) { sealed.slot = event.slot->time; }
    sealed.cancelled = event.cancelled;
    return sealed;
}

/// Taken off `text`, with the blank behind it.
std::string take_word(std::string_view& text) {
    const auto blank = std::min(text.find(' '), text.size());
    std::string word{text.substr(0, blank)};
    text.remove_prefix(std::min(blank + 1, text.size()));
    return word;
}

/// False: it is not as we write it.
bool read_words(const ForeignWords& own, CarriedSeries& series) {
    for (std::string_view line : own.series) {
        auto column = take_word(line);
        series.words.emplace_back(std::move(column), feeds::carried_text(line));
    }
    for (std::string_view line : own.slots) {
        const auto slot = parse_iso_date(take_word(line));
        if (!slot) { return false; }
        auto column = take_word(line);
        series.slots[*slot].emplace_back(std::move(column), feeds::carried_text(line));
    }
    return true;
}

bool fits_seal(const CarriedSeries& series) {
    std::vector<feeds::SealedEvent> sealed;
    for (const auto* event : series.events) {
        if (!event->problems.empty()) { return false; }
        sealed.push_back(as_sealed(*event));
    }
    auto carried = series.first->own.series;
    carried.insert(carried.end(), series.first->own.slots.begin(), series.first->own.slots.end());
    return feeds::seal(sealed, std::move(carried)) == series.first->own.seal;
}

/// A column that is not known is of a later version.
void add(std::vector<ScheduleCell>& cells, std::string_view column, std::string_view text, ScheduleTexts& texts) {
    const auto& columns = calendar_columns();
    const auto known = std::ranges::find(columns, column);
    if (known != columns.end() && !text.empty()) {
        cells.push_back({static_cast<std::size_t>(known - columns.begin()), texts.keep(text)});
    }
}

}  // namespace

std::string joined_sources(const std::vector<const ForeignEvent*>& events) {
    std::string text;
    for (const auto* event : events) {
        if (!event->source.empty()) { text += (text.empty() ? "" : "\r\n") + event->source; }
    }
    return text;
}

std::vector<Date> untold_of(const ForeignEvent& event) {
    constexpr std::string_view column = "untold ";
    std::vector<Date> dates;
    for (const std::string_view line : event.own.series) {
        if (!line.starts_with(column)) { continue; }
        for (const auto part : split(line.substr(column.size()), ' ')) {
            if (const auto date = parse_iso_date(part)) { dates.push_back(*date); }
        }
    }
    return dates;
}

ScheduleRow row_of(const CarriedSeries& series, ScheduleTexts& texts) {
    ScheduleRow row;
    row.line = series.first->line;
    row.source = texts.keep(joined_sources(series.events));
    row.untold = untold_of(*series.first);
    std::string left_out;
    add(row.cells, "ref", ref_of_series(*series.first), texts);
    for (const auto& [column, text] : series.words) {
        if (column == "except") {
            for (const auto date : split(text, ' ')) { left_out.append(left_out.empty() ? "" : ",").append(date); }
        } else if (column == "added") {
            for (const auto part : split(text, ' ')) {
                if (const auto date = parse_iso_date(part)) { row.added.push_back(*date); }
            }
        } else if (column != "ref") {
            add(row.cells, column, text, texts);
        }
    }
    add(row.cells, "except", left_out.empty() ? "none" : left_out, texts);
    for (const auto& [date, words] : series.slots) {
        ScheduleSlot slot{date, std::nullopt, {}};
        for (const auto& [column, text] : words) { add(slot.cells, column, text, texts); }
        row.slots.push_back(std::move(slot));
    }
    return row;
}

std::string ref_of_series(const ForeignEvent& event) {
    return event.own.ref.empty() ? std::string{series_uid(event)} : event.own.ref;
}

std::string ref_of(const ForeignEvent& event) {
    if (event.own.empty()) { return event.uid; }
    const auto date = feeds::read_date_uid(event.uid);
    return date ? ref_of_series(event) + '@' + to_string(date->date) : ref_of_series(event);
}

SortedEvents sorted_events(const std::vector<ForeignEvent>& events) {
    SortedEvents sorted;
    std::unordered_map<std::string_view, Events> of_series;  // of our own, by the UID of the series
    for (const auto& event : events) {
        if (!event.own.empty()) { of_series[series_uid(event)].push_back(&event); }
    }
    std::unordered_set<const ForeignEvent*> taken;
    std::unordered_map<const ForeignEvent*, ForeignEvent*> with_added;
    for (const auto& event : events) {
        if (event.own.series.empty() || event.own.empty()) { continue; }
        CarriedSeries series{&event, of_series[series_uid(event)], {}, {}};
        if (fits_seal(series) && read_words(event.own, series)) {
            taken.insert(series.events.begin(), series.events.end());
            sorted.series.push_back(std::move(series));
        } else {
            sorted.changed.push_back(&event);
        }
    }
    const auto master_of = [&](const ForeignEvent& event) -> const ForeignEvent* {
        if (event.own.empty() || !feeds::read_date_uid(event.uid)) { return nullptr; }
        const auto& family = of_series[series_uid(event)];
        const auto master = std::ranges::find_if(family, [&](const ForeignEvent* other) {
            return other->uid == series_uid(event) && !other->slot && !other->rule.empty();
        });
        return master == family.end() ? nullptr : *master;
    };
    for (const auto& event : events) {
        if (taken.contains(&event)) { continue; }
        const auto* master = master_of(event);
        if (master == nullptr) {
            sorted.others.push_back(&event);
            continue;
        }
        auto& changed = with_added[master];
        if (changed == nullptr) { changed = &sorted.made.emplace_back(*master); }
        auto& one = sorted.made.emplace_back(event);
        const auto date = feeds::read_date_uid(event.uid)->date;
        one.uid = master->uid;
        one.slot = ForeignTime{ForeignTime::Kind::date, LocalTime{date}, nullptr, event.line};
        changed->added.push_back(*one.slot);
        sorted.others.push_back(&one);
    }
    for (auto& event : sorted.others) {
        if (const auto found = with_added.find(event); found != with_added.end()) { event = found->second; }
    }
    return sorted;
}

}  // namespace practice::calendars
