// SPDX-License-Identifier: MIT
// Who of many has the same name as somebody, however it is written: without case, accents, hyphens and order. Few of
// the many are looked at.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "practice/person_name.h"

namespace practice {

class SameNames {
public:
    /// `who`: a number of the caller's.
    void add(const SearchName& name, std::size_t who);
    /// Ascending: those who are called so on the first level that has any, of NameLevel::exact_full and full.
    [[nodiscard]] std::vector<std::size_t> of(const SearchName& name) const;

private:
    struct Named {
        SearchName name;
        std::size_t who = 0;
    };
    std::vector<Named> all_;
    std::multimap<std::string, std::size_t> by_word_;  // places in all_
};

}  // namespace practice
