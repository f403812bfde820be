// SPDX-License-Identifier: MIT
#include "app/booking/service_words.h"

#include <algorithm>
#include <map>
#include <optional>

#include "app/problems.h"
#include "practice/booking.h"
#include "practice/keyword.h"
#include "practice/refusal.h"
#include "text/dates/parse_time.h"
#include "text/fold.h"

namespace practice::app {
namespace {

constexpr int kMostUnits = 999;
constexpr std::size_t kMostServices = 50;

std::string shown(std::string_view text) {
    return "'" + text::harmless(text::cut(text, 40)) + "'";
}

struct ServiceWord {
    std::string code;
    int units = 1;
    std::optional<std::string> price;
};

ServiceWord read_service_word(const std::string& word) {
    ServiceWord read;
    std::string_view rest = word;
    if (const auto equals = rest.find('='); equals != std::string_view::npos) {
        read.price = std::string{rest.substr(equals + 1)};
        rest = rest.substr(0, equals);
    }
    if (const auto colon = rest.find(':'); colon != std::string_view::npos) {
        read.units = text::parse_number(rest.substr(colon + 1), "the number of units", 1, kMostUnits);
        rest = rest.substr(0, colon);
    }
    read.code = std::string{rest};
    return read;
}

Money line_price(const ServiceWord& word, const Service& service, const SessionWords& words, const People& people,
                 const Office& office, const Directory& directory) {
    const auto currency = office.require_practice().currency;
    if (word.price) { return parse_money(*word.price, currency); }
    if (words.price && !says_none(*words.price)) {
        return of_field("price", [&] { return parse_money(*words.price, currency); });
    }
    std::vector<const std::map<std::string, Money>*> fees;
    for (const auto& client : people.clients) { fees.push_back(&directory.with_id(client.id).fees); }
    if (const auto usual = usual_price(service, *people.professional, fees)) { return *usual; }
    throw misuse("the clients have agreed to different fees for " + service.code,
                 "say the price: `service` " + service.code + "=" + to_string(service.price));
}

}  // namespace

void read_modifiers(const SessionWords& words, std::vector<ServiceLine>& lines) {
    for (const auto& word : words.modifiers) {
        if (says_none(word)) { continue; }
        const auto equals = word.find('=');
        const auto code = equals == std::string::npos ? std::string{} : word.substr(0, equals);
        std::string modifier = equals == std::string::npos ? word : word.substr(equals + 1);
        const bool plain = modifier.size() == 2 && std::ranges::all_of(modifier, [](char c) {
                               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
                           });
        if (!plain) { throw misuse(shown(word) + " is not a modifier", "use two letters or digits, such as 95 or GT"); }
        for (auto& c : modifier) {
            if (c >= 'a' && c <= 'z') { c = static_cast<char>(c - 'a' + 'A'); }
        }
        const auto line =
            std::ranges::find_if(lines, [&](const ServiceLine& l) { return code.empty() || l.code == code; });
        if (line == lines.end()) {
            throw misuse(shown(code) + " is not one of the services", "use CODE=MOD with a code given by `service`");
        }
        if (code.empty() && lines.size() > 1) {
            throw misuse("which service the modifier " + modifier + " belongs to is not said",
                         "use `modifier` " + lines.front().code + "=" + modifier);
        }
        line->modifiers.push_back(modifier);
    }
}

std::vector<ServiceLine> read_lines(const SessionWords& words, const People& people, const Office& office,
                                    const Directory& directory) {
    std::vector<std::string> usual;
    if (words.services.empty()) {
        if (const auto configured = office.configuration.get("service")) { usual.push_back(*configured); }
    }
    const auto& services = words.services.empty() ? usual : words.services;
    if (services.empty()) {
        throw misuse("a service is needed", "add `service CODE`; 'practice service list' shows them");
    }
    if (services.size() > kMostServices) { throw misuse("a session has at most 50 services"); }
    if (words.price && services.size() > 1) {
        throw misuse("`price` is for one service, and there are " + std::to_string(services.size()),
                     "give each its own: `service CODE=PRICE`");
    }
    std::vector<ServiceLine> lines;
    for (const auto& text : services) {
        const auto word = read_service_word(text);
        if (word.price && words.price) { throw misuse("the price is given twice", "leave out `price`"); }
        const auto& service = directory.find_service(word.code);
        ServiceLine line{service.id, service.code, service.description, word.units, {0, service.price.currency},
                         {},         service.per};
        line.price = line_price(word, service, words, people, office, directory);
        lines.push_back(std::move(line));
    }
    read_modifiers(words, lines);
    if (!total(lines, people.clients.size(), office.require_practice().currency)) {
        throw misuse("the price of the session is too large to be kept", "give a smaller price or fewer units");
    }
    return lines;
}

}  // namespace practice::app
