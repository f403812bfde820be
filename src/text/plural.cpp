// SPDX-License-Identifier: MIT
#include "text/plural.h"

namespace practice::text {

std::string counted(std::int64_t number, const std::string& thing) {
    return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

}  // namespace practice::text
