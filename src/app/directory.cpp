// SPDX-License-Identifier: MIT
// Each kind of thing says how it is matched (by number or code, then by name) and how it is called in a
// message; choosing the one, or refusing, is said once, in the_one().
#include "app/directory.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <stdexcept>

#include "app/office.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"
#include "store/rows/settings_rows.h"
#include "text/fold.h"
#include "text/hint_words.h"

namespace practice::app {
namespace {

template <class Thing>
using Found = std::vector<const Thing*>;

/// How well a thing is meant, 0 the best: by its number or code, then as names are (NameLevel).
using Level = int;
constexpr Level kByKey = 0;
constexpr Level kByBeginningOfCode = 1;

Level by_name(NameLevel level) {
    return 1 + static_cast<Level>(level);
}
std::optional<Level> by_name(std::optional<NameLevel> level) {
    return level ? std::optional{by_name(*level)} : std::nullopt;
}

/// How one kind of thing is matched and told of.
template <class Thing>
struct Kind {
    std::string_view noun;  // "client"
    std::string_view by;    // "name or number": what it is found by
    std::string_view sure;  // "number": what only one has
    std::function<std::optional<Level>(const Thing&)> level;
    std::function<std::string(const Thing&)> key;   // what a command takes: "lee", "3", "Room 1"
    std::function<std::string(const Thing&)> name;  // "Dana Lee"
    std::function<std::string(const Thing&)> line;  // of a list of candidates
};

template <class Thing>
Refusal ambiguous(const Kind<Thing>& kind, std::string_view text, const Found<Thing>& found) {
    Problem problem;
    problem.message =
        quoted(text) + " could be any of " + std::to_string(found.size()) + " " + std::string{kind.noun} + "s";
    problem.hint = "say which by " + std::string{kind.sure} + ", such as " + text::shell_word(kind.key(*found.front()));
    for (const auto* thing : found) { problem.details.push_back(kind.line(*thing)); }
    return Refusal{RefusalKind::ambiguous, std::move(problem)};
}

/// After so many, what could have been meant is not looked for any more: nobody reads that far.
constexpr int kMostHints = 200;
/// From so many names on, an index pays.
constexpr std::size_t kIndexFrom = 8;

/// Without its hint.
template <class Thing>
Refusal plainly_not_found(const Kind<Thing>& kind, std::string_view text) {
    return Refusal{RefusalKind::not_found,
                   "no " + std::string{kind.noun} + " has the " + std::string{kind.by} + " " + quoted(text),
                   "see: practice " + std::string{kind.noun} + " list"};
}

/// Those that are meant best.
template <class Thing>
struct Best {
    std::optional<Level> level;
    Found<Thing> things;

    void add(const Thing& thing, Level at) {
        if (level && *level < at) { return; }
        if (level != at) { things.clear(); }
        level = at;
        things.push_back(&thing);
    }
    [[nodiscard]] bool before(const Best& other) const { return level && (!other.level || *level < *other.level); }
};

/// Whom a text means: among one's own, among the others, and among the archived.
template <class Thing>
struct Meant {
    Best<Thing> own;
    Best<Thing> others;
    Best<Thing> archived;

    void add(const Thing& thing, std::optional<Level> level, bool is_own) {
        if (level) { (thing.archived ? archived : is_own ? own : others).add(thing, *level); }
    }
    /// Of what is in use, when that is one or several.
    [[nodiscard]] Found<Thing> current() const {
        if (!others.before(own)) { return own.level ? own.things : others.things; }
        // Whoever has that full name is meant, whoever's client that is. By less than a full name several are.
        const bool decides = !own.level || *others.level <= by_name(NameLevel::full);
        if (decides) { return others.things; }
        auto all = own.things;
        all.insert(all.end(), others.things.begin(), others.things.end());
        return all;
    }
    /// Whether somebody archived is meant rather than anybody in use.
    [[nodiscard]] bool is_archived() const { return archived.before(own) && archived.before(others); }
};

template <class Thing>
Refusal archived_one(const Kind<Thing>& kind, std::string_view text, const Meant<Thing>& meant) {
    const Thing& one = *meant.archived.things.front();
    Problem problem;
    problem.message = "no " + std::string{kind.noun} + " in use has the " + std::string{kind.by} + " " + quoted(text);
    problem.hint = kind.name(one) + " is archived; bring it back with: practice " + std::string{kind.noun} +
                   " unarchive " + text::shell_word(kind.key(one));
    if (const auto current = meant.current(); current.size() == 1) {
        problem.hint +=
            "; or say " + text::shell_word(kind.key(*current.front())) + " for " + kind.name(*current.front());
    }
    return Refusal{RefusalKind::not_found, std::move(problem)};
}

template <class Thing>
Refusal not_found(const Kind<Thing>& kind, std::string_view text, const std::vector<Thing>& all) {
    auto problem = plainly_not_found(kind, text).problems().front();
    std::vector<std::string> names;
    for (const auto& thing : all) {
        if (thing.archived) { continue; }
        const auto key = kind.key(thing);
        const auto name = kind.name(thing);
        if (key != name && (kind.sure == "code" || !all_digits(key))) { names.push_back(key); }
        names.push_back(name);
    }
    if (const auto meant = nearest(text, names); !meant.empty()) {
        problem.hint = "did you mean " + text::either(meant) + "?";
    } else if (!all.empty() && names.empty()) {
        const std::string noun{kind.noun};
        problem.hint = "all " + noun + "s are archived; see: practice " + noun + " list `archived`";
    } else if (names.empty()) {
        problem.hint = "there is none yet; add one with: practice " + std::string{kind.noun} + " add " +
                       (kind.noun == "service" ? "CODE" : "NAME");
    }
    return Refusal{RefusalKind::not_found, std::move(problem)};
}

/// Null: nobody is meant.
template <class Thing>
const Thing* the_one(const Kind<Thing>& kind, std::string_view text, const Meant<Thing>& meant, Archived archived) {
    const bool is_archived = meant.is_archived();
    if (is_archived && archived == Archived::never) { throw archived_one(kind, text, meant); }
    const auto found = is_archived ? meant.archived.things : meant.current();
    if (found.size() > 1) { throw ambiguous(kind, text, found); }
    return found.empty() ? nullptr : found.front();
}

template <class Thing>
const Thing& the_one(const Kind<Thing>& kind, std::string_view text, const std::vector<Thing>& all, Archived archived) {
    if (trimmed(text).empty()) {
        throw misuse("the " + std::string{kind.noun} + "'s " + std::string{kind.by} + " is empty");
    }
    Meant<Thing> meant;
    for (const auto& thing : all) { meant.add(thing, kind.level(thing), false); }
    if (const auto* found = the_one(kind, text, meant, archived)) { return *found; }
    throw not_found(kind, text, all);
}

/// As a code or another word that is compared without case.
std::optional<Level> by_key(std::string_view text, std::string_view key) {
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
Kind<Client> client_kind(const Directory& directory, std::string_view text, const NameQuery& query) {
    std::optional<std::int64_t> number;
    if (all_digits(text)) {
        std::int64_t read = 0;
        std::from_chars(text.data(), text.data() + text.size(), read);
        number = read;
    }
    const auto level = [number, &query](const Client& client) -> std::optional<Level> {
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
    const Kind<Professional> kind{
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
    const Kind<Room> kind{
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
    const auto level = [&](const Service& service) -> std::optional<Level> {
        if (const auto code = by_key(beginning, service.code)) { return code; }
        if (small_letters(service.code).starts_with(beginning)) { return kByBeginningOfCode; }
        const auto described = by_name(query.level(text::search_name(service.description)));
        return described ? std::optional{kByBeginningOfCode + *described} : std::nullopt;
    };
    const Kind<Service> kind{.noun = "service",
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
    Meant<Client> meant;
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
    if (indexed && archived == Archived::never && ++misses_ > kMostHints) { throw plainly_not_found(kind, wanted); }
    throw not_found(kind, wanted, clients());
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
    const Kind<NamedRecurrence> kind{
        .noun = "recurrence", .by = "name", .sure = "name", .level = level, .key = name, .name = name, .line = name};
    return the_one(kind, text, recurrences(), Archived::after_current);
}

std::vector<const Client*> Directory::search_clients(std::string_view text) const {
    const NameQuery query{text::search_name(text)};
    Found<Client> out;
    for (const auto& client : clients()) {
        if (!client.archived && query.level(client.name)) { out.push_back(&client); }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Client* a, const Client* b) { return a->name.folded < b->name.folded; });
    return out;
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
