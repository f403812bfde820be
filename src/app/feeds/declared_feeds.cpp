// SPDX-License-Identifier: MIT
#include "app/feeds/declared_feeds.h"

#include <algorithm>
#include <cerrno>

#include "app/cannot_write.h"
#include "app/directory.h"
#include "store/sqlite/database_file.h"
#include "text/fold.h"

namespace practice::app {
namespace {

mode_t rights_for(FeedReaders readers) {
    switch (readers) {
        case FeedReaders::nobody: break;
        case FeedReaders::group: return 0640;
        case FeedReaders::everybody: return 0644;
    }
    return 0600;
}

std::vector<DeclaredFeed> current_feeds(Office& office) {
    std::vector<DeclaredFeed> feeds;
    if (office.database && office.practice) { feeds = Directory{office}.feeds(); }
    std::erase_if(feeds, [](const DeclaredFeed& feed) { return feed.archived; });
    if (feeds.empty()) {
        throw Refusal{RefusalKind::not_found, "no feed is declared in the settings",
                      "write one into a settings file, such as 'feeds: [{name: Lakeside, file: "
                      "/srv/feeds/lakeside.ics}]', then: practice apply FILE"};
    }
    return feeds;
}

/// Its files: one, or one for each professional or room. `parts`: what their events refer to.
std::vector<Feed> read_declared(Office& office, const DeclaredFeed& declared, FeedParts& parts) {
    const store::Reading reading{*office.database};
    const Directory directory{office};
    const Feed all = declared_feed(office, declared);
    std::vector<Feed> feeds;
    if (!declared.per) {
        feeds = {all};
    } else if (*declared.per == FeedPer::room) {
        feeds = feeds_per_room(all, directory);
    } else {
        feeds = feeds_per_professional(all, directory);
    }
    const auto target = feed_path(office, declared);
    note_unchanged(office, feeds, [&](const Feed& one) { return declared.per ? file_in_folder(target, one) : target; });
    read_feeds(*office.database, feeds, parts);
    return feeds;
}

/// Of a declared feed the file is in the settings, not in the command.
class DeclaredProblems {
public:
    DeclaredProblems(const DeclaredFeed& feed, std::vector<Problem>& problems) : feed_{feed}, problems_{problems} {}

    template <class Action>
    void attempt(Action&& action) {
        try {
            action();
        } catch (const FileOfAnotherPractice& refusal) { add(refusal, {}); } catch (const CannotWrite& refusal) {
            add(refusal, refusal.error() == ENOENT ? "make its folder first" : kMakeWritable);
        } catch (const Refusal& refusal) { add(refusal, kMakeWritable); }
    }

private:
    static constexpr std::string_view kMakeWritable = "make the file and its folder writable";

    /// `instead`: of its own hint; empty: that stays.
    void add(const Refusal& refusal, std::string_view instead) {
        for (auto problem : refusal.problems()) {
            problem.message = "feed " + text::harmless(feed_.name.text) + ": " + problem.message;
            if (!instead.empty()) {
                problem.hint = std::string{instead} + ", or give the feed another file in the settings";
            }
            problems_.push_back(std::move(problem));
        }
    }

    const DeclaredFeed& feed_;
    std::vector<Problem>& problems_;
};

void write_declared(Office& office, const DeclaredFeed& declared, const FeedWriting& writing, WrittenFeeds& written) {
    FeedParts parts{*office.zones, office.now};
    const auto feeds = read_declared(office, declared, parts);  // from here on nobody is kept from writing
    const auto target = feed_path(office, declared);
    DeclaredProblems problems{declared, written.problems};
    const auto write = [&](const Feed& feed, const std::string& file) {
        problems.attempt([&] { written.files.push_back({declared.name.text, write_feed_file(feed, file, writing)}); });
    };
    if (!declared.per) { return write(feeds.front(), target); }
    problems.attempt([&] {
        if (make_feed_folder(target, writing)) { written.folders.push_back(target); }
        for (const auto& feed : feeds) { write(feed, file_in_folder(target, feed)); }
    });
}

}  // namespace

bool WrittenFeeds::changed() const {
    return !folders.empty() || std::ranges::any_of(files, [](const WrittenFeed& one) { return one.file.changed; });
}

WrittenFeeds write_declared_feeds(Office& office, ChangedFile::Mode mode) {
    const auto feeds = current_feeds(office);
    FeedWriting writing{mode, {}, true, practice_mark(*office.database)};
    WrittenFeeds written;
    for (const auto& feed : feeds) {
        writing.permissions = rights_for(feed.readers);
        write_declared(office, feed, writing, written);
    }
    if (mode == ChangedFile::Mode::only_look) {
        for (const auto& folder : written.folders) {
            office.notes("readers would be let into " + store::quoted(folder));
        }
    } else if (written.problems.empty()) {
        office.stands = "the feeds were written all the same";
    }
    return written;
}

}  // namespace practice::app
