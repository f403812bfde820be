// SPDX-License-Identifier: MIT
#include "ical/content_lines.h"

#include <algorithm>

namespace practice::ical {
namespace {

char small(char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// The first of `characters` outside of double quotes.
std::size_t find_unquoted(std::string_view text, std::string_view characters) {
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') { quoted = !quoted; }
        if (!quoted && characters.find(text[i]) != std::string_view::npos) { return i; }
    }
    return std::string_view::npos;
}

void take_apart(ContentLine& line) {
    line.name = line.parameters = line.value = {};
    const auto behind_name = line.whole.find_first_of(";:");
    if (behind_name == std::string_view::npos) { return; }
    auto rest = line.whole.substr(behind_name);
    auto colon = find_unquoted(rest, ":");
    // A quote that is never closed.
    if (colon == std::string_view::npos) { colon = rest.find(':'); }
    if (colon == std::string_view::npos) { return; }
    line.name = line.whole.substr(0, behind_name);
    line.parameters = colon == 0 ? std::string_view{} : rest.substr(1, colon - 1);
    line.value = rest.substr(colon + 1);
}

}  // namespace

bool same_name(std::string_view name, std::string_view small_name) {
    return name.size() == small_name.size() && std::equal(name.begin(), name.end(), small_name.begin(),
                                                          [](char a, char b) { return small(a) == small(b); });
}

bool ContentLine::is(std::string_view wanted) const {
    return same_name(name, wanted);
}

std::optional<std::string> ContentLine::parameter(std::string_view wanted) const {
    auto rest = parameters;
    while (!rest.empty()) {
        const auto size = std::min(find_unquoted(rest, ";"), rest.size());
        const auto one = rest.substr(0, size);
        rest.remove_prefix(std::min(size + 1, rest.size()));
        const auto equals = one.find('=');
        if (equals == std::string_view::npos || !same_name(one.substr(0, equals), wanted)) { continue; }
        const auto values = one.substr(equals + 1);
        std::string found{values.substr(0, find_unquoted(values, ","))};
        std::erase(found, '"');
        return found;
    }
    return std::nullopt;
}

/// Without its line end.
std::string_view ContentLines::take_physical() {
    const auto end = std::min(text_.find('\n', at_), text_.size());
    auto physical = text_.substr(at_, end - at_);
    if (physical.ends_with('\r')) { physical.remove_suffix(1); }
    at_ = std::min(end + 1, text_.size());
    ++line_;
    return physical;
}

bool ContentLines::next(ContentLine& line) {
    do {
        if (at_ == text_.size()) { return false; }
        line.line = line_;
        line.begin = at_;
        line.whole = take_physical();
    } while (line.whole.empty());
    const auto folded = [&] { return at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t'); };
    if (folded()) {
        unfolded_ = line.whole;
        while (folded()) {
            // One more may be there: some programs fold with CRCRLF.
            while (unfolded_.ends_with('\r')) { unfolded_.pop_back(); }
            unfolded_ += take_physical().substr(1);
        }
        line.whole = unfolded_;
    }
    line.end = at_;
    take_apart(line);
    return true;
}

}  // namespace practice::ical
