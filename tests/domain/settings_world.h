// SPDX-License-Identifier: MIT
// A practice to plan settings against, and plans as readable lines.
#pragma once

#include <string>
#include <vector>

#include "practice/plain_text.h"
#include "practice/settings/settings_plan.h"

namespace practice::test {

class FewZones : public TimeZones {
public:
    [[nodiscard]] const TimeZone* find(std::string_view name) const override {
        for (const auto& zone : zones_) {
            if (zone.name() == name) { return &zone; }
        }
        return nullptr;
    }
    [[nodiscard]] std::vector<std::string> names() const override {
        return {"America/New_York", "Europe/Paris", "UTC"};
    }

private:
    std::vector<TimeZone> zones_{TimeZone{"America/New_York", std::chrono::hours{-5}},
                                 TimeZone{"Europe/Paris", std::chrono::hours{1}},
                                 TimeZone{"UTC", std::chrono::seconds{0}}};
};

inline SearchName folded_name(std::string_view text) {
    return {std::string{trimmed(text)}, small_letters(trimmed(text))};
}

inline SettingsWorld settings_world() {
    static const FewZones zones;
    return {&zones, folded_name, [](std::string_view text, std::string_view what, std::size_t most) {
                if (text.size() > most) { throw misuse(std::string{what} + " is too long"); }
            }};
}

inline Currency currency(std::string_view code) {
    return *Currency::from_code(code);
}

/// Lakeside: two professionals, two rooms, two services, two clients.
inline Existing lakeside() {
    const auto usd = currency("USD");
    Existing existing;
    existing.practice = Practice{"Lakeside", "America/New_York", usd, std::chrono::Monday, Length{15}};
    Room room{{1}, folded_name("Room 1"), RoomKind::in_person, 1, "12 Shore Rd", {}, false};
    existing.rooms = {room,
                      Room{{2}, folded_name("Video"), RoomKind::is_virtual, 1, {}, "https://video.example/x", false}};
    existing.services = {Service{{1}, "90834", "Psychotherapy", Length{45}, {15000, usd}, ChargedPer::session, false},
                         Service{{2}, "90853", "Group", Length{90}, {6000, usd}, ChargedPer::client, false}};
    Professional lee;
    lee.id = {1};
    lee.code = "lee";
    lee.name = folded_name("Dana Lee");
    lee.room = RoomId{1};
    lee.fees = {{"90834", {16000, usd}}};
    Professional orr;
    orr.id = {2};
    orr.code = "orr";
    orr.name = folded_name("Sam Orr");
    existing.professionals = {lee, orr};
    Client anna;
    anna.id = {1};
    anna.name = folded_name("Anna Smith");
    anna.professionals = {{1}};
    anna.email = "anna@example.com";
    Client jo;
    jo.id = {2};
    jo.name = folded_name("Jo Ng");
    existing.clients = {anna, jo};
    return existing;
}

inline Given given(std::string text, int line = 0) {
    return Written{std::move(text), {line, line == 0 ? 0 : 1}};
}

/// "change client 1: email anna@example.com -> none"; the problems instead when there are any:
/// "3: what is wrong | hint".
inline std::vector<std::string> told(const SettingsPlan& plan) {
    std::vector<std::string> out;
    for (const auto& problem : plan.problems) {
        const auto line = problem.place ? std::to_string(problem.place->line) + ": " : std::string{};
        out.push_back(line + problem.message + (problem.hint.empty() ? "" : " | " + problem.hint));
    }
    if (!out.empty()) { return out; }
    for (const auto& change : plan.changes) {
        constexpr const char* acts[] = {"add", "change", "archive"};
        std::string line = std::string{acts[static_cast<int>(change.act)]} + " " + change.kind + " " +
                           (change.key.empty() ? change.name : change.key);
        for (std::size_t i = 0; i < change.fields.size(); ++i) {
            const auto& field = change.fields[i];
            line += (i == 0 ? ": " : ", ") + field.field + " ";
            if (change.act != PlannedAct::add) { line += (field.before.empty() ? "none" : field.before) + " -> "; }
            line += field.after.empty() ? "none" : field.after;
        }
        out.push_back(line);
    }
    for (const auto& note : plan.notes) { out.push_back("note: " + note); }
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace practice::test
