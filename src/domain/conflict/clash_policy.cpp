// SPDX-License-Identifier: MIT
#include "practice/clash_policy.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"

namespace practice {

std::string_view to_string(ClashKind kind) {
    constexpr std::array<std::string_view, 3> names{"professional", "client", "room"};
    return names.at(static_cast<std::size_t>(kind));
}

bool AllowedClash::covers(const AllowedClash& clash) const {
    if (kind != clash.kind) { return false; }
    const auto* stretch = std::get_if<AwayStretch>(&with);
    const auto* other = std::get_if<AwayStretch>(&clash.with);
    if (stretch == nullptr || other == nullptr) { return with == clash.with; }
    return stretch->of == other->of && stretch->span.from <= other->span.from && other->span.to <= stretch->span.to;
}

bool AllowedClash::operator<(const AllowedClash& other) const {
    const auto order = [](const AllowedClash& one) {
        const auto* session = std::get_if<SessionId>(&one.with);
        const auto* stretch = std::get_if<AwayStretch>(&one.with);
        return std::tuple{one.kind,
                          one.with.index(),
                          session != nullptr ? *session : SessionId{},
                          stretch != nullptr ? stretch->of : ProfessionalId{},
                          stretch != nullptr ? stretch->span.from : LocalTime{},
                          stretch != nullptr ? stretch->span.to : LocalTime{}};
    };
    return order(*this) < order(other);
}

std::optional<OnConflict> parse_on_conflict(std::string_view text) {
    const auto word = keyword(text);
    if (word == "refuse") { return OnConflict::refuse; }
    if (word == "skip") { return OnConflict::skip; }
    if (word == "allow") { return OnConflict::allow; }
    return std::nullopt;
}

bool ClashPolicy::allows(const Clash& clash) const {
    if (allows_all()) { return true; }
    if (clash.with_time_off()) { return time_off; }
    switch (clash.kind) {
        case ClashKind::professional: return professional;
        case ClashKind::client: return client;
        case ClashKind::room: return room;
    }
    return false;
}

void allow_kinds(ClashPolicy& policy, std::string_view words) {
    policy = ClashPolicy{policy.otherwise};
    while (true) {
        const auto comma = words.find(',');
        const auto word = keyword(words.substr(0, comma));
        if (word == "professional") {
            policy.professional = true;
        } else if (word == "client") {
            policy.client = true;
        } else if (word == "room") {
            policy.room = true;
        } else if (word == "time-off") {
            policy.time_off = true;
        } else {
            throw misuse(quoted(words.substr(0, comma)) + " is no kind of clash",
                         "kinds are professional, client, room and time-off; 'room,time-off' for two of them");
        }
        if (comma == std::string_view::npos) { return; }
        words.remove_prefix(comma + 1);
    }
}

std::string kinds_of(const Conflicts& conflicts) {
    std::string kinds;
    const auto add = [&](std::string_view kind, auto&& is_of) {
        if (std::none_of(conflicts.clashes.begin(), conflicts.clashes.end(), is_of)) { return; }
        kinds += kinds.empty() ? "" : ",";
        kinds += kind;
    };
    for (const auto kind : kClashKinds) {
        add(to_string(kind), [&](const Clash& clash) { return !clash.with_time_off() && clash.kind == kind; });
    }
    add("time-off", [](const Clash& clash) { return clash.with_time_off(); });
    return kinds;
}

bool allow_clashes(Session& planned, const Conflicts& conflicts, const ClashPolicy& policy) {
    bool any = false;
    for (const auto& clash : conflicts.clashes) {
        if (!policy.allows(clash)) { continue; }
        any = true;
        auto& allowed = planned.allowed;
        const auto place = std::lower_bound(allowed.begin(), allowed.end(), clash.pair);
        if (place == allowed.end() || *place != clash.pair) { allowed.insert(place, clash.pair); }
    }
    return any;
}

}  // namespace practice
