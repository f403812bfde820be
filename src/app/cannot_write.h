// SPDX-License-Identifier: MIT
// Why a file cannot be written, in words.
#pragma once

#include <string>
#include <utility>

#include "practice/refusal.h"

namespace practice::app {

/// The system's words for `error` (errno).
[[nodiscard]] std::string why_not_written(int error);

/// A Refusal(failure) that knows the system's reason.
class CannotWrite : public Refusal {
public:
    CannotWrite(std::string message, std::string hint, int error)
        : Refusal{RefusalKind::failure, std::move(message), std::move(hint)}, error_{error} {}

    /// errno.
    [[nodiscard]] int error() const { return error_; }

private:
    int error_;
};

/// What is said when `path` cannot be written for that reason (errno), and what to do about it.
[[nodiscard]] CannotWrite cannot_write(const std::string& path, int error);

}  // namespace practice::app
