// SPDX-License-Identifier: MIT
#include "app/booking/session_length.h"

#include <algorithm>

#include "practice/keyword.h"
#include "practice/refusal.h"
#include "text/dates/parse_time.h"

namespace practice::app {
namespace {

Length sum_or_usual(const std::vector<ServiceLine>& lines, const Directory& directory, bool with_units) {
    Length sum{0};
    for (const auto& line : lines) { sum += directory.with_id(line.service).length * (with_units ? line.units : 1); }
    return sum > Length{0} ? sum : kUsualLength;
}

bool same_codes_and_units(const std::vector<ServiceLine>& a, const std::vector<ServiceLine>& b) {
    return std::ranges::equal(a, b, [](const ServiceLine& one, const ServiceLine& other) {
        return one.service == other.service && one.units == other.units;
    });
}

bool follows(const Session& session, const std::optional<Occurrence>& slot, const Directory& directory) {
    const bool own = slot && slot->change != nullptr && slot->change->length;
    if (own) { return is_of_services(slot->length(), slot->lines(), directory); }
    if (session.length_said) { return !*session.length_said; }
    return is_of_services(session.length, session.lines, directory);
}

/// A date with services of its own is as long as those; one that is not was said to be as long as it is.
std::map<Date, Length> lengths_of_own_services(const Session& session, const Directory& directory) {
    std::map<Date, Length> lengths;
    const bool said_of_all = session.length_said.value_or(false);
    for (const auto& [slot, change] : session.changes) {
        if (!change.lines || change.length) { continue; }
        const auto sum = sum_or_usual(*change.lines, directory, true);
        const bool follows = said_of_all || is_of_services(session.length, *change.lines, directory);
        lengths[slot] = follows && sum <= kLongestSession ? sum : session.length;
    }
    return lengths;
}

}  // namespace

Length length_of_services(const std::vector<ServiceLine>& lines, const Directory& directory) {
    const auto length = sum_or_usual(lines, directory, true);
    if (length > kLongestSession) {
        throw misuse("the services are longer than a day together", "give the length: `length 50`");
    }
    return length;
}

bool is_of_services(Length length, const std::vector<ServiceLine>& lines, const Directory& directory) {
    // Once units did not count; a length by that rule was said by nobody either.
    return length == sum_or_usual(lines, directory, true) || length == sum_or_usual(lines, directory, false);
}

void read_new_length(const std::optional<std::string>& word, const Session& session,
                     const std::optional<Occurrence>& slot, const Directory& directory, SessionEdit& edit) {
    const auto& before = slot ? slot->lines() : session.lines;
    const bool by_services = word && says_none(*word);
    if (word && !by_services) {
        edit.length = text::parse_length(*word);
        edit.length_said = true;
        return;
    }
    const bool other = edit.lines && !same_codes_and_units(*edit.lines, before);
    if (!by_services && (!other || !follows(session, slot, directory))) { return; }
    edit.length = length_of_services(edit.lines.value_or(before), directory);
    edit.length_said = false;
    if (!slot) { edit.own_lengths = lengths_of_own_services(session, directory); }
}

}  // namespace practice::app
