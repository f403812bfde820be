// SPDX-License-Identifier: MIT
#include "cli/answer/prompt.h"

#include <algorithm>
#include <charconv>
#include <istream>
#include <ostream>
#include <set>

#include "store/sqlite/errors.h"
#include "text/fold.h"

namespace practice::cli {
namespace {

constexpr std::size_t kMostShown = 20;

std::string read_answer(Context& context) {
    std::string answer;
    if (!std::getline(*context.environment.in, answer)) {
        *context.environment.err << '\n';
        throw Refusal{RefusalKind::interrupted, "no answer; nothing was done"};
    }
    const auto first = answer.find_first_not_of(" \t\r");
    if (first == std::string::npos) { return {}; }
    return answer.substr(first, answer.find_last_not_of(" \t\r") - first + 1);
}

void say_how_many_more(std::ostream& err, std::size_t all) {
    if (all > kMostShown) { err << "  ... and " << all - kMostShown << " more: type part of the name\n"; }
}

/// Only what was shown can be taken by its number.
void show_choices(std::ostream& err, const std::vector<std::string>& choices, const std::vector<std::size_t>& which,
                  std::set<std::size_t>& shown) {
    for (std::size_t n = 0; n < which.size() && n < kMostShown; ++n) {
        err << "  " << which[n] + 1 << ") " << text::harmless(choices[which[n]]) << '\n';
        shown.insert(which[n]);
    }
    say_how_many_more(err, which.size());
}

}  // namespace

std::string ask(Context& context, std::string_view question, std::optional<std::string> default_answer,
                const std::function<void(const std::string&)>& accept) {
    auto& err = *context.environment.err;
    while (true) {
        err << question;
        if (default_answer) { err << " [" << text::harmless(*default_answer) << ']'; }
        err << ": " << std::flush;
        auto answer = read_answer(context);
        if (answer.empty() && default_answer) { answer = *default_answer; }
        try {
            if (answer.empty()) { throw misuse("an answer is needed"); }
            accept(answer);
            return answer;
        } catch (const store::StorageRefusal&) { throw; } catch (const Refusal& refusal) {
            if (refusal.kind() == RefusalKind::interrupted) { throw; }
            for (const auto& problem : refusal.problems()) {
                err << "  " << with_flags(problem.message) << '\n';
                for (const auto& detail : problem.details) {
                    err << "    " << context.invocation.completed(detail) << '\n';
                }
                if (!problem.hint.empty()) { err << "  hint: " << context.invocation.completed(problem.hint) << '\n'; }
            }
        }
    }
}

std::size_t show_lines(Context& context, const std::vector<std::string>& lines) {
    auto& err = *context.environment.err;
    for (std::size_t n = 0; n < lines.size() && n < kMostShown; ++n) { err << text::harmless(lines[n]) << '\n'; }
    say_how_many_more(err, lines.size());
    return std::min(lines.size(), kMostShown);
}

void say(Context& context, std::string_view taken) {
    *context.environment.err << "  " << text::harmless(taken) << '\n';
}

std::size_t choose(Context& context, std::string_view question, const std::vector<std::string>& choices,
                   std::optional<std::size_t> default_choice,
                   const std::function<std::vector<std::size_t>(const std::string&)>& search) {
    auto& err = *context.environment.err;
    std::vector<std::size_t> all(choices.size());
    for (std::size_t i = 0; i < all.size(); ++i) { all[i] = i; }
    std::set<std::size_t> shown;
    show_choices(err, choices, all, shown);
    if (default_choice) { shown.insert(*default_choice); }
    std::size_t chosen = 0;
    const auto default_text =
        default_choice ? std::optional<std::string>{std::to_string(*default_choice + 1)} : std::nullopt;
    ask(context, question, default_text, [&](const std::string& answer) {
        std::size_t number = 0;
        const auto* end = answer.data() + answer.size();
        if (const auto read = std::from_chars(answer.data(), end, number); read.ec == std::errc{} && read.ptr == end) {
            if (number >= 1 && shown.contains(number - 1)) {
                chosen = number - 1;
                return;
            }
        }
        const auto found = search(answer);
        if (found.size() == 1) {
            chosen = found.front();
            return;
        }
        if (found.empty()) { throw misuse("nothing matches '" + text::harmless(text::cut(answer, 40)) + "'"); }
        show_choices(err, choices, found, shown);
        throw misuse(std::to_string(found.size()) + " match; type more of it, or a number");
    });
    return chosen;
}

void confirm(Context& context, std::string_view question, const std::string& otherwise) {
    if (context.yes) { return; }
    if (!context.interactive) {
        throw misuse("there is no terminal to ask at: " + std::string{question}, "answer with --yes");
    }
    auto& err = *context.environment.err;
    while (true) {
        err << question << " [y/N]: " << std::flush;
        const auto answer = read_answer(context);
        if (answer == "y" || answer == "Y" || answer == "yes") { return; }
        if (answer.empty() || answer == "n" || answer == "N" || answer == "no") { throw Declined{otherwise}; }
    }
}

}  // namespace practice::cli
