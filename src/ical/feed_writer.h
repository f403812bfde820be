// SPDX-License-Identifier: MIT
// A feed as an iCalendar file (RFC 5545, 7986), written piece by piece: never more than one event is held in
// libical's form.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>

#include "practice/feeds/feed.h"

namespace practice::ical {

using Sink = std::function<void(std::string_view)>;

/// Writes the whole file to `sink`, in pieces of some kilobytes: the calendar's own properties, a VTIMEZONE for
/// each zone that an event uses, the events in their order. The same arguments give the same bytes. Throws
/// whatever `sink` throws, and Refusal(failure) when libical is not there.
void write_feed(const Sink& sink, std::string_view name, std::span<const FeedEvent> events);

}  // namespace practice::ical
