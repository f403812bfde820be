// SPDX-License-Identifier: MIT
// The words of a feed's events.
#pragma once

#include "practice/feeds/feed.h"

namespace practice::feeds {

/// What such a feed says of a session as such (its series) or of one occurrence.
[[nodiscard]] FeedText text_of(const Session& session, const FeedRequest& request);
[[nodiscard]] FeedText text_of(const Occurrence& occurrence, const FeedRequest& request);

}  // namespace practice::feeds
