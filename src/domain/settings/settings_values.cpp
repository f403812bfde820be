// SPDX-License-Identifier: MIT
#include "domain/settings/settings_values.h"

#include <algorithm>

#include "practice/keyword.h"
#include "practice/person_name.h"
#include "practice/plain_text.h"
#include "practice/zone_lookup.h"

namespace practice {
namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_code(std::string_view text) {
    constexpr std::size_t longest = 32;
    return !text.empty() && text.size() <= longest && (is_letter(text[0]) || is_digit(text[0])) &&
           std::all_of(text.begin(), text.end(),
                       [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.'; });
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    constexpr std::size_t longest = 254;
    return text.size() <= longest && at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos &&
           text.find_first_of(" \t,;<>()[]\"'\\") == std::string_view::npos;
}

bool is_link(std::string_view text) {
    const auto scheme = small_letters(text.substr(0, 8));
    const bool web = scheme.starts_with("https://") || scheme.starts_with("http://");
    const auto host = text.find("//") + 2;
    return web && host < text.size() && text[host] != '/' &&
           text.find_first_of(" \t\"'<>\\^`{|}") == std::string_view::npos;
}

}  // namespace

bool clears(const Written& written) {
    return trimmed(written.text).empty() || says_none(written.text) || is_keyword(written.text, "null");
}

std::string did_you_mean(std::string_view text, const std::vector<std::string>& candidates) {
    const auto meant = nearest(text, candidates);
    if (meant.empty()) { return {}; }
    std::string out = "did you mean " + meant.front();
    for (std::size_t i = 1; i < meant.size(); ++i) { out += (i + 1 == meant.size() ? " or " : ", ") + meant[i]; }
    return out + "?";
}

void SettingsValues::problem(Spot at, std::string message, std::string hint) {
    Problem problem{std::move(message), std::move(hint), std::nullopt, {}};
    if (at.line > 0) { problem.place = Place{{}, at.line, at.column, {}}; }
    problems_.push_back(std::move(problem));
}

void SettingsValues::add(Spot at, const Refusal& refusal) {
    for (const auto& one : refusal.problems()) { problem(at, one.message, one.hint); }
}

void SettingsValues::text(const Given& given, std::string_view what, std::string& field, std::size_t most_bytes) {
    if (!given) { return; }
    attempt(given->spot, [&] {
        world_.check_text(given->text, what, most_bytes);
        field = clears(*given) ? std::string{} : std::string{trimmed(given->text)};
    });
}

void SettingsValues::name(const Given& given, std::string_view what, SearchName& field) {
    if (!given) { return; }
    const auto word = trimmed(given->text);
    if (word.empty()) { return problem(given->spot, std::string{what} + " is empty"); }
    if (says_none(word)) { return problem(given->spot, std::string{what} + " cannot be 'none'"); }
    attempt(given->spot, [&] {
        constexpr std::size_t longest = 200;
        world_.check_text(word, what, longest);
        field = world_.search_name(word);
    });
}

void SettingsValues::code(const Given& given, std::string_view what, std::string& field, bool number_alone) {
    if (!given) { return; }
    const auto word = trimmed(given->text);
    const std::string hint = "use up to 32 letters, digits, '-', '_' and '.', without spaces";
    if (word.empty()) { return problem(given->spot, std::string{what} + " is empty", hint); }
    if (!is_code(word)) { return problem(given->spot, quoted(word) + " cannot be " + std::string{what}, hint); }
    if (says_none(word) || (!number_alone && all_digits(word))) {
        return problem(given->spot, quoted(word) + " cannot be " + std::string{what}, "use a short word, such as lee");
    }
    field = word;
}

void SettingsValues::email(const Given& given, std::string& field) {
    if (!given) { return; }
    if (!clears(*given) && !is_email(trimmed(given->text))) {
        return problem(given->spot, quoted(given->text) + " is not an email address", "type it as name@example.com");
    }
    text(given, "the email", field);
}

void SettingsValues::phone(const Given& given, std::string& field) {
    if (!given) { return; }
    const bool has_digit = std::any_of(given->text.begin(), given->text.end(), is_digit);
    if (!clears(*given) && !has_digit) { return problem(given->spot, quoted(given->text) + " is not a phone number"); }
    constexpr std::size_t longest = 60;
    text(given, "the phone number", field, longest);
}

void SettingsValues::link(const Given& given, std::string& field) {
    if (!given) { return; }
    if (!clears(*given) && !is_link(trimmed(given->text))) {
        return problem(given->spot, quoted(given->text) + " is not a link", "begin it with https://");
    }
    constexpr std::size_t longest = 2000;
    text(given, "the link", field, longest);
}

void SettingsValues::time_zone(const Given& given, std::string& field, bool may_be_cleared) {
    if (!given) { return; }
    if (may_be_cleared && clears(*given)) {
        field.clear();
        return;
    }
    const auto word = trimmed(given->text);
    if (const auto* zone = known_zone(*world_.zones, word)) {
        field = zone->name();
        return;
    }
    auto hint = did_you_mean(word, world_.zones->names());
    if (hint.empty()) { hint = "use a name such as America/New_York or Europe/Berlin"; }
    problem(given->spot, quoted(word) + " is not a time zone", std::move(hint));
}

void SettingsValues::yes_or_no(const Given& given, std::string_view what, bool& field) {
    if (!given) { return; }
    const auto word = small_letters(trimmed(given->text));
    if (word == "yes" || word == "true" || word == "on") {
        field = true;
    } else if (word == "no" || word == "false" || word == "off" || clears(*given)) {
        field = false;
    } else {
        problem(given->spot, std::string{what} + " cannot be " + quoted(given->text), "use yes or no");
    }
}

void SettingsValues::number(const Given& given, std::string_view what, int least, int most, int& field) {
    if (!given) { return; }
    const auto word = trimmed(given->text);
    constexpr std::size_t most_digits = 6;
    if (all_digits(word) && word.size() <= most_digits) {
        const int value = std::stoi(std::string{word});
        if (value >= least && value <= most) {
            field = value;
            return;
        }
    }
    problem(given->spot, std::string{what} + " cannot be " + quoted(given->text),
            "use a whole number from " + std::to_string(least) + " to " + std::to_string(most));
}

void SettingsValues::number_or_usual(const Given& given, std::string_view what, const UsualNumber& range, int& field) {
    if (given && clears(*given)) {
        field = range.usual;
    } else {
        number(given, what, range.least, range.most, field);
    }
}

void SettingsValues::price(const Given& given, std::string_view what, Currency currency, Money& field) {
    if (!given) { return; }
    if (trimmed(given->text).empty()) {
        return problem(given->spot, std::string{what} + " is empty", "use 0 for free of charge");
    }
    attempt(given->spot, [&] { field = parse_money(given->text, currency); });
}

std::optional<std::size_t> SettingsValues::choice(const Given& given, std::string_view what,
                                                  const std::vector<std::string>& choices) {
    if (!given) { return std::nullopt; }
    auto word = small_letters(trimmed(given->text));
    std::replace(word.begin(), word.end(), '_', '-');
    std::replace(word.begin(), word.end(), ' ', '-');
    const auto found = std::find(choices.begin(), choices.end(), word);
    if (found != choices.end()) { return static_cast<std::size_t>(found - choices.begin()); }
    const auto meant = nearest(word, choices, 1);
    std::string hint = meant.empty() ? "use " : "did you mean " + meant.front() + "? use ";
    for (std::size_t i = 0; i < choices.size(); ++i) { hint += (i == 0 ? "" : " or ") + choices[i]; }
    problem(given->spot, std::string{what} + " cannot be " + quoted(given->text), std::move(hint));
    return std::nullopt;
}

}  // namespace practice
