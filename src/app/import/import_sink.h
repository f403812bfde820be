// SPDX-License-Identifier: MIT
// Whoever wants to know what an import does while it does it: what became of each row, with the values themselves.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/import/import_report.h"
#include "practice/booking.h"
#include "practice/session.h"
#include "practice/settings/settings_plan.h"
#include "text/wording/conflict_text.h"

namespace practice::app {

/// A session that a row, or the lack of one, has made or changed, and what that means. All that it refers to is gone
/// when the call returns.
struct RowResult {
    /// Of ScheduleFile::rows; nullopt: no row has the session any more, and it was cancelled.
    std::optional<std::size_t> row;
    /// Null: it is new.
    const Session* before = nullptr;
    const Session* after = nullptr;
    /// Set when the row is about one date of it.
    std::optional<Date> slot;
    /// As in RowChange and Booking.
    std::span<const Date> kept;
    std::span<const Date> lost;
    std::span<const Date> left_out;
    /// What it clashes with and is booked all the same.
    const Conflicts* conflicts = nullptr;
    /// How clashes call what came in by another row: "line 7".
    text::NameBooked name_booked;
    /// As in RowChange.
    std::span<const Date> singles = {};
};

class ImportSink {
public:
    ImportSink() = default;
    ImportSink(const ImportSink&) = delete;
    ImportSink& operator=(const ImportSink&) = delete;
    virtual ~ImportSink() = default;

    /// All is done from the beginning: what was said of rows so far counts no more.
    virtual void begin() = 0;
    virtual void row(const RowResult& result) = 0;
    /// One more row is done. May throw to end it all: nothing is kept then.
    virtual void step() = 0;
    /// Of other things than sessions: what the rows change.
    virtual void records(std::vector<PlannedChange> /*changes*/) {}
    /// So many sessions are to be cancelled because the file does not have them any more. May throw, as step().
    virtual void cancelling(std::size_t /*count*/) {}
    /// Everything is decided and will now be kept. May throw, as step().
    virtual void before_commit(const ImportReport& report) = 0;
};

}  // namespace practice::app
