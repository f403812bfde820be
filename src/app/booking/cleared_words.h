// SPDX-License-Identifier: MIT
// What the word "none" means for a session. In a change it clears what can be empty; of a new session, such a word is
// as good as not given. What a session cannot do without cannot be none.
#pragma once

#include "app/booking/session_words.h"

namespace practice::app {

/// Refusal(misuse) for a word that says none. `what`: "a room".
void refuse_none(const std::optional<std::string>& word, const std::string& what);

/// Of a new session: without the words that say none. Throws Refusal(misuse) with all that cannot.
[[nodiscard]] SessionWords without_none(SessionWords words);

}  // namespace practice::app
