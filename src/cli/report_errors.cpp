// SPDX-License-Identifier: MIT
#include "cli/report_errors.h"

#include "cli/exit_code.h"
#include "text/error_text.h"
#include "text/fold.h"

namespace practice::cli {

std::string error_text(const Refusal& refusal) {
    std::string text;
    for (const auto& problem : refusal.problems()) {
        text += "practice: error: " + text::harmless(problem.message) + '\n';
        if (problem.place) { text += text::place_lines(*problem.place); }
        for (const auto& detail : problem.details) { text += "  " + text::harmless(detail) + '\n'; }
        if (!problem.hint.empty()) { text += "hint: " + text::harmless(problem.hint) + '\n'; }
    }
    return text;
}

std::string error_json(const Refusal& refusal) {
    return text::error_json(name_of(exit_code(refusal.kind())), refusal.problems(), refusal.clashes()) + '\n';
}

}  // namespace practice::cli
