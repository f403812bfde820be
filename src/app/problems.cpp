// SPDX-License-Identifier: MIT
#include "app/problems.h"

#include <algorithm>

namespace practice::app {

void Problems::add(const Refusal& refusal, std::string_view field) {
    if (found_.empty()) { kind_ = refusal.kind(); }
    for (auto problem : refusal.problems()) {
        if (problem.field.empty()) { problem.field = field; }
        const auto same = [&](const Problem& other) {
            return other.message == problem.message && other.details == problem.details &&
                   other.field == problem.field && !other.place && !problem.place;
        };
        if (std::ranges::none_of(found_, same)) { found_.push_back(std::move(problem)); }
    }
    clashes_.insert(clashes_.end(), refusal.clashes().begin(), refusal.clashes().end());
}

void Problems::raise_if_any(std::size_t most) const {
    if (!found_.empty()) { throw refusal(most); }
}

Refusal Problems::refusal(std::size_t most) const {
    auto shown = found_;
    if (shown.size() > most) {
        shown.resize(most);
        shown.push_back({"... and " + std::to_string(found_.size() - most) + " more like these", "", {}, {}});
    }
    return Refusal{kind_, std::move(shown)}.with_clashes(clashes_);
}

}  // namespace practice::app
