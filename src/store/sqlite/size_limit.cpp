// SPDX-License-Identifier: MIT
#include "store/sqlite/size_limit.h"

#include <sys/resource.h>

#include <csignal>

namespace practice::store {
namespace {

/// Signals have no other way to say something.
volatile std::sig_atomic_t limit_met = 0;

void on_limit(int /*signal*/) {
    limit_met = 1;
}

}  // namespace

void notice_size_limit() {
    std::signal(SIGXFSZ, on_limit);
}

bool met_size_limit() {
    return limit_met != 0;
}

std::string size_limit_told() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_FSIZE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
        return "a file cannot be that large there";
    }
    return "files may have no more than " + std::to_string(limit.rlim_cur) + " bytes here (ulimit -f)";
}

}  // namespace practice::store
