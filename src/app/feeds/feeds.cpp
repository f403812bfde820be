// SPDX-License-Identifier: MIT
#include "app/feeds/feeds.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <type_traits>

#include "app/feeds/file_seal.h"
#include "app/version.h"
#include "practice/plain_text.h"
#include "store/journal/journal_chain.h"
#include "store/journal/keyed_digest.h"
#include "store/rows/settings_rows.h"
#include "store/sessions/session_rows.h"

namespace practice::app {
namespace {

using std::chrono::days;

constexpr days kUsuallyBehind{60};
constexpr days kUsuallyAhead{400};

/// In full, sessions take several times the room of their events.
constexpr std::size_t kSessionsAtOnce = 2'000;

template <class Id>
bool asked_for(const std::vector<Id>& ids, Id id, bool archived) {
    return ids.empty() ? !archived : std::ranges::find(ids, id) != ids.end();
}

std::string unique_name(std::set<std::string>& taken, std::string name, std::int64_t number) {
    if (!taken.insert(small_letters(name)).second) {
        name += '-' + std::to_string(number);
        taken.insert(small_letters(name));
    }
    return name;
}

Feed part(const Feed& all, std::string file_name, const std::string& of_whom) {
    Feed feed = all;
    feed.file_name = std::move(file_name);
    feed.calendar_name += " - " + of_whom;
    return feed;
}

template <class Value>
void add_field(std::string& text, const std::vector<Value>& values) {
    text += '[';
    for (const auto& value : values) {
        if constexpr (std::is_enum_v<Value>) {
            text += std::to_string(static_cast<int>(value)) + ',';
        } else {
            text += std::to_string(value.value) + ',';
        }
    }
    text += ']';
}

/// Everything that decides what a feed says. Today is part of it: time-zone data and usual windows change by the day.
std::string ingredients(const Office& office, const Feed& feed, const std::string& journal_head) {
    const auto& request = feed.request;
    std::string text{version()};
    text += ' ' + journal_head + ' ' + to_string(date_of(office.local_now().local)) + ' ' +
            std::to_string(static_cast<int>(request.privacy)) + ' ' + to_string(request.window.from) + ' ' +
            to_string(request.window.to) + (request.show_cancelled ? " with cancelled " : " without cancelled ");
    add_field(text, request.professionals);
    add_field(text, request.clients);
    add_field(text, request.rooms);
    add_field(text, request.services);
    add_field(text, request.statuses);
    return text + ' ' + feed.calendar_name;
}

}  // namespace

std::string safe_file_name(std::string_view text, std::string_view fallback) {
    std::string name;
    for (const char c : text) {
        const bool letter = ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || is_digit(c) || c == '_';
        const bool inner = !name.empty() && name.back() != '-' && name.back() != '.';
        if (letter) {
            name += c;
        } else if (inner) {
            name += c == '.' ? '.' : '-';
        }
    }
    while (!name.empty() && (name.back() == '-' || name.back() == '.')) { name.pop_back(); }
    constexpr std::size_t longest = 100;
    return name.empty() ? std::string{fallback} : name.substr(0, longest);
}

std::vector<Feed> feeds_per_professional(const Feed& all, const Directory& directory) {
    std::vector<Feed> feeds;
    std::set<std::string> taken;
    for (const auto& professional : directory.professionals()) {
        if (!asked_for(all.request.professionals, professional.id, professional.archived)) { continue; }
        const auto number = professional.id.value;
        const auto name = safe_file_name(professional.code, "professional-" + std::to_string(number));
        auto feed = part(all, unique_name(taken, name, number), professional.name.text);
        feed.request.professionals = {professional.id};
        feeds.push_back(std::move(feed));
    }
    return feeds;
}

std::vector<Feed> feeds_per_room(const Feed& all, const Directory& directory) {
    std::vector<Feed> feeds;
    std::set<std::string> taken;
    for (const auto& room : directory.rooms()) {
        if (!asked_for(all.request.rooms, room.id, room.archived)) { continue; }
        const auto number = room.id.value;
        const auto name = safe_file_name(small_letters(room.name.text), "room-" + std::to_string(number));
        auto feed = part(all, unique_name(taken, name, number), room.name.text);
        feed.request.rooms = {room.id};
        feeds.push_back(std::move(feed));
    }
    return feeds;
}

InstantSpan feed_window(const Office& office, std::string_view since, std::string_view until) {
    // A first settings file is read before there is a practice, and with it a zone.
    const auto now = office.practice ? office.local_now() : text::Now{LocalTime{office.now.time_since_epoch()}};
    const auto* zone = office.practice ? &office.zone() : nullptr;
    const auto instant = [&](LocalTime time) {
        return zone != nullptr ? zone->to_instant(time) : Instant{time.time_since_epoch()};
    };
    const LocalTime today = date_of(now.local);
    text::WindowWords from;
    text::WindowWords to;
    if (!since.empty()) { from.from = since; }
    if (!until.empty()) { to.to = until; }
    const InstantSpan span{instant(text::parse_window(from, now).from.value_or(today - kUsuallyBehind)),
                           instant(text::parse_window(to, now).to.value_or(today + kUsuallyAhead))};
    if (span.empty()) { throw misuse("the window ends before it begins", "give an until that is after since"); }
    return span;
}

Feed declared_feed(const Office& office, const DeclaredFeed& feed) {
    Feed wanted;
    wanted.calendar_name = feed.name.text;
    wanted.request = {.privacy = feed.privacy,
                      .window = feed_window(office, feed.since, feed.until),
                      .show_cancelled = feed.show_cancelled,
                      .professionals = feed.professionals,
                      .clients = feed.clients,
                      .rooms = feed.rooms,
                      .services = feed.services,
                      .statuses = {},
                      .disguise = store::keyed_digest};
    return wanted;
}

std::string feed_path(const Office& office, const DeclaredFeed& feed) {
    return (std::filesystem::path{office.database_file}.parent_path() / feed.file).string();
}

void note_unchanged(Office& office, std::vector<Feed>& feeds, const std::function<std::string(const Feed&)>& file_of) {
    const auto head = store::journal_head(*office.database);
    if (head.empty()) { return; }
    for (auto& feed : feeds) {
        feed.made_of = store::keyed_digest("feed", ingredients(office, feed, head));
        feed.unchanged_events = sealed_count(file_of(feed), feed.made_of);
    }
}

void read_feeds(store::Database& database, std::vector<Feed>& feeds, FeedParts& parts) {
    const auto unchanged = [](const Feed& feed) { return feed.unchanged_events.has_value(); };
    if (std::ranges::all_of(feeds, unchanged)) { return; }
    for (auto& feed : feeds) { feed.request.practice_uid = store::practice_uid(database); }
    const auto& first = feeds.front().request;
    store::SessionFilter filter;
    filter.from = first.window.from;
    filter.clients = first.clients;
    filter.services = first.services;
    if (feeds.size() == 1) {
        filter.professionals = first.professionals;
        filter.rooms = first.rooms;
    }
    store::each_session(database, filter, kSessionsAtOnce, [&](const Session& session) {
        for (auto& feed : feeds) {
            if (!unchanged(feed)) { add_to_feed(feed.events, session, feed.request, parts); }
        }
    });
}

}  // namespace practice::app
