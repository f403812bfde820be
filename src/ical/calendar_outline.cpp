// SPDX-License-Identifier: MIT
#include "ical/calendar_outline.h"

#include "ical/content_lines.h"
#include "ical/one_line.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::ical {
namespace {

/// VCALENDAR, VEVENT, VALARM and a few more for what is yet to be thought of.
constexpr std::size_t kDeepest = 12;
constexpr std::string_view kExportAgain = "export it again from the program that it comes from, as iCalendar (.ics)";

class Outliner {
public:
    explicit Outliner(std::string_view text) : text_{text}, lines_{text} {}

    CalendarOutline read() {
        if (!advance() || !begins("vcalendar")) {
            throw misuse("this is no calendar file: it does not begin with BEGIN:VCALENDAR", std::string{kExportAgain});
        }
        do {
            if (begins("vcalendar")) {
                read_calendar();
            } else {
                complain(line_.line, "this line stands outside of a calendar", "take it out of the file");
            }
        } while (advance());
        return std::move(outline_);
    }

private:
    [[nodiscard]] bool begins(std::string_view what) const { return line_.is("begin") && same_name(value(), what); }
    [[nodiscard]] std::string_view value() const { return trimmed(line_.value); }

    /// The next line; after a component that was cut off, once more the line that showed it.
    bool advance() {
        if (again_) {
            again_ = false;
            return true;
        }
        return lines_.next(line_);
    }

    void complain(std::size_t line, std::string message, std::string hint) {
        outline_.problems.push_back({line, {}, std::move(message), std::move(hint), {}});
    }

    void read_calendar() {
        const auto begin = line_.line;
        outline_.calendars.emplace_back();
        while (advance()) {
            if (line_.is("begin")) {
                read_part();
            } else if (line_.is("end") && same_name(value(), "vcalendar")) {
                return;
            } else {
                read_property();
            }
        }
        complain(begin, "the calendar that begins here has no END:VCALENDAR: the file may be cut off",
                 std::string{kExportAgain});
    }

    void read_property() {
        auto& calendar = outline_.calendars.back();
        if (line_.is("x-wr-calname") || (line_.is("name") && calendar.name.empty())) {
            calendar.name = trimmed(one_line(line_.value));
        } else if (line_.is("method")) {
            calendar.method = small_letters(value());
        } else if (line_.is("version") && value().starts_with("1")) {
            throw misuse("this is a vCalendar file of the nineties (VERSION:1.0), which is another format",
                         std::string{kExportAgain});
        }
    }

    /// One component right inside the calendar, with all that is in it.
    void read_part() {
        CalendarPart part;
        part.line = line_.line;
        part.calendar = outline_.calendars.size() - 1;
        const auto begin = line_.begin;
        auto end = line_.end;
        std::vector<std::string> open{small_letters(value())};
        const auto kind = open.front();
        while (!open.empty()) {
            const bool more = advance();
            const bool calendar_ends = more && line_.is("end") && same_name(value(), "vcalendar");
            const bool next_event = more && (begins("vevent") || begins("vcalendar"));
            if (!more || calendar_ends || next_event) {
                part.cut_off = true;
                again_ = more;
                break;
            }
            end = line_.end;
            if (line_.is("begin")) {
                if (open.size() >= kDeepest) {
                    throw misuse("line " + std::to_string(line_.line) + ": the components of this file are nested " +
                                     "deeper than any calendar's",
                                 std::string{kExportAgain});
                }
                open.push_back(small_letters(value()));
            } else if (line_.is("end")) {
                close(open, part);
            }
        }
        part.text = text_.substr(begin, end - begin);
        keep(part, kind);
    }

    /// An END that fits none of the open ones does not close anything.
    void close(std::vector<std::string>& open, CalendarPart& part) const {
        const auto name = small_letters(value());
        for (auto i = open.size(); i-- > 0;) {
            if (open[i] != name) { continue; }
            part.cut_off = part.cut_off || i + 1 != open.size();
            open.resize(i);
            return;
        }
        part.cut_off = true;
    }

    void keep(const CalendarPart& part, const std::string& kind) {
        if (kind == "vevent") {
            outline_.events.push_back(part);
        } else if (kind == "vtimezone") {
            outline_.zones.push_back(part);
        } else {
            outline_.others[kind].push_back(part.line);
        }
    }

    std::string_view text_;
    ContentLines lines_;
    ContentLine line_;
    bool again_ = false;
    CalendarOutline outline_;
};

}  // namespace

CalendarOutline outline_of(std::string_view text) {
    if (text.size() > kLargestCalendar) {
        throw misuse(
            "the file is too large: calendars of up to " + std::to_string(kLargestCalendar >> 20U) + " MB are read",
            "export a part of it, a year say");
    }
    return Outliner{text}.read();
}

}  // namespace practice::ical
