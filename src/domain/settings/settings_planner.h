// SPDX-License-Identifier: MIT
// Planning, kind by kind: first what others refer to (practice, rooms, services), then people.
#pragma once

#include "domain/settings/settings_shelf.h"
#include "domain/settings/settings_values.h"
#include "practice/same_names.h"

namespace practice {

class SettingsPlanner {
public:
    /// All of them must outlive it.
    SettingsPlanner(const Settings& settings, const Existing& existing, const SettingsWorld& world,
                    const SettingsOptions& options);
    [[nodiscard]] SettingsPlan plan();

private:
    void plan_practice();
    [[nodiscard]] std::optional<Practice> read_practice(const PracticeEntry& entry);
    void check_currency();

    void plan_rooms();
    void read(const RoomEntry& entry, Room& room, bool is_new);
    void plan_services();
    void read(const ServiceEntry& entry, Service& service, bool is_new);
    void rename_service(Service& service, const std::string& code);
    void plan_recurrences();
    void read(const RecurrenceEntry& entry, NamedRecurrence& recurrence, bool is_new);

    void plan_professionals();
    void read(const ProfessionalEntry& entry, Professional& professional, bool is_new);
    void plan_clients();
    void read(const ClientEntry& entry, Client& client, bool is_new);
    /// As the name is written, or else without case, accents, hyphens and order.
    [[nodiscard]] std::vector<std::size_t> clients_called(const SearchName& name);
    [[nodiscard]] std::optional<std::size_t> place_of_client(const ClientEntry& entry);
    void read_fees(const std::vector<FeeEntry>& entries, std::map<std::string, Money>& fees);
    void read_professionals_of(const std::vector<Written>& codes, std::vector<ProfessionalId>& ids);

    void plan_feeds();
    void read(const FeedEntry& entry, DeclaredFeed& feed, bool is_new);
    void read_feed_file(const FeedEntry& entry, DeclaredFeed& feed, bool is_new);
    void read_feed_filters(const FeedEntry& entry, DeclaredFeed& feed);
    void check_feed_files();
    [[nodiscard]] std::optional<ClientId> client_meant(const Written& written);

    void settle_all();
    void note_archived_rooms();
    void note_archived_feeds();

    /// Which thing the entry means: the one of its id or of its key, or a new one, `blank`; nullopt after a
    /// problem.
    template <class Thing, class Entry>
    std::optional<std::size_t> place_of(Shelf<Thing>& shelf, const Entry& entry, const Given& key,
                                        const std::string& folded_key, std::string_view kind, Thing blank);
    /// Marks the thing as named by the entry; false (a problem) when another entry did.
    template <class Thing, class Entry>
    bool name_once(Shelf<Thing>& shelf, std::size_t at, const Entry& entry, Spot spot, std::string_view kind);
    /// A new key must be nobody else's.
    template <class Thing>
    void check_unique(Shelf<Thing>& shelf, std::string_view kind);

    const Settings& settings_;
    const Existing& existing_;
    const SettingsOptions& options_;
    SettingsPlan plan_;
    SettingsValues values_;
    /// As it will be; nullopt only while the practice is not set up and cannot be.
    std::optional<Practice> practice_;
    Shelf<Room> rooms_;
    Shelf<Service> services_;
    Shelf<NamedRecurrence> recurrences_;
    Shelf<Professional> professionals_;
    Shelf<Client> clients_;
    SameNames same_clients_;  // made where a name is not written as anybody's is
    std::size_t clients_indexed_ = 0;
    Shelf<DeclaredFeed> feeds_;
};

template <class Thing, class Entry>
bool SettingsPlanner::name_once(Shelf<Thing>& shelf, std::size_t at, const Entry& entry, Spot spot,
                                std::string_view kind) {
    auto& naming = shelf.naming(at);
    if (naming.named) {
        values_.problem(spot, "this " + std::string{kind} + " is here twice",
                        "the first is on line " + std::to_string(naming.spot.line) + "; take one of them out");
        return false;
    }
    naming = {true, !entry.id.has_value(), entry.archived.has_value(), spot};
    return true;
}

template <class Thing, class Entry>
std::optional<std::size_t> SettingsPlanner::place_of(Shelf<Thing>& shelf, const Entry& entry, const Given& key,
                                                     const std::string& folded_key, std::string_view kind,
                                                     Thing blank) {
    std::optional<std::size_t> at;
    if (entry.id) {
        at = shelf.with_id(*entry.id);
    } else {
        if (!key) { return std::nullopt; }
        const auto same = shelf.with_key(folded_key);
        if (!same.empty()) { at = same.front(); }
        if (at && options_.only_new) {
            const auto [known, name] = key_and_name(shelf.now[*at]);
            values_.problem(
                key->spot,
                "there is a " + std::string{kind} + " " + known + " already" +
                    (shelf.now[*at].archived ? ", archived" : ""),
                kind == "recurrence"
                    ? "choose another name; to have this one mean something else: practice recurrence delete " + known +
                          " `yes`"
                    : "choose another, or see: practice " + std::string{kind} + " edit `help`");
            return std::nullopt;
        }
    }
    if (!at) { at = shelf.add(std::move(blank), folded_key); }
    if (!name_once(shelf, *at, entry, key ? key->spot : entry.spot, kind)) { return std::nullopt; }
    return at;
}

template <class Thing>
void SettingsPlanner::check_unique(Shelf<Thing>& shelf, std::string_view kind) {
    std::unordered_map<std::string, std::size_t> seen;
    for (std::size_t i = 0; i < shelf.size(); ++i) {
        const auto [other, first] = seen.emplace(match_key(shelf.now[i]), i);
        if (first) { continue; }
        const std::size_t renamed = shelf.naming(i).named ? i : other->second;
        const std::size_t known = renamed == i ? other->second : i;
        values_.problem(shelf.naming(renamed).spot, "another " + std::string{kind} + " is called " +
                                                        key_and_name(shelf.now[known]).first + " already");
    }
}

/// Each once, in the order in which they are stored: new ones behind the others and in their own order, since so will
/// they be numbered.
template <class Tag>
std::vector<Id<Tag>> as_stored(std::vector<Id<Tag>> ids) {
    std::sort(ids.begin(), ids.end(), [](Id<Tag> a, Id<Tag> b) {
        const auto place = [](Id<Tag> id) {
            return id.is_planned() ? std::pair{true, static_cast<std::int64_t>(id.place())}
                                   : std::pair{false, id.value};
        };
        return place(a) < place(b);
    });
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

}  // namespace practice
