// SPDX-License-Identifier: MIT
#include "app/client_index.h"

#include <algorithm>

namespace practice::app {

ClientIndex::ClientIndex(const std::vector<Client>& clients) {
    for (const auto& client : clients) {
        for (auto& word : index_words(client.name.folded)) { entries_.push_back({std::move(word), &client}); }
    }
    std::ranges::sort(entries_, {}, &Entry::word);
}

std::vector<const Client*> ClientIndex::candidates(const NameQuery& query) const {
    std::vector<const Client*> found;
    const auto& word = query.first_word();
    if (word.empty()) { return found; }
    auto at = std::ranges::lower_bound(entries_, word, {}, &Entry::word);
    for (; at != entries_.end() && at->word.starts_with(word); ++at) { found.push_back(at->client); }
    std::ranges::sort(found, {}, [](const Client* client) { return client->id; });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace practice::app
