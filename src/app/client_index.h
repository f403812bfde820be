// SPDX-License-Identifier: MIT
// Which clients a name could possibly mean, found without looking at all of them: for files with a name in
// each of many rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "practice/client.h"

namespace practice::app {

class ClientIndex {
public:
    /// Of the clients of this list, which must stay as it is.
    explicit ClientIndex(const std::vector<Client>& clients);

    /// By id: everyone whom the query can mean, and perhaps others.
    [[nodiscard]] std::vector<const Client*> candidates(const NameQuery& query) const;

private:
    struct Entry {
        std::string word;
        const Client* client = nullptr;
    };
    std::vector<Entry> entries_;  // by their words
};

}  // namespace practice::app
