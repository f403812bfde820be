// SPDX-License-Identifier: MIT
// Questions to a person at a terminal: on standard error, answered on standard input.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"

namespace practice::cli {

/// Asks until `accept` takes the answer without a Refusal (whose message is then shown). An empty answer
/// is `default_answer` where there is one. End of input is Refusal(interrupted).
/// REQUIRES: context.interactive.
std::string ask(Context& context, std::string_view question, std::optional<std::string> default_answer,
                const std::function<void(const std::string&)>& accept);

/// What there is to choose from, as far as it is worth reading; how many that was.
std::size_t show_lines(Context& context, const std::vector<std::string>& lines);
/// Who or what an answer took.
void say(Context& context, std::string_view taken);

/// One out of a list, by a number that was shown, or by typing (part of) it; returns its index. `search` gives the
/// indices that a typed text finds.
std::size_t choose(Context& context, std::string_view question, const std::vector<std::string>& choices,
                   std::optional<std::size_t> default_choice,
                   const std::function<std::vector<std::size_t>(const std::string&)>& search);

/// A question was answered with no: nothing was done, as wished, and that is success.
struct Declined {
    std::string message;
};

/// Comes back for a yes, or with --yes. Throws Declined with `otherwise` ("nothing was changed") for a no; without a
/// terminal Refusal(misuse) naming --yes.
void confirm(Context& context, std::string_view question, const std::string& otherwise);

}  // namespace practice::cli
