// SPDX-License-Identifier: MIT
// Whatever finds a name finds it by the beginnings of its words (person_name.h): the name then has a word that
// begins with the first one asked for; or, for "Smith, Anna", with the first of either side.
#include "cli/client_index.h"

#include <algorithm>

#include "practice/plain_text.h"

namespace practice::cli {
namespace {

std::string_view first_word(std::string_view text) {
    text = trimmed(text);
    return text.substr(0, text.find(' '));
}

}  // namespace

ClientIndex::ClientIndex(const std::vector<Client>& clients) {
    for (const auto& client : clients) {
        if (client.archived) { continue; }
        const std::string_view name = client.name.folded;
        for (std::size_t at = 0; at < name.size(); ++at) {
            const bool begins = at == 0 || name[at - 1] == ' ' || name[at - 1] == '-';
            if (begins) { beginnings_.push_back({name.substr(at), &client}); }
        }
    }
    std::ranges::sort(beginnings_, {}, &Beginning::rest);
}

void ClientIndex::add_beginning_with(std::string_view word, std::vector<const Client*>& found) const {
    if (word.empty()) { return; }
    auto at = std::ranges::lower_bound(beginnings_, word, {}, &Beginning::rest);
    for (; at != beginnings_.end() && at->rest.starts_with(word); ++at) { found.push_back(at->client); }
}

std::vector<const Client*> ClientIndex::candidates(const SearchName& query) const {
    std::vector<const Client*> found;
    const std::string_view text = query.folded;
    add_beginning_with(first_word(text), found);
    if (const auto comma = text.find(','); comma != std::string_view::npos) {
        add_beginning_with(first_word(text.substr(0, comma)), found);
        add_beginning_with(first_word(text.substr(comma + 1)), found);
    }
    std::ranges::sort(found, {}, [](const Client* client) { return client->id; });
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace practice::cli
