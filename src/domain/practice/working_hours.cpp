// SPDX-License-Identifier: MIT
#include "practice/working_hours.h"

#include <algorithm>

#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

using DaySpans = std::vector<Span<TimeOfDay>>;

constexpr std::size_t kLongestText = 1000;
constexpr std::string_view kSpanExample = "09:00-17:00";

std::string span_text(const Span<TimeOfDay>& span) {
    return to_string_time(span.from) + '-' + to_string_time(span.to);
}

std::string spans_text(const DaySpans& spans) {
    std::string text;
    for (const auto& span : spans) { text += (text.empty() ? "" : ", ") + span_text(span); }
    return text;
}

void check_span(const Span<TimeOfDay>& span) {
    if (span.from < TimeOfDay{0} || span.to > hours{24}) {
        throw misuse("working hours lie between 00:00 and 24:00", "type them as 09:00-17:00");
    }
    if (span.from == span.to) { throw misuse("working hours " + span_text(span) + " are empty"); }
    if (span.to < span.from) {
        const bool at_midnight = span.to == TimeOfDay{0};
        throw misuse("working hours " + span_text(span) + " end before they begin",
                     "for a night type " + to_string_time(span.from) + "-24:00" +
                         (at_midnight ? "" : ", and 00:00-" + to_string_time(span.to) + " on the next day"));
    }
}

/// Ascending; spans that touch become one, so that a session may run across the seam.
DaySpans checked(DaySpans spans) {
    for (const auto& span : spans) { check_span(span); }
    std::sort(spans.begin(), spans.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
    DaySpans merged;
    for (const auto& span : spans) {
        if (merged.empty() || merged.back().to < span.from) {
            merged.push_back(span);
        } else if (merged.back().to == span.from) {
            merged.back().to = span.to;
        } else {
            throw misuse("working hours " + span_text(merged.back()) + " and " + span_text(span) + " overlap",
                         "type them one after the other, such as 09:00-12:00, 13:00-17:00");
        }
    }
    return merged;
}

bool means_off(std::string_view text) {
    return text.empty() || says_none(text) || is_keyword(text, "off") || is_keyword(text, "closed");
}

/// One or two digits at the front of `text`, taken off it.
std::optional<int> take_number(std::string_view& text) {
    int value = 0;
    std::size_t size = 0;
    for (; size < text.size() && size < 3 && is_digit(text[size]); ++size) { value = value * 10 + (text[size] - '0'); }
    if (size == 0 || size == 3) { return std::nullopt; }
    text.remove_prefix(size);
    return value;
}

/// "9:00", "09:00", "24:00", "09:00:30".
std::optional<TimeOfDay> parse_clock(std::string_view text) {
    const auto hour = take_number(text);
    if (!hour) { return std::nullopt; }
    int rest[2] = {0, 0};  // minutes, seconds
    int given = 0;
    while (given < 2 && text.size() >= 3 && text[0] == ':') {
        text.remove_prefix(1);
        const auto size = text.size();
        const auto number = take_number(text);
        if (!number || size - text.size() != 2 || *number > 59) { return std::nullopt; }
        rest[given++] = *number;
    }
    if (given == 0 || !text.empty()) { return std::nullopt; }
    const TimeOfDay time = hours{*hour} + minutes{rest[0]} + std::chrono::seconds{rest[1]};
    if (time > hours{24}) { return std::nullopt; }
    return time;
}

Span<TimeOfDay> parse_span(std::string_view text) {
    const auto dash = text.find('-');
    if (dash != std::string_view::npos) {
        const auto from = parse_clock(trimmed(text.substr(0, dash)));
        const auto to = parse_clock(trimmed(text.substr(dash + 1)));
        if (from && to) { return {*from, *to}; }
    }
    throw misuse(quoted(text) + " is not a span of working hours",
                 "type it as 09:00-17:00; several as 09:00-12:00, 13:00-17:00");
}

/// The text in small letters, typographic dashes as "-".
std::string plain(std::string_view text) {
    if (text.size() > kLongestText) {
        throw misuse("the working hours are too long", "type them as mon-thu 09:00-17:00; fri 09:00-13:00");
    }
    std::string out = small_letters(text);
    for (const std::string_view dash : {"\u2013", "\u2014"}) {
        for (auto at = out.find(dash); at != std::string::npos; at = out.find(dash, at)) {
            out.replace(at, dash.size(), "-");
        }
    }
    return out;
}

/// Adds "mon-thu 09:00-17:00" to the week; `given` are the days that an earlier clause named.
void add_clause(std::string_view clause, WorkingHours& week, std::vector<Weekday>& given) {
    auto seam = clause.find_first_of("0123456789");
    if (seam == std::string_view::npos) { seam = std::min(clause.find_last_of(" \t"), clause.size()); }
    if (seam == 0) {
        throw misuse(quoted(clause) + " names no day", "type it as mon-fri " + std::string{kSpanExample});
    }
    const auto days = parse_weekdays(trimmed(clause.substr(0, seam)));
    const auto hours_text = trimmed(clause.substr(seam));
    if (hours_text.empty()) {
        throw misuse(quoted(clause) + " has no hours", "type it as " + std::string{trimmed(clause)} + " 09:00-17:00");
    }
    const auto spans = parse_day_hours(hours_text);
    for (const Weekday day : days) {
        if (std::find(given.begin(), given.end(), day) != given.end()) {
            throw misuse(std::string{long_name(day)} + " is given twice",
                         "put both spans of a day together: mon 09:00-12:00, 13:00-17:00");
        }
        given.push_back(day);
        week.set(day, spans);
    }
}

std::string lower_short_name(Weekday day) {
    return small_letters(short_name(day));
}

}  // namespace

WorkingHours WorkingHours::usual() {
    WorkingHours week;
    for (unsigned day = 1; day <= 5; ++day) { week.set(Weekday{day}, {{hours{9}, hours{17}}}); }
    return week;
}

void WorkingHours::set(Weekday day, std::vector<Span<TimeOfDay>> spans) {
    days_.at(day.c_encoding()) = checked(std::move(spans));
}

bool WorkingHours::cover(Weekday day, TimeOfDay from, Length length) const {
    const auto& spans = on(day);
    return std::any_of(spans.begin(), spans.end(),
                       [&](const auto& span) { return span.from <= from && from + length <= span.to; });
}

std::vector<Span<TimeOfDay>> parse_day_hours(std::string_view raw) {
    const std::string text = plain(raw);
    if (means_off(trimmed(text))) { return {}; }
    DaySpans spans;
    for (const auto piece : split(text, ',')) { spans.push_back(parse_span(piece)); }
    return checked(std::move(spans));
}

WorkingHours parse_working_hours(std::string_view raw) {
    const std::string text = plain(raw);
    WorkingHours week;
    if (means_off(trimmed(text))) { return week; }
    std::vector<Weekday> given;
    for (const auto clause : split(text, ';')) {
        if (!clause.empty()) { add_clause(clause, week, given); }
    }
    if (given.empty()) {
        throw misuse(quoted(raw) + " names no working hours", "type them as mon-thu 09:00-17:00; fri 09:00-13:00");
    }
    return week;
}

std::string to_string(const WorkingHours& week) {
    std::string text;
    for (unsigned first = 1; first <= 7;) {  // Monday to Sunday; Weekday takes 7 for Sunday too
        const auto& spans = week.on(Weekday{first});
        unsigned last = first;
        while (last < 7 && week.on(Weekday{last + 1}) == spans) { ++last; }
        if (!spans.empty()) {
            std::string days = lower_short_name(Weekday{first});
            if (last > first) { days += '-' + lower_short_name(Weekday{last}); }
            if (first == 1 && last == 7) { days = "daily"; }
            text += (text.empty() ? "" : "; ") + days + ' ' + spans_text(spans);
        }
        first = last + 1;
    }
    return text.empty() ? "none" : text;
}

}  // namespace practice
