// SPDX-License-Identifier: MIT
// While an import runs: how far it is, on a terminal; and whether somebody has had enough.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/context.h"

namespace practice::cli {

/// From its making until it goes, an interrupt (Ctrl-C) is not the end of the program but is remembered.
class Interrupts {
public:
    Interrupts();
    ~Interrupts();
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    [[nodiscard]] static bool seen();
};

/// A line on standard error: rows done, their rate and the time left. After half a second; on a terminal only.
class ImportProgress {
public:
    ImportProgress(Context& context, std::size_t rows);
    /// Erases the line.
    ~ImportProgress();
    ImportProgress(const ImportProgress&) = delete;
    ImportProgress& operator=(const ImportProgress&) = delete;

    /// One more row is done. Throws Refusal(interrupted) after an interrupt.
    void step();

private:
    void draw();

    Context& context_;
    std::size_t rows_;
    std::size_t done_ = 0;
    bool on_terminal_;
    bool drawn_ = false;
    std::chrono::milliseconds begun_{0};
    std::chrono::milliseconds next_{0};
};

/// "Importing: 34,000 of 100,000 rows, 56,700 a second, 2 s left".
[[nodiscard]] std::string progress_line(std::size_t done, std::size_t rows, std::chrono::milliseconds elapsed);

}  // namespace practice::cli
