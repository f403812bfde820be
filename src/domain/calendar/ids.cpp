// SPDX-License-Identifier: MIT
#include "practice/ids.h"

#include <charconv>

namespace practice {

std::string to_string(OccurrenceId id) {
    std::string text = std::to_string(id.session.value);
    if (id.slot) { text += '@' + to_string(*id.slot); }
    return text;
}

std::optional<OccurrenceId> parse_occurrence_id(std::string_view text) {
    const auto at = text.find('@');
    const std::string_view number = text.substr(0, at);
    // from_chars takes a minus; a leading zero would give one session two spellings.
    if (number.empty() || number[0] < '1' || number[0] > '9') { return std::nullopt; }
    OccurrenceId id;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), id.session.value);
    if (error != std::errc{} || end != number.data() + number.size()) { return std::nullopt; }
    if (at != std::string_view::npos) {
        id.slot = parse_iso_date(text.substr(at + 1));
        if (!id.slot) { return std::nullopt; }
    }
    return id;
}

}  // namespace practice
