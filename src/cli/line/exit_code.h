// SPDX-License-Identifier: MIT
// The exit codes that scripts rely on; `practice help exit-codes` prints this table.
#pragma once

#include <array>
#include <string_view>

#include "practice/refusal.h"

namespace practice::cli {

enum ExitCode : int {
    kDone = 0,
    kFailure = 1,
    kMisuse = 2,
    kNotFound = 3,
    kAmbiguous = 4,
    kConflict = 5,
    kSomeRowsLeftOut = 6,
    kBusy = 7,
    kSettings = 8,
    kInterrupted = 130,
};

struct ExitCodeMeaning {
    ExitCode code;
    std::string_view name;  // as in JSON errors
    std::string_view meaning;
};

inline constexpr std::array<ExitCodeMeaning, 10> kExitCodes{{
    {kDone, "done", "done; also when nothing was found by a listing"},
    {kFailure, "failure", "a file or the storage failed"},
    {kMisuse, "misuse", "the command line is wrong, or a value is malformed"},
    {kNotFound, "not-found", "nothing has that name or number"},
    {kAmbiguous, "ambiguous", "several things have that name"},
    {kConflict, "conflict", "the time is taken; nothing was written"},
    {kSomeRowsLeftOut, "rows-left-out", "some rows of an import were left out"},
    {kBusy, "busy", "another process holds the database"},
    {kSettings, "settings", "a configuration or settings file is wrong"},
    {kInterrupted, "interrupted", "interrupted"},
}};

[[nodiscard]] constexpr ExitCode exit_code(RefusalKind kind) {
    switch (kind) {
        case RefusalKind::failure: return kFailure;
        case RefusalKind::misuse: return kMisuse;
        case RefusalKind::not_found: return kNotFound;
        case RefusalKind::ambiguous: return kAmbiguous;
        case RefusalKind::conflict: return kConflict;
        case RefusalKind::busy: return kBusy;
        case RefusalKind::settings: return kSettings;
        case RefusalKind::interrupted: return kInterrupted;
    }
    return kFailure;
}

[[nodiscard]] constexpr std::string_view name_of(ExitCode code) {
    for (const auto& row : kExitCodes) {
        if (row.code == code) { return row.name; }
    }
    return "failure";
}

}  // namespace practice::cli
