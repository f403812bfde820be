// SPDX-License-Identifier: MIT
#include "app/import/import_options.h"

#include "app/problems.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"

namespace practice::app {

ClashPolicy policy_of(const SessionWords& words, ClashPolicy of_file) {
    Problems problems;
    if (words.on_conflict && !says_none(*words.on_conflict)) {
        const auto read = [&] {
            if (const auto one = parse_on_conflict(*words.on_conflict)) { return *one; }
            throw misuse(practice::quoted(*words.on_conflict) + " is not what to do about a clash",
                         "use refuse, skip or allow");
        };
        if (const auto one = problems.attempt(read, "on-conflict")) { of_file.otherwise = *one; }
    }
    if (words.allow && !says_none(*words.allow)) {
        const auto read = [&] {
            allow_kinds(of_file, *words.allow);
            return true;
        };
        static_cast<void>(problems.attempt(read, "allow"));
    }
    problems.raise_if_any();
    return of_file;
}

}  // namespace practice::app
