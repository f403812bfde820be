// SPDX-License-Identifier: MIT
// The limit that the system sets to the size of a file (ulimit -f, RLIMIT_FSIZE). Usually it ends a process without a
// word.
#pragma once

#include <string>

namespace practice::store {

/// From now on a write beyond the limit fails, and it is remembered that one did.
void notice_size_limit();

/// Whether one did. SQLite says only that it could not write.
[[nodiscard]] bool met_size_limit();

/// "files may have no more than 51200 bytes here (ulimit -f)": why a write failed with EFBIG.
[[nodiscard]] std::string size_limit_told();

/// What to do about it.
inline constexpr const char* kRaiseSizeLimit = "raise that limit, then try again; what was there is as it was";

}  // namespace practice::store
