// SPDX-License-Identifier: MIT
// What may stand at the end of a command line: the same rows that the parser reads say it. Nothing is changed,
// waited for or refused here; a line that makes no sense has no completions.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/line/arguments.h"

namespace practice::cli {

struct Candidate {
    std::string value;
    std::string description;
    /// Other beginnings that mean it: a name, for a code.
    std::vector<std::string> also = {};
};

/// Which value is wanted: an option's or a positional's.
struct WantedValue {
    ValueKind kind = ValueKind::plain;
    std::string_view choices;
    std::string_view offers;
};

struct LineEnd {
    explicit LineEnd(const Command& completer) : surroundings{completer} {}

    /// Null when the verb is still to be named.
    const Command* command = nullptr;
    /// The noun that is there already; "" when none is.
    std::string noun;
    /// Commands can come here.
    bool names = false;
    /// Flags can.
    bool flags = false;
    std::vector<WantedValue> values;
    /// What has been typed of the last word, as far as it is to be completed ("smi" of "--client=smi").
    std::string typed;
    /// What stands before that in the same word ("--client=").
    std::string before;
    /// Flags that may not be given again.
    std::vector<std::string_view> spent;
    /// The words of the line's own topic, for `help`.
    std::vector<std::string> positionals;
    /// --db, --config and --no-config, where the line has them.
    Arguments surroundings;
};

/// `words` without the program's name; the last one is being typed, and may be empty.
/// REQUIRES: at least one.
[[nodiscard]] LineEnd read_line_end(const std::vector<std::string>& words, const Command& completer);

/// The commands and flags that fit, with their summaries.
[[nodiscard]] std::vector<Candidate> name_candidates(const LineEnd& line);
[[nodiscard]] std::vector<Candidate> flag_candidates(const LineEnd& line);

/// Those that begin with what was typed; when there are none, those that begin so without case and accents,
/// or of which another name does.
[[nodiscard]] std::vector<Candidate> beginning_with(std::string_view typed, std::vector<Candidate> candidates);

}  // namespace practice::cli
