// SPDX-License-Identifier: MIT
// Of the directory: whose client numbers they are, who has one, and what that client was ever called.
#include <algorithm>
#include <charconv>

#include "app/directory.h"
#include "practice/plain_text.h"
#include "store/rows/settings_rows.h"
#include "text/fold.h"

namespace practice::app {

const std::string& Directory::practice_uid() const {
    if (!practice_uid_) { practice_uid_ = database_ != nullptr ? store::practice_uid(*database_) : std::string{}; }
    return *practice_uid_;
}

const Client* Directory::client_numbered(std::string_view number) const {
    std::int64_t wanted = 0;  // nobody's
    if (all_digits(number)) { std::from_chars(number.data(), number.data() + number.size(), wanted); }
    const auto& all = clients();
    const auto found = std::lower_bound(all.begin(), all.end(), wanted,
                                        [](const Client& client, std::int64_t id) { return client.id.value < id; });
    return found == all.end() || found->id.value != wanted ? nullptr : &*found;
}

bool Directory::is_called(const Client& client, std::string_view text) const {
    if (text == client.name.text) { return true; }  // nearly all of an export
    const NameQuery query{text::search_name(text)};
    if (query.level(client.name)) { return true; }
    auto known = former_names_.find(client.id.value);
    if (known == former_names_.end()) {
        auto names = database_ != nullptr ? store::former_names(*database_, client.id) : std::vector<std::string>{};
        known = former_names_.emplace(client.id.value, std::move(names)).first;
    }
    const auto is_full = [&](const SearchName& name) {
        const auto level = query.level(name);
        return level && *level <= NameLevel::full;
    };
    return std::ranges::any_of(known->second, [&](const auto& name) { return is_full(text::search_name(name)); }) &&
           std::ranges::none_of(clients(), [&](const Client& other) { return is_full(other.name); });
}

}  // namespace practice::app
