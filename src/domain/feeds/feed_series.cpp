// SPDX-License-Identifier: MIT
#include "feed_series.h"

#include <algorithm>
#include <array>
#include <utility>

#include "practice/client_status.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "practice/rescheduling.h"

namespace practice::feeds {
namespace {

/// Readers take long lines badly: a list of dates is several.
constexpr std::size_t kDatesInALine = 100;

/// Columns whose properties are called otherwise: they were there first.
struct Renamed {
    std::string_view column;
    std::string_view property;
};
constexpr std::array<Renamed, 2> kRenamed{{{"practice-uid", "UID"}, {"client-numbers", "CLIENT-NUMBER"}}};

/// What stands behind a comma is lost to programs that take every property for a list (vobject, and with it Radicale);
/// what a backslash is, they do not agree on.
constexpr std::string_view kCoded = "%,\\";
constexpr std::string_view kHexDigits = "0123456789ABCDEF";

std::string coded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (kCoded.find(c) == std::string_view::npos) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', kHexDigits[byte >> 4U], kHexDigits[byte & 15U]};
        }
    }
    return out;
}

void add_clients(Words& words, const std::vector<ClientName>& clients) {
    for (const auto& client : clients) {
        words.emplace_back("client", client.name);
        words.emplace_back("client-numbers", std::to_string(client.id.value));
    }
}

void add_lines(Words& words, const std::vector<ServiceLine>& lines) {
    for (const auto& line : lines) {
        words.emplace_back("service", line.code + ':' + std::to_string(line.units) + '=' + to_string(line.price));
        for (const auto& modifier : line.modifiers) { words.emplace_back("modifier", line.code + '=' + modifier); }
    }
}

/// Of a row that is compared with what stands: it keeps what it is not told to take away.
void add_all_lines(Words& words, const std::vector<ServiceLine>& lines) {
    add_lines(words, lines);
    const bool plain = std::ranges::all_of(lines, [](const ServiceLine& line) { return line.modifiers.empty(); });
    if (plain) { words.emplace_back("modifier", "none"); }
}

void add_status(Words& words, const Occurrence& occurrence) {
    if (occurrence.status() != Status::scheduled) {
        words.emplace_back("status", std::string{to_string(occurrence.status())});
    }
    if (occurrence.attendance().empty()) { return; }
    for (const auto& client : occurrence.clients()) {
        words.emplace_back("client-status", std::string{to_string(status_of(occurrence, client.id))});
    }
}

Words all_words(const Session& session, const ProfessionalName& professional, const RoomName& room,
                const std::vector<ClientName>& clients, const std::vector<ServiceLine>& lines,
                const std::string& practice_uid) {
    Words words;
    if (!practice_uid.empty()) { words.emplace_back("practice-uid", practice_uid); }
    if (!session.ref.empty()) { words.emplace_back("ref", session.ref); }
    words.emplace_back("professional", professional.code);
    add_clients(words, clients);
    add_lines(words, lines);
    words.emplace_back("room", room.name);
    if (session.may_clash()) { words.emplace_back("on-conflict", "allow"); }
    return words;
}

void add_length_said(Words& words, const Session& session) {
    if (session.length_said) { words.emplace_back("length-said", *session.length_said ? "yes" : "no"); }
}

void add_dates(Words& words, const std::string& column, const std::vector<Date>& dates) {
    std::string text;
    for (std::size_t i = 0; i < dates.size(); ++i) {
        text += (text.empty() ? "" : " ") + to_string(dates[i]);
        if ((i + 1) % kDatesInALine == 0 || i + 1 == dates.size()) {
            words.emplace_back(column, text);
            text.clear();
        }
    }
}

/// The end that it had before the rest was cancelled, and which time off it gives way to.
void add_what_waits(Words& words, const Session& session) {
    if (session.former_end) {
        auto former = *session.former_end;
        auto& [count, until, excluded, added, cancelled] = former;
        const std::array<std::pair<std::string_view, std::vector<Date>>, 3> lists{
            {{"excluded", std::exchange(excluded, {})},
             {"added", std::exchange(added, {})},
             {"cancelled", std::exchange(cancelled, {})}}};
        words.emplace_back("former-end", to_string(former));
        for (const auto& [key, dates] : lists) {
            for (const auto date : dates) {
                words.emplace_back("former-end", std::string{key} + '=' + to_string(date));
            }
        }
    }
    for (const auto& yield : session.yields) {
        words.emplace_back("yields", to_string(yield.span.from) + '/' + to_string(yield.span.to));
    }
}

/// What a slot has of its own.
Words words_of(const Occurrence& occurrence, const SlotChange& change) {
    Words words;
    if (change.start) { words.emplace_back("at", to_string(*change.start)); }
    if (change.length) { words.emplace_back("length", std::to_string(change.length->count())); }
    if (change.professional) { words.emplace_back("professional", change.professional->code); }
    if (change.room) { words.emplace_back("room", change.room->name); }
    if (change.clients) { add_clients(words, *change.clients); }
    if (change.lines) { add_all_lines(words, *change.lines); }
    add_status(words, occurrence);
    return words;
}

/// Other programs write the parts of a rule in another order, and leave out those that say what is usual.
std::string even_rule(std::string_view rule) {
    std::vector<std::string> parts;
    for (const auto part : split(rule, ';')) {
        const auto small = small_letters(trimmed(part));
        if (small.empty() || small == "interval=1" || small == "wkst=mo") { continue; }
        const auto equals = small.find('=');
        auto values =
            split(std::string_view{small}.substr(equals == std::string::npos ? small.size() : equals + 1), ',');
        std::ranges::sort(values);
        std::string even = small.substr(0, equals);
        for (const auto value : values) { even.append(",").append(value); }
        parts.push_back(std::move(even));
    }
    std::ranges::sort(parts);
    std::string text;
    for (const auto& part : parts) { text += part + ';'; }
    return text;
}

std::string text_of(const SealedEvent& event) {
    std::string text = event.uid + '\n' + std::to_string(event.sequence) + ' ' + event.zone + ' ' +
                       to_string(event.start) + ' ' + to_string(event.end) + ' ' + even_rule(event.rule);
    auto excluded = event.excluded;
    std::ranges::sort(excluded);
    for (const auto time : excluded) { text += ' ' + to_string(time); }
    if (event.slot) { text += " for " + to_string(*event.slot); }
    return text + (event.cancelled ? " cancelled\n" : "\n");
}

}  // namespace

Words words_of(const Occurrence& occurrence, const std::string& practice_uid) {
    auto words = all_words(*occurrence.session, occurrence.professional(), occurrence.room(), occurrence.clients(),
                           occurrence.lines(), practice_uid);
    add_status(words, occurrence);
    if (!occurrence.slot) { add_length_said(words, *occurrence.session); }
    return words;
}

Words words_of(const Session& session, const std::string& practice_uid) {
    return all_words(session, session.professional, session.room, session.clients, session.lines, practice_uid);
}

std::vector<FeedProperty> as_properties(const Words& words) {
    std::vector<FeedProperty> properties;
    for (const auto& [column, text] : words) {
        const auto renamed = std::ranges::find(kRenamed, column, &Renamed::column);
        std::string name{renamed == kRenamed.end() ? std::string_view{column} : renamed->property};
        for (char& c : name) { c = 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
        properties.push_back({"X-PRACTICE-" + name, text});
    }
    return properties;
}

std::vector<FeedProperty> series_properties(const Session& session, const std::vector<Date>& untold,
                                            const TimeZone& zone, const std::string& practice_uid) {
    const auto& recurrence = *session.recurrence;
    auto words = words_of(session, practice_uid);
    // Where the rule counts from, as a date that it gives.
    const auto first = Recurrence{recurrence.anchor(), recurrence.rule()}.first().value_or(recurrence.anchor());
    words.emplace_back("at", to_string(LocalTime{first + time_of_day(session.start)}));
    words.emplace_back("length", std::to_string(session.length.count()));
    add_length_said(words, session);
    words.emplace_back("time-zone", session.time_zone);
    words.emplace_back("rrule", to_rrule(recurrence.rule()));
    std::vector<Date> left_out;
    std::ranges::set_union(recurrence.excluded(), untold, std::back_inserter(left_out));
    add_dates(words, "except", left_out);
    add_dates(words, "untold", untold);
    add_dates(words, "added", recurrence.added());
    add_what_waits(words, session);
    std::vector<FeedProperty> properties;
    for (const auto& [column, text] : words) {
        properties.push_back({"X-PRACTICE-SERIES", column + ' ' + coded(text)});
    }
    // What is away, beyond the end or was cancelled with the rest may come again with what it had of its own.
    auto whole = session;
    whole.recurrence = dates_without_end(session);
    for (const auto& [slot, change] : session.changes) {
        const auto occurrence = occurrence_at(whole, zone, slot);
        if (!occurrence || std::ranges::binary_search(untold, slot)) { continue; }
        for (const auto& [column, text] : words_of(*occurrence, change)) {
            properties.push_back({"X-PRACTICE-SLOT", to_string(slot) + ' ' + column + ' ' + coded(text)});
        }
    }
    return properties;
}

std::string carried_text(std::string_view value) {
    std::string text;
    for (; !value.empty(); value.remove_prefix(1)) {
        constexpr std::size_t size = 3;
        const auto coded_one = std::ranges::find_if(kCoded, [&](char c) {
            return value.substr(0, size) == coded(std::string_view{&c, 1});
        });
        text += coded_one == kCoded.end() ? value.front() : *coded_one;
        if (coded_one != kCoded.end()) { value.remove_prefix(size - 1); }
    }
    return text;
}

std::string seal(const std::vector<SealedEvent>& events, std::vector<std::string> carried) {
    for (const auto& event : events) { carried.push_back(text_of(event)); }
    std::ranges::sort(carried);
    // FNV-1a: it tells changes, and keeps no secret.
    std::uint64_t hash = 14'695'981'039'346'656'037U;
    for (const auto& text : carried) {
        for (const char c : text + '\n') {
            hash ^= static_cast<unsigned char>(c);
            hash *= 1'099'511'628'211U;
        }
    }
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (int shift = 60; shift >= 0; shift -= 4) { text += digits[(hash >> static_cast<unsigned>(shift)) & 15U]; }
    return text;
}

std::optional<DateUid> read_date_uid(std::string_view uid) {
    constexpr std::size_t size = 11;
    if (uid.size() <= size || uid[uid.size() - size] != '-') { return std::nullopt; }
    const auto date = parse_iso_date(uid.substr(uid.size() - size + 1));
    if (!date) { return std::nullopt; }
    return DateUid{uid.substr(0, uid.size() - size), *date};
}

}  // namespace practice::feeds
