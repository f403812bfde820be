// SPDX-License-Identifier: MIT
// The flags of `add` and `edit` for everything that is configured.
#pragma once

#include <vector>

#include "app/settings/entry_words.h"
#include "cli/context.h"
#include "cli/line/arguments.h"
#include "practice/settings/settings.h"

namespace practice::cli {

enum class Verb { add, edit };

[[nodiscard]] std::vector<OptionSpec> room_flags(Verb verb);
[[nodiscard]] std::vector<OptionSpec> service_flags(Verb verb);
[[nodiscard]] std::vector<OptionSpec> professional_flags(Verb verb);
[[nodiscard]] std::vector<OptionSpec> client_flags(Verb verb);

/// The flags that were given, as fields: "--name" is "name".
[[nodiscard]] EntryWords entry_words(const Arguments& arguments);
/// The option's value as written on the command line; nullopt when it was not given.
[[nodiscard]] Given given(const Arguments& arguments, std::string_view option);
/// Refusal(misuse) when `edit` was told nothing to change.
void require_a_change(const Arguments& arguments);

}  // namespace practice::cli
