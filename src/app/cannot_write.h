// SPDX-License-Identifier: MIT
// Why a file cannot be written, in words.
#pragma once

#include <string>

#include "practice/refusal.h"

namespace practice::app {

/// The system's words for `error` (errno).
[[nodiscard]] std::string why_not_written(int error);

/// What is said when `path` cannot be written for that reason (errno), and what to do about it.
[[nodiscard]] Refusal cannot_write(const std::string& path, int error);

}  // namespace practice::app
