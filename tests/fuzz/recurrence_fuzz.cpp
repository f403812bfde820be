// SPDX-License-Identifier: MIT
// Any bytes as a recurrence: they are refused, or they are a rule that is told, read back the same and
// expanded. Nothing else may happen.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "practice/recurrence.h"
#include "practice/recurrence_text.h"
#include "practice/refusal.h"

namespace {

using namespace practice;

void require(bool holds, const char* what, std::string_view input) {
    if (holds) { return; }
    std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(input.size()), input.data());
    std::abort();
}

RecurrenceRule with_no_end(RecurrenceRule rule) {
    rule.count.reset();
    rule.until.reset();
    return rule;
}

void check_texts(const RecurrenceRule& rule, std::string_view input) {
    require(normalized(rule) == rule, "not normalized", input);
    require(parse_rrule(to_rrule(rule)).rule == rule, "read back differently", input);
    require(parse_recurrence(to_words(rule)) == with_no_end(rule), "read back differently from words", input);
}

void check_slots(const RecurrenceRule& rule, std::string_view input) {
    const Date anchor = *make_date(2026, 12, 8);
    const Recurrence recurrence{anchor, rule};
    const auto slots = recurrence.next(anchor, 5);
    for (std::size_t i = 0; i < slots.size(); ++i) {
        require(recurrence.occurs_on(slots[i]), "a slot that is none", input);
        require(i == 0 || slots[i - 1] < slots[i], "slots that do not ascend", input);
    }
    const Recurrence filled{anchor, with_anchor(rule, anchor)};
    require(filled.next(anchor, 5) == slots, "other slots with the anchor's fields", input);
}

template <class Read>
void check(Read read, std::string_view input) {
    try {
        const RecurrenceRule rule = read(input);
        check_texts(rule, input);
        check_slots(rule, input);
    } catch (const Refusal& refusal) {
        for (const auto& problem : refusal.problems()) {
            require(!problem.message.empty() && problem.message.size() < 400, "no message, or a long one", input);
            require(problem.message.find('\n') == std::string::npos, "a message of several lines", input);
        }
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input{reinterpret_cast<const char*>(data), size};
    check([](std::string_view text) { return parse_rrule(text).rule; }, input);
    check([](std::string_view text) { return parse_recurrence(text, std::chrono::Sunday); }, input);
    check([](std::string_view text) { return parse_custom_recurrence("2", "month", text); }, input);
    check([](std::string_view text) { return parse_custom_recurrence("1", "week", text); }, input);
    return 0;
}
