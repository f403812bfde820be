// SPDX-License-Identifier: MIT
#include "app/checks/findings.h"

#include <algorithm>

#include "practice/refusal.h"

namespace practice::app {

std::string_view to_string(Finding::Status status) {
    switch (status) {
        case Finding::Status::ok: return "ok";
        case Finding::Status::fixed: return "fixed";
        case Finding::Status::note: return "note";
        case Finding::Status::problem: return "problem";
    }
    return "problem";
}

void Findings::attempt(std::string_view check, const std::function<void()>& look) {
    try {
        look();
    } catch (const Refusal& refusal) {
        if (refusal.kind() == RefusalKind::busy) { throw; }
        auto hint = refusal.problems().front().hint;
        // It is this examination that others send people to.
        if (hint.find("practice doctor") != std::string::npos) { hint = "bring back a backup: practice restore FILE"; }
        fault(check, refusal.problems().front().message, std::move(hint));
    }
}

bool Findings::sound() const {
    return std::ranges::none_of(list_, [](const Finding& one) { return one.status == Finding::Status::problem; });
}

bool Findings::sound(std::string_view check) const {
    return std::ranges::none_of(
        list_, [&](const Finding& one) { return one.check == check && one.status == Finding::Status::problem; });
}

std::string some_of(const std::vector<std::string>& names) {
    constexpr std::size_t most = 8;
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < most; ++i) { text += (i == 0 ? "" : ", ") + names[i]; }
    if (names.size() > most) { text += " and " + std::to_string(names.size() - most) + " more"; }
    return text;
}

}  // namespace practice::app
