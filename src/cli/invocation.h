// SPDX-License-Identifier: MIT
// The commands that the program prints, as they can be pasted. How this program was called is known here only: whoever
// writes a message names a command plainly, "practice session mark 12 scheduled", and it is completed on its way out.
#pragma once

#include <string>
#include <string_view>

#include "cli/arguments.h"

namespace practice::cli {

/// What was said for all commands: which database and which configuration. What the environment says is left out,
/// because it holds for the next command, too.
class Invocation {
public:
    Invocation() = default;
    explicit Invocation(const Arguments& arguments);

    /// "undo 3" as a shell takes it: "practice --db 'my practice.db' undo 3". A database that `words` name themselves
    /// is the only one.
    [[nodiscard]] std::string command(std::string_view words) const;
    /// `text` with each of the commands in it completed in this way. What it quotes of somebody's data should not look
    /// like one.
    [[nodiscard]] std::string completed(std::string_view text) const;

private:
    std::string database_;  // "--db 'my practice.db' "; empty: not given
    std::string configuration_;
};

}  // namespace practice::cli
