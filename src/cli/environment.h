// SPDX-License-Identifier: MIT
// The world as the program meets it: streams, terminal, variables, clock. main.cpp makes the real one; a
// test makes its own and drives the whole program in-process.
#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "practice/civil_time.h"
#include "practice/time_zone.h"

namespace practice::cli {

struct Environment {
    std::istream* in = nullptr;
    std::ostream* out = nullptr;
    std::ostream* err = nullptr;
    /// The same as `err`, for what moves the cursor: never for data. run() sets it.
    std::ostream* err_controls = nullptr;
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    std::size_t width = 80;
    std::size_t height = 24;
    /// PRACTICE_*, HOME, XDG_*, NO_COLOR, CLICOLOR_FORCE, TERM, PAGER ...
    std::map<std::string, std::string> variables;
    /// The account's name, for the journal.
    std::string account;
    /// How the program is called, for commands to be pasted: "sudo -u practice practice".
    std::string program = "practice";
    /// Read once.
    std::function<Instant()> clock;
    /// Time that goes by, for progress; empty: none is shown.
    std::function<std::chrono::milliseconds()> stopwatch;
    const TimeZones* zones = nullptr;
    /// The version of their data, "2026f"; empty where the system does not say.
    std::function<std::string()> zones_version;

    /// Nullopt when unset or empty.
    [[nodiscard]] std::optional<std::string> variable(const std::string& name) const {
        const auto found = variables.find(name);
        if (found == variables.end() || found->second.empty()) { return std::nullopt; }
        return found->second;
    }
};

/// Runs one command line (without the program's name) and returns the exit code of the contract. The one
/// catch ladder is here.
[[nodiscard]] int run(const std::vector<std::string>& words, Environment& environment);

}  // namespace practice::cli
