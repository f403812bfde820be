// SPDX-License-Identifier: MIT
// The commands that the program prints, as they can be pasted. How this program was called is known here only: whoever
// writes a message names a command plainly, "practice session mark 12 scheduled", and it is completed on its way out.
#pragma once

#include <string>
#include <string_view>

#include "cli/environment.h"
#include "cli/line/arguments.h"

namespace practice::cli {

/// `text` with the flags of the fields that it names: what the program does knows no flags, and says "add `repeat
/// weekly`" where a person types "add --repeat weekly". What is no flag of any command stays as it is.
[[nodiscard]] std::string with_flags(std::string_view text);

/// What was said for all commands: which database, by a flag or by PRACTICE_DB, which may have been set for the one
/// command only; which configuration; and that it was sudo who called.
class Invocation {
public:
    Invocation() = default;
    Invocation(const Arguments& arguments, const Environment& environment);

    /// "undo 3" as a shell takes it: "practice --db 'my practice.db' undo 3". A database that `words` name themselves
    /// is the only one.
    [[nodiscard]] std::string command(std::string_view words) const;
    /// with_flags(words_of_fields), and each of the commands in it completed in this way. What it quotes of somebody's
    /// data should not look like one.
    [[nodiscard]] std::string completed(std::string_view words_of_fields) const;

private:
    std::string program_ = "practice ";
    std::string database_;  // "--db 'my practice.db' "; empty: not given
    std::string configuration_;
};

}  // namespace practice::cli
