// SPDX-License-Identifier: MIT
// What a call is refused with, as one readable line.
#pragma once

#include <string>

#include "practice/refusal.h"

namespace practice::test {

/// "message | hint"; "accepted" when nothing is thrown.
template <class Call>
[[nodiscard]] std::string refused(Call&& call) {
    try {
        (void)call();
    } catch (const Refusal& refusal) {
        const Problem& problem = refusal.problems().at(0);
        return problem.message + " | " + problem.hint;
    }
    return "accepted";
}

/// Whether the call ends with a value or a Refusal: any other exception goes through.
template <class Call>
void survives(Call&& call) {
    try {
        (void)call();
    } catch (const Refusal&) {}
}

}  // namespace practice::test
