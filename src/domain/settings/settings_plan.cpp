// SPDX-License-Identifier: MIT
// The order of planning, and the practice itself.
#include "practice/settings/settings_plan.h"

#include <algorithm>

#include "domain/settings/settings_planner.h"
#include "practice/plain_text.h"

namespace practice {
namespace {

std::string capitals(std::string_view text) {
    std::string out{text};
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') { c = static_cast<char>(c - 'a' + 'A'); }
    }
    return out;
}

/// Prices in another currency than the practice will have, told one by one.
std::vector<std::string> prices_elsewhere(const std::vector<Service>& services,
                                          const std::vector<Professional>& professionals,
                                          const std::vector<Client>& clients, Currency currency) {
    std::vector<std::string> out;
    const auto look = [&](const Money& price, const std::string& whose) {
        if (price.currency == currency) { return; }
        out.push_back(whose + ": " + to_string(price) + " " + std::string{price.currency.code()});
    };
    for (const auto& service : services) { look(service.price, "service " + service.code); }
    for (const auto& professional : professionals) {
        for (const auto& [code, fee] : professional.fees) {
            look(fee, "professional " + professional.code + ", fee for " + code);
        }
    }
    for (const auto& client : clients) {
        for (const auto& [code, fee] : client.fees) { look(fee, "client " + client.name.text + ", fee for " + code); }
    }
    return out;
}

}  // namespace

std::size_t SettingsPlan::count(PlannedAct act) const {
    return static_cast<std::size_t>(
        std::count_if(changes.begin(), changes.end(), [&](const PlannedChange& change) { return change.act == act; }));
}

SettingsPlan plan_settings(const Settings& settings, const Existing& existing, const SettingsWorld& world,
                           const SettingsOptions& options) {
    return SettingsPlanner{settings, existing, world, options}.plan();
}

SettingsPlanner::SettingsPlanner(const Settings& settings, const Existing& existing, const SettingsWorld& world,
                                 const SettingsOptions& options)
    : settings_{settings},
      existing_{existing},
      options_{options},
      values_{world, plan_.problems},
      practice_{existing.practice},
      rooms_{existing.rooms},
      services_{existing.services},
      recurrences_{existing.recurrences},
      professionals_{existing.professionals},
      clients_{existing.clients},
      feeds_{existing.feeds} {}

SettingsPlan SettingsPlanner::plan() {
    plan_practice();
    plan_rooms();
    plan_services();
    plan_recurrences();
    plan_professionals();
    plan_clients();
    plan_feeds();
    check_currency();
    std::stable_sort(plan_.problems.begin(), plan_.problems.end(), [](const Problem& a, const Problem& b) {
        const auto at = [](const Problem& problem) {
            return problem.place ? std::pair{problem.place->line, problem.place->column} : std::pair{0, 0};
        };
        return at(a) < at(b);
    });
    if (plan_.problems.empty()) { settle_all(); }
    return std::move(plan_);
}

void SettingsPlanner::plan_practice() {
    if (!settings_.practice) {
        if (existing_.practice) { return; }
        values_.problem(
            {}, "the practice is not set up yet",
            "begin the file with 'practice: {name: Lakeside Counseling, time-zone: America/New_York, currency: USD}'");
        return;
    }
    const auto wanted = read_practice(*settings_.practice);
    if (!wanted) { return; }
    practice_ = wanted;
    if (existing_.practice == wanted) {
        ++plan_.unchanged;
        return;
    }
    PlannedChange told{PlannedAct::add, "practice", {}, wanted->name, additions(fields_of(*wanted), {}, wanted->name)};
    if (existing_.practice) {
        told = {PlannedAct::change,
                "practice",
                {},
                existing_.practice->name,
                differences(fields_of(*existing_.practice), fields_of(*wanted))};
        if (existing_.practice->time_zone != wanted->time_zone) {
            plan_.notes.push_back("sessions booked so far keep the time zone " + existing_.practice->time_zone +
                                  "; working hours and time off are read in " + wanted->time_zone + " from now on");
        }
        if (!(existing_.practice->currency == wanted->currency)) {
            plan_.notes.push_back("sessions booked so far keep their prices in " +
                                  std::string{existing_.practice->currency.code()});
        }
    }
    plan_.practice = wanted;
    plan_.changes.push_back(std::move(told));
}

std::optional<Practice> SettingsPlanner::read_practice(const PracticeEntry& entry) {
    const auto problems_before = plan_.problems.size();
    SearchName name{existing_.practice ? existing_.practice->name : std::string{}, {}};
    values_.name(entry.name, "the practice's name", name);
    std::string zone = existing_.practice ? existing_.practice->time_zone : std::string{};
    values_.time_zone(entry.time_zone, zone, false);
    std::optional<Currency> currency;
    if (existing_.practice) { currency = existing_.practice->currency; }
    if (entry.currency) {
        currency = Currency::from_code(capitals(trimmed(entry.currency->text)));
        if (!currency) {
            values_.problem(entry.currency->spot, quoted(entry.currency->text) + " is not a currency",
                            "use its three letters, such as USD, EUR, GBP or CAD");
        }
    }
    Weekday week_starts = existing_.practice ? existing_.practice->week_starts : Weekday{std::chrono::Monday};
    if (entry.week_starts) {
        const auto day = parse_weekday(trimmed(entry.week_starts->text));
        if (day) { week_starts = *day; }
        if (!day) {
            values_.problem(entry.week_starts->spot, quoted(entry.week_starts->text) + " is not a weekday",
                            "use monday or sunday");
        }
    }
    constexpr int longest_slot = 240;
    int slot = existing_.practice ? static_cast<int>(existing_.practice->slot.count()) : 15;
    values_.number_or_usual(entry.slot, "the slot, in minutes,", {1, longest_slot, 15}, slot);

    if (!existing_.practice) {
        const auto require = [&](const Given& given, const std::string& what, const std::string& example) {
            if (!given && !entry.incomplete) {
                values_.problem(entry.spot, "the practice has no " + what + " yet",
                                "add, for example, " + what + ": " + example);
            }
        };
        require(entry.name, "name", "Lakeside Counseling");
        require(entry.time_zone, "time-zone", "America/New_York");
        require(entry.currency, "currency", "USD");
    }
    if (plan_.problems.size() != problems_before) { return std::nullopt; }
    return Practice{name.text, zone, *currency, week_starts, Length{slot}};
}

/// Prices never change by themselves: whoever changes the currency gives all of them anew.
void SettingsPlanner::check_currency() {
    if (!plan_.practice || !existing_.practice || existing_.practice->currency == plan_.practice->currency) { return; }
    auto left = prices_elsewhere(services_.now, professionals_.now, clients_.now, plan_.practice->currency);
    if (left.empty()) { return; }
    const std::string before{existing_.practice->currency.code()};
    const std::string after{plan_.practice->currency.code()};
    values_.problem(settings_.practice->currency->spot,
                    "the currency would change from " + before + " to " + after + ", but " +
                        std::to_string(left.size()) + (left.size() == 1 ? " price is" : " prices are") +
                        " not given anew",
                    "give all prices in " + after + " in this file, or leave the currency at " + before);
    constexpr std::size_t most = 10;
    if (left.size() > most) {
        const auto more = left.size() - most;
        left.resize(most);
        left.push_back("and " + std::to_string(more) + " more");
    }
    plan_.problems.back().details = std::move(left);
}

void SettingsPlanner::settle_all() {
    const auto prune = [&](const auto& section) { return options_.prune && section.has_value(); };
    const auto fields = [](const auto& thing) { return fields_of(thing); };
    settle(rooms_, "room", prune(settings_.rooms), fields, plan_.rooms, plan_);
    settle(services_, "service", prune(settings_.services), fields, plan_.services, plan_);
    settle(recurrences_, "recurrence", prune(settings_.recurrences), fields, plan_.recurrences, plan_);
    settle(
        professionals_, "professional", prune(settings_.professionals),
        [&](const Professional& one) { return fields_of(one, rooms_.now); }, plan_.professionals, plan_);
    settle(
        clients_, "client", prune(settings_.clients),
        [&](const Client& one) { return fields_of(one, professionals_.now); }, plan_.clients, plan_);
    settle(
        feeds_, "feed", prune(settings_.feeds),
        [&](const DeclaredFeed& one) {
            return fields_of(one, professionals_.now, rooms_.now, clients_.now, services_.now);
        },
        plan_.feeds, plan_);
    note_archived_rooms();
    note_archived_feeds();
}

void SettingsPlanner::note_archived_rooms() {
    for (const auto& room : plan_.rooms) {
        if (!room.archived) { continue; }
        for (const auto& professional : professionals_.now) {
            if (professional.room == room.id && !professional.archived) {
                plan_.notes.push_back(room.name.text + " is archived, and still the usual room of " +
                                      professional.name.text);
            }
        }
    }
}

}  // namespace practice
