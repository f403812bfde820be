// SPDX-License-Identifier: MIT
#include "cli/version.h"

namespace practice::cli {

std::string_view version() {
    return PRACTICE_VERSION;
}

}  // namespace practice::cli
