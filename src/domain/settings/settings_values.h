// SPDX-License-Identifier: MIT
// Values of a settings file, one at a time: what was written becomes a value, or a problem with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "practice/professional.h"
#include "practice/settings/settings_plan.h"

namespace practice {

/// Whether it clears a value: nothing, "none", "null".
[[nodiscard]] bool clears(const Written& written);

class SettingsValues {
public:
    /// Both must outlive it.
    SettingsValues(const SettingsWorld& world, std::vector<Problem>& problems) : world_{world}, problems_{problems} {}

    void problem(Spot at, std::string message, std::string hint = {});

    // Each of these changes `field` if the value was given and is right; a wrong one becomes a problem.
    // `what` names it: "the email".
    void text(const Given& given, std::string_view what, std::string& field, std::size_t most_bytes = 500);
    void name(const Given& given, std::string_view what, SearchName& field);
    /// Letters, digits, "-", "_" and "."; `number_alone`: digits alone too.
    void code(const Given& given, std::string_view what, std::string& field, bool number_alone);
    void email(const Given& given, std::string& field);
    void phone(const Given& given, std::string& field);
    void link(const Given& given, std::string& field);
    void time_zone(const Given& given, std::string& field, bool may_be_cleared);
    void yes_or_no(const Given& given, std::string_view what, bool& field);
    void number(const Given& given, std::string_view what, int least, int most, int& field);
    struct UsualNumber {
        int least;
        int most;
        int usual;
    };
    /// The same, where nothing ("none") stands for the usual one.
    void number_or_usual(const Given& given, std::string_view what, const UsualNumber& range, int& field);
    void price(const Given& given, std::string_view what, Currency currency, Money& field);
    void hours(const std::vector<HoursEntry>& entries, WorkingHours& field);
    void time_off(const std::vector<TimeOffEntry>& entries, std::vector<TimeOff>& field);
    /// One of `choices`; its index.
    [[nodiscard]] std::optional<std::size_t> choice(const Given& given, std::string_view what,
                                                    const std::vector<std::string>& choices);

    /// Calls `read`; what it refuses becomes a problem at the place.
    template <class Read>
    void attempt(Spot at, Read&& read) {
        try {
            read();
        } catch (const Refusal& refusal) { add(at, refusal); }
    }

    [[nodiscard]] const SettingsWorld& world() const { return world_; }

private:
    void add(Spot at, const Refusal& refusal);
    [[nodiscard]] std::optional<TimeOff> one_time_off(const TimeOffEntry& entry);

    const SettingsWorld& world_;
    std::vector<Problem>& problems_;
};

/// "did you mean a or b?"; empty when nothing is near.
[[nodiscard]] std::string did_you_mean(std::string_view text, const std::vector<std::string>& candidates);

}  // namespace practice
