// SPDX-License-Identifier: MIT
// Which of a session's several clients a change is about: --client of mark, cancel and restore.
#pragma once

#include <string>
#include <vector>

#include "app/directory.h"
#include "cli/context.h"
#include "cli/line/command.h"
#include "practice/rescheduling.h"

namespace practice::cli {

/// Found among those who take part; another client of that name is never meant. None for no words.
[[nodiscard]] std::vector<ClientId> read_members(const std::vector<std::string>& words, const Session& session,
                                                 const ChangeScope& scope, const Context& context,
                                                 const Directory& directory);

/// The row with --client for verbs that take it. `help` is a literal: the row does not copy it.
[[nodiscard]] OptionSpec member_option(std::string_view help);

}  // namespace practice::cli
