// SPDX-License-Identifier: MIT
#include "text/calendar/calendar_style.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/fold.h"
#include "text/unicode.h"

namespace practice::text {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

bool is_morning(TimeOfDay time) {
    return time % hours{24} < hours{12};
}

std::string clock_of(TimeOfDay time, bool twelve_hours) {
    const auto minute = (std::chrono::floor<minutes>(time) % hours{1}).count();
    const auto hour = std::chrono::floor<hours>(time).count() % 24;
    if (!twelve_hours) { return fmt::format("{:02}:{:02}", hour, minute); }
    return fmt::format("{}:{:02}", hour % 12 == 0 ? 12 : hour % 12, minute);
}

std::string first_word(std::string_view name) {
    return std::string{name.substr(0, name.find(' '))};
}

/// "Anna-Lena Smith" is "A.S.": one letter for each word, with its marks.
std::string initials(std::string_view name) {
    std::string letters;
    while (!name.empty()) {
        const auto space = name.find(' ');
        const auto word = name.substr(0, space);
        if (!word.empty()) { letters.append(first_cluster(word).bytes).append("."); }
        name = space == std::string_view::npos ? std::string_view{} : name.substr(space + 1);
    }
    return letters;
}

std::string shown_client(const ClientName& client, NameStyle names) {
    switch (names) {
        case NameStyle::full: return client.name;
        case NameStyle::first: return first_word(client.name);
        case NameStyle::initials: return initials(client.name);
        case NameStyle::number: return fmt::format("#{}", client.id.value);
    }
    return client.name;
}

constexpr CalendarGlyphs kUnicode{
    "│", "─", "┌", "┬", "┐", "├", "┼", "┤", "└", "┴", "┘", "┏", "┃",
    "┗", "╺", "·", "░", "─", "▸", "²", "✓", "✗", "×", "⊗", "*",
};
constexpr CalendarGlyphs kAscii{
    "|",  "-", "+", "+", "+", "+", "+", "+", "+", "+", "+", "/", "|",
    "\\", ">", ".", "#", "-", ">", "2", "+", "!", "x", "X", "*",
};

}  // namespace

std::optional<NameStyle> parse_name_style(std::string_view text) {
    if (text == "full") { return NameStyle::full; }
    if (text == "first") { return NameStyle::first; }
    if (text == "initials") { return NameStyle::initials; }
    if (text == "number") { return NameStyle::number; }
    return std::nullopt;
}

const CalendarGlyphs& glyphs(bool ascii) {
    return ascii ? kAscii : kUnicode;
}

std::string shown_time(TimeOfDay time, bool twelve_hours) {
    return clock_of(time, twelve_hours) + (!twelve_hours ? "" : is_morning(time) ? "am" : "pm");
}

std::string shown_times(TimeOfDay from, TimeOfDay to, bool twelve_hours) {
    const bool same_half = twelve_hours && is_morning(from) == is_morning(to);
    return (same_half ? clock_of(from, true) : shown_time(from, twelve_hours)) + '-' + shown_time(to, twelve_hours);
}

std::string shown_clients(const std::vector<ClientName>& clients, NameStyle names) {
    std::string text;
    for (const auto& client : clients) { text += (text.empty() ? "" : ", ") + shown_client(client, names); }
    return harmless(text);
}

Colour colour_of(Status status) {
    switch (status) {
        case Status::scheduled: return Colour::none;
        case Status::attended: return Colour::green;
        case Status::no_show: return Colour::red;
        case Status::cancelled:
        case Status::late_cancelled: return Colour::dim;
    }
    return Colour::none;
}

std::string_view sign_of(Status status, bool ascii) {
    const auto& set = glyphs(ascii);
    switch (status) {
        case Status::scheduled: return "";
        case Status::attended: return set.attended;
        case Status::no_show: return set.no_show;
        case Status::cancelled: return set.cancelled;
        case Status::late_cancelled: return set.late_cancelled;
    }
    return "";
}

std::string fitted(std::string_view text, std::size_t columns, Colour colour, const TerminalStyle& style) {
    const auto shown = cut(text, columns, style.ascii);
    const auto used = width(shown);
    return painted(shown, colour, style) + std::string(used < columns ? columns - used : 0, ' ');
}

std::string centred(std::string_view text, std::size_t columns, Colour colour, const TerminalStyle& style) {
    const auto shown = cut(text, columns, style.ascii);
    const auto space = columns - std::min(columns, width(shown));
    return std::string(space / 2, ' ') + painted(shown, colour, style) + std::string(space - space / 2, ' ');
}

std::string repeated(std::string_view glyph, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) { text += glyph; }
    return text;
}

}  // namespace practice::text
