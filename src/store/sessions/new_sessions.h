// SPDX-License-Identifier: MIT
// New sessions, written many at a time: an import has a hundred thousand.
#pragma once

#include "practice/session.h"
#include "store/rows/row_batch.h"
#include "store/sessions/session_columns.h"

namespace practice::store {

class NewSessions {
public:
    /// Both must outlive it. REQUIRES: while it has sessions that are not written, nobody else inserts any.
    NewSessions(Database& database, const TimeZones& zones);

    /// Takes a session, and gives back its number: its own where it has one, otherwise one that was never used.
    /// Its uid is made where it has none. Throws Refusal(misuse) for one that cannot be stored; it is not taken then.
    SessionId add(const Session& session);
    /// Writes those that are not written yet. Throws ConstraintRefusal when a number or a ref is taken already; the
    /// transaction can not be kept then.
    void write();

private:
    SessionId add_row(const Session& session);
    [[nodiscard]] SessionId next_number();
    /// Of the session as a whole, or of one of its dates; positions are counted here.
    void add_parts(SlotKey key, const std::vector<ClientName>& clients, const std::vector<ServiceLine>& lines,
                   const std::vector<Attendance>& attendance);

    Database& database_;
    const TimeZones& zones_;
    std::int64_t last_number_ = 0;
    RowBatch sessions_;
    RowBatch dates_;
    RowBatch yields_;
    RowBatch clashes_;
    RowBatch changes_;
    RowBatch clients_;
    RowBatch lines_;
    RowBatch attendance_;
};

}  // namespace practice::store
