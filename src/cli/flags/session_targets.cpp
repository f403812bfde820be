// SPDX-License-Identifier: MIT
#include "cli/flags/session_targets.h"

#include <algorithm>
#include <istream>
#include <map>
#include <set>
#include <utility>

#include "app/find_session.h"
#include "cli/answer/prompt.h"
#include "practice/plain_text.h"
#include "store/sessions/session_rows.h"
#include "store/sqlite/errors.h"
#include "text/dates/parse_time.h"
#include "text/plural.h"

namespace practice::cli {
namespace {

constexpr std::size_t kMostIds = 100'000;

std::vector<std::string> words_of_input(Context& context) {
    if (context.environment.in_is_terminal) {
        throw misuse("'-' reads ids from standard input, and that is the keyboard",
                     "pipe them in: practice session list -q | practice session cancel -");
    }
    std::vector<std::string> words;
    std::string word;
    while (words.size() <= kMostIds && *context.environment.in >> word) { words.push_back(word); }
    if (words.size() > kMostIds) { throw misuse("there are more than 100,000 ids on standard input"); }
    return words;
}

std::string plain_number(const Session& session) {
    return to_string(OccurrenceId{session.number(), {}});
}

/// The next date of the series, else its last: an example that can be typed.
std::optional<Date> example_slot(const Session& session, Date today) {
    const auto next = session.recurrence->on_or_after(today);
    return next ? next : session.recurrence->last();
}

Refusal scope_missing(const Session& session, Date today, const ChangeVerb& verb) {
    const auto number = plain_number(session);
    const auto slot = example_slot(session, today);
    const auto date = slot ? to_string(*slot) : std::string{"DATE"};
    const auto command = "practice session " + std::string{verb.name} + " ";
    const std::string tail{verb.tail};
    Problem problem;
    problem.message = number + " is a series: which part of it is meant is not said";
    problem.details.push_back("that date only        " + command + number + "@" + date + tail);
    if (verb.takes_series) {
        problem.details.push_back("that and all later    " + command + number + tail + " --from " + date);
        problem.details.push_back("the whole series      " + command + number + tail + " --all");
        problem.hint = "type one of these, with the date that you mean";
    } else {
        problem.hint = "many at once: practice session list -q ... | " + command + "-" + tail;
    }
    return Refusal{RefusalKind::misuse, std::move(problem)};
}

/// A date, or a single session, that has begun; of a date that is left out, when it would have.
bool has_been(const Session& session, const OccurrenceId& id, Context& context) {
    if (session.is_series() && !id.slot) { return false; }
    const auto& zone = context.zone(session.time_zone);
    const auto occurrence = occurrence_at(session, zone, id.slot);
    const auto start = occurrence ? occurrence->start : zone.to_instant(*id.slot + time_of_day(session.start));
    return start < context.now;
}

class ScopeReader {
public:
    ScopeReader(const Arguments& arguments, Context& context, const ChangeVerb& verb)
        : context_{context}, verb_{verb}, today_{} {
        today_ = date_of(context.local_now().local);
        if (!verb.takes_series && !verb.has_scope_flags) { return; }
        all_ = arguments.has("--all");
        if (const auto from = arguments.value("--from")) { from_ = text::parse_date(*from, context.local_now()); }
        if (!verb.takes_series && (all_ || from_)) { refused_ = all_ ? "--all" : "--from"; }
        past_too_ = verb.keeps_past && arguments.has("--past-too");
        if (all_ && from_) { throw misuse("--all and --from contradict each other", "give one of them"); }
    }

    [[nodiscard]] ChangeScope read(const Session& session, const OccurrenceId& id) const {
        const auto number = plain_number(session);
        if (!refused_.empty()) { throw not_of_a_series(session, id); }
        const std::string flag = all_ ? "--all" : "--from";
        if (id.slot) {
            if (from_) {
                throw misuse(to_string(id) + " is one date, and --from is for a series",
                             "that and all later: " + number + " --from " + to_string(*from_));
            }
            if (all_) {
                throw misuse(to_string(id) + " is one date, and --all is for a series",
                             "the whole series: " + number + " --all");
            }
            return OneSlot{*id.slot};
        }
        if (!session.is_series()) {
            if (all_ || from_) {
                throw misuse(number + " is a single session, and " + flag + " is for a series", "leave out " + flag);
            }
            return Whole{};
        }
        const auto first = past_too_ ? session.recurrence->first() : std::nullopt;
        if (all_ && first) { return FromDate{*first, true}; }
        if (all_) { return Whole{}; }
        if (from_) { return FromDate{*from_, past_too_}; }
        throw scope_missing(session, today_, verb_);
    }

private:
    /// Of one client of several, date by date.
    [[nodiscard]] Refusal not_of_a_series(const Session& session, const OccurrenceId& id) const {
        const auto number = plain_number(session);
        const auto command = "practice session " + std::string{verb_.name} + " ";
        if (!session.is_series()) {
            return misuse(number + " is a single session, and " + refused_ + " is for a series",
                          "leave out " + refused_);
        }
        const auto slot = id.slot ? id.slot : example_slot(session, from_.value_or(today_));
        const auto date = slot ? to_string(*slot) : std::string{"DATE"};
        return misuse("--client is for one date or several that are named, and " + refused_ + " is for a series",
                      "that date only: " + command + number + "@" + date + std::string{verb_.tail} +
                          "; many at once: practice session list -q ... | " + command + "-" + std::string{verb_.tail});
    }

    Context& context_;
    const ChangeVerb& verb_;
    Date today_;
    /// The flag that was given, of those that the verb does not take here.
    std::string refused_;
    bool all_ = false;
    bool past_too_ = false;
    std::optional<Date> from_;
};

}  // namespace

std::vector<OptionSpec> scope_options() {
    using enum Takes;
    return {
        {"--from", "DATE", one_value, "of a series: the date, and all that follow", "", ValueKind::date},
        {"--all", "", nothing, "of a series: the whole of it"},
    };
}

OptionSpec past_too_option() {
    return {"--past-too", "", Takes::nothing,
            "with --from or --all: also dates that have been, but for records; with -: also ids of the past"};
}

OptionSpec past_ids_option() {
    return {"--past-too", "", Takes::nothing, "with -: also ids of the past"};
}

GivenIds read_ids(const std::vector<std::string>& words, Context& context) {
    GivenIds given;
    std::set<std::string> seen;
    Problems problems;
    const auto take = [&](const std::string& word, bool is_read) {
        problems.attempt([&] {
            const auto id = read_occurrence_id(word);
            if (!seen.insert(word).second) { return; }
            given.ids.push_back(id);
            if (is_read) { given.read.insert(to_string(id)); }
        });
    };
    for (const auto& word : words) {
        if (word != "-") { take(word, false); }
    }
    if (std::ranges::find(words, "-") != words.end()) {
        for (const auto& read : words_of_input(context)) { take(read, true); }
    }
    problems.raise_if_any(kMostProblems);
    return given;
}

void confirm_change(Context& context, const ChangeVerb& verb, const std::vector<OccurrenceId>& ids, bool always,
                    const std::vector<std::string>& goes_with_it) {
    if (context.dry_run || context.yes || ids.empty() || (!always && ids.size() <= kMostWithoutAsking)) { return; }
    const auto what = ids.size() == 1 ? to_string(ids.front()) : std::to_string(ids.size()) + " sessions";
    const std::string doing{verb.doing};
    if (!context.interactive) {
        Problem problem{doing + " " + what + (ids.size() == 1 ? "" : " at once") + " needs a yes",
                        "add --yes; or see first what it would do, with --dry-run", std::nullopt, goes_with_it};
        throw Refusal{RefusalKind::misuse, std::move(problem)};
    }
    for (const auto& one : goes_with_it) { *context.environment.err << one << '\n'; }
    std::string question = std::string{verb.name} + " " + what + "?";
    question.front() = static_cast<char>(question.front() - 'a' + 'A');
    confirm(context, question, "nothing was changed");
}

std::vector<SessionTarget> load_targets(GivenIds& given, const Arguments& arguments, Context& context,
                                        const ChangeVerb& verb) {
    const ScopeReader scopes{arguments, context, verb};
    const bool past_too = verb.is_for_past || arguments.has("--past-too");
    std::map<SessionNumber, SessionTarget> targets;
    std::size_t skipped = 0;
    Problems problems;
    for (const auto& id : given.ids) {
        problems.attempt([&] {
            auto found = targets.find(id.session);
            if (found == targets.end()) {
                found = targets.emplace(id.session, SessionTarget{find_session(context, {id.session, {}}), {}}).first;
            }
            auto& target = found->second;
            if (id.slot && !verb.takes_left_out) { check_slot(target.session, id); }
            const auto scope = scopes.read(target.session, id);
            if (!past_too && given.read.contains(to_string(id)) && has_been(target.session, id, context)) {
                ++skipped;
                return;
            }
            target.scopes.push_back(scope);
        });
    }
    problems.raise_if_any(kMostProblems);
    if (skipped > 0 && !std::exchange(given.skipping_told, true)) {
        const bool one = skipped == 1;
        context.note(text::counted(skipped, "id") + " on standard input " + (one ? "is" : "are") +
                     " of the past, and skipped; --past-too changes " + (one ? "it" : "them") + ", too");
    }
    std::vector<SessionTarget> list;
    for (auto& [id, target] : targets) {
        if (!target.scopes.empty()) { list.push_back(std::move(target)); }
    }
    return list;
}

}  // namespace practice::cli
