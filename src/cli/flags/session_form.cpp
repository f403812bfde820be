// SPDX-License-Identifier: MIT
#include "cli/flags/session_form.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "app/booking/people_words.h"
#include "app/booking/service_words.h"
#include "app/booking/session_length.h"
#include "app/directory.h"
#include "cli/answer/prompt.h"
#include "practice/keyword.h"
#include "practice/plain_text.h"
#include "practice/recurrence_text.h"
#include "text/fold.h"

namespace practice::cli {
namespace {

/// The things in use, with the line that shows each in a list.
template <class Thing>
struct Choices {
    std::vector<const Thing*> things;
    std::vector<std::string> lines;

    void add(const Thing& thing, std::string line) {
        things.push_back(&thing);
        lines.push_back(std::move(line));
    }
    [[nodiscard]] std::optional<std::size_t> at(const Thing* wanted) const {
        const auto found = std::ranges::find(things, wanted);
        return found == things.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - things.begin())};
    }
    /// The lines with a word that begins with what was typed, without case and accents.
    [[nodiscard]] std::vector<std::size_t> search(const std::string& typed) const {
        std::vector<SearchName> names;
        for (const auto& line : lines) { names.push_back(text::search_name(line)); }
        return search_names(text::search_name(typed), names);
    }
};

class Form {
public:
    Form(SessionWords& words, Context& context) : words_{words}, context_{context}, directory_{context} {}

    void ask_all() {
        if (!something_missing()) { return; }
        ask_professional();
        ask_clients();
        ask_services();
        ask_room();
        ask_when();
        ask_recurrence();
    }

private:
    [[nodiscard]] bool something_missing() const {
        const bool no_service = words_.services.empty() && !context_.configuration.get("service");
        if (words_.clients.empty() || no_service) { return true; }
        try {
            (void)read_people(words_, context_, directory_);
            return false;
        } catch (const Refusal&) { return !words_.professional; }
    }

    void ask_professional() {
        Choices<Professional> choices;
        for (const auto& one : directory_.professionals()) {
            if (!one.archived) { choices.add(one, fmt::format("{}  {}", one.code, one.name.text)); }
        }
        if (words_.professional || choices.things.empty()) { return; }
        std::optional<std::size_t> usual;
        if (const auto own = context_.configuration.get("professional")) {
            usual = choices.at(&directory_.find_professional(*own));
        }
        if (choices.things.size() == 1) { usual = 0; }
        const auto chosen = choose(context_, "Professional", choices.lines, usual,
                                   [&](const std::string& typed) { return choices.search(typed); });
        words_.professional = choices.things[chosen]->code;
    }

    void ask_clients() {
        if (!words_.clients.empty() || !words_.professional) { return; }
        const auto professional = directory_.find_professional(*words_.professional).id;
        std::vector<const Client*> own;
        std::vector<const Client*> all;
        for (const auto& client : directory_.clients()) {
            if (client.archived) { continue; }
            if (std::ranges::find(client.professionals, professional) != client.professionals.end()) {
                own.push_back(&client);
            }
            all.push_back(&client);
        }
        auto shown = show_clients(own.empty() ? all : own);
        const Client* taken = nullptr;
        ask(context_, "Client (a number, or part of the name)", std::nullopt, [&](const std::string& answer) {
            const auto* found = find_client(answer, professional, shown);
            if (all_digits(answer) && std::ranges::find(shown, found->id.value) == shown.end()) {
                throw misuse(candidate_line(*found, directory_) + " is not in the list",
                             "to take somebody else, type part of the name");
            }
            taken = found;
        });
        say(context_, taken->name.text);
        words_.clients.push_back(std::to_string(taken->id.value));
    }

    /// With the numbers that are taken as an answer; those that are not shown are not.
    std::vector<std::int64_t> show_clients(const std::vector<const Client*>& clients) {
        std::vector<std::string> lines;
        std::vector<std::int64_t> numbers;
        for (const auto* client : clients) {
            auto line = candidate_line(*client, directory_);
            line.replace(line.find(' '), 2, ") ");
            lines.push_back("  " + line);
            numbers.push_back(client->id.value);
        }
        numbers.resize(show_lines(context_, lines));
        return numbers;
    }

    /// Where several are meant, these are shown then, and their numbers are the answers.
    const Client* find_client(const std::string& answer, ProfessionalId professional,
                              std::vector<std::int64_t>& shown) const {
        try {
            return &directory_.find_client(answer, professional);
        } catch (const Refusal& refusal) {
            if (refusal.kind() == RefusalKind::ambiguous) {
                shown.clear();
                for (const auto& line : refusal.problems().front().details) {
                    std::int64_t number = 0;
                    std::from_chars(line.data(), line.data() + line.size(), number);
                    shown.push_back(number);
                }
            }
            throw;
        }
    }

    void ask_services() {
        if (!words_.services.empty()) { return; }
        Choices<Service> choices;
        for (const auto& service : directory_.services()) {
            if (!service.archived) {
                choices.add(service, fmt::format("{}  {}  {} {}", service.code, service.description,
                                                 to_string(service.price), service.price.currency.code()));
            }
        }
        const auto search = [&](const std::string& typed) { return choices.search(typed); };
        auto chosen = choose(context_, "Service", choices.lines, std::nullopt, search);
        while (true) {
            const auto& service = *choices.things[chosen];
            words_.services.push_back(service.code + "=" + ask_price(service));
            const auto more =
                ask(context_, "Add additional service (a code, or no)", "no", [&](const std::string& answer) {
                    if (!is_keyword(answer, "no") && search(answer).size() != 1) {
                        throw misuse("that is not one service", "type its code, or no");
                    }
                });
            if (is_keyword(more, "no")) { return; }
            chosen = search(more).front();
        }
    }

    std::string ask_price(const Service& service) {
        auto words = words_;
        words.services = {service.code};
        const auto people = read_people(words, context_, directory_);
        const auto lines = read_lines(words, people, context_, directory_);
        return ask(context_, "Price of " + service.code, to_string(lines.front().price),
                   [&](const std::string& answer) { (void)parse_money(answer, service.price.currency); });
    }

    void ask_room() {
        if (words_.room || words_.is_virtual) { return; }
        Choices<Room> choices;
        for (const auto& room : directory_.rooms()) {
            if (!room.archived) { choices.add(room, fmt::format("{} ({})", room.name.text, to_string(room.kind))); }
        }
        if (choices.things.empty()) { return; }
        const auto& professional = directory_.find_professional(*words_.professional);
        const auto usual =
            professional.room ? choices.at(&directory_.with_id(*professional.room)) : std::optional<std::size_t>{};
        const auto chosen = choose(context_, "Room", choices.lines, usual ? usual : std::optional<std::size_t>{0},
                                   [&](const std::string& typed) { return choices.search(typed); });
        words_.room = choices.things[chosen]->name.text;
    }

    void ask_when() {
        const auto now = context_.local_now();
        if (!words_.at) {
            words_.at = ask(context_, "Day and time (such as 'tue 14:00'; next is the first free slot)", "next",
                            [&](const std::string& answer) { (void)text::parse_when(answer, now); });
        }
        if (!words_.length) {
            words_.length = ask(context_, "Length in minutes", usual_length(),
                                [](const std::string& answer) { (void)text::parse_length(answer); });
            if (words_.length == usual_length()) { words_.length.reset(); }  // as the services have it
        }
    }

    [[nodiscard]] std::string usual_length() const {
        Length sum{0};
        for (const auto& word : words_.services) {
            const auto code = word.substr(0, word.find_first_of(":="));
            const auto rest = word.substr(code.size());
            const bool many = rest.starts_with(':');
            const int units =
                many ? text::parse_number(rest.substr(1, rest.find('=') - 1), "the number of units", 1, 999) : 1;
            sum += directory_.find_service(code).length * units;
        }
        return std::to_string((sum > Length{0} ? sum : kUsualLength).count());
    }

    void ask_recurrence() {
        if (words_.repeat || words_.rrule) { return; }
        std::vector<std::string> names{"single", "daily", "weekdays", "weekly", "biweekly", "monthly", "yearly"};
        for (const auto& named : directory_.recurrences()) {
            if (!named.archived) { names.push_back(named.name); }
        }
        names.emplace_back("custom");
        const auto search = [&](const std::string& typed) {
            std::vector<std::size_t> found;
            for (std::size_t i = 0; i < names.size(); ++i) {
                if (names[i] == typed) { return std::vector<std::size_t>{i}; }
                if (names[i].starts_with(typed)) { found.push_back(i); }
            }
            return found;
        };
        const auto chosen = names[choose(context_, "Recurrence", names, std::size_t{0}, search)];
        if (chosen == "single") { return; }
        words_.repeat = chosen;
        if (is_keyword(chosen, "custom")) { ask_custom(); }
        const auto now = context_.local_now();
        words_.ends = ask(context_, "Ends (a date, or never)", "never", [&](const std::string& answer) {
            if (!says_never(answer)) { (void)text::parse_date(answer, now); }
        });
    }

    void ask_custom() {
        const auto starts = context_.require_practice().week_starts;
        words_.every = ask(context_, "Every how many", "1", [&](const std::string& answer) {
            (void)parse_custom_recurrence(answer, "week", "", starts);
        });
        words_.unit = ask(context_, "Unit (day, week, month, year)", "week",
                          [&](const std::string& answer) { (void)parse_custom_recurrence("1", answer, "", starts); });
        const auto on =
            ask(context_, "On (such as tue,thu; for months 2tue, -1fri, 15; or none)", "none",
                [&](const std::string& answer) {
                    (void)parse_custom_recurrence(*words_.every, *words_.unit, says_none(answer) ? "" : answer, starts);
                });
        if (!says_none(on)) { words_.on = on; }
    }

    SessionWords& words_;
    Context& context_;
    Directory directory_;
};

}  // namespace

void ask_for_missing(SessionWords& words, Context& context) {
    if (!context.practice) { return; }  // the refusal says how to set one up
    Form{words, context}.ask_all();
}

}  // namespace practice::cli
