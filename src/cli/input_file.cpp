// SPDX-License-Identifier: MIT
#include "cli/input_file.h"

#include <istream>

namespace practice::cli {

std::string read_input(const std::string& file, const Environment& environment, std::size_t most_bytes,
                       const Refusal& keyboard) {
    if (file != "-") { return config::read_text_file(file, most_bytes); }
    if (environment.in_is_terminal) { throw keyboard; }
    return config::read_text_stream(*environment.in, input_name(file), most_bytes);
}

std::string input_name(std::string_view file) {
    return file == "-" ? "standard input" : std::string{file};
}

}  // namespace practice::cli
