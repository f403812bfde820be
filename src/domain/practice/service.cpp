// SPDX-License-Identifier: MIT
#include "practice/service.h"

#include <limits>

namespace practice {

std::optional<Money> amount(const ServiceLine& line, std::size_t clients) {
    const auto once = times(line.price, line.units);
    if (!once || line.per == ChargedPer::session) { return once; }
    if (clients > static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max())) { return std::nullopt; }
    return times(*once, static_cast<std::int64_t>(clients));
}

std::optional<Money> total(const std::vector<ServiceLine>& lines, std::size_t clients, Currency currency) {
    Money sum{0, currency};
    for (const auto& line : lines) {
        const auto part = amount(line, clients);
        if (!part) { return std::nullopt; }
        const auto next = add(sum, *part);
        if (!next) { return std::nullopt; }
        sum = *next;
    }
    return sum;
}

}  // namespace practice
