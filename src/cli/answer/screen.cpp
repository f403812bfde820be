// SPDX-License-Identifier: MIT
#include "cli/answer/screen.h"

#include "cli/answer/output_file.h"
#include "text/fold.h"

namespace practice::cli {

ScreenBuffer::int_type ScreenBuffer::overflow(int_type character) {
    if (traits_type::eq_int_type(character, traits_type::eof())) { return traits_type::not_eof(character); }
    pending_ += traits_type::to_char_type(character);
    return character;
}

std::streamsize ScreenBuffer::xsputn(const char* text, std::streamsize size) {
    pending_.append(text, static_cast<std::size_t>(size));
    return size;
}

int ScreenBuffer::sync() {
    target_ << text::for_screen(pending_, false) << std::flush;
    pending_.clear();
    return target_ ? 0 : -1;
}

void write_text(const Environment& environment, std::string_view text, bool colours) {
    write_stream(*environment.out, text::for_screen(text, colours));
}

void write_data(const Environment& environment, std::string_view data) {
    if (environment.out_is_terminal) {
        write_text(environment, data, false);
    } else if (text::is_for_programs(data)) {
        write_stream(*environment.out, data);
    } else {
        write_stream(*environment.out, text::for_programs(data));
    }
}

}  // namespace practice::cli
