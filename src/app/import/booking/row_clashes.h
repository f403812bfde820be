// SPDX-License-Identifier: MIT
// How the clashes of an import are told: what came in by another row is called by its line.
#pragma once

#include <optional>
#include <unordered_map>
#include <vector>

#include "app/import/import_run.h"
#include "practice/booking.h"
#include "text/wording/conflict_text.h"

namespace practice::app {

class RowClashes {
public:
    /// It must outlive this.
    explicit RowClashes(const ImportRun& run) : run_{run} {}

    /// The session is new, by this row. REQUIRES: its number is higher than those of all before it.
    void is_booked_by(SessionId id, std::size_t row) { booked_.push_back({id, row}); }
    /// It was stored, and the row changes it.
    void is_changed_by(SessionId id, std::size_t row) { changed_.emplace(id, row); }
    /// The row that has booked it; nullopt: it was stored.
    [[nodiscard]] std::optional<std::size_t> booked_by(SessionId id) const;

    /// "line 7 on 2026-12-08"; nullopt where a number does.
    [[nodiscard]] std::optional<text::BookedName> name_of(const Clash& clash) const;
    /// The same, for as long as this is there.
    [[nodiscard]] text::NameBooked naming() const;

    struct Told {
        /// It is told as a series.
        bool series = false;
        /// What clashes is to be left out, and that need not be said again.
        bool skips = false;
        /// See why_no_skip().
        std::optional<Date> named = {};
        /// Dates that the row names.
        std::vector<Date> given = {};
    };
    [[nodiscard]] Refusal refusal(const Session& session, const Conflicts& conflicts, const Told& as) const;

private:
    struct Booked {
        SessionId id;
        std::size_t row = 0;
    };

    const ImportRun& run_;
    std::vector<Booked> booked_;  // by id
    std::unordered_map<SessionId, std::size_t> changed_;
};

}  // namespace practice::app
