// SPDX-License-Identifier: MIT
// The words of a feed's events.
#pragma once

#include "practice/feed.h"

namespace practice::feeds {

/// What a feed of this privacy says of a session as such (its series) or of one occurrence.
[[nodiscard]] FeedText text_of(const Session& session, Privacy privacy);
[[nodiscard]] FeedText text_of(const Occurrence& occurrence, Privacy privacy);

}  // namespace practice::feeds
