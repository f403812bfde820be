// SPDX-License-Identifier: MIT
#include "cli/flags/calendar_request.h"

#include <algorithm>

#include "cli/answer/listing.h"
#include "text/calendar/calendar_agenda.h"
#include "text/calendar/calendar_free.h"
#include "text/format_time.h"
#include "text/session/occurrence_text.h"

namespace practice::cli {
namespace {

constexpr std::chrono::days kOneDay{1};

text::CalendarStyle calendar_style(const Arguments& arguments, const Context& context) {
    text::CalendarStyle style;
    style.terminal = context.style;
    style.agenda_command = context.command("calendar agenda");
    style.terminal.ascii = arguments.has("--ascii");
    if (const auto columns = arguments.value("--width")) {
        constexpr int least = 40;
        constexpr int most = 1000;
        style.terminal.width = static_cast<std::size_t>(text::parse_number(*columns, "--width", least, most));
    }
    const auto names = arguments.value("--names");
    const auto configured = context.configuration.get("names").value_or("full");
    style.names = text::parse_name_style(names.value_or(configured)).value_or(text::NameStyle::full);
    style.twelve_hours = context.configuration.get("time-format").value_or("24") == "12";
    style.week_starts = context.require_practice().week_starts;
    return style;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const auto& word : words) { text += (text.empty() ? "" : " ") + word; }
    return text;
}

}  // namespace

std::vector<OptionSpec> calendar_options() {
    using enum Takes;
    auto options = filter_options();
    options.push_back(
        {"--names", "STYLE", one_value, "how clients are named", "", ValueKind::choice, "full|first|initials|number"});
    options.push_back({"--ascii", "", nothing, "draw with ASCII characters only"});
    options.push_back({"--width", "COLUMNS", one_value, "so wide; the terminal's width, when not given"});
    return options;
}

OptionSpec hours_option() {
    return {"--hours", "FROM-TO", Takes::one_value,
            "show these hours, such as 7-21; what sessions and working hours need, when not given"};
}

PositionalSpec calendar_when() {
    return {
        "WHEN",     "any date in it, 'next' or 'last'; today, when not given", false, true, ValueKind::window_end, "",
        "next|last"};
}

void print_no_sessions(Context& context, DateSpan span) {
    const Date last = span.to - kOneDay;
    const auto when = span.from == last ? "on " + text::weekday_date(last)
                                        : "from " + text::weekday_date(span.from) + " to " + text::weekday_date(last);
    context.print_line("No sessions " + when + ".");
    context.print_line("Book one: " + context.command("session add --client NAME --service CODE"));
}

bool has_practice(Context& context) {
    if (context.database && context.practice) { return true; }
    if (context.format == Format::json) { print_json(context, {}); }
    if (context.format == Format::csv && !context.quiet) { context.print(text::csv_record(text::occurrence_fields())); }
    if (context.format == Format::table && !context.quiet) {
        context.print_line("There is no practice here yet. Set one up: " + context.command("apply SETTINGS.yaml"));
    }
    return false;
}

Calendar::Calendar(const Arguments& arguments, Context& context)
    : arguments_{arguments},
      context_{context},
      reading_{*context.database},
      directory_{context},
      zone_{&context.zone()},
      style_{calendar_style(arguments, context)},
      present_{context.now, context.zone().to_local(context.now)},
      filter_{read_filters(arguments, directory_)} {}

DateSpan Calendar::period(text::CalendarUnit unit) const {
    return text::parse_calendar_period(joined(arguments_.positionals()), unit, context_.local_now());
}

InstantSpan Calendar::window() const {
    Arguments words = arguments_;
    if (!words.positionals().empty()) {
        if (words.has("--from")) {
            throw misuse("the first day is given twice, as a word and with --from", "give one of them");
        }
        words.set("--from", {to_string(period(text::CalendarUnit::day).from)});
    }
    constexpr int usual_days = 7;
    const auto read = read_filter(words, context_, directory_, usual_days);
    return {*read.from, *read.to};
}

void Calendar::load(DateSpan span) {
    load(InstantSpan{zone_->to_instant(span.from), zone_->to_instant(span.to)});
    days_ = span;  // where midnight is skipped, the instants' dates may be others
}

void Calendar::load(InstantSpan window) {
    const Instant from = window.from;
    days_ = {date_of(zone_->to_local(from)), date_of(zone_->to_local(window.to - std::chrono::seconds{1})) + kOneDay};
    found_ = load_overlapping(context_, filter_, window);
    overlapping_ = text::calendar_entries(found_.list, *zone_, style_);
    for (const auto& entry : overlapping_) {
        if (entry.span().from >= from) { starting_.push_back(entry); }
    }
}

std::optional<Span<TimeOfDay>> Calendar::hours() const {
    const auto given = arguments_.value("--hours");
    return given ? std::optional{text::parse_hours(*given)} : std::nullopt;
}

std::vector<const Professional*> Calendar::professionals() const {
    const auto& wanted = filter_.sessions.professionals;
    std::vector<const Professional*> list;
    for (const auto& professional : directory_.professionals()) {
        const bool named = std::ranges::find(wanted, professional.id) != wanted.end();
        if (named || (wanted.empty() && !professional.archived)) { list.push_back(&professional); }
    }
    return list;
}

std::vector<Span<LocalTime>> Calendar::open_on(Date date) const {
    std::vector<Span<LocalTime>> open;
    for (const auto* professional : professionals()) {
        const auto spans = text::working_spans(*professional, date);
        open.insert(open.end(), spans.begin(), spans.end());
    }
    return open;
}

text::GridColumn Calendar::day_column(Date date) const {
    const auto fields = fields_of(date);
    const auto day = std::to_string(static_cast<unsigned>(fields.day()));
    text::GridColumn column;
    const std::string weekday{short_name(weekday_of(date))};
    column.title = weekday + ' ' + std::string{short_name(fields.month())} + ' ' + day;
    column.short_title = weekday + ' ' + day;
    column.date = date;
    column.open = open_on(date);
    column.entries = on(date);
    return column;
}

std::vector<const text::CalendarEntry*> Calendar::on(Date date) const {
    const InstantSpan day{zone_->to_instant(date), zone_->to_instant(date + kOneDay)};
    std::vector<const text::CalendarEntry*> entries;
    for (const auto& entry : overlapping_) {
        if (entry.span().overlaps(day)) { entries.push_back(&entry); }
    }
    return entries;
}

bool Calendar::answered_program() const {
    if (context_.quiet) {
        for (const auto& entry : starting_) { context_.print_line(entry.id); }
        return true;
    }
    if (context_.format == Format::table) { return false; }
    if (context_.format == Format::json || context_.format == Format::jsonl) {
        print_json(context_, text::agenda_json(starting_));
        return true;
    }
    const bool csv = context_.format == Format::csv;
    if (csv) { context_.print(text::csv_record(text::occurrence_fields())); }
    text::Table lines;
    for (const auto& entry : starting_) {
        const auto values = text::occurrence_values(*entry.occurrence);
        if (csv) {
            context_.print(text::csv_record(values));
            continue;
        }
        auto& line = lines.rows.emplace_back();
        for (const auto& value : values) { line.push_back({value}); }
    }
    context_.print(text::to_tsv(lines));
    return true;
}

}  // namespace practice::cli
