// SPDX-License-Identifier: MIT
// A parsed command line as plain data. Asking for an option that the verb's row does not declare is a
// programming error and throws std::logic_error.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/line/command.h"
#include "practice/refusal.h"

namespace practice::cli {

class Arguments {
public:
    explicit Arguments(const Command& command) : command_{&command} {}

    [[nodiscard]] const Command& command() const { return *command_; }
    /// Whether the option was given at all.
    [[nodiscard]] bool has(std::string_view option) const;
    /// The last value given; nullopt when the option was not.
    [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
    /// All values, in the order given.
    [[nodiscard]] std::vector<std::string> values(std::string_view option) const;
    [[nodiscard]] const std::vector<std::string>& positionals() const { return positionals_; }
    /// The nth positional; nullopt when there are fewer.
    [[nodiscard]] std::optional<std::string> positional(std::size_t n) const;

    void set(std::string_view option, std::vector<std::string> values);
    void set_positionals(std::vector<std::string> values) { positionals_ = std::move(values); }

private:
    void require_declared(std::string_view option) const;

    const Command* command_;
    std::map<std::string, std::vector<std::string>, std::less<>> options_;
    std::vector<std::string> positionals_;
};

/// `words` behind the program's name. What the caller should run, or what it should say instead.
struct ParsedLine {
    /// Null when help or the version is wanted, or nothing was named.
    const Command* command = nullptr;
    std::optional<Arguments> arguments;
    bool help = false;
    bool version = false;
    /// For help: the noun or verb it is wanted of ("" for the whole).
    std::string topic;
};

/// Flags that the command does not have, and what else is wrong with its line.
class UnknownFlags : public Refusal {
public:
    UnknownFlags(const Refusal& refusal, std::map<std::string, std::string> meant)
        : Refusal{refusal}, meant_{std::move(meant)} {}

    /// The words as they were probably meant, "--client" for "--clinet"; nullopt where a flag is like none.
    [[nodiscard]] std::optional<std::vector<std::string>> as_meant(std::vector<std::string> words) const;

private:
    std::map<std::string, std::string> meant_;  // by the word that was typed; "": nothing is like it
};

/// Throws UnknownFlags, and Refusal(misuse) with usage and did-you-mean for unknown commands, flags and wrong counts.
[[nodiscard]] ParsedLine parse_line(const std::vector<std::string>& words);

}  // namespace practice::cli
