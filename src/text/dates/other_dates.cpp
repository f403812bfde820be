// SPDX-License-Identifier: MIT
#include "text/dates/other_dates.h"

#include <ctime>
#include <optional>

#include "practice/civil_time.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::text {
namespace {

constexpr std::string_view kDateParts = "YymdebBaADF%";
constexpr std::string_view kTimeParts = "HkIlMSpTR";
constexpr int kUnset = -1;
constexpr int kFirstYearOfTm = 1900;

Refusal no_format(std::string_view format, const std::string& why) {
    return misuse(practice::quoted(format) + " is no date format: " + why,
                  "for example --date-format '%m/%d/%Y %H:%M', or '%d.%m.%Y'");
}

/// The time as the format has it; nullopt for a text of another form. What the format leaves out is kUnset.
std::optional<std::tm> read(const std::string& text, const std::string& format) {
    std::tm out{};
    out.tm_year = out.tm_mon = out.tm_mday = out.tm_hour = out.tm_min = out.tm_sec = kUnset;
    const char* const end = ::strptime(text.c_str(), format.c_str(), &out);
    if (end == nullptr || *end != '\0') { return std::nullopt; }
    return out;
}

std::string two_digits(int number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

}  // namespace

DateFormat::DateFormat(std::string_view format) : whole_{trimmed(format)} {
    constexpr std::size_t longest = 100;
    if (whole_.size() > longest) { throw no_format(format, "it is too long"); }
    std::optional<std::size_t> time_at;
    std::size_t last_date = 0;
    for (std::size_t i = 0; i < whole_.size(); ++i) {
        if (whole_[i] != '%') { continue; }
        const char part = i + 1 < whole_.size() ? whole_[i + 1] : ' ';
        if (kTimeParts.find(part) != std::string_view::npos) {
            if (!time_at) { time_at = i; }
        } else if (kDateParts.find(part) != std::string_view::npos) {
            last_date = i + 2;
        } else {
            throw no_format(format, std::string{"%"} + part + " is not known");
        }
        ++i;
    }
    has_time_ = time_at.has_value();
    if (time_at && last_date <= *time_at) { date_ = whole_.substr(0, last_date); }
    // 31 December of a year with two digits and four: a format that reads back its own date has all of it.
    std::tm sample{};
    sample.tm_year = 2026 - kFirstYearOfTm;
    sample.tm_mon = 11;
    sample.tm_mday = 31;
    sample.tm_wday = 4;
    std::string written(longest * 4, '\0');
    written.resize(std::strftime(written.data(), written.size(), whole_.c_str(), &sample));
    const auto again = read(written, whole_);
    if (!again || again->tm_year != sample.tm_year || again->tm_mon != sample.tm_mon ||
        again->tm_mday != sample.tm_mday) {
        throw no_format(format, "it has no whole date");
    }
    if (has_time_ && (again->tm_hour == kUnset)) { throw no_format(format, "it has minutes without hours"); }
}

std::string DateFormat::to_iso(std::string_view text) const {
    const std::string plain{trimmed(text)};
    auto time = read(plain, whole_);
    if (!time && !date_.empty()) { time = read(plain, date_); }
    const auto date = time ? make_date(time->tm_year + kFirstYearOfTm, static_cast<unsigned>(time->tm_mon + 1),
                                       static_cast<unsigned>(time->tm_mday))
                           : std::nullopt;
    if (!date) {
        throw misuse(practice::quoted(text) + (time ? " is no date that there is" : " is not of the form " + whole_),
                     time ? "check the day and the month" : "change --date-format or the file");
    }
    auto out = to_string(*date);
    if (time->tm_hour == kUnset) { return out; }
    out += ' ' + two_digits(time->tm_hour) + ':' + two_digits(time->tm_min == kUnset ? 0 : time->tm_min);
    if (time->tm_sec > 0) { out += ':' + two_digits(time->tm_sec); }
    return out;
}

}  // namespace practice::text
