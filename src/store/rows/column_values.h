// SPDX-License-Identifier: MIT
// Values of the domain as column values and back. Reading throws Refusal(failure) for what this program
// cannot have written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/civil_time.h"
#include "practice/ids.h"
#include "practice/money.h"
#include "practice/recurrence.h"
#include "practice/refusal.h"
#include "practice/room.h"
#include "practice/service.h"
#include "practice/session.h"
#include "store/database.h"

namespace practice::store {

/// What a column has is nothing that this program can have written there.
class UnreadableColumn : public Refusal {
public:
    explicit UnreadableColumn(std::string_view what);
    /// "a recurrence".
    [[nodiscard]] const std::string& what_it_is() const { return what_; }

private:
    std::string what_;
};

[[nodiscard]] constexpr std::int64_t column(Instant instant) {
    return instant.time_since_epoch().count();
}
[[nodiscard]] constexpr std::int64_t column(Length length) {
    return length.count();
}
[[nodiscard]] constexpr std::int64_t column(bool value) {
    return value ? 1 : 0;
}
template <class Tag>
[[nodiscard]] constexpr std::int64_t column(Id<Tag> id) {
    return id.value;
}
/// NULL for one that is not stored yet: the table then gives it a number.
template <class Tag>
[[nodiscard]] std::optional<std::int64_t> column_or_new(Id<Tag> id) {
    return id.stored() ? std::optional{id.value} : std::nullopt;
}
/// Modifiers joined by commas; NULL for none.
[[nodiscard]] std::optional<std::string> column(const std::vector<std::string>& modifiers);
[[nodiscard]] std::string_view column(ChargedPer per);

[[nodiscard]] Instant to_instant(std::int64_t column);
[[nodiscard]] Length to_length(std::int64_t column);
[[nodiscard]] Date to_date(std::string_view column);
[[nodiscard]] LocalTime to_local_time(std::string_view column);
[[nodiscard]] Status to_status(std::string_view column);
[[nodiscard]] ClashKind to_clash_kind(std::string_view column);
[[nodiscard]] RoomKind to_room_kind(std::string_view column);
[[nodiscard]] ChargedPer to_charged_per(std::string_view column);
[[nodiscard]] Currency to_currency(std::string_view column);
[[nodiscard]] FormerEnd to_former_end(std::string_view column);
[[nodiscard]] RecurrenceRule to_rule(std::string_view column);
/// Empty for NULL.
[[nodiscard]] std::vector<std::string> to_modifiers(const std::optional<std::string>& column);

/// NULL and text apart, where both mean something.
[[nodiscard]] std::optional<std::string> optional_string(const Statement& row, int column);

}  // namespace practice::store
