// SPDX-License-Identifier: MIT
#include "practice/same_names.h"

#include <set>

namespace practice {

void SameNames::add(const SearchName& name, std::size_t who) {
    for (auto& word : index_words(name.folded)) { by_word_.emplace(std::move(word), all_.size()); }
    all_.push_back({name, who});
}

std::vector<std::size_t> SameNames::of(const SearchName& name) const {
    const NameQuery query{name};
    const auto& word = query.first_word();
    if (word.empty()) { return {}; }
    std::set<std::size_t> places;
    for (auto at = by_word_.lower_bound(word); at != by_word_.end() && at->first.starts_with(word); ++at) {
        places.insert(at->second);
    }
    std::set<std::size_t> exact;
    std::set<std::size_t> same;
    for (const auto place : places) {
        const auto& one = all_[place];
        if (query.level(one.name) == NameLevel::exact_full) {
            exact.insert(one.who);
        } else if (query.is_same(one.name)) {
            same.insert(one.who);
        }
    }
    const auto& found = exact.empty() ? same : exact;
    return {found.begin(), found.end()};
}

}  // namespace practice
