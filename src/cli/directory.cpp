// SPDX-License-Identifier: MIT
// Each kind of thing says how it is matched (by number or code, then by name) and how it is called in a
// message; choosing the one, or refusing, is said once, in the_one().
#include "cli/directory.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <stdexcept>

#include "cli/context.h"
#include "cli/name_hint.h"
#include "practice/plain_text.h"
#include "practice/refusal.h"
#include "store/settings_rows.h"
#include "text/fold.h"

namespace practice::cli {
namespace {

template <class Thing>
using Found = std::vector<const Thing*>;

/// How one kind of thing is matched and told of.
template <class Thing>
struct Kind {
    std::string_view noun;  // "client"
    std::string_view by;    // "name or number": what it is found by
    std::string_view sure;  // "number": what only one has
    std::function<Found<Thing>(const Found<Thing>& candidates)> match;
    std::function<std::string(const Thing&)> key;   // what a command takes: "lee", "3", "Room 1"
    std::function<std::string(const Thing&)> name;  // "Dana Lee"
    std::function<std::string(const Thing&)> line;  // of a list of candidates
};

template <class Thing>
Found<Thing> with_archived(const std::vector<Thing>& all, bool archived) {
    Found<Thing> out;
    for (const auto& thing : all) {
        if (thing.archived == archived) { out.push_back(&thing); }
    }
    return out;
}

template <class Thing>
Refusal ambiguous(const Kind<Thing>& kind, std::string_view text, const Found<Thing>& found) {
    Problem problem;
    problem.message =
        quoted(text) + " could be any of " + std::to_string(found.size()) + " " + std::string{kind.noun} + "s";
    problem.hint = "say which by " + std::string{kind.sure} + ", such as " + shell_word(kind.key(*found.front()));
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

template <class Thing>
Refusal not_found(const Kind<Thing>& kind, std::string_view text, const std::vector<Thing>& all) {
    Problem problem;
    problem.message = "no " + std::string{kind.noun} + " has the " + std::string{kind.by} + " " + quoted(text);
    const std::string command = "practice " + std::string{kind.noun};
    if (const auto archived = kind.match(with_archived(all, true)); !archived.empty()) {
        problem.hint = kind.name(*archived.front()) + " is archived; bring it back with: " + command + " unarchive " +
                       shell_word(kind.key(*archived.front()));
        return Refusal{RefusalKind::not_found, std::move(problem)};
    }
    std::vector<std::string> names;
    for (const auto* thing : with_archived(all, false)) {
        const auto key = kind.key(*thing);
        const auto name = kind.name(*thing);
        if (key != name && (kind.sure == "code" || !all_digits(key))) { names.push_back(key); }
        names.push_back(name);
    }
    if (const auto meant = nearest(text, names); !meant.empty()) {
        problem.hint = "did you mean " + either(meant) + "?";
    } else if (names.empty()) {
        problem.hint = "there is none yet; add one with: " + command + " add";
    } else {
        problem.hint = "see: " + command + " list";
    }
    return Refusal{RefusalKind::not_found, std::move(problem)};
}

template <class Thing>
const Thing& the_one(const Kind<Thing>& kind, std::string_view text, const std::vector<Thing>& all, Archived archived) {
    if (trimmed(text).empty()) {
        throw misuse("the " + std::string{kind.noun} + "'s " + std::string{kind.by} + " is empty");
    }
    auto found = kind.match(with_archived(all, false));
    if (found.empty() && archived == Archived::after_current) { found = kind.match(with_archived(all, true)); }
    if (found.size() > 1) { throw ambiguous(kind, text, found); }
    if (found.empty()) { throw not_found(kind, text, all); }
    return *found.front();
}

template <class Thing>
Found<Thing> matching_name(const SearchName& query, const Found<Thing>& candidates) {
    std::vector<SearchName> names;
    names.reserve(candidates.size());
    for (const auto* thing : candidates) { names.push_back(thing->name); }
    Found<Thing> out;
    for (const auto index : match_name(query, names)) { out.push_back(candidates[index]); }
    return out;
}

/// Those for which `text_of` gives `text`, letters of either case being the same.
template <class Thing, class TextOf>
Found<Thing> equal_without_case(std::string_view text, const Found<Thing>& candidates, TextOf text_of) {
    const auto wanted = small_letters(text);
    Found<Thing> out;
    for (const auto* thing : candidates) {
        if (small_letters(text_of(*thing)) == wanted) { out.push_back(thing); }
    }
    return out;
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

Kind<Client> client_kind(const Directory& directory, std::string_view text, const SearchName& query) {
    const auto match = [text, &query](const Found<Client>& candidates) {
        if (!all_digits(text)) { return matching_name(query, candidates); }
        std::int64_t number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        Found<Client> out;
        std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(out),
                     [&](const Client* client) { return client->id.value == number; });
        return out;
    };
    return {.noun = "client",
            .by = "name or number",
            .sure = "number",
            .match = match,
            .key = [](const Client& client) { return std::to_string(client.id.value); },
            .name = [](const Client& client) { return client.name.text; },
            .line = [&directory](const Client& client) { return candidate_line(client, directory); }};
}

}  // namespace

Directory::Directory(Context& context) : Directory{context.database ? &*context.database : nullptr} {}

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
    const auto query = text::search_name(text);
    const auto match = [&](const Found<Professional>& candidates) {
        const auto by_code = equal_without_case(trimmed(text), candidates, [](const auto& one) { return one.code; });
        return by_code.empty() ? matching_name(query, candidates) : by_code;
    };
    const Kind<Professional> kind{
        .noun = "professional",
        .by = "code or name",
        .sure = "code",
        .match = match,
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
    const auto query = text::search_name(text);
    const auto name = [](const Room& room) { return room.name.text; };
    const Kind<Room> kind{
        .noun = "room",
        .by = "name",
        .sure = "full name",
        .match = [&](const Found<Room>& candidates) { return matching_name(query, candidates); },
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
    const auto query = text::search_name(text);
    const auto match = [&](const Found<Service>& candidates) {
        const auto code = [](const Service& service) { return service.code; };
        auto found = equal_without_case(trimmed(text), candidates, code);
        if (!found.empty()) { return found; }
        const auto beginning = small_letters(trimmed(text));
        std::vector<SearchName> descriptions;
        for (const auto* service : candidates) {
            if (small_letters(service->code).starts_with(beginning)) { found.push_back(service); }
            descriptions.push_back(text::search_name(service->description));
        }
        if (!found.empty()) { return found; }
        for (const auto index : match_name(query, descriptions)) { found.push_back(candidates[index]); }
        return found;
    };
    const Kind<Service> kind{.noun = "service",
                             .by = "code",
                             .sure = "code",
                             .match = match,
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
    const auto query = text::search_name(wanted);
    const auto kind = client_kind(*this, wanted, query);
    const bool indexed = client_index_ && !wanted.empty() && !all_digits(wanted);
    const auto current = indexed ? client_index_->candidates(query) : with_archived(clients(), false);
    if (of && !wanted.empty()) {
        auto theirs = current;
        std::erase_if(theirs, [&](const Client* client) {
            return !std::binary_search(client->professionals.begin(), client->professionals.end(), *of);
        });
        const auto found = kind.match(theirs);
        if (found.size() > 1) { throw ambiguous(kind, wanted, found); }
        if (found.size() == 1) { return *found.front(); }
    }
    if (indexed) {
        const auto found = kind.match(current);
        if (found.size() > 1) { throw ambiguous(kind, wanted, found); }
        if (found.size() == 1) { return *found.front(); }
        if (archived == Archived::never && ++misses_ > kMostHints) { throw plainly_not_found(kind, wanted); }
    }
    return the_one(kind, wanted, clients(), archived);
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
    const auto match = [&](const Found<NamedRecurrence>& candidates) {
        return equal_without_case(trimmed(text), candidates, name);
    };
    const Kind<NamedRecurrence> kind{
        .noun = "recurrence", .by = "name", .sure = "name", .match = match, .key = name, .name = name, .line = name};
    return the_one(kind, text, recurrences(), Archived::after_current);
}

std::vector<const Client*> Directory::search_clients(std::string_view text) const {
    const auto candidates = with_archived(clients(), false);
    std::vector<SearchName> names;
    names.reserve(candidates.size());
    for (const auto* client : candidates) { names.push_back(client->name); }
    Found<Client> out;
    for (const auto index : search_names(text::search_name(text), names)) { out.push_back(candidates[index]); }
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

}  // namespace practice::cli
