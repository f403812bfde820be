// SPDX-License-Identifier: MIT
#include "cli/answer/listing.h"

namespace practice::cli {

void print_json(Context& context, const std::vector<std::string>& objects) {
    context.print(context.format == Format::jsonl ? text::json_lines(objects) : text::json_array(objects));
}

}  // namespace practice::cli
