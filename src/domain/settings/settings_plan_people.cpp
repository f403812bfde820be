// SPDX-License-Identifier: MIT
// Professionals and clients: those who refer to rooms, services and each other.
#include <algorithm>

#include "domain/settings/settings_planner.h"
#include "practice/plain_text.h"

namespace practice {

void SettingsPlanner::plan_professionals() {
    if (!settings_.professionals) { return; }
    for (const auto& entry : *settings_.professionals) {
        std::string code;
        values_.code(entry.code, "the code of a professional", code, false);
        if (!entry.id && !entry.code && !entry.incomplete) {
            values_.problem(entry.spot, "this professional has no code", "add a short one such as code: lee");
        }
        if (!entry.id && code.empty()) { continue; }
        const auto at =
            place_of(professionals_, entry, entry.code, small_letters(code), "professional", Professional{});
        if (!at) { continue; }
        if (!code.empty()) { professionals_.now[*at].code = code; }
        read(entry, professionals_.now[*at], professionals_.is_new(*at));
    }
    check_unique(professionals_, "professional");
}

void SettingsPlanner::read(const ProfessionalEntry& entry, Professional& professional, bool is_new) {
    if (is_new && !entry.name && !entry.incomplete) {
        values_.problem(entry.code ? entry.code->spot : entry.spot,
                        "professional " + professional.code + " has no name", "add name: Dana Lee");
    }
    values_.name(entry.name, "the professional's name", professional.name);
    values_.email(entry.email, professional.email);
    values_.phone(entry.phone, professional.phone);
    if (entry.room && clears(*entry.room)) {
        professional.room.reset();
    } else if (entry.room) {
        const auto found = rooms_.with_key(values_.world().search_name(entry.room->text).folded);
        if (!found.empty()) {
            professional.room = rooms_.now[found.front()].id;
        } else {
            std::vector<std::string> names;
            for (const auto& room : rooms_.now) { names.push_back(room.name.text); }
            auto hint = did_you_mean(entry.room->text, names);
            if (hint.empty()) { hint = "add it to the rooms first"; }
            values_.problem(entry.room->spot, "there is no room " + quoted(entry.room->text), std::move(hint));
        }
    }
    if (entry.hours) { values_.hours(*entry.hours, professional.hours); }
    if (entry.fees) { read_fees(*entry.fees, professional.fees); }
    if (entry.time_off) { values_.time_off(*entry.time_off, professional.time_off); }
    values_.yes_or_no(entry.archived, "archived", professional.archived);
}

void SettingsPlanner::plan_clients() {
    if (!settings_.clients) { return; }
    for (const auto& entry : *settings_.clients) {
        const auto at = place_of_client(entry);
        if (at) { read(entry, clients_.now[*at], clients_.is_new(*at)); }
    }
}

std::vector<std::size_t> SettingsPlanner::clients_called(const SearchName& name) {
    auto same = clients_.with_key(name.text);
    if (!same.empty()) { return same; }
    for (; clients_indexed_ < clients_.size(); ++clients_indexed_) {
        same_clients_.add(clients_.now[clients_indexed_].name, clients_indexed_);
    }
    return same_clients_.of(name);
}

/// By number, when there is one; else by the name, which two clients may share: as it is written, or else without case,
/// accents, hyphens and order.
std::optional<std::size_t> SettingsPlanner::place_of_client(const ClientEntry& entry) {
    const Spot spot = entry.number ? entry.number->spot : entry.name ? entry.name->spot : entry.spot;
    std::optional<std::size_t> at;
    if (entry.id || entry.number) {
        ClientId id = entry.id.value_or(ClientId{});
        if (entry.number) {
            const auto digits = trimmed(entry.number->text);
            constexpr std::size_t most_digits = 18;
            if (all_digits(digits) && digits.size() <= most_digits) { id = {std::stoll(std::string{digits})}; }
        }
        at = clients_.with_id(id);
        if (!at) {
            values_.problem(
                spot,
                "no client has the number " + quoted(entry.number ? entry.number->text : std::to_string(id.value)),
                "leave the number out for a new client");
            return std::nullopt;
        }
    } else {
        if (!entry.name) {
            if (!entry.incomplete) { values_.problem(entry.spot, "this client has no name", "add name: Anna Smith"); }
            return std::nullopt;
        }
        SearchName name;
        values_.name(entry.name, "the client's name", name);
        if (name.text.empty()) { return std::nullopt; }
        const auto same = options_.same_name_is_new ? std::vector<std::size_t>{} : clients_called(name);
        if (same.size() > 1) {
            std::string numbers;
            for (const auto index : same) {
                numbers += (numbers.empty() ? "" : ", ") + std::to_string(clients_.now[index].id.value);
            }
            values_.problem(spot, std::to_string(same.size()) + " clients are called " + name.text,
                            "say which by its number, one of " + numbers +
                                ", for example number: " + std::to_string(clients_.now[same.front()].id.value));
            return std::nullopt;
        }
        if (!same.empty()) { at = same.front(); }
        if (!at) { at = clients_.add(Client{}, name.text); }
    }
    if (clients_.naming(*at).named && !entry.number) {
        values_.problem(
            spot,
            "two clients of one name are here; the first is on line " + std::to_string(clients_.naming(*at).spot.line),
            "take one of them out; if there are two such clients, add the second with "
            "'practice client add NAME `allow-duplicate`' and give each its number here");
        return std::nullopt;
    }
    if (!name_once(clients_, *at, entry, spot, "client")) { return std::nullopt; }
    return at;
}

void SettingsPlanner::read(const ClientEntry& entry, Client& client, bool is_new) {
    // Who was found by the name has it, and keeps it as it is written there.
    const bool is_found_by_name = !is_new && !entry.id && !entry.number;
    if (!is_found_by_name) {
        values_.name(entry.name, "the client's name", client.name);
    } else if (const auto written = values_.world().search_name(trimmed(entry.name->text)).text;
               written != client.name.text) {
        const auto number = std::to_string(client.id.value);
        plan_.notes.push_back(quoted(written) + " is client " + number + " (" + client.name.text +
                              "), whose name stays as it is; to change it, write number: " + number + " too");
    }
    if (entry.name && all_digits(trimmed(entry.name->text))) {
        values_.problem(entry.name->spot, "a client's name cannot be a number",
                        "clients get their numbers by themselves");
    }
    values_.email(entry.email, client.email);
    values_.phone(entry.phone, client.phone);
    constexpr std::size_t longest_note = 2000;
    values_.text(entry.note, "the note", client.note, longest_note);
    values_.time_zone(entry.time_zone, client.time_zone, true);
    if (entry.professionals) { read_professionals_of(*entry.professionals, client.professionals); }
    if (entry.fees) { read_fees(*entry.fees, client.fees); }
    values_.yes_or_no(entry.archived, "archived", client.archived);
}

void SettingsPlanner::read_professionals_of(const std::vector<Written>& codes, std::vector<ProfessionalId>& ids) {
    std::vector<ProfessionalId> found;
    for (const auto& code : codes) {
        if (clears(code)) { continue; }
        const auto same = professionals_.with_key(small_letters(trimmed(code.text)));
        if (!same.empty()) {
            found.push_back(professionals_.now[same.front()].id);
            continue;
        }
        std::vector<std::string> known;
        for (const auto& professional : professionals_.now) { known.push_back(professional.code); }
        auto hint = did_you_mean(code.text, known);
        if (hint.empty()) { hint = "give the code of one that there is, or add it to the professionals first"; }
        values_.problem(code.spot, "no professional has the code " + quoted(code.text), std::move(hint));
    }
    ids = as_stored(std::move(found));
}

void SettingsPlanner::read_fees(const std::vector<FeeEntry>& entries, std::map<std::string, Money>& fees) {
    if (!practice_) { return; }
    std::map<std::string, Money> all;
    for (const auto& entry : entries) {
        Money fee{0, practice_->currency};
        const bool none = clears(entry.price);
        if (!none) { values_.price(entry.price, "the fee", practice_->currency, fee); }
        const auto same = services_.with_key(small_letters(trimmed(entry.service.text)));
        if (same.empty()) {
            std::vector<std::string> known;
            for (const auto& service : services_.now) { known.push_back(service.code); }
            auto hint = did_you_mean(entry.service.text, known);
            if (hint.empty()) { hint = "add it to the services first"; }
            values_.problem(entry.service.spot, "there is no service " + quoted(entry.service.text), std::move(hint));
            continue;
        }
        if (!none) { all.insert_or_assign(services_.now[same.front()].code, fee); }
    }
    fees = std::move(all);
}

}  // namespace practice
