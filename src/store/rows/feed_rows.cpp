// SPDX-License-Identifier: MIT
// What a feed is about stands in one table for all kinds of things: each row names one of them.
#include <algorithm>
#include <map>

#include "practice/refusal.h"
#include "store/rows/column_values.h"
#include "store/rows/row_errors.h"
#include "store/rows/row_sql.h"
#include "store/rows/settings_rows.h"

namespace practice::store {
namespace {

void bind_all(Statement& statement, const DeclaredFeed& feed) {
    statement.bind("$id", column_or_new(feed.id));
    statement.bind("$name", feed.name.text);
    statement.bind("$name_folded", feed.name.folded);
    statement.bind("$file", feed.file);
    statement.bind("$privacy", to_string(feed.privacy));
    statement.bind_text_or_null("$since", feed.since);
    statement.bind_text_or_null("$until", feed.until);
    statement.bind("$show_cancelled", column(feed.show_cancelled));
    statement.bind_text_or_null("$per", feed.per ? to_string(*feed.per) : std::string_view{});
    statement.bind("$mode", to_string(feed.readers));
    statement.bind("$archived", column(feed.archived));
}

/// One row of feed_filters: three of the four are NULL.
struct Filter {
    std::optional<std::int64_t> professional = {};
    std::optional<std::int64_t> room = {};
    std::optional<std::int64_t> client = {};
    std::optional<std::int64_t> service = {};
};

std::vector<Filter> filters_of(const DeclaredFeed& feed) {
    std::vector<Filter> filters;
    for (const auto id : feed.professionals) { filters.push_back({.professional = id.value}); }
    for (const auto id : feed.rooms) { filters.push_back({.room = id.value}); }
    for (const auto id : feed.clients) { filters.push_back({.client = id.value}); }
    for (const auto id : feed.services) { filters.push_back({.service = id.value}); }
    return filters;
}

void save_filters(Database& database, DeclaredFeedId id, const DeclaredFeed& feed) {
    const auto filters = filters_of(feed);
    database.prepare("DELETE FROM feed_filters WHERE feed = $1 AND position >= $2")
        .bind("$1", column(id))
        .bind("$2", static_cast<std::int64_t>(filters.size()))
        .execute();
    static const auto sql = upsert_sql("feed_filters");
    auto save = database.prepare(sql.c_str());
    for (std::size_t i = 0; i < filters.size(); ++i) {
        save.bind("$feed", column(id)).bind("$position", static_cast<std::int64_t>(i));
        save.bind("$professional", filters[i].professional).bind("$room", filters[i].room);
        save.bind("$client", filters[i].client).bind("$service", filters[i].service).execute();
        save.again();
    }
}

void load_filters(Database& database, std::map<std::int64_t, DeclaredFeed>& feeds) {
    auto row =
        database.prepare("SELECT feed, professional, room, client, service FROM feed_filters ORDER BY feed, position");
    while (row.step()) {
        auto& feed = feeds.at(row.integer(0));
        if (!row.is_null(1)) { feed.professionals.push_back({row.integer(1)}); }
        if (!row.is_null(2)) { feed.rooms.push_back({row.integer(2)}); }
        if (!row.is_null(3)) { feed.clients.push_back({row.integer(3)}); }
        if (!row.is_null(4)) { feed.services.push_back({row.integer(4)}); }
    }
}

template <class Choice>
Choice chosen(std::initializer_list<Choice> choices, std::string_view column) {
    const auto found =
        std::ranges::find_if(choices, [&](Choice choice) { return std::string_view{to_string(choice)} == column; });
    if (found == choices.end()) {
        throw Refusal{RefusalKind::failure, "the database holds a feed that makes no sense", "see: practice doctor"};
    }
    return *found;
}

std::string taken(const DeclaredFeed& feed) {
    return "a feed named '" + feed.name.text + "'";
}
constexpr const char* kFeedTaken = "choose another name";

}  // namespace

std::vector<DeclaredFeed> load_feeds(Database& database) {
    using enum FeedReaders;
    std::map<std::int64_t, DeclaredFeed> feeds;
    auto row = database.prepare(
        "SELECT id, name, name_folded, file, privacy, since, until, show_cancelled, per, mode, archived FROM feeds");
    while (row.step()) {
        DeclaredFeed feed;
        feed.id = {row.integer(0)};
        feed.name = {row.string(1), row.string(2)};
        feed.file = row.string(3);
        feed.privacy =
            chosen({Privacy::busy, Privacy::code, Privacy::initials, Privacy::first, Privacy::full}, row.text(4));
        feed.since = row.string(5);
        feed.until = row.string(6);
        feed.show_cancelled = row.integer(7) != 0;
        if (!row.is_null(8)) { feed.per = chosen({FeedPer::professional, FeedPer::room}, row.text(8)); }
        feed.readers = chosen({nobody, group, everybody}, row.text(9));
        feed.archived = row.integer(10) != 0;
        feeds.emplace(feed.id.value, std::move(feed));
    }
    load_filters(database, feeds);
    std::vector<DeclaredFeed> list;
    list.reserve(feeds.size());
    for (auto& [id, feed] : feeds) { list.push_back(std::move(feed)); }
    return list;
}

DeclaredFeedId insert(Database& database, const DeclaredFeed& feed) {
    static const auto sql = insert_sql("feeds");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, feed);
    const DeclaredFeedId id{
        refusing_duplicates(taken(feed), kFeedTaken, [&] { return statement.execute_returning(); })};
    save_filters(database, id, feed);
    return id;
}

void update(Database& database, const DeclaredFeed& feed) {
    static const auto sql = update_sql("feeds");
    auto statement = database.prepare(sql.c_str());
    bind_all(statement, feed);
    refusing_duplicates(taken(feed), kFeedTaken, [&] { statement.execute(); });
    save_filters(database, feed.id, feed);
}

}  // namespace practice::store
