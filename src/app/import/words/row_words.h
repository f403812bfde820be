// SPDX-License-Identifier: MIT
// The cells of a schedule file as the words of sessions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/booking/session_words.h"
#include "practice/exchange/schedule_row.h"

namespace practice::app {

class ImportWords {
public:
    /// `defaults`: what is said on the command line of rows that do not say it. Both must outlive this.
    ImportWords(const ScheduleFile& file, const SessionWords& defaults);

    /// For a session to be booked: with the defaults.
    [[nodiscard]] SessionWords for_new(const ScheduleRow& row) const;
    /// For one that is booked: nothing but what the row says.
    [[nodiscard]] SessionWords as_written(const std::vector<ScheduleCell>& cells) const;

    /// Whether what is still to come may be marked attended or missed.
    [[nodiscard]] bool allows_future() const { return defaults_.allow_future; }
    /// Whether records of what has been may be altered.
    [[nodiscard]] bool alters_records() const { return defaults_.alter_records; }
    /// The row's ref; empty: none.
    [[nodiscard]] std::string_view ref(const ScheduleRow& row) const;
    /// What the row has in a column, several values joined by "; ".
    [[nodiscard]] std::string value(const ScheduleRow& row, std::string_view column) const;
    /// The rows' line numbers are those of this file.
    [[nodiscard]] const ScheduleFile& file() const { return file_; }

private:
    /// Where a column's cells go: one of the three.
    struct Target {
        std::optional<std::string> SessionWords::*one = nullptr;
        std::vector<std::string> SessionWords::*many = nullptr;
        bool SessionWords::*yes = nullptr;
    };
    [[nodiscard]] static Target target_of(std::string_view column);

    const ScheduleFile& file_;
    const SessionWords& defaults_;
    std::vector<Target> targets_;  // by column
    std::optional<std::size_t> ref_column_;
};

}  // namespace practice::app
