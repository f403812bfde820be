// SPDX-License-Identifier: MIT
#include "practice/session.h"

#include <algorithm>
#include <array>

#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice {
namespace {

constexpr std::array<std::string_view, 5> kStatusNames{"scheduled", "attended", "no-show", "cancelled",
                                                       "late-cancelled"};

/// Small letters, "-" for "_" and spaces, and the spelling with two l.
std::string plain(std::string_view text) {
    std::string out = keyword(text);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '_' || c == ' '; }, '-');
    constexpr std::string_view american = "canceled";
    if (out.size() >= american.size() && std::string_view{out}.substr(out.size() - american.size()) == american) {
        out.replace(out.size() - american.size(), american.size(), "cancelled");
    }
    return out;
}

}  // namespace

std::string_view to_string(Status status) {
    return kStatusNames.at(static_cast<std::size_t>(status));
}

std::optional<Status> parse_status(std::string_view text) {
    constexpr std::size_t longest = 20;
    if (text.size() > longest) { return std::nullopt; }
    const std::string name = plain(text);
    for (std::size_t i = 0; i < kStatusNames.size(); ++i) {
        if (kStatusNames.at(i) == name) { return static_cast<Status>(i); }
    }
    return std::nullopt;
}

void require_end_in_calendar(const Session& session) {
    const LocalTime end = kLastDate;  // later on that day it may be the year 10000 elsewhere
    const auto check = [&](LocalTime start, Length length) {
        if (start + length > end) {
            throw misuse(
                "a session that begins at " + to_string(start) + " would end after 9999-12-30, the last day for one",
                "give an earlier time, " + to_string(end - length).substr(0, 16) + " at the latest");
        }
    };
    check(session.start, session.length);
    for (const auto& [slot, change] : session.changes) {
        if (change.start || change.length) {
            check(change.start.value_or(slot + time_of_day(session.start)), change.length.value_or(session.length));
        }
    }
}

}  // namespace practice
