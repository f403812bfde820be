// SPDX-License-Identifier: MIT
// What an examination of the database found, one line each.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace practice::app {

struct Finding {
    enum class Status { ok, fixed, note, problem };
    /// What was looked at, in a word: "pages".
    std::string check;
    Status status = Status::ok;
    std::string message;
    /// What to type; empty where nothing needs to be done.
    std::string hint = {};
};
/// "ok", "fixed", "note", "problem".
[[nodiscard]] std::string_view to_string(Finding::Status status);

class Findings {
public:
    void add(Finding finding) { list_.push_back(std::move(finding)); }
    void ok(std::string_view check, std::string message) { add({std::string{check}, Finding::Status::ok, message}); }
    void note(std::string_view check, std::string message, std::string hint = {}) {
        add({std::string{check}, Finding::Status::note, std::move(message), std::move(hint)});
    }
    void fault(std::string_view check, std::string message, std::string hint) {
        add({std::string{check}, Finding::Status::problem, std::move(message), std::move(hint)});
    }
    /// Looks; what keeps it from looking to the end is a problem of that check. Only Refusal(busy) goes on.
    void attempt(std::string_view check, const std::function<void()>& look);

    [[nodiscard]] const std::vector<Finding>& list() const { return list_; }
    [[nodiscard]] bool sound() const;
    [[nodiscard]] bool sound(std::string_view check) const;

private:
    std::vector<Finding> list_;
};

/// "1, 2, 3 and 7 more".
[[nodiscard]] std::string some_of(const std::vector<std::string>& names);

}  // namespace practice::app
