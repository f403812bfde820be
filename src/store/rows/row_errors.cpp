// SPDX-License-Identifier: MIT
#include "store/rows/row_errors.h"

namespace practice::store {

void refuse_if_used(std::int64_t count, const std::string& what) {
    if (count == 0) { return; }
    throw Refusal{RefusalKind::conflict,
                  what + " is still used " + (count == 1 ? "once" : std::to_string(count) + " times"),
                  "archive it instead: it is then no longer offered"};
}

}  // namespace practice::store
