// SPDX-License-Identifier: MIT
#include <csignal>
#include <iostream>

#include "cli/environment.h"
#include "cli/real_environment.h"

int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    std::signal(SIGPIPE, SIG_IGN);
    const practice::cli::RealEnvironment real;
    auto environment = real.environment();
    return practice::cli::run({words + (count > 0 ? 1 : 0), words + count}, environment);
}
