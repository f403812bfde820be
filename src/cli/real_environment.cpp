// SPDX-License-Identifier: MIT
#include "cli/real_environment.h"

#include <pwd.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <iostream>
#include <string_view>

#include "text/fold.h"
#include "time/system_clock.h"

extern char** environ;  // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace practice::cli {
namespace {

std::map<std::string, std::string> all_variables() {
    std::map<std::string, std::string> variables;
    for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
        const std::string_view text{*entry};
        const auto equals = text.find('=');
        if (equals != std::string_view::npos) { variables.emplace(text.substr(0, equals), text.substr(equals + 1)); }
    }
    return variables;
}

std::size_t number_or(const std::optional<std::string>& text, std::size_t otherwise) {
    std::size_t number = 0;
    if (!text) { return otherwise; }
    const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
    constexpr std::size_t widest = 1000;
    return read.ec == std::errc{} && number >= 20 && number <= widest ? number : otherwise;
}

void measure_terminal(Environment& environment) {
    winsize size{};
    if (environment.out_is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        environment.width = size.ws_col;
        environment.height = size.ws_row;
    }
    environment.width = number_or(environment.variable("COLUMNS"), environment.width);
    environment.height = number_or(environment.variable("LINES"), environment.height);
}

std::string account_name() {
    const auto* account = ::getpwuid(::geteuid());
    return account != nullptr ? account->pw_name : std::to_string(::geteuid());
}

/// In one pair of parentheses: what is claimed cannot look like a second claim.
std::string claimed_name(std::string_view claimed) {
    auto name = text::harmless(claimed);
    std::ranges::replace(name, '(', '[');
    std::ranges::replace(name, ')', ']');
    const auto from = name.find_first_not_of(' ');
    if (from == std::string::npos) { return {}; }
    return name.substr(from, name.find_last_not_of(' ') - from + 1);
}

/// Who says to be behind the account: by name where several come in by one (ssh with a forced command), or through
/// sudo. Told beside the account, since it is a claim.
std::string who_is_it(const Environment& environment) {
    auto account = account_name();
    const auto named = environment.variable("PRACTICE_WHO");
    const auto claimed = named ? named : environment.variable("SUDO_USER");
    constexpr std::size_t longest = 64;
    const auto name = text::cut(claimed_name(claimed.value_or("")), longest);
    return name.empty() || name == account ? account : account + " (" + name + ")";
}

/// As whoever called it through sudo would call it again; in a shell of sudo's it is called plainly.
std::string program_called(const Environment& environment) {
    constexpr std::string_view plain = "practice";
    if (!environment.variable("SUDO_USER")) { return std::string{plain}; }
    if (const auto command = environment.variable("SUDO_COMMAND")) {
        const auto program = command->substr(0, command->find(' '));
        if (program.substr(program.rfind('/') + 1) != plain) { return std::string{plain}; }
    }
    return (::geteuid() == 0 ? "sudo " : "sudo -u " + account_name() + " ").append(plain);
}

}  // namespace

Environment RealEnvironment::environment() const {
    Environment environment;
    environment.in = &std::cin;
    environment.out = &std::cout;
    environment.err = &std::cerr;
    environment.in_is_terminal = ::isatty(STDIN_FILENO) != 0;
    environment.out_is_terminal = ::isatty(STDOUT_FILENO) != 0;
    environment.err_is_terminal = ::isatty(STDERR_FILENO) != 0;
    environment.variables = all_variables();
    measure_terminal(environment);
    environment.account = who_is_it(environment);
    environment.program = program_called(environment);
    environment.clock = time::system_now;
    environment.stopwatch = time::stopwatch;
    environment.zones = &zones_;
    environment.zones_version = [this] { return zones_.version(); };
    return environment;
}

}  // namespace practice::cli
