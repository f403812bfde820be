// SPDX-License-Identifier: MIT
// Declared feeds: what they are about refers to professionals, rooms, clients and services.
#include <algorithm>

#include "domain/settings/settings_planner.h"
#include "practice/plain_text.h"

namespace practice {
namespace {

bool is_home(const std::string& file) {
    return file.starts_with('~');
}

/// What was written for several things, each found by `find`, which tells of what it does not find.
template <class Id, class Find>
void read_list(const std::optional<std::vector<Written>>& list, std::vector<Id>& ids, Find find) {
    if (!list) { return; }
    std::vector<Id> found;
    for (const auto& written : *list) {
        if (clears(written)) { continue; }
        if (const auto id = find(written)) { found.push_back(*id); }
    }
    ids = as_stored(std::move(found));
}

template <class Thing, class Name>
std::string names_of(const std::vector<Thing>& all, const std::vector<decltype(Thing::id)>& ids, Name name) {
    std::string out;
    for (const auto& thing : all) {
        if (std::ranges::find(ids, thing.id) != ids.end()) { out += (out.empty() ? "" : ", ") + name(thing); }
    }
    return out;
}

}  // namespace

void SettingsPlanner::plan_feeds() {
    if (!settings_.feeds) { return; }
    for (const auto& entry : *settings_.feeds) {
        SearchName name;
        values_.name(entry.name, "the feed's name", name);
        if (!entry.id && !entry.name && !entry.incomplete) {
            values_.problem(entry.spot, "this feed has no name", "add name: Dana Lee's calendar");
        }
        if (!entry.id && name.text.empty()) { continue; }
        const auto at = place_of(feeds_, entry, entry.name, name.folded, "feed", DeclaredFeed{});
        if (!at) { continue; }
        if (!name.text.empty()) { feeds_.now[*at].name = name; }
        read(entry, feeds_.now[*at], feeds_.is_new(*at));
    }
    check_unique(feeds_, "feed");
    check_feed_files();
}

void SettingsPlanner::read(const FeedEntry& entry, DeclaredFeed& feed, bool is_new) {
    if (const auto level = values_.choice(entry.privacy, "privacy", {"busy", "code", "initials", "first", "full"})) {
        feed.privacy = static_cast<Privacy>(*level);
    }
    if (entry.per && clears(*entry.per)) {
        feed.per.reset();
    } else if (const auto per = values_.choice(entry.per, "per", {"professional", "room"})) {
        feed.per = static_cast<FeedPer>(*per);
    }
    if (const auto mode = values_.choice(entry.mode, "the mode", {"0600", "0640", "0644"})) {
        feed.readers = static_cast<FeedReaders>(*mode);
    }
    constexpr std::size_t longest_date = 60;
    values_.text(entry.since, "since", feed.since, longest_date);
    values_.text(entry.until, "until", feed.until, longest_date);
    if (entry.since || entry.until) {
        values_.attempt((entry.since ? entry.since : entry.until)->spot,
                        [&] { values_.world().check_window(feed.since, feed.until); });
    }
    values_.yes_or_no(entry.show_cancelled, "show-cancelled", feed.show_cancelled);
    values_.yes_or_no(entry.archived, "archived", feed.archived);
    read_feed_file(entry, feed, is_new);
    read_feed_filters(entry, feed);
}

void SettingsPlanner::read_feed_file(const FeedEntry& entry, DeclaredFeed& feed, bool is_new) {
    const std::string hint = feed.per ? "add file: /srv/feeds, a folder" : "add file: /srv/feeds/lee.ics";
    if (is_new && !entry.file && !entry.incomplete) {
        values_.problem(entry.name ? entry.name->spot : entry.spot, "feed " + feed.name.text + " has no file", hint);
    }
    constexpr std::size_t longest_path = 4000;
    values_.text(entry.file, "the file", feed.file, longest_path);
    if (!entry.file) { return; }
    const Spot spot = entry.file->spot;
    if (feed.file.empty() || feed.file == "-") {
        values_.problem(spot, "a declared feed needs a file of its own", hint);
    } else if (is_home(feed.file)) {
        values_.problem(spot, quoted(feed.file) + " would not be read as a home folder",
                        "write the folder out, such as /home/dana/feeds/lee.ics");
    } else if (!feed.per && feed.file.ends_with('/')) {
        values_.problem(spot, quoted(feed.file) + " is a folder",
                        "name a file in it, or add per: professional for one file each");
    }
}

void SettingsPlanner::read_feed_filters(const FeedEntry& entry, DeclaredFeed& feed) {
    const auto missing = [&](const Written& written, std::string_view what, const std::vector<std::string>& known) {
        auto hint = did_you_mean(written.text, known);
        if (hint.empty() && written.text.find(',') != std::string::npos) { hint = "write several as a list: [a, b]"; }
        if (hint.empty()) { hint = "add it to the " + std::string{what} + "s first"; }
        values_.problem(written.spot, "there is no " + std::string{what} + " " + quoted(written.text), hint);
    };
    const auto find = [&](auto& shelf, const Written& written, const std::string& key, std::string_view what) {
        using Id = decltype(shelf.now.front().id);
        const auto same = shelf.with_key(key);
        if (!same.empty()) { return std::optional<Id>{shelf.now[same.front()].id}; }
        std::vector<std::string> known;
        for (const auto& thing : shelf.now) { known.push_back(key_and_name(thing).first); }
        missing(written, what, known);
        return std::optional<Id>{};
    };
    const auto code = [](const Written& written) { return small_letters(trimmed(written.text)); };
    read_list(entry.professionals, feed.professionals,
              [&](const Written& written) { return find(professionals_, written, code(written), "professional"); });
    read_list(entry.rooms, feed.rooms, [&](const Written& written) {
        return find(rooms_, written, values_.world().search_name(written.text).folded, "room");
    });
    read_list(entry.services, feed.services,
              [&](const Written& written) { return find(services_, written, code(written), "service"); });
    read_list(entry.clients, feed.clients, [&](const Written& written) { return client_meant(written); });
}

std::optional<ClientId> SettingsPlanner::client_meant(const Written& written) {
    const auto text = trimmed(written.text);
    constexpr std::size_t most_digits = 18;
    if (all_digits(text) && text.size() <= most_digits) {
        const ClientId id{std::stoll(std::string{text})};
        if (clients_.with_id(id)) { return id; }
        values_.problem(written.spot, "no client has the number " + quoted(text), "see: practice client list");
        return std::nullopt;
    }
    const auto same = clients_called(values_.world().search_name(text));
    if (same.size() == 1) { return clients_.now[same.front()].id; }
    if (same.size() > 1) {
        values_.problem(written.spot, std::to_string(same.size()) + " clients are called " + quoted(text),
                        "give the number of the one you mean");
        return std::nullopt;
    }
    std::vector<std::string> known;
    for (const auto& client : clients_.now) { known.push_back(client.name.text); }
    auto hint = did_you_mean(text, known);
    if (hint.empty()) { hint = "give a number or a full name; see: practice client list"; }
    values_.problem(written.spot, "there is no client " + quoted(text), std::move(hint));
    return std::nullopt;
}

/// Two feeds in one file would replace each other for ever.
void SettingsPlanner::check_feed_files() {
    for (std::size_t i = 0; i < feeds_.size(); ++i) {
        const auto& feed = feeds_.now[i];
        if (!feeds_.naming(i).named || feed.file.empty() || feed.archived) { continue; }
        for (std::size_t j = 0; j < feeds_.size(); ++j) {
            const auto& other = feeds_.now[j];
            const bool stays = !other.archived && (feeds_.naming(j).named || !options_.prune);
            const bool told_already = feeds_.naming(j).named && j > i;
            if (i == j || !stays || told_already || other.file != feed.file) { continue; }
            values_.problem(feeds_.naming(i).spot, "feed " + other.name.text + " is written to that file already",
                            "give each feed a file of its own");
        }
    }
}

void SettingsPlanner::note_archived_feeds() {
    for (const auto& feed : plan_.feeds) {
        const auto at = feeds_.with_id(feed.id);
        if (!at || !feed.archived || feeds_.before(*at).archived) { continue; }
        plan_.notes.push_back("feed " + feed.name.text + " will not be written any more; what is in " + feed.file +
                              " stays until you remove it");
    }
}

std::string match_key(const DeclaredFeed& feed) {
    return feed.name.folded;
}
std::pair<std::string, std::string> key_and_name(const DeclaredFeed& feed) {
    return {feed.name.text, feed.name.text};
}

std::vector<Field> fields_of(const DeclaredFeed& feed, const std::vector<Professional>& professionals,
                             const std::vector<Room>& rooms, const std::vector<Client>& clients,
                             const std::vector<Service>& services) {
    return {
        {"name", feed.name.text},
        {"file", feed.file},
        {"privacy", std::string{to_string(feed.privacy)}},
        {"professional", names_of(professionals, feed.professionals, [](const auto& one) { return one.code; })},
        {"room", names_of(rooms, feed.rooms, [](const auto& one) { return one.name.text; })},
        {"client", names_of(clients, feed.clients, [](const auto& one) { return one.name.text; })},
        {"service", names_of(services, feed.services, [](const auto& one) { return one.code; })},
        {"since", feed.since},
        {"until", feed.until},
        {"show-cancelled", feed.show_cancelled ? "yes" : ""},
        {"per", feed.per ? std::string{to_string(*feed.per)} : std::string{}},
        {"mode", std::string{to_string(feed.readers)}},
        {"archived", feed.archived ? "yes" : "no"},
    };
}

}  // namespace practice
