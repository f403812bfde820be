// SPDX-License-Identifier: MIT
#include "app/backup/backup_folder.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <compare>
#include <map>
#include <system_error>
#include <tuple>

#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kTime = "2026-11-23T130000Z";
constexpr std::string_view kEarlierTime = "2026-11-23T0800";
constexpr std::int64_t kMostOfOneSecond = 999;

std::string digits(std::int64_t number, std::size_t width) {
    auto text = std::to_string(number);
    if (text.size() < width) { text.insert(0, width - text.size(), '0'); }
    return text;
}

std::string time_in_name(Instant at) {
    const LocalTime utc{at.time_since_epoch()};
    const std::chrono::hh_mm_ss time{time_of_day(utc)};
    return to_string(date_of(utc)) + "T" + digits(time.hours().count(), 2) + digits(time.minutes().count(), 2) +
           digits(std::chrono::duration_cast<std::chrono::seconds>(time.seconds()).count(), 2) + "Z";
}

/// In the order of age. Those of earlier versions, named after the minute on the practice's clock, are the older ones.
struct DatedName {
    bool earlier_version = false;
    std::string time;
    std::int64_t number = 1;

    friend bool operator<(const DatedName& a, const DatedName& b) {
        return std::tuple{!a.earlier_version, a.time, a.number} < std::tuple{!b.earlier_version, b.time, b.number};
    }
};

/// Like the sample: digits where it has digits.
bool looks_like(std::string_view text, std::string_view sample) {
    return std::ranges::equal(text, sample, [](char c, char of_sample) {
        const auto is_digit = [](char one) { return one >= '0' && one <= '9'; };
        return is_digit(of_sample) ? is_digit(c) : c == of_sample;
    });
}

std::optional<DatedName> read_name(std::string_view name, std::string_view stem, std::string_view end = kBackupEnd) {
    if (!name.starts_with(stem) || !name.ends_with(end)) { return std::nullopt; }
    name.remove_prefix(stem.size());
    if (!name.starts_with('-') || name.size() < 1 + end.size()) { return std::nullopt; }
    name = name.substr(1, name.size() - 1 - end.size());
    const bool earlier = !looks_like(name.substr(0, kTime.size()), kTime);
    const auto time = name.substr(0, (earlier ? kEarlierTime : kTime).size());
    if (earlier && !looks_like(time, kEarlierTime)) { return std::nullopt; }
    if (!parse_iso_date(time.substr(0, 10))) { return std::nullopt; }
    auto number = name.substr(time.size());
    if (earlier && number.empty()) { return DatedName{true, std::string{time}, 1}; }
    constexpr std::size_t most_digits = 5;
    if (!number.starts_with('-') || number.size() > 1 + most_digits || !all_digits(number.substr(1))) {
        return std::nullopt;
    }
    return DatedName{earlier, std::string{time}, std::stoll(std::string{number.substr(1)})};
}

LocalTime clock_of(const DatedName& name) {
    const auto number = [&](std::size_t at) { return std::stoi("0" + name.time.substr(at, 2)); };
    constexpr std::size_t hours = 11;
    constexpr std::size_t minutes = 13;
    constexpr std::size_t seconds = 15;
    LocalTime time = parse_iso_date(name.time.substr(0, 10)).value_or(Date{}) + std::chrono::hours{number(hours)} +
                     std::chrono::minutes{number(minutes)};
    if (!name.earlier_version) { time += std::chrono::seconds{number(seconds)}; }
    return time;
}

/// A second, and a number within it: what a name says.
struct Place {
    Instant second;
    std::int64_t number = 0;

    friend auto operator<=>(const Place&, const Place&) = default;

    [[nodiscard]] Place next() const {
        return number < kMostOfOneSecond ? Place{second, number + 1} : Place{second + std::chrono::seconds{1}, 1};
    }
};

/// By name, that of an earlier version lies before all of the next minute, whatever clock it is on.
Place place_of(const DatedName& name) {
    const Instant second{clock_of(name).time_since_epoch()};
    if (name.earlier_version) { return {second + std::chrono::minutes{1}, 0}; }
    return {second, name.number};
}

/// Of what lies beside a database and would be taken for its own, the name of that database.
std::string_view whose(std::string_view name) {
    for (const std::string_view beside : {"-journal", "-wal"}) {
        if (name.ends_with(beside)) { name.remove_suffix(beside.size()); }
    }
    return name;
}

}  // namespace

fs::path next_dated_name(const fs::path& folder, std::string_view stem, std::string_view end, Instant at,
                         const Counts& counts) {
    std::multimap<Place, fs::path> there;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator{folder, ignored}) {
        const auto file = entry.path().filename().string();
        if (const auto name = read_name(whose(file), stem, end)) { there.emplace(place_of(*name), entry.path()); }
    }
    Place place{at, 1};
    // From the last one on: of most folders, none has to be looked at.
    for (auto last = there.rbegin(); last != there.rend() && last->first >= place; ++last) {
        if (counts(last->second)) { place = last->first.next(); }
    }
    // No name of that second is given again, whosever it is: it may be a damaged one of this practice.
    for (const auto& [taken, file] : there) {
        if (taken.second == place.second && taken >= place) { place = taken.next(); }
    }
    return folder / (std::string{stem} + "-" + time_in_name(place.second) + "-" + digits(place.number, 3)).append(end);
}

bool is_backup_name(std::string_view name, std::string_view stem) {
    return read_name(name, stem).has_value();
}

std::vector<fs::path> dated_files(const fs::path& folder, std::string_view stem) {
    std::vector<std::pair<DatedName, fs::path>> dated;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{folder, error}) {
        const auto name = read_name(entry.path().filename().string(), stem);
        std::error_code unknown;
        if (name && fs::is_regular_file(entry.symlink_status(unknown))) { dated.emplace_back(*name, entry.path()); }
    }
    if (error) {
        throw Refusal{RefusalKind::failure,
                      "the backups in '" + folder.string() + "' cannot be listed: " + error.message(),
                      "make the folder readable for you"};
    }
    std::ranges::sort(dated, [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<fs::path> files;
    for (auto& [name, file] : dated) { files.push_back(std::move(file)); }
    return files;
}

std::vector<AgedFile> files_by_age(const fs::path& folder, std::string_view stem, const TimeZone& zone) {
    std::vector<AgedFile> files;
    const auto dated = dated_files(folder, stem);
    for (auto file = dated.rbegin(); file != dated.rend(); ++file) {
        const auto name = read_name(file->filename().string(), stem).value_or(DatedName{});
        const auto clock = clock_of(name);
        files.push_back({*file, name.earlier_version ? zone.to_instant(clock) : Instant{clock.time_since_epoch()}});
    }
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator{folder, ignored}) {
        struct stat status {};
        if (read_name(entry.path().filename().string(), stem)) { continue; }
        if (::lstat(entry.path().c_str(), &status) != 0 || !S_ISREG(status.st_mode)) { continue; }
        files.push_back({entry.path(), Instant{std::chrono::seconds{status.st_mtime}}});
    }
    std::ranges::stable_sort(files, [](const AgedFile& a, const AgedFile& b) { return a.made > b.made; });
    return files;
}

std::vector<fs::path> backups_to_remove(const fs::path& made, std::string_view stem, std::size_t kept,
                                        const Counts& counts) {
    const auto own = read_name(made.filename().string(), stem);
    auto files = dated_files(made.parent_path(), stem);
    std::erase_if(files, [&](const fs::path& file) { return file.filename() != made.filename() && !counts(file); });
    const auto later = std::ranges::find_if(files, [&](const fs::path& file) {
        const auto name = read_name(file.filename().string(), stem);
        return !own || !name || !(*name < *own);
    });
    const auto newer = static_cast<std::size_t>(std::ranges::count_if(
        later, files.end(), [&](const fs::path& file) { return file.filename() != made.filename(); }));
    files.erase(later, files.end());
    const auto removed = files.size() - std::min(files.size(), kept - std::min(kept, newer + 1));
    files.resize(removed);
    return files;
}

}  // namespace practice::app
