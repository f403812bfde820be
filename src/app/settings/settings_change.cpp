// SPDX-License-Identifier: MIT
#include "app/settings/settings_change.h"

#include <algorithm>
#include <map>

#include "app/feeds/feeds.h"
#include "store/rows/settings_rows.h"
#include "text/fold.h"

namespace practice::app {
namespace {

/// Inserts what is new and updates the rest; `ids` learns the real id of each new thing.
template <class Thing, class Id>
void save_all(store::Database& database, std::vector<Thing>& things, std::map<Id, Id>& ids) {
    for (auto& thing : things) {
        if (thing.id.stored()) {
            store::update(database, thing);
            continue;
        }
        const Id planned = thing.id;
        thing.id = Id{};
        thing.id = store::insert(database, thing);
        ids.emplace(planned, thing.id);
    }
}

/// New clients stand in `changes` in the order of their values.
void number_clients(SettingsPlan& plan) {
    auto client = plan.clients.begin();
    for (auto& change : plan.changes) {
        if (change.kind != RecordKind<Client>::noun) { continue; }
        change.key = RecordKind<Client>::key(*client++);
    }
}

template <class Id>
Id real(const std::map<Id, Id>& ids, Id id) {
    const auto found = ids.find(id);
    return found == ids.end() ? id : found->second;
}

template <class Id>
void make_real(const std::map<Id, Id>& known, std::vector<Id>& ids) {
    for (auto& id : ids) { id = real(known, id); }
    std::sort(ids.begin(), ids.end());
}

}  // namespace

SettingsPlan plan_against(const Office& office, const Directory& directory, const Settings& settings,
                          const SettingsOptions& options) {
    const SettingsWorld world{
        office.zones, [](std::string_view text) { return text::search_name(text); },
        [](std::string_view text, std::string_view what, std::size_t most) { text::check_text(text, what, most); },
        [&](std::string_view since, std::string_view until) { static_cast<void>(feed_window(office, since, until)); }};
    const Existing existing{office.practice,         directory.professionals(), directory.rooms(), directory.services(),
                            directory.recurrences(), directory.clients(),       directory.feeds()};
    return plan_settings(settings, existing, world, options);
}

void save(store::Database& database, SettingsPlan& plan) {
    std::map<RoomId, RoomId> rooms;
    std::map<ServiceId, ServiceId> services;
    std::map<NamedRecurrenceId, NamedRecurrenceId> recurrences;
    std::map<ProfessionalId, ProfessionalId> professionals;
    std::map<ClientId, ClientId> clients;
    if (plan.practice) { store::save_practice(database, *plan.practice); }
    save_all(database, plan.rooms, rooms);
    save_all(database, plan.services, services);
    save_all(database, plan.recurrences, recurrences);
    for (auto& professional : plan.professionals) {
        if (professional.room) { professional.room = real(rooms, *professional.room); }
    }
    save_all(database, plan.professionals, professionals);
    for (auto& client : plan.clients) { make_real(professionals, client.professionals); }
    save_all(database, plan.clients, clients);
    for (auto& feed : plan.feeds) {
        make_real(professionals, feed.professionals);
        make_real(rooms, feed.rooms);
        make_real(clients, feed.clients);
        make_real(services, feed.services);
    }
    std::map<DeclaredFeedId, DeclaredFeedId> feeds;
    save_all(database, plan.feeds, feeds);
    number_clients(plan);
}

}  // namespace practice::app
