// SPDX-License-Identifier: MIT
// All problems of one command at once.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "practice/refusal.h"
#include "store/sqlite/errors.h"

namespace practice::app {

/// Runs the readers and keeps their problems, so that all of them are told at once.
class Problems {
public:
    /// `field`: what the words are those of, unless a problem says so itself.
    template <class Read>
    auto attempt(Read&& read, std::string_view field = {}) -> std::optional<decltype(read())> {
        try {
            return read();
        } catch (const store::StorageRefusal&) {
            throw;  // no words are wrong then
        } catch (const Refusal& refusal) {
            if (refusal.kind() == RefusalKind::failure) { throw; }  // as little: what is needed cannot be read
            if (found_.empty()) { kind_ = refusal.kind(); }
            for (const auto& problem : refusal.problems()) {
                auto& found = found_.emplace_back(problem);
                if (found.field.empty()) { found.field = field; }
            }
            return std::nullopt;
        }
    }
    /// Reads each of the words, whatever is wrong with the others.
    template <class Words, class Read>
    void each(const Words& words, Read&& read) {
        for (const auto& word : words) {
            attempt([&] {
                read(word);
                return true;
            });
        }
    }
    /// The same for a line of a file: problems without a place of their own get this one.
    template <class Read>
    void attempt_at(const Place& place, Read&& read) {
        const auto before = found_.size();
        attempt([&] {
            read();
            return true;
        });
        for (auto i = before; i < found_.size(); ++i) {
            if (!found_[i].place) { found_[i].place = place; }
        }
    }
    [[nodiscard]] std::size_t count() const { return found_.size(); }
    void raise_if_any() const {
        if (!found_.empty()) { throw Refusal{kind_, found_}; }
    }

private:
    RefusalKind kind_ = RefusalKind::misuse;
    std::vector<Problem> found_;
};

/// The same for one reading: what is wrong goes on, as a problem of `field`.
template <class Read>
auto of_field(std::string_view field, Read&& read) -> decltype(read()) {
    Problems problems;
    auto value = problems.attempt(read, field);
    problems.raise_if_any();
    return std::move(*value);
}

}  // namespace practice::app
