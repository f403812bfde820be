// SPDX-License-Identifier: MIT
#include "ical/event_reader.h"

#include <algorithm>
#include <array>

#include "ical/calendar_values.h"
#include "ical/content_lines.h"
#include "ical/event_texts.h"
#include "ical/one_line.h"
#include "practice/plain_text.h"

namespace practice::ical {
namespace {

/// libical takes quadratic time for long lines. A list of dates is not given to it.
constexpr std::size_t kLongestText = 16'384;
constexpr std::size_t kLongestList = 1'000'000;
constexpr std::string_view kMend = "mend the line, or take the event out of the file";

/// When it was written down, and how others show it: nothing that a session could have.
constexpr std::array<std::string_view, 5> kMetadata{"dtstamp", "created", "last-modified", "transp", "class"};

class EventReader {
public:
    EventReader(const CalendarPart& part, ForeignZones& zones, LeftOut& left_out)
        : part_{part}, zones_{zones}, left_out_{left_out} {}

    ForeignEvent read() {
        event_.line = part_.line;
        event_.source = part_.text;
        while (event_.source.ends_with('\n') || event_.source.ends_with('\r')) { event_.source.pop_back(); }
        if (part_.cut_off) {
            complain(part_.line, "the event that begins here has no END:VEVENT of its own",
                     "export it again: the file may be cut off");
            event_.source.clear();  // it would spoil the file that it is written to
        }
        ContentLines lines{part_.text, part_.line};
        int depth = 0;
        for (ContentLine line; lines.next(line);) {
            if (line.is("begin")) {
                if (++depth == 2) { ++passed_over_[capital_letters(trimmed(one_line(line.value.substr(0, 40))))]; }
            } else if (line.is("end")) {
                --depth;
            } else if (depth == 1) {
                read_property(line);
            }
        }
        finish();
        return std::move(event_);
    }

private:
    void complain(std::size_t line, std::string message, std::string_view hint = kMend) {
        event_.problems.push_back({line, {}, std::move(message), std::string{hint}, {}});
    }

    void read_property(const ContentLine& line) {
        if (line.name.empty()) {
            complain(line.line, quoted(line.whole) + " is no line of a calendar file");
        } else if (line.is("dtstart")) {
            if (begun_) { complain(line.line, "the event has a second DTSTART"); }
            begun_ = true;
            if (const auto time = read_time(line, line.value)) { event_.start = *time; }
        } else if (line.is("dtend")) {
            event_.end = read_time(line, line.value);
        } else if (line.is("duration")) {
            event_.duration = parse_duration_value(trimmed(line.value));
            if (!event_.duration) { complain(line.line, "DURATION " + quoted(line.value) + " is no length of time"); }
        } else if (line.is("recurrence-id")) {
            event_.slot = read_time(line, line.value);
            const auto range = line.parameter("range");
            event_.and_following = range && same_name(*range, "thisandfuture");
        } else if (line.is("rrule")) {
            read_rule(line);
        } else if (line.is("exdate")) {
            read_times(line, event_.excluded);
        } else if (line.is("rdate")) {
            read_times(line, event_.added);
        } else if (line.is("exrule")) {
            complain(line.line, "EXRULE (dates left out by a rule) is not supported",
                     "give the dates that are left out as EXDATE");
        } else if (line.is("sequence")) {
            read_sequence(line.value);
        } else if (line.is("status")) {
            event_.cancelled = same_name(trimmed(line.value), "cancelled");
        } else {
            read_text(line);
        }
    }

    void read_rule(const ContentLine& line) {
        if (!event_.rule.empty()) {
            complain(line.line, "the event has a second RRULE", "keep the one that is meant, or make two events");
        }
        event_.rule = one_line(line.value);
        event_.rule_line = line.line;
    }

    void read_sequence(std::string_view value) {
        constexpr std::size_t most_digits = 9;
        const auto digits = trimmed(value);
        if (all_digits(digits) && digits.size() <= most_digits) { event_.sequence = std::stoi(std::string{digits}); }
    }

    std::optional<ForeignTime> read_time(const ContentLine& line, std::string_view text) {
        const auto value = parse_time_value(trimmed(text));
        if (!value) {
            complain(line.line, capital_letters(line.name) + ' ' + quoted(text) + " is no date or time",
                     "a time reads 20261201T140000; " + std::string{kMend});
            return std::nullopt;
        }
        ForeignTime time{ForeignTime::Kind::floating, value->time, nullptr, line.line};
        if (value->is_date) {
            time.kind = ForeignTime::Kind::date;
        } else if (value->utc) {
            time.kind = ForeignTime::Kind::utc;
        } else if (const auto name = line.parameter("tzid"); name && !name->empty()) {
            time.kind = ForeignTime::Kind::zoned;
            time.zone = find_zone(*name, time);
            if (time.zone == nullptr) { return std::nullopt; }
        }
        return time;
    }

    const TimeZone* find_zone(const std::string& name, const ForeignTime& time) {
        const auto* zone = zones_.find(part_.calendar, name, time.line);
        if (zone != nullptr) {
            zones_.check(part_.calendar, name, time.time, time.line);
        } else {
            complain(time.line, "nobody knows the time zone " + quoted(name),
                     "name the one that is meant: --time-zone America/New_York");
        }
        return zone;
    }

    void read_times(const ContentLine& line, std::vector<ForeignTime>& times) {
        if (line.value.size() > kLongestList) {
            complain(line.line, capital_letters(line.name) + " is longer than any list of dates");
            return;
        }
        for (const auto text : split(line.value, ',')) {
            if (text.empty()) { continue; }
            // A period: "20261201T140000Z/PT1H". Its length is that of the event, or it is no session like the others.
            if (text.find('/') != std::string_view::npos) {
                complain(line.line, capital_letters(line.name) + " with a length of its own is not supported",
                         "make an event of that date");
                return;
            }
            const auto time = read_time(line, text);
            if (!time) { return; }
            times.push_back(*time);
        }
    }

    void read_text(const ContentLine& line) {
        const bool known = line.is("uid") || line.is("summary") || line.is("location") || line.is("categories") ||
                           line.is("organizer") || same_name(line.name.substr(0, 11), "x-practice-");
        if (trimmed(line.value).empty()) { return; }  // for libical, an empty text is an error
        if (!known) {
            pass_over(line);
            return;
        }
        std::string whole{line.whole};
        std::ranges::replace(whole, '\t', ' ');
        if (whole.size() > kLongestText) {
            complain(line.line,
                     capital_letters(line.name) + " is longer than " + std::to_string(kLongestText) + " bytes");
        } else if (one_line(whole) != whole) {
            complain(line.line, capital_letters(line.name) + " has a control character, or bytes that are not UTF-8",
                     "export it again as UTF-8, or mend the line");
        } else {
            texts_ += whole + "\r\n";
            text_lines_.push_back(line.line);
        }
    }

    void pass_over(const ContentLine& line) {
        const auto is = [&](std::string_view name) { return line.is(name); };
        if (std::ranges::any_of(kMetadata, is) || same_name(line.name.substr(0, 2), "x-")) { return; }
        ++passed_over_[capital_letters(one_line(line.name.substr(0, 40)))];
    }

    /// Which of the texts libical cannot read.
    [[nodiscard]] std::size_t line_of_bad_text() const {
        std::string_view rest = texts_;
        for (const auto line : text_lines_) {
            const auto size = rest.find('\n') + 1;
            ForeignEvent ignored;
            if (!read_texts(std::string{rest.substr(0, size)}, ignored)) { return line; }
            rest.remove_prefix(size);
        }
        return part_.line;
    }

    void finish() {
        if (!texts_.empty() && !read_texts(texts_, event_)) {
            complain(line_of_bad_text(), "this line cannot be read");
        }
        if (!begun_) { complain(part_.line, "the event has no DTSTART, so that nobody knows when it is"); }
        if (!event_.own.time_zone.empty()) { event_.own_zone = zones_.named(event_.own.time_zone); }
        if (event_.end && event_.duration) { event_.duration.reset(); }
        if (!event_.own.empty()) { return; }  // one of ours: whatever else it says is said in its own words
        for (const auto& [name, count] : passed_over_) { left_out_[name] += count; }
    }

    const CalendarPart& part_;
    ForeignZones& zones_;
    LeftOut& left_out_;
    ForeignEvent event_;
    bool begun_ = false;
    std::string texts_;
    std::vector<std::size_t> text_lines_;
    LeftOut passed_over_;
};

}  // namespace

ForeignEvent read_event(const CalendarPart& part, ForeignZones& zones, LeftOut& left_out) {
    return EventReader{part, zones, left_out}.read();
}

}  // namespace practice::ical
