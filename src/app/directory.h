// SPDX-License-Identifier: MIT
// Everything that has a name: professionals, rooms, services, clients, named recurrences. Finds the one
// that somebody means by what they typed (contract: Names), or refuses with what they could have meant:
// Refusal(not_found) with the nearest, Refusal(ambiguous) with all candidates.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "app/client_index.h"
#include "practice/client.h"
#include "practice/feeds/declared_feed.h"
#include "practice/named_recurrence.h"
#include "practice/professional.h"
#include "practice/room.h"
#include "practice/service.h"
#include "practice/session.h"
#include "store/database.h"

namespace practice::app {

struct Office;

/// Whether archived things may be found. With `after_current` they are when no current one matches;
/// with `never` (for new bookings) they are only named in the hint.
enum class Archived { never, after_current };
inline constexpr std::size_t kArchivedKinds = 2;

class Directory {
public:
    /// Null is an empty practice. Each list is read when it is first asked for, once; references and
    /// pointers into it stay valid as long as the directory. A changing verb makes its directory after
    /// its Change, so that what it decides on is what it writes to.
    explicit Directory(store::Database* database) : database_{database} {}
    explicit Directory(Office& office);

    // All of them, archived ones included, by id.
    [[nodiscard]] const std::vector<Professional>& professionals() const;
    [[nodiscard]] const std::vector<Room>& rooms() const;
    [[nodiscard]] const std::vector<Service>& services() const;
    [[nodiscard]] const std::vector<Client>& clients() const;
    [[nodiscard]] const std::vector<NamedRecurrence>& recurrences() const;
    [[nodiscard]] const std::vector<DeclaredFeed>& feeds() const;

    // By id, archived ones too. REQUIRES: there is one (ids out of stored rows).
    [[nodiscard]] const Professional& with_id(ProfessionalId id) const;
    [[nodiscard]] const Room& with_id(RoomId id) const;
    [[nodiscard]] const Service& with_id(ServiceId id) const;
    [[nodiscard]] const Client& with_id(ClientId id) const;
    [[nodiscard]] const NamedRecurrence& with_id(NamedRecurrenceId id) const;

    // The same question is looked into once: many of them cost little.
    /// By code, or by name.
    [[nodiscard]] const Professional& find_professional(std::string_view text,
                                                        Archived archived = Archived::never) const;
    /// By name.
    [[nodiscard]] const Room& find_room(std::string_view text, Archived archived = Archived::never) const;
    /// By code, by the beginning of a code, or by description.
    [[nodiscard]] const Service& find_service(std::string_view text, Archived archived = Archived::never) const;
    /// By number, or by name: among the clients of `of` first, when given, then among all.
    [[nodiscard]] const Client& find_client(std::string_view text, std::optional<ProfessionalId> of = std::nullopt,
                                            Archived archived = Archived::never) const;
    /// The identity of the practice; empty: there is none yet.
    [[nodiscard]] const std::string& practice_uid() const;
    /// Null: no client, archived or not, has that number.
    [[nodiscard]] const Client* client_numbered(std::string_view number) const;
    /// Whether `text` names this client: as it is called, or was once and nobody else is now.
    [[nodiscard]] bool is_called(const Client& client, std::string_view text) const;
    [[nodiscard]] const NamedRecurrence& find_recurrence(std::string_view text) const;
    /// The recurrence of exactly that name, without case; null when there is none (the text may be words
    /// or a rule then).
    [[nodiscard]] const NamedRecurrence* recurrence_named(std::string_view text) const;

    /// The clients that any reading of `text` finds ("smi" finds Smith and Al Smithson), by name; current
    /// ones only. For searches and for picking one out of a list.
    [[nodiscard]] std::vector<const Client*> search_clients(std::string_view text) const;

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    /// By what was asked for.
    template <class Thing>
    using Answers = std::unordered_map<std::string, const Thing*, TextHash, std::equal_to<>>;
    template <class Thing>
    using AnswersByArchived = std::array<Answers<Thing>, kArchivedKinds>;

    template <class Thing, class LookUp>
    [[nodiscard]] static const Thing& answered(Answers<Thing>& answers, std::string_view text, LookUp look_up) {
        if (const auto known = answers.find(text); known != answers.end()) { return *known->second; }
        const Thing& found = look_up();
        answers.emplace(text, &found);
        return found;
    }
    [[nodiscard]] const Professional& look_up_professional(std::string_view text, Archived archived) const;
    [[nodiscard]] const Room& look_up_room(std::string_view text, Archived archived) const;
    [[nodiscard]] const Service& look_up_service(std::string_view text, Archived archived) const;
    [[nodiscard]] const Client& look_up_client(std::string_view wanted, std::optional<ProfessionalId> of,
                                               Archived archived) const;

    store::Database* database_;
    mutable std::optional<std::string> practice_uid_;
    mutable std::unordered_map<std::int64_t, std::vector<std::string>> former_names_;  // by client
    mutable std::optional<std::vector<Professional>> professionals_;
    mutable std::optional<std::vector<Room>> rooms_;
    mutable std::optional<std::vector<Service>> services_;
    mutable std::optional<std::vector<Client>> clients_;
    mutable std::optional<std::vector<NamedRecurrence>> recurrences_;
    mutable std::optional<std::vector<DeclaredFeed>> feeds_;

    mutable AnswersByArchived<Professional> found_professionals_;
    mutable AnswersByArchived<Room> found_rooms_;
    mutable AnswersByArchived<Service> found_services_;
    /// By whose clients were asked for (0: nobody's).
    mutable std::map<std::int64_t, AnswersByArchived<Client>> found_clients_;
    mutable std::unique_ptr<ClientIndex> client_index_;  // made when it begins to pay
    mutable std::size_t clients_looked_up_ = 0;
    mutable int misses_ = 0;
};

// As sessions carry them.
[[nodiscard]] ProfessionalName name_of(const Professional& professional);
[[nodiscard]] RoomName name_of(const Room& room);
[[nodiscard]] ClientName name_of(const Client& client);

/// "3  Anna Smith (lee)": one line of a list of candidates.
[[nodiscard]] std::string candidate_line(const Client& client, const Directory& directory);

}  // namespace practice::app
