// SPDX-License-Identifier: MIT
#include "text/wording/fields_text.h"

#include <algorithm>

#include "text/fold.h"

namespace practice::text {

std::string fields_told(std::string_view title, const std::vector<Field>& fields) {
    std::vector<const Field*> shown;
    std::size_t widest = 0;
    for (const auto& field : fields) {
        const bool in_title = field.text == title || field.name == "code" || field.name == "name";
        if (field.text.empty() || in_title || (field.name == "archived" && field.text == "no")) { continue; }
        shown.push_back(&field);
        widest = std::max(widest, field.name.size());
    }
    std::string out = harmless(title) + '\n';
    for (const auto* field : shown) { out += "  " + pad(field->name, widest + 2) + harmless(field->text) + '\n'; }
    return out;
}

}  // namespace practice::text
