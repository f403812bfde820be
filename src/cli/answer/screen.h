// SPDX-License-Identifier: MIT
// The rim of the program: what was put together out of data passes here on its way out, so that no control or
// bidirectional character of a name, a note or a file reaches a terminal, whichever command prints it.
#pragma once

#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

#include "cli/environment.h"

namespace practice::cli {

/// Beneath standard error: whatever is written comes out as text::for_screen has it.
class ScreenBuffer : public std::streambuf {
public:
    explicit ScreenBuffer(std::ostream& target) : target_{target} {}
    ~ScreenBuffer() override { ScreenBuffer::sync(); }
    ScreenBuffer(const ScreenBuffer&) = delete;
    ScreenBuffer& operator=(const ScreenBuffer&) = delete;

private:
    int_type overflow(int_type character) override;
    std::streamsize xsputn(const char* text, std::streamsize size) override;
    int sync() override;

    std::ostream& target_;
    std::string pending_;
};

/// Text for people, to standard output.
void write_text(const Environment& environment, std::string_view text, bool colours);
/// What programs read, as text::for_programs has it; on a terminal it is text.
void write_data(const Environment& environment, std::string_view data);

}  // namespace practice::cli
