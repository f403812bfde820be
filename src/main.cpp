// SPDX-License-Identifier: MIT
#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <iostream>

#include "cli/environment.h"
#include "cli/real_environment.h"
#include "store/sqlite/size_limit.h"

namespace {

/// What a crash leaves on the disk, or hands to a crash reporter, would hold names and notes of clients.
void leave_no_core_file() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0);
}

}  // namespace

int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    leave_no_core_file();
    // Both are told by the write that fails.
    std::signal(SIGPIPE, SIG_IGN);
    practice::store::notice_size_limit();
    const practice::cli::RealEnvironment real;
    auto environment = real.environment();
    return practice::cli::run({words + (count > 0 ? 1 : 0), words + count}, environment);
}
