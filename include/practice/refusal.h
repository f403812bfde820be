// SPDX-License-Identifier: MIT
// "Cannot go on", with what a person needs to mend it. Thrown; caught once, in cli/run.cpp.
// An expected "no" (not found by this search, no free slot) is an optional or a variant instead.
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace practice {

enum class RefusalKind {
    failure,    // a file, the storage
    misuse,     // a malformed value or command line
    not_found,  // a name or number that nothing has
    ambiguous,  // a name that several things have
    conflict,   // the time is taken; nothing was written
    busy,       // another process holds the database
    settings,   // a configuration or settings file is wrong
    interrupted,
};

/// Where in a file: lines and columns count from 1; `text` is that line as it stands.
struct Place {
    std::string file;
    int line = 0;
    int column = 0;
    std::string text;
    /// Of a file with rows: the name of the column, and what the row has there.
    std::string field = {};
    std::string value = {};
};

/// One thing that is wrong. `message` says what, in the user's words, without a full stop;
/// `hint` says what to type instead, and may be empty.
struct Problem {
    std::string message;
    std::string hint;
    std::optional<Place> place;
    /// Further lines under the message: candidates, clashes.
    std::vector<std::string> details;
    /// The flag it is about, without its dashes, where a row of a file has such a column; may be empty.
    std::string field = {};
};

inline void add_problem(std::vector<Problem>& problems, std::string message, std::string hint) {
    problems.push_back({std::move(message), std::move(hint), std::nullopt, {}});
}

/// A clash as programs read it, beside the words for people.
struct ClashFact {
    std::string kind;   // "professional", "client", "room"
    std::string what;   // its name
    std::string with;   // the booked occurrence's id; empty for time off
    std::string first;  // RFC 3339 start of the first planned occurrence that clashes
    std::int64_t count = 0;
};

class Refusal : public std::runtime_error {
public:
    Refusal(RefusalKind kind, std::string message, std::string hint = {})
        : Refusal(kind, std::vector<Problem>{{std::move(message), std::move(hint), std::nullopt, {}}}) {}
    Refusal(RefusalKind kind, Problem problem) : Refusal(kind, std::vector<Problem>{std::move(problem)}) {}
    /// All problems of one command or file at once; at least one.
    Refusal(RefusalKind kind, std::vector<Problem> problems)
        : std::runtime_error(problems.at(0).message), kind_{kind}, problems_{std::move(problems)} {}

    /// Of a conflict.
    Refusal& with_clashes(std::vector<ClashFact> clashes) {
        clashes_ = std::move(clashes);
        return *this;
    }

    [[nodiscard]] RefusalKind kind() const { return kind_; }
    [[nodiscard]] const std::vector<ClashFact>& clashes() const { return clashes_; }
    [[nodiscard]] const std::vector<Problem>& problems() const { return problems_; }

private:
    RefusalKind kind_;
    std::vector<Problem> problems_;
    std::vector<ClashFact> clashes_;
};

/// Of a file, or of the storage.
[[nodiscard]] inline Refusal failure(std::string message, std::string hint = {}) {
    return Refusal{RefusalKind::failure, std::move(message), std::move(hint)};
}

/// The commonest one: a value that cannot be read.
[[nodiscard]] inline Refusal misuse(std::string message, std::string hint = {}) {
    return Refusal{RefusalKind::misuse, std::move(message), std::move(hint)};
}

}  // namespace practice
