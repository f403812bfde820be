// SPDX-License-Identifier: MIT
// What is charged: services with their usual length and price, and the lines of a session.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "practice/ids.h"
#include "practice/money.h"

namespace practice {

enum class ChargedPer { session, client };

struct Service {
    ServiceId id;
    /// A CPT or own code; unique without case.
    std::string code;
    std::string description;
    /// The usual length; 0 for an add-on.
    Length length{0};
    Money price;
    ChargedPer per = ChargedPer::session;
    bool archived = false;
    bool operator==(const Service&) const = default;
};

/// One service in one session, its price as it was when booked.
struct ServiceLine {
    ServiceId service;
    std::string code;
    std::string description;
    int units = 1;  // 1 .. 999
    Money price;    // of one unit
    std::vector<std::string> modifiers;
    ChargedPer per = ChargedPer::session;
    bool operator==(const ServiceLine&) const = default;
};

/// units x price, times the number of clients for a service charged per client. Nullopt on overflow.
[[nodiscard]] std::optional<Money> amount(const ServiceLine& line, std::size_t clients);
/// The sum of all lines; zero of `currency` without any. Nullopt on overflow.
[[nodiscard]] std::optional<Money> total(const std::vector<ServiceLine>& lines, std::size_t clients, Currency currency);

}  // namespace practice
