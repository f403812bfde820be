// SPDX-License-Identifier: MIT
// A verb whose answer has a form of its own is not asked for another one: that would be passed over without a word.
#pragma once

#include "cli/line/arguments.h"

namespace practice::cli {

/// Throws Refusal(misuse) where --format or --json contradicts the form in which the verb prints. With -o FILE the form
/// is the file's, and what is told of it is words.
void check_output_form(const Arguments& arguments);
/// The same for what prints in `form` because of a flag: "--template csv".
void check_output_form(const Arguments& arguments, OutputForm form, std::string_view what);

}  // namespace practice::cli
