// SPDX-License-Identifier: MIT
#include "app/booking/carried_words.h"

#include <algorithm>

#include "app/problems.h"
#include "practice/keyword.h"
#include "practice/recurrence_rule.h"
#include "practice/refusal.h"
#include "text/fold.h"

namespace practice::app {
namespace {

constexpr std::size_t kLongest = 65'536;  // what the database keeps

Refusal not_as_written(const std::string& text) {
    return misuse(
        "'" + text::harmless(text::cut(text, 40)) + "'" + " is not what 'practice export ics `privacy full`' writes",
        "export it again");
}

/// "2026-12-07T00:00:00".
std::optional<LocalTime> read_time(std::string_view text) {
    constexpr std::size_t date_size = 10;
    constexpr std::string_view form = "T00:00:00";
    if (text.size() != date_size + form.size()) { return std::nullopt; }
    const auto date = parse_iso_date(text.substr(0, date_size));
    const auto clock = text.substr(date_size);
    for (std::size_t i = 0; i < form.size(); ++i) {
        const bool fits = form[i] == '0' ? '0' <= clock[i] && clock[i] <= '9' : clock[i] == form[i];
        if (!fits) { return std::nullopt; }
    }
    const auto number = [&](std::size_t at) { return (clock[at] - '0') * 10 + (clock[at + 1] - '0'); };
    const auto hours = number(1);
    const auto minutes = number(4);
    const auto seconds = number(7);
    if (!date || hours > 23 || minutes > 59 || seconds > 59) { return std::nullopt; }
    return *date + std::chrono::hours{hours} + std::chrono::minutes{minutes} + std::chrono::seconds{seconds};
}

}  // namespace

std::optional<bool> read_length_said(const SessionWords& words) {
    if (!words.length_said) { return std::nullopt; }
    return of_field("length-said", [&] {
        const bool said = is_keyword(*words.length_said, "yes");
        if (!said && !is_keyword(*words.length_said, "no")) { throw not_as_written(*words.length_said); }
        return said;
    });
}

std::optional<FormerEnd> read_former_end(const SessionWords& words) {
    if (words.former_end.empty()) { return std::nullopt; }
    return of_field("former-end", [&] {
        std::string text;
        for (const auto& part : words.former_end) { text += (text.empty() ? "" : " ") + part; }
        auto former = text.size() > kLongest ? std::nullopt : parse_former_end(text);
        if (!former || former->count.value_or(1) > kLargestCount) { throw not_as_written(text); }
        for (auto* dates : {&former->excluded, &former->added, &former->cancelled}) {
            std::ranges::sort(*dates);
            dates->erase(std::unique(dates->begin(), dates->end()), dates->end());
        }
        return *former;
    });
}

std::vector<Yield> read_yields(const SessionWords& words, ProfessionalId professional) {
    return of_field("yields", [&] {
        std::vector<Yield> yields;
        for (const auto& text : words.yields) {
            const auto slash = std::min(text.find('/'), text.size());
            const auto from = read_time(std::string_view{text}.substr(0, slash));
            const auto to = read_time(std::string_view{text}.substr(std::min(slash + 1, text.size())));
            if (!from || !to || *from >= *to) { throw not_as_written(text); }
            yields.push_back({professional, {*from, *to}});
        }
        std::ranges::sort(yields, {}, [](const Yield& yield) { return yield.span.from; });
        return yields;
    });
}

}  // namespace practice::app
