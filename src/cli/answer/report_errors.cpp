// SPDX-License-Identifier: MIT
#include "cli/answer/report_errors.h"

#include "cli/line/exit_code.h"
#include "text/fold.h"
#include "text/wording/error_text.h"

namespace practice::cli {

void complete(Problem& problem, const Invocation& invocation) {
    problem.message = with_flags(problem.message);
    problem.hint = invocation.completed(problem.hint);
    for (auto& detail : problem.details) { detail = invocation.completed(detail); }
}

std::string error_text(const Refusal& refusal, const Invocation& invocation) {
    std::string text;
    for (auto problem : refusal.problems()) {
        complete(problem, invocation);
        text += "practice: error: " + text::harmless(problem.message) + '\n';
        if (problem.place) { text += text::place_lines(*problem.place); }
        for (const auto& detail : problem.details) { text += "  " + text::harmless(detail) + '\n'; }
        if (!problem.hint.empty()) { text += "hint: " + text::harmless(problem.hint) + '\n'; }
    }
    return text;
}

std::string error_json(const Refusal& refusal, const Invocation& invocation) {
    auto problems = refusal.problems();
    for (auto& problem : problems) { complete(problem, invocation); }
    return text::error_json(name_of(exit_code(refusal.kind())), problems, refusal.clashes()) + '\n';
}

}  // namespace practice::cli
