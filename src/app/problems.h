// SPDX-License-Identifier: MIT
// All problems of one command at once.
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "practice/refusal.h"
#include "store/sqlite/errors.h"

namespace practice::app {

/// Runs the readers and keeps their problems, so that all of them are told at once.
class Problems {
public:
    /// What `read` returns, nullopt when it refuses; for one that returns nothing, whether it does not. `field`: what
    /// the words are those of, unless a problem says so itself. A failure is passed on: no words are wrong then.
    template <class Read>
    auto attempt(Read&& read, std::string_view field = {}) {
        constexpr bool returns_nothing = std::is_void_v<decltype(read())>;
        using Result = std::conditional_t<returns_nothing, bool, std::optional<WithoutVoid<decltype(read())>>>;
        try {
            if constexpr (returns_nothing) {
                read();
                return Result{true};
            } else {
                return Result{read()};
            }
        } catch (const store::StorageRefusal&) { throw; } catch (const Refusal& refusal) {
            if (refusal.kind() == RefusalKind::failure) { throw; }
            add(refusal, field);
            return Result{};
        }
    }
    /// Reads each of the words, whatever is wrong with the others.
    template <class Words, class Read>
    void each(const Words& words, Read&& read) {
        for (const auto& word : words) {
            attempt([&] { read(word); });
        }
    }
    /// The same for a line of a file: problems without a place of their own get this one.
    template <class Read>
    void attempt_at(const Place& place, Read&& read) {
        const auto before = found_.size();
        attempt([&] { read(); });
        for (auto i = before; i < found_.size(); ++i) {
            if (!found_[i].place) { found_[i].place = place; }
        }
    }
    /// What is wrong for every one of many in the same words is kept once.
    void add(const Refusal& refusal, std::string_view field = {});
    [[nodiscard]] std::size_t count() const { return found_.size(); }
    [[nodiscard]] bool none() const { return found_.empty(); }
    /// All of them; of more than `most` the first, and how many more there are. REQUIRES: !none().
    [[nodiscard]] Refusal refusal(std::size_t most = std::numeric_limits<std::size_t>::max()) const;
    /// Throws them, if there are any.
    void raise_if_any(std::size_t most = std::numeric_limits<std::size_t>::max()) const;

private:
    template <class Type>
    using WithoutVoid = std::conditional_t<std::is_void_v<Type>, bool, Type>;

    RefusalKind kind_ = RefusalKind::misuse;
    std::vector<Problem> found_;
    std::vector<ClashFact> clashes_;
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
