// SPDX-License-Identifier: MIT
#include "cli/backup_folder.h"

#include <algorithm>
#include <system_error>

#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kEnd = ".db";
constexpr std::size_t kTimeLength = 15;  // 2026-11-23T0800

std::string two_digits(std::int64_t number) {
    return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

struct DatedName {
    std::string time;
    std::int64_t number = 1;
    auto operator<=>(const DatedName&) const = default;
};

std::optional<DatedName> read_name(std::string_view name, std::string_view stem) {
    if (!name.starts_with(stem) || !name.ends_with(kEnd)) { return std::nullopt; }
    name.remove_prefix(stem.size());
    if (!name.starts_with('-') || name.size() < 1 + kTimeLength + kEnd.size()) { return std::nullopt; }
    name = name.substr(1, name.size() - 1 - kEnd.size());
    const auto time = name.substr(0, kTimeLength);
    if (!parse_iso_date(time.substr(0, 10)) || time[10] != 'T' || !all_digits(time.substr(11))) { return std::nullopt; }
    if (name.size() == kTimeLength) { return DatedName{std::string{time}, 1}; }
    const auto number = name.substr(kTimeLength);
    constexpr std::size_t most_digits = 5;
    if (number.front() != '-' || number.size() > 1 + most_digits || !all_digits(number.substr(1))) {
        return std::nullopt;
    }
    return DatedName{std::string{time}, std::stoll(std::string{number.substr(1)})};
}

}  // namespace

std::string dated_name(std::string_view stem, LocalTime at, int number) {
    const auto time = time_of_day(at);
    const auto hours = std::chrono::duration_cast<std::chrono::hours>(time);
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(time - hours);
    std::string name{stem};
    name += "-" + to_string(date_of(at)) + "T" + two_digits(hours.count()) + two_digits(minutes.count());
    if (number > 1) { name += "-" + std::to_string(number); }
    return name;
}

std::string backup_name(std::string_view stem, LocalTime at, int number) {
    return dated_name(stem, at, number).append(kEnd);
}

fs::path free_backup_name(const fs::path& folder, std::string_view stem, LocalTime at) {
    std::error_code ignored;
    int number = 1;
    while (fs::exists(fs::symlink_status(folder / backup_name(stem, at, number), ignored))) { ++number; }
    return folder / backup_name(stem, at, number);
}

bool is_backup_name(std::string_view name, std::string_view stem) {
    return read_name(name, stem).has_value();
}

std::vector<fs::path> backups_to_remove(const fs::path& made, std::string_view stem, std::size_t kept) {
    std::vector<std::pair<DatedName, fs::path>> others;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator{made.parent_path(), error}) {
        const auto name = entry.path().filename();
        const auto dated = read_name(name.string(), stem);
        std::error_code unknown;
        if (dated && name != made.filename() && fs::is_regular_file(entry.symlink_status(unknown))) {
            others.emplace_back(*dated, entry.path());
        }
    }
    if (error) {
        throw Refusal{RefusalKind::failure,
                      "the backup was made, but the older ones cannot be listed: " + error.message(),
                      "make the folder readable for you"};
    }
    std::ranges::sort(others);
    std::vector<fs::path> removed;
    for (std::size_t i = 0; i + kept <= others.size(); ++i) { removed.push_back(others[i].second); }
    return removed;
}

}  // namespace practice::cli
