// SPDX-License-Identifier: MIT
#include "app/settings/same_name.h"

#include "practice/refusal.h"
#include "text/fold.h"

namespace practice::app {

void refuse_same_name(std::string_view name, const Directory& directory, std::string_view not_done,
                      const Client* present) {
    const NameQuery wanted{text::search_name(name)};
    if (present != nullptr && wanted.is_same(present->name)) { return; }
    Problem problem;
    std::string first;
    for (const auto& client : directory.clients()) {
        if (!wanted.is_same(client.name)) { continue; }
        if (first.empty()) { first = std::to_string(client.id.value); }
        problem.details.push_back(candidate_line(client, directory) + (client.archived ? ", archived" : ""));
    }
    if (problem.details.empty()) { return; }
    problem.message = "there is a client of that name already; nothing was " + std::string{not_done};
    problem.hint = "if this is another person, add `allow-duplicate`; else see: practice client show " + first;
    throw Refusal{RefusalKind::misuse, std::move(problem)};
}

}  // namespace practice::app
