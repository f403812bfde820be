// SPDX-License-Identifier: MIT
// Which clients a name could possibly mean, found without looking at all of them: for files with a name in
// each of many rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "practice/client.h"

namespace practice::cli {

class ClientIndex {
public:
    /// Of the current clients of this list, which must stay as it is.
    explicit ClientIndex(const std::vector<Client>& clients);

    /// By id: everyone whom match_name() could find, and perhaps others.
    [[nodiscard]] std::vector<const Client*> candidates(const SearchName& query) const;

private:
    /// A place in a folded name at which a word, or a part of it behind a hyphen, begins.
    struct Beginning {
        std::string_view rest;
        const Client* client = nullptr;
    };
    void add_beginning_with(std::string_view word, std::vector<const Client*>& found) const;

    std::vector<Beginning> beginnings_;  // by their text
};

}  // namespace practice::cli
