// SPDX-License-Identifier: MIT
#include "calendar_words.h"

#include <algorithm>

#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice {
namespace {

constexpr std::string_view kWords[] = {"client", "clients", "service", "professional", "room", "anything"};
constexpr std::string_view kPatternHint =
    "a pattern reads '{client}' or '{client} - {service}'; its words are {client}, {clients}, {service}, "
    "{professional}, {room} and {anything}";

}  // namespace

SummaryPattern::SummaryPattern(std::string_view text) : text_{text} {
    const auto refuse = [&](const std::string& why) {
        throw misuse("the pattern " + quoted(text_) + ' ' + why, std::string{kPatternHint});
    };
    bool has_word = false;
    for (auto rest = text; !rest.empty();) {
        const auto brace = std::min(rest.find('{'), rest.size());
        if (brace > 0) { parts_.push_back({false, small_letters(rest.substr(0, brace))}); }
        rest.remove_prefix(brace);
        if (rest.empty()) { break; }
        const auto end = rest.find('}');
        if (end == std::string_view::npos) { refuse("has a { without its }"); }
        const auto word = small_letters(trimmed(rest.substr(1, end - 1)));
        rest.remove_prefix(end + 1);
        if (std::ranges::find(kWords, word) == std::end(kWords)) { refuse("has the unknown word {" + word + '}'); }
        const auto same = [&](const Part& part) { return part.is_word && part.text == word; };
        if (word != "anything" && std::ranges::any_of(parts_, same)) { refuse("has {" + word + "} twice"); }
        if (!parts_.empty() && parts_.back().is_word) { refuse("has two words without anything between them"); }
        parts_.push_back({true, word});
        has_word = true;
    }
    if (!has_word) { refuse("has no word"); }
}

std::optional<std::map<std::string, std::string, std::less<>>> SummaryPattern::match(std::string_view summary) const {
    std::map<std::string, std::string, std::less<>> words;
    const auto small = small_letters(summary);
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const auto& part = parts_[i];
        if (!part.is_word) {  // the first one; the others are found as the end of the word before
            if (small.compare(at, part.text.size(), part.text) != 0) { return std::nullopt; }
            at += part.text.size();
            continue;
        }
        const bool last = i + 1 == parts_.size();
        auto end = last ? summary.size() : small.find(parts_[i + 1].text, at);
        // Text at the very end of the pattern is the summary's end.
        if (i + 2 == parts_.size()) {
            const auto size = parts_[i + 1].text.size();
            end = small.size() >= at + size && small.ends_with(parts_[i + 1].text) ? small.size() - size
                                                                                   : std::string::npos;
        }
        if (end == std::string::npos) { return std::nullopt; }
        const auto word = trimmed(summary.substr(at, end - at));
        if (word.empty()) { return std::nullopt; }
        if (part.text != "anything") { words.emplace(part.text, word); }
        at = end;
    }
    if (at != summary.size()) { return std::nullopt; }
    return words;
}

namespace calendars {
namespace {

const std::string* translated(const Translations& table, std::string_view text) {
    const auto found = table.find(small_letters(trimmed(text)));
    return found == table.end() ? nullptr : &found->second;
}

std::string translated_or_same(const Translations& table, std::string_view text) {
    const auto* meant = translated(table, text);
    return meant ? *meant : std::string{trimmed(text)};
}

bool fits(const EventRule& rule, std::string_view summary) {
    const auto wanted = small_letters(rule.summary);
    const auto small = small_letters(summary);
    if (wanted.ends_with('*')) { return small.starts_with(std::string_view{wanted}.substr(0, wanted.size() - 1)); }
    return small == wanted;
}

std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> list;
    for (const auto part : split(text, ';')) {
        if (!part.empty()) { list.emplace_back(part); }
    }
    return list;
}

/// "Anna Smith & Jo Ng", "A, B and C" with a semicolon for each of them.
std::vector<std::string> split_clients(std::string text) {
    for (const std::string_view between : {" and ", " & ", " + "}) {
        for (auto at = text.find(between); at != std::string::npos; at = text.find(between, at)) {
            text.replace(at, between.size(), ";");
        }
    }
    return split_list(text);
}

/// What a table has for a text may be several, between semicolons; the text itself is one.
std::vector<std::string> translated_list(const Translations& table, std::string_view text) {
    const auto* meant = translated(table, text);
    return meant ? split_list(*meant) : std::vector<std::string>{std::string{trimmed(text)}};
}

void add_clients(const std::vector<std::string>& names, const CalendarMapping& mapping, EventWords& words) {
    for (const auto& name : names) {
        for (auto& client : translated_list(mapping.clients, name)) { words.clients.push_back(std::move(client)); }
    }
}

/// False when SUMMARY fits no pattern.
bool read_summary(const ForeignEvent& event, const CalendarMapping& mapping, EventWords& words) {
    static const std::vector<SummaryPattern> usual{SummaryPattern{"{client}"}};
    for (const auto& pattern : mapping.patterns.empty() ? usual : mapping.patterns) {
        const auto found = pattern.match(event.summary);
        if (!found) { continue; }
        for (const auto& [name, text] : *found) {
            if (name == "client") { add_clients({text}, mapping, words); }
            if (name == "clients") { add_clients(split_clients(text), mapping, words); }
            if (name == "service") { words.services = translated_list(mapping.service_words, text); }
            if (name == "professional") { words.professional = translated_or_same(mapping.professionals, text); }
            if (name == "room") { words.room = translated_or_same(mapping.rooms, text); }
        }
        return true;
    }
    return false;
}

void read_professional(const ForeignEvent& event, const CalendarMapping& mapping, EventWords& words) {
    if (!words.professional.empty()) { return; }
    for (const auto& category : event.categories) {
        if (const auto* code = translated(mapping.professionals, category)) {
            words.professional = *code;
            return;
        }
    }
    for (const auto* text : {&event.organizer, &event.calendar}) {
        if (const auto* code = translated(mapping.professionals, *text)) {
            words.professional = *code;
            return;
        }
    }
    words.professional = mapping.professional;
}

void read_room(const ForeignEvent& event, const CalendarMapping& mapping, EventWords& words) {
    if (!words.room.empty()) { return; }
    if (const auto* room = translated(mapping.rooms, event.location)) {
        words.room = *room;
    } else if (mapping.location_is_room && !event.location.empty()) {
        words.room = event.location;
    } else {
        words.room = mapping.room;
        words.unknown_location = event.location;
    }
}

EventWords own_words(const ForeignWords& own) {
    EventWords words;
    words.professional = own.professional;
    words.clients = own.clients;
    words.client_numbers = own.client_numbers;
    words.practice_uid = own.practice_uid;
    words.services = own.services;
    words.modifiers = own.modifiers;
    words.room = own.room;
    words.status = own.status == "scheduled" ? std::string{} : own.status;
    return words;
}

/// "intake:2=90.00": a table knows the code, or the whole of it.
std::vector<std::string> translated_service(const Translations& table, std::string_view text) {
    const auto code_ends = text.find_first_of(":=");
    if (translated(table, text) != nullptr || code_ends == std::string_view::npos) {
        return translated_list(table, text);
    }
    auto list = translated_list(table, text.substr(0, code_ends));
    if (list.size() == 1) { return {list.front() + std::string{text.substr(code_ends)}}; }
    return {std::string{text}};
}

}  // namespace

std::optional<EventWords> words_of(const ForeignEvent& event, const CalendarMapping& mapping) {
    if (!event.own.empty()) {
        auto words = own_words(event.own);
        if (words.status.empty() && event.cancelled) { words.status = "cancelled"; }
        return words;
    }
    EventWords words;
    const auto rule = std::ranges::find_if(mapping.events, [&](const auto& one) { return fits(one, event.summary); });
    if (rule != mapping.events.end()) {
        words.leave_out = rule->leave_out;
        words.professional = rule->professional;
        words.clients = rule->clients;
        words.services = rule->services;
        words.room = rule->room;
    }
    if (words.leave_out) { return words; }
    if (words.clients.empty()) {
        EventWords said;
        if (!read_summary(event, mapping, said)) { return std::nullopt; }
        words.clients = std::move(said.clients);
        if (words.services.empty()) { words.services = std::move(said.services); }
        if (words.professional.empty()) { words.professional = std::move(said.professional); }
        if (words.room.empty()) { words.room = std::move(said.room); }
    }
    if (words.services.empty()) { words.services = mapping.services; }
    read_professional(event, mapping, words);
    read_room(event, mapping, words);
    if (event.cancelled) { words.status = "cancelled"; }
    return words;
}

}  // namespace calendars

void translate_rows(ScheduleFile& file, const CalendarMapping& mapping) {
    const auto meant = [&](std::string_view column, std::string_view text) -> std::vector<std::string> {
        if (column == "client") { return calendars::translated_list(mapping.clients, text); }
        if (column == "service") { return calendars::translated_service(mapping.service_words, text); }
        if (column == "room") { return {calendars::translated_or_same(mapping.rooms, text)}; }
        if (column == "professional") { return {calendars::translated_or_same(mapping.professionals, text)}; }
        return {};
    };
    for (auto& row : file.rows) {
        std::vector<ScheduleCell> cells;
        for (const auto& cell : row.cells) {
            const auto texts = meant(file.columns[cell.column], cell.text);
            if (texts.empty()) { cells.push_back(cell); }
            for (const auto& text : texts) {
                cells.push_back({cell.column, text == cell.text ? cell.text : file.texts.keep(text)});
            }
        }
        row.cells = std::move(cells);
    }
}

}  // namespace practice
