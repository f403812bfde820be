// SPDX-License-Identifier: MIT
#include "cli/help/environment_variables.h"

#include <array>

namespace practice::cli {

std::span<const EnvironmentVariable> environment_variables() {
    static constexpr std::array<EnvironmentVariable, 17> variables{{
        {"PRACTICE_NOW", "the present, instead of the clock's: 2026-11-23T09:00"},
        {"PRACTICE_ALLOW_NETWORK_FS",
         "set, and not 0: the database may be on a network file system, where its locks are not safe"},
        {"PRACTICE_WHO", "who is behind the account, for the log; the account itself, when not given"},
        {"SUDO_USER", "the same, set by sudo; PRACTICE_WHO comes before it"},
        {"SUDO_COMMAND", "what sudo ran, set by it: printed commands begin with sudo where it was this program"},
        {"PAGER", "the program that shows long answers, when the configuration names none; less, when this does not"},
        {"LESS", "how less behaves as the pager; FRX, when not given"},
        {"NO_COLOR", "set: no colour"},
        {"CLICOLOR_FORCE", "set, and not 0: colour even where it is no terminal"},
        {"TERM", "dumb: no colour"},
        {"COLUMNS", "the width of the terminal"},
        {"LINES", "the height of the terminal"},
        {"TZDIR", "where the time-zone data is; /usr/share/zoneinfo, when not given"},
        {"HOME", "where the user's files are; a full path"},
        {"XDG_CONFIG_HOME", "where the user's configuration is; ~/.config, when not given"},
        {"XDG_CONFIG_DIRS", "where the system's configuration is; /etc/xdg, when not given"},
        {"XDG_DATA_HOME", "where the database is; ~/.local/share, when not given"},
    }};
    return variables;
}

}  // namespace practice::cli
