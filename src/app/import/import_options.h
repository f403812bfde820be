// SPDX-License-Identifier: MIT
// What is said of an import as a whole.
#pragma once

#include "app/booking/session_words.h"
#include "practice/clash_policy.h"

namespace practice::app {

struct ImportOptions {
    ClashPolicy policy = {};
    /// Rows that are wrong are left out, the others are imported.
    bool keep_going = false;
    bool mirror = false;
    /// Somebody is to be asked before `mirror` cancels many (ImportSink::cancelling).
    bool asks_before_cancelling = false;
    /// What was changed here since is put back to what the file says.
    bool as_file = false;
    bool create_clients = false;
    /// What is said on the command line of rows that do not say it.
    SessionWords defaults;
};

/// What the row says of clashes, else what is said of the file. Throws Refusal for words that mean nothing.
[[nodiscard]] ClashPolicy policy_of(const SessionWords& words, ClashPolicy of_file);

}  // namespace practice::app
