// SPDX-License-Identifier: MIT
#include "app/directory.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "app/meant_thing.h"
#include "app/office.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"
#include "store/rows/settings_rows.h"
#include "text/fold.h"
#include "text/hint_words.h"

namespace practice::app {
namespace {

/// After so many, what could have been meant is not looked for any more: nobody reads that far.
constexpr int kMostHints = 200;
/// From so many names on, an index pays.
constexpr std::size_t kIndexFrom = 8;

/// As a code or another word that is compared without case.
std::optional<MeantLevel> by_key(std::string_view text, std::string_view key) {
    return small_letters(text) == small_letters(key) ? std::optional{kByKey} : std::nullopt;
}

std::size_t index_of(Archived archived) {
    return static_cast<std::size_t>(archived);
}

template <class Thing, class IdOf>
const Thing& by_id(const std::vector<Thing>& all, IdOf id) {
    const auto at =
        std::lower_bound(all.begin(), all.end(), id, [](const Thing& thing, IdOf wanted) { return thing.id < wanted; });
    if (at == all.end() || at->id != id) { throw std::logic_error{"an id that no stored row has"}; }
    return *at;
}

template <class Thing, class Load>
const std::vector<Thing>& loaded(std::optional<std::vector<Thing>>& list, store::Database* database, Load load) {
    if (!list) { list = database != nullptr ? load(*database) : std::vector<Thing>{}; }
    return *list;
}

/// A number means a client's number and nothing else.
ThingKind<Client> client_kind(const Directory& directory, std::string_view text, const NameQuery& query) {
    std::optional<std::int64_t> number;
    if (all_digits(text)) {
        std::int64_t read = 0;
        std::from_chars(text.data(), text.data() + text.size(), read);
        number = read;
    }
    const auto level = [number, &query](const Client& client) -> std::optional<MeantLevel> {
        if (!number) { return by_name(query.level(client.name)); }
        return client.id.value == *number ? std::optional{kByKey} : std::nullopt;
    };
    return {.noun = "client",
            .by = "name or number",
            .sure = "number",
            .level = level,
            .key = [](const Client& client) { return std::to_string(client.id.value); },
            .name = [](const Client& client) { return client.name.text; },
            .line = [&directory](const Client& client) { return candidate_line(client, directory); }};
}

}  // namespace

Directory::Directory(Office& office) : Directory{office.database ? &*office.database : nullptr} {}

const std::vector<Professional>& Directory::professionals() const {
    return loaded(professionals_, database_, store::load_professionals);
}
const std::vector<Room>& Directory::rooms() const {
    return loaded(rooms_, database_, store::load_rooms);
}
const std::vector<Service>& Directory::services() const {
    return loaded(services_, database_, store::load_services);
}
const std::vector<Client>& Directory::clients() const {
    return loaded(clients_, database_, store::load_clients);
}
const std::vector<NamedRecurrence>& Directory::recurrences() const {
    return loaded(recurrences_, database_, store::load_recurrences);
}
const std::vector<DeclaredFeed>& Directory::feeds() const {
    return loaded(feeds_, database_, store::load_feeds);
}

const Professional& Directory::with_id(ProfessionalId id) const {
    return by_id(professionals(), id);
}
const Room& Directory::with_id(RoomId id) const {
    return by_id(rooms(), id);
}
const Service& Directory::with_id(ServiceId id) const {
    return by_id(services(), id);
}
const Client& Directory::with_id(ClientId id) const {
    return by_id(clients(), id);
}

const NamedRecurrence& Directory::with_id(NamedRecurrenceId id) const {
    return by_id(recurrences(), id);
}

const Professional& Directory::find_professional(std::string_view text, Archived archived) const {
    return answered(found_professionals_.at(index_of(archived)), text,
                    [&]() -> const Professional& { return look_up_professional(text, archived); });
}

const Professional& Directory::look_up_professional(std::string_view text, Archived archived) const {
    const NameQuery query{text::search_name(text)};
    const auto level = [&](const Professional& one) {
        const auto code = by_key(trimmed(text), one.code);
        return code ? code : by_name(query.level(one.name));
    };
    const ThingKind<Professional> kind{
        .noun = "professional",
        .by = "code or name",
        .sure = "code",
        .level = level,
        .key = [](const Professional& professional) { return professional.code; },
        .name = [](const Professional& professional) { return professional.name.text; },
        .line = [](const Professional& professional) { return professional.code + "  " + professional.name.text; }};
    return the_one(kind, text, professionals(), archived);
}

const Room& Directory::find_room(std::string_view text, Archived archived) const {
    return answered(found_rooms_.at(index_of(archived)), text,
                    [&]() -> const Room& { return look_up_room(text, archived); });
}

const Room& Directory::look_up_room(std::string_view text, Archived archived) const {
    const NameQuery query{text::search_name(text)};
    const auto name = [](const Room& room) { return room.name.text; };
    const ThingKind<Room> kind{
        .noun = "room",
        .by = "name",
        .sure = "full name",
        .level = [&](const Room& room) { return by_name(query.level(room.name)); },
        .key = name,
        .name = name,
        .line = [](const Room& room) { return room.name.text + "  " + std::string{to_string(room.kind)}; }};
    return the_one(kind, text, rooms(), archived);
}

const Service& Directory::find_service(std::string_view text, Archived archived) const {
    return answered(found_services_.at(index_of(archived)), text,
                    [&]() -> const Service& { return look_up_service(text, archived); });
}

const Service& Directory::look_up_service(std::string_view text, Archived archived) const {
    const NameQuery query{text::search_name(text)};
    const auto beginning = small_letters(trimmed(text));
    const auto level = [&](const Service& service) -> std::optional<MeantLevel> {
        if (const auto code = by_key(beginning, service.code)) { return code; }
        if (small_letters(service.code).starts_with(beginning)) { return kByBeginningOfCode; }
        const auto described = by_name(query.level(text::search_name(service.description)));
        return described ? std::optional{kByBeginningOfCode + *described} : std::nullopt;
    };
    const ThingKind<Service> kind{
        .noun = "service",
        .by = "code",
        .sure = "code",
        .level = level,
        .key = [](const Service& service) { return service.code; },
        .name = [](const Service& service) { return service.description; },
        .line = [](const Service& service) { return service.code + "  " + service.description; }};
    return the_one(kind, text, services(), archived);
}

const Client& Directory::find_client(std::string_view text, std::optional<ProfessionalId> of, Archived archived) const {
    const auto wanted = trimmed(text);
    auto& answers = found_clients_[of ? of->value : 0].at(index_of(archived));
    return answered(answers, wanted, [&]() -> const Client& {
        const auto& found = look_up_client(wanted, of, archived);
        if (!client_index_ && ++clients_looked_up_ == kIndexFrom) {
            client_index_ = std::make_unique<ClientIndex>(clients());
        }
        return found;
    });
}

const Client& Directory::look_up_client(std::string_view wanted, std::optional<ProfessionalId> of,
                                        Archived archived) const {
    const NameQuery query{text::search_name(wanted)};
    const auto kind = client_kind(*this, wanted, query);
    if (wanted.empty()) { return the_one(kind, wanted, clients(), archived); }
    MeantThings<Client> meant;
    const auto look_at = [&](const Client& client) {
        const auto& theirs = client.professionals;
        meant.add(client, kind.level(client), of && std::binary_search(theirs.begin(), theirs.end(), *of));
    };
    const bool indexed = client_index_ && !all_digits(wanted);
    if (indexed) {
        for (const auto* client : client_index_->candidates(query)) { look_at(*client); }
    } else {
        for (const auto& client : clients()) { look_at(client); }
    }
    if (const auto* found = the_one(kind, wanted, meant, archived)) { return *found; }
    if (indexed && archived == Archived::never && ++misses_ > kMostHints) { throw plainly_nothing_meant(kind, wanted); }
    throw nothing_meant(kind, wanted, clients());
}

const NamedRecurrence* Directory::recurrence_named(std::string_view text) const {
    const auto wanted = small_letters(trimmed(text));
    for (const auto& recurrence : recurrences()) {
        if (!recurrence.archived && small_letters(recurrence.name) == wanted) { return &recurrence; }
    }
    return nullptr;
}

const NamedRecurrence& Directory::find_recurrence(std::string_view text) const {
    const auto name = [](const NamedRecurrence& recurrence) { return recurrence.name; };
    const auto level = [&](const NamedRecurrence& recurrence) { return by_key(trimmed(text), recurrence.name); };
    const ThingKind<NamedRecurrence> kind{
        .noun = "recurrence", .by = "name", .sure = "name", .level = level, .key = name, .name = name, .line = name};
    return the_one(kind, text, recurrences(), Archived::after_current);
}

std::vector<const Client*> Directory::search_clients(std::string_view text) const {
    const NameQuery query{text::search_name(text)};
    FoundThings<Client> out;
    for (const auto& client : clients()) {
        if (!client.archived && query.level(client.name)) { out.push_back(&client); }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Client* a, const Client* b) { return a->name.folded < b->name.folded; });
    return out;
}

// Whose client numbers they are, who has one, and what that client was ever called.

const std::string& Directory::practice_uid() const {
    if (!practice_uid_) { practice_uid_ = database_ != nullptr ? store::practice_uid(*database_) : std::string{}; }
    return *practice_uid_;
}

const Client* Directory::client_numbered(std::string_view number) const {
    std::int64_t wanted = 0;  // nobody's
    if (all_digits(number)) { std::from_chars(number.data(), number.data() + number.size(), wanted); }
    const auto& all = clients();
    const auto found = std::lower_bound(all.begin(), all.end(), wanted,
                                        [](const Client& client, std::int64_t id) { return client.id.value < id; });
    return found == all.end() || found->id.value != wanted ? nullptr : &*found;
}

bool Directory::is_called(const Client& client, std::string_view text) const {
    if (text == client.name.text) { return true; }  // nearly all of an export
    const NameQuery query{text::search_name(text)};
    if (query.level(client.name)) { return true; }
    auto known = former_names_.find(client.id.value);
    if (known == former_names_.end()) {
        auto names = database_ != nullptr ? store::former_names(*database_, client.id) : std::vector<std::string>{};
        known = former_names_.emplace(client.id.value, std::move(names)).first;
    }
    const auto is_full = [&](const SearchName& name) {
        const auto level = query.level(name);
        return level && *level <= NameLevel::full;
    };
    return std::ranges::any_of(known->second, [&](const auto& name) { return is_full(text::search_name(name)); }) &&
           std::ranges::none_of(clients(), [&](const Client& other) { return is_full(other.name); });
}

ProfessionalName name_of(const Professional& professional) {
    return {professional.id, professional.code, professional.name.text};
}
RoomName name_of(const Room& room) {
    return {room.id, room.name.text, room.kind, room.capacity, room.link};
}
ClientName name_of(const Client& client) {
    return {client.id, client.name.text};
}

std::string candidate_line(const Client& client, const Directory& directory) {
    std::string out = std::to_string(client.id.value) + "  " + client.name.text;
    std::string codes;
    for (const auto id : client.professionals) { codes += (codes.empty() ? "" : ", ") + directory.with_id(id).code; }
    return codes.empty() ? out : out + " (" + codes + ")";
}

}  // namespace practice::app
