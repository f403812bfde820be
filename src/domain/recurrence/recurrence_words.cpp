// SPDX-License-Identifier: MIT
// How people say a recurrence: how often, on which days, until when. What could mean two things is
// refused, with both ways of saying it.
#include "recurrence_words.h"

#include <array>
#include <optional>

#include "practice/person_name.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"
#include "recurrence_names.h"

namespace practice {
namespace {

constexpr std::string_view kForms =
    "type daily, weekdays, weekly, biweekly, monthly, yearly, 'every 2 weeks on tue,thu', 'monthly on 2nd tue', "
    "'monthly on last day', or an RRULE";

/// How often, before the days are known.
struct Step {
    Frequency frequency = Frequency::weekly;
    int interval = 1;
};

std::optional<Frequency> unit_named(std::string_view word) {
    for (const auto& name : kFrequencyNames) {
        if (word == name.unit || (word.ends_with('s') && word.substr(0, word.size() - 1) == name.unit)) {
            return name.frequency;
        }
    }
    return std::nullopt;
}

bool is_finer_than_a_day(std::string_view word) {
    for (const std::string_view finer : {"hourly", "hour", "hours", "hr", "hrs", "minutely", "minute", "minutes", "min",
                                         "mins", "secondly", "seconds", "sec", "secs"}) {
        if (word == finer) { return true; }
    }
    return false;
}

[[noreturn]] void refuse_word(std::string_view word) {
    if (is_finer_than_a_day(word)) {
        throw misuse(quoted(word) + " is finer than a day: sessions repeat by day at most",
                     "type daily, weekly, monthly or yearly, as in 'every 2 days'");
    }
    static const std::vector<std::string> known{
        "daily",    "weekdays", "weekly",  "biweekly",  "monthly", "yearly", "every", "quarterly", "fortnightly",
        "monday",   "tuesday",  "friday",  "wednesday", "sunday",  "days",   "weeks", "months",    "years",
        "thursday", "saturday", "weekday", "until",     "times",   "last",   "first"};
    const auto near = nearest(word, known, 1);
    const auto found = near.empty() || near.front() == word ? std::string{} : "did you mean '" + near.front() + "'? ";
    throw misuse("cannot read " + quoted(word) + " in the recurrence", found + std::string{kForms});
}

int checked_interval(std::string_view digits) {
    int value = 0;
    for (const char c : digits) { value = value > kLargestInterval ? value : value * 10 + (c - '0'); }
    if (value < 1 || value > kLargestInterval) {
        throw misuse("the step " + quoted(digits) + " is out of range",
                     "use 1 to " + std::to_string(kLargestInterval) + ", as in 'every 2 weeks'");
    }
    return value;
}

/// "2", "2nd", "second", "other", "a"; nullopt when the word is none.
std::optional<int> interval_named(std::string_view word) {
    if (word == "other") { return 2; }
    if (word == "a" || word == "single") { return 1; }
    if (all_digits(word)) { return checked_interval(word); }
    const auto number = number_named(word);
    return number > 0 ? std::optional{number} : std::nullopt;
}

std::optional<Step> adverb(std::string_view word) {
    for (const auto& name : kFrequencyNames) {
        if (word == name.adverb) { return Step{name.frequency, 1}; }
    }
    if (word == "annually") { return Step{Frequency::yearly, 1}; }
    if (word == "quarterly") { return Step{Frequency::monthly, 3}; }
    if (word == "biweekly" || word == "bi-weekly" || word == "fortnightly") { return Step{Frequency::weekly, 2}; }
    if (word == "bimonthly" || word == "bi-monthly") {
        throw misuse(quoted(word) + " may mean every 2 months or twice a month",
                     "type 'every 2 months' or 'monthly on 1,15'");
    }
    if (word == "biannually" || word == "bi-annually" || word == "twice") {
        throw misuse(quoted(word) + " does not say which days",
                     "type 'every 6 months', 'weekly on tue,thu' or 'monthly on 1,15'");
    }
    return std::nullopt;
}

/// "every tue,thu": the days themselves are read as part of the list.
bool begins_day_list(const Words& words) {
    return !weekdays_named(words.peek()).empty();
}

/// Behind "every", or a bare "6 weeks".
Step read_step(Words& words) {
    Step step;
    const auto counted = interval_named(words.peek());
    const bool other = words.peek() == "other";
    if (other && weekdays_named(words.peek(1)).size() > 1) {
        throw misuse("'every other " + std::string{words.peek(1)} + "' may count days or weeks",
                     "type 'every 2 weeks on mon-fri' or 'every 2 days'");
    }
    // "every 2nd tue" of each month, or every other Tuesday?
    if (counted && !other && *counted > 1 && !weekdays_named(words.peek(1)).empty()) {
        const auto day = std::string{words.peek(1)};
        throw misuse("'every " + std::string{words.peek()} + " " + day + "' may count weeks or the days of a month",
                     "type 'every " + std::to_string(*counted) + " weeks on " + day + "' or 'monthly on " +
                         std::string{words.peek()} + " " + day + "'");
    }
    if (number_named(words.peek()) < 0 && !weekdays_named(words.peek(1)).empty()) {  // "every last fri"
        step.frequency = Frequency::monthly;
        return step;
    }
    if (counted) {
        step.interval = *counted;
        words.skip();
    }
    if (const auto unit = unit_named(words.peek())) {
        step.frequency = *unit;
        words.skip();
    } else if (words.take({"fortnight", "fortnights"})) {
        step.interval *= 2;
    } else if (!begins_day_list(words)) {
        refuse_word(words.at_end() ? "every" : words.peek());
    }
    return step;
}

Step read_frequency(Words& words) {
    words.take({"repeat", "repeats"});
    words.take({"once"});
    if (const auto step = adverb(words.peek())) {
        words.skip();
        return *step;
    }
    if (words.take({"every", "each", "a"}) || all_digits(words.peek())) { return read_step(words); }
    if (begins_day_list(words)) { return {}; }
    // "2nd tue of the month", "last day of each month"
    const auto counted = words.peek(1);
    if (number_named(words.peek()) != 0 && (counted == "day" || counted == "to" || !weekdays_named(counted).empty())) {
        return {Frequency::monthly, 1};
    }
    refuse_word(words.peek());
}

[[noreturn]] void refuse_days(Frequency frequency) {
    switch (frequency) {
        case Frequency::daily:
            throw misuse("a recurrence by day takes no list of days", "type 'weekly on tue,thu' or 'monthly on 1,15'");
        case Frequency::weekly:
            throw misuse("a weekly recurrence takes weekdays only", "type 'weekly on tue,thu' or 'monthly on 2nd tue'");
        case Frequency::monthly:
            throw misuse(
                "a monthly recurrence takes either days of the month or numbered weekdays",
                "type 'monthly on 2nd tue', 'monthly on last fri', 'monthly on 1,15', 'monthly on last day' or "
                "'weekly on tue'");
        case Frequency::yearly: break;
    }
    throw misuse("a yearly recurrence takes a date or a numbered weekday of a month",
                 "type 'yearly on march 5' or 'yearly on 4th thu of november'");
}

/// Monthly and yearly: one kind of days only.
void set_days_of_month(RecurrenceRule& rule, const DayList& list) {
    const int kinds =
        (list.numbered.empty() ? 0 : 1) + (list.month_days.empty() ? 0 : 1) + (list.working_days.empty() ? 0 : 1);
    if (!list.weekdays.empty() || kinds > 1) { refuse_days(rule.frequency); }
    if (list.month_before_day && list.months.size() > 1) { refuse_days(Frequency::yearly); }
    for (const auto& day : list.numbered) {
        if (day.ordinal > 5 || day.ordinal < -5) {
            throw misuse("no month has a weekday number " + std::to_string(day.ordinal),
                         "type 1 to 5, or last, as in 'monthly on 2nd tue'");
        }
    }
    rule.by_day = list.numbered;
    rule.by_month_day = list.month_days;
    if (!list.working_days.empty()) {
        rule.by_day = working_days();
        rule.by_set_position = list.working_days;
    }
}

RecurrenceRule make_rule(const Step& step, const DayList& list, Weekday week_start) {
    RecurrenceRule rule;
    rule.frequency = step.frequency;
    rule.interval = step.interval;
    rule.by_month = list.months;
    const bool weekdays_only = list.numbered.empty() && list.month_days.empty() && list.working_days.empty();
    // "daily on mon-fri" is a weekly rule said differently.
    if (rule.frequency == Frequency::daily && rule.interval == 1 && weekdays_only && !list.weekdays.empty()) {
        rule.frequency = Frequency::weekly;
    }
    switch (rule.frequency) {
        case Frequency::daily:
            if (list.has_days()) { refuse_days(Frequency::daily); }
            break;
        case Frequency::weekly:
            if (!weekdays_only) { refuse_days(Frequency::weekly); }
            for (const auto day : list.weekdays) { rule.by_day.push_back({0, day}); }
            break;
        case Frequency::yearly:
            if (list.has_days() && list.months.empty()) { refuse_days(Frequency::yearly); }
            set_days_of_month(rule, list);
            break;
        case Frequency::monthly: set_days_of_month(rule, list); break;
    }
    // With a single weekday, too: a series that begins on another day counts from that day's week.
    rule.week_start = week_start;
    return normalized(std::move(rule));
}

void read_week_start(Words& words, RecurrenceRule& rule) {
    if (words.peek() != "weeks" || !words.peek(1).starts_with("start")) { return; }
    words.skip();
    words.skip();
    words.take({"on"});
    const auto day = weekdays_named(words.peek());
    if (day.size() != 1) { refuse_word(words.peek()); }
    words.skip();
    rule.week_start = day.front();
}

void read_end(Words& words, RecurrenceRule& rule) {
    if (words.take({"forever"})) { return; }
    if (words.take({"never"})) {
        words.take({"ends", "ending"});
        return;
    }
    if (words.take({"until", "till", "ends", "ending", "through", "thru"})) {
        words.take({"on"});
        if (words.take({"never"})) { return; }
        rule.until = parse_iso_date(words.peek());
        if (!rule.until) {
            throw misuse(quoted(words.peek()) + " is not a date", "type the last date as in 'weekly until 2027-06-30'");
        }
        words.skip();
        return;
    }
    const bool counted = words.take({"for"}) || is_times(words.peek(1));
    if (!counted) { return; }
    const auto digits = words.peek();
    if (!is_times(words.peek(1)) || number_named(digits) <= 0) {
        throw misuse("cannot read how often it takes place", "type 'weekly 12 times' or 'weekly until 2027-06-30'");
    }
    rule.count = all_digits(digits) ? checked_interval(digits) : number_named(digits);
    words.skip();
    words.skip();
}

void finish(Words& words, RecurrenceRule& rule) {
    words.take({","});
    read_week_start(words, rule);
    words.take({","});
    read_end(words, rule);
    if (!words.at_end()) { refuse_word(words.peek()); }
    rule = normalized(std::move(rule));
}

constexpr std::size_t kLongest = 1'000;

}  // namespace

RecurrenceRule parse_recurrence(std::string_view text, Weekday week_start) {
    if (looks_like_rrule(text)) {
        auto parsed = parse_rrule(text);
        if (parsed.until_time) {
            throw misuse("UNTIL has a time of day here", "use the last date alone, as in UNTIL=20270630");
        }
        return parsed.rule;
    }
    Words words{text.substr(0, kLongest)};
    if (text.size() > kLongest || words.at_end()) {
        throw misuse(words.at_end() ? "the recurrence is empty" : "the recurrence is too long", std::string{kForms});
    }
    const auto step = read_frequency(words);
    auto rule = make_rule(step, read_day_list(words), week_start);
    finish(words, rule);
    return rule;
}

RecurrenceRule parse_custom_recurrence(std::string_view every, std::string_view unit, std::string_view on,
                                       Weekday week_start) {
    Step step;
    every = trimmed(every);
    if (!every.empty()) {
        if (!all_digits(every)) {
            throw misuse("the step " + quoted(every) + " is not a number",
                         "type a whole number, as in `every 2` `unit week`");
        }
        step.interval = checked_interval(every);
    }
    const auto small = small_letters(trimmed(unit));
    const auto frequency = unit_named(small);
    if (!frequency) {
        const bool finer = is_finer_than_a_day(small);
        throw misuse(
            quoted(trimmed(unit)) + (finer ? " is finer than a day: sessions repeat by day at most" : " is no unit"),
            "type day, week, month or year, as in `every 2` `unit week`");
    }
    step.frequency = *frequency;
    Words words{on.substr(0, kLongest)};
    const auto list = read_day_list(words);
    if (!words.at_end() || on.size() > kLongest) {
        throw misuse("cannot read " + quoted(words.peek()) + " in the list of days",
                     "type weekdays, as in tue,thu; for months also 2tue, -1fri, 15, -1");
    }
    return make_rule(step, list, week_start);
}

}  // namespace practice
