// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstdlib>

#include "practice/plain_text.h"
#include "practice/working_hours.h"
#include "recurrence_names.h"
#include "recurrence_words.h"

namespace practice {
namespace {

constexpr std::array<std::string_view, 12> kCountingWords{"first", "second", "third",    "fourth",
                                                          "fifth", "sixth",  "seventh",  "eighth",
                                                          "ninth", "tenth",  "eleventh", "twelfth"};
constexpr std::array<std::string_view, 12> kNumberWords{"one",   "two",   "three", "four", "five",   "six",
                                                        "seven", "eight", "nine",  "ten",  "eleven", "twelve"};

std::optional<Weekday> weekday_named(std::string_view word) {
    if (const auto day = parse_weekday(word)) { return day; }
    if (word.size() > 3 && word.ends_with('s')) { return parse_weekday(word.substr(0, word.size() - 1)); }
    if (word.size() != 2) { return std::nullopt; }
    for (unsigned day = 0; day < kWeekdayCodes.size(); ++day) {
        if (small_letters(kWeekdayCodes[day]) == word) { return Weekday{day}; }
    }
    return std::nullopt;
}

/// 1 for "jan", "january"; 0 for none. At least three letters, so that "ma" is nobody's guess.
int month_named(std::string_view word) {
    if (word == "sept") { return 9; }
    for (std::size_t month = 0; word.size() >= 3 && month < kMonthNames.size(); ++month) {
        const auto name = small_letters(kMonthNames[month]);
        if (word == name || word == name.substr(0, 3)) { return static_cast<int>(month) + 1; }
    }
    return 0;
}

/// How many characters at the front are a number with its sign.
std::size_t number_length(std::string_view word) {
    const std::size_t sign = word.starts_with('-') || word.starts_with('+') ? 1 : 0;
    std::size_t end = sign;
    while (end < word.size() && is_digit(word[end])) { ++end; }
    return end == sign ? 0 : end;
}

/// 0 for what no list of days needs.
int small_number(std::string_view digits) {
    if (digits.empty() || digits.size() > 3) { return 0; }
    const bool negative = digits.starts_with('-');
    int value = 0;
    for (const char c : digits) {
        if (is_digit(c)) { value = value * 10 + (c - '0'); }
    }
    return negative ? -value : value;
}

/// Reads one list; numbers wait until the word behind them says what they count.
class DayListReader {
public:
    explicit DayListReader(Words& words) : words_{words} {}
    DayList read() {
        while (read_word()) {}
        keep_month_days();
        return std::move(list_);
    }

private:
    bool read_word() {
        const auto word = words_.peek();
        if (word.empty()) { return false; }
        if (words_.take({",", "and", "&"})) {
            after_number_ = false;
            return true;
        }
        if (words_.take({"on", "the", "of", "in", "each", "every"})) { return true; }
        if (!numbers_.empty() && words_.take({"day", "days"})) { return keep_month_days(); }
        if (word == "day" && number_named(words_.peek(1)) != 0) { return skip(); }
        if (words_.take({"month"})) { return true; }
        return read_number(word) || read_days(word) || read_month(word);
    }

    bool skip() {
        words_.skip();
        return true;
    }

    bool read_number(std::string_view word) {
        if (is_times(words_.peek(1))) { return false; }
        if (word == "last" && after_number_) {  // "2nd last", "second to last"
            numbers_.back() = -std::abs(numbers_.back());
            after_number_ = false;
            return skip();
        }
        if (word == "to" && after_number_ && words_.peek(1) == "last") { return skip(); }
        const auto number = number_named(word);
        if (number != 0) {
            numbers_.push_back(number);
            after_number_ = number > 0;
            return skip();
        }
        const auto length = number_length(word);
        const auto days = weekdays_named(word.substr(length));
        if (length == 0 || days.size() != 1) { return false; }
        const auto ordinal = small_number(word.substr(0, length));
        if (ordinal == 0) { return false; }
        keep_month_days();
        add_day();
        list_.numbered.push_back({ordinal, days.front()});  // "2tue", "-1fri"
        return skip();
    }

    bool read_days(std::string_view word) {
        const auto days = weekdays_named(word);
        const bool working = word == "weekday" || word == "weekdays" || word == "workday" || word == "workdays";
        if (days.empty()) { return false; }
        add_day();
        if (numbers_.empty()) {
            list_.weekdays.insert(list_.weekdays.end(), days.begin(), days.end());
        } else if (working) {
            list_.working_days.insert(list_.working_days.end(), numbers_.begin(), numbers_.end());
        } else if (days.size() > 1) {
            return false;
        } else {
            for (const int number : numbers_) { list_.numbered.push_back({number, days.front()}); }
        }
        numbers_.clear();
        after_number_ = false;
        return skip();
    }

    bool read_month(std::string_view word) {
        const auto month = month_named(word);
        if (month == 0) { return false; }
        keep_month_days();
        list_.months.push_back(month);
        return skip();
    }

    bool keep_month_days() {
        if (!numbers_.empty()) { add_day(); }
        list_.month_days.insert(list_.month_days.end(), numbers_.begin(), numbers_.end());
        numbers_.clear();
        after_number_ = false;
        return true;
    }

    void add_day() {
        if (!list_.months.empty()) { list_.month_before_day = true; }
    }

    Words& words_;
    DayList list_;
    std::vector<int> numbers_;
    bool after_number_ = false;  // the word before was a number that "last" may turn
};

}  // namespace

Words::Words(std::string_view text) {
    std::string word;
    for (const char c : small_letters(text) + ' ') {
        if (c != ' ' && c != '\t' && c != ',') {
            word += c;
            continue;
        }
        if (!word.empty()) { words_.push_back(std::move(word)); }
        word.clear();
        if (c == ',') { words_.emplace_back(","); }
    }
}

std::string_view Words::peek(std::size_t ahead) const {
    return at_ + ahead < words_.size() ? std::string_view{words_[at_ + ahead]} : std::string_view{};
}

bool Words::take(std::initializer_list<std::string_view> any) {
    const bool found = !at_end() && std::find(any.begin(), any.end(), peek()) != any.end();
    if (found) { ++at_; }
    return found;
}

DayList read_day_list(Words& words) {
    return DayListReader{words}.read();
}

std::vector<Weekday> weekdays_named(std::string_view word) {
    if (word == "weekday" || word == "weekdays" || word == "workday" || word == "workdays") { word = "mon-fri"; }
    if (word == "weekend" || word == "weekends") { word = "sat-sun"; }
    const auto dash = word.find('-');
    const auto first = weekday_named(word.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : weekday_named(word.substr(dash + 1));
    if (!first || !last) { return {}; }
    std::vector<Weekday> days{*first};
    while (days.back() != *last) { days.push_back(days.back() + std::chrono::days{1}); }
    return days;
}

int number_named(std::string_view word) {
    if (word == "last") { return -1; }
    for (std::size_t i = 0; i < kCountingWords.size(); ++i) {
        if (word == kCountingWords[i] || word == kNumberWords[i]) { return static_cast<int>(i) + 1; }
    }
    const auto length = number_length(word);
    const auto rest = word.substr(length);
    const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
    return length > 0 && (rest.empty() || ordinal) ? small_number(word.substr(0, length)) : 0;
}

bool is_times(std::string_view word) {
    return word == "times" || word == "time" || word == "occurrences" || word == "sessions";
}

}  // namespace practice
