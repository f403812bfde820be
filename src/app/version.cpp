// SPDX-License-Identifier: MIT
#include "app/version.h"

namespace practice::app {

std::string_view version() {
    return PRACTICE_VERSION;
}

}  // namespace practice::app
