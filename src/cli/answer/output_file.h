// SPDX-License-Identifier: MIT
// Writing a result to a file or to standard output, so that it is whole or not there.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "practice/refusal.h"

namespace practice::cli {

/// Replaces `path` by `content` atomically: a temporary file beside it (mode 0600), fsync, rename. A symlink,
/// FIFO, device or folder as target is a Refusal(failure). Devices that are meant as sinks (/dev/stdout,
/// /dev/null) are written to.
void write_file(const std::string& path, std::string_view content);

/// Throws what write_file would, as far as that can be known before.
void check_can_write(const std::string& path);

/// The reader of standard output has enough (`| head`): nothing more needs to be said, and that is success.
struct ReaderGone {};

/// Writes all of it and flushes. Throws ReaderGone when the pipe is closed, and Refusal(failure) for anything else that
/// cannot be written.
void write_stream(std::ostream& stream, std::string_view content);

/// Shows the content in $PRACTICE_PAGER, $PAGER or less; false when none could be started.
[[nodiscard]] bool page(const std::string& pager, std::string_view content);

}  // namespace practice::cli
