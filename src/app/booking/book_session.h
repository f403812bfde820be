// SPDX-License-Identifier: MIT
// Booking a session or a series: from what somebody says of it to what is kept.
#pragma once

#include "app/booking/session_words.h"
#include "app/office.h"
#include "app/query/busy_times.h"
#include "practice/booking.h"

namespace practice::app {

struct BookedSession {
    /// Its session as it was stored. What its conflicts refer to is in `busy`.
    Booking booking;
    BusyTimes busy;
};

/// In one transaction. Refusal(misuse) with all that is wrong with the words, Refusal(conflict) naming what is in the
/// way, or what does not work on that day; nothing is kept then. A time that was said with an offset is noted.
[[nodiscard]] BookedSession book_session(Office& office, const SessionWords& words);

}  // namespace practice::app
