// SPDX-License-Identifier: MIT
// The things of one kind while settings are compared with them: those that exist, changed in place as the
// entries say, and the new ones behind them. Whatever differs from before in the end is the plan.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "practice/settings/settings_plan.h"

namespace practice {

// What names a thing in a settings file, without case: two things of one kind never share it, clients
// apart.
[[nodiscard]] std::string match_key(const Room& room);
[[nodiscard]] std::string match_key(const Service& service);
[[nodiscard]] std::string match_key(const NamedRecurrence& recurrence);
[[nodiscard]] std::string match_key(const Professional& professional);
/// The exact name.
[[nodiscard]] std::string match_key(const Client& client);
[[nodiscard]] std::string match_key(const DeclaredFeed& feed);

// What commands take for it, and how it is called.
[[nodiscard]] std::pair<std::string, std::string> key_and_name(const Room& room);
[[nodiscard]] std::pair<std::string, std::string> key_and_name(const Service& service);
[[nodiscard]] std::pair<std::string, std::string> key_and_name(const NamedRecurrence& recurrence);
[[nodiscard]] std::pair<std::string, std::string> key_and_name(const Professional& professional);
[[nodiscard]] std::pair<std::string, std::string> key_and_name(const Client& client);
[[nodiscard]] std::pair<std::string, std::string> key_and_name(const DeclaredFeed& feed);

template <class Thing>
class Shelf {
public:
    using Index = std::size_t;

    explicit Shelf(const std::vector<Thing>& before) : now{before}, before_{before}, naming_(before.size()) {
        for (Index i = 0; i < now.size(); ++i) { by_key_[match_key(now[i])].push_back(i); }
    }

    std::vector<Thing> now;

    /// How an entry named a thing.
    struct Naming {
        bool named = false;
        bool by_key = false;
        bool archived_given = false;
        Spot spot;
    };
    [[nodiscard]] Naming& naming(Index at) { return naming_[at]; }
    [[nodiscard]] bool is_new(Index at) const { return at >= before_.size(); }
    [[nodiscard]] const Thing& before(Index at) const { return before_[at]; }
    [[nodiscard]] std::size_t size() const { return now.size(); }

    /// Those with that key, new ones too.
    [[nodiscard]] std::vector<Index> with_key(const std::string& key) const {
        const auto found = by_key_.find(key);
        return found == by_key_.end() ? std::vector<Index>{} : found->second;
    }
    template <class Id>
    [[nodiscard]] std::optional<Index> with_id(Id id) const {
        const auto found = std::lower_bound(before_.begin(), before_.end(), id,
                                            [](const Thing& thing, Id wanted) { return thing.id < wanted; });
        if (found == before_.end() || found->id != id) { return std::nullopt; }
        return static_cast<Index>(found - before_.begin());
    }
    /// Puts a new thing at the end; its id is its place in the plan until it is saved.
    Index add(Thing thing, const std::string& key) {
        thing.id = decltype(thing.id)::planned(now.size() - before_.size());
        now.push_back(std::move(thing));
        naming_.emplace_back();
        by_key_[key].push_back(now.size() - 1);
        return now.size() - 1;
    }

private:
    const std::vector<Thing>& before_;  // by id
    std::vector<Naming> naming_;
    std::unordered_map<std::string, std::vector<Index>> by_key_;
};

/// The fields that differ. Both lists have the same fields.
[[nodiscard]] std::vector<FieldChange> differences(const std::vector<Field>& before, const std::vector<Field>& after);
/// What to tell of a new thing: the fields that have a value, key and name apart.
[[nodiscard]] std::vector<FieldChange> additions(const std::vector<Field>& after, const std::string& key,
                                                 const std::string& name);

/// Moves what differs into `out` and tells it in `plan`; with `prune`, after archiving what no entry named and
/// bringing back what one did. `fields` gives the fields of a thing.
template <class Thing, class Fields>
void settle(Shelf<Thing>& shelf, std::string_view kind, bool prune, Fields fields, std::vector<Thing>& out,
            SettingsPlan& plan) {
    for (std::size_t i = 0; i < shelf.size(); ++i) {
        Thing& thing = shelf.now[i];
        const auto& naming = shelf.naming(i);
        PlannedChange told;
        told.kind = kind;
        if (shelf.is_new(i)) {
            std::tie(told.key, told.name) = key_and_name(thing);
            told.act = PlannedAct::add;
            told.fields = additions(fields(thing), told.key, told.name);
        } else {
            const Thing& before = shelf.before(i);
            if (prune && !naming.archived_given) { thing.archived = !naming.named; }
            std::tie(told.key, told.name) = key_and_name(before);
            if (naming.by_key && thing.archived && before.archived && !naming.archived_given) {
                plan.notes.push_back(std::string{kind} + " " + told.key +
                                     (told.key == told.name ? "" : " (" + told.name + ")") +
                                     " is archived and stays so; write archived: no to bring it back");
            }
            if (thing == before) {
                plan.unchanged += naming.named ? 1 : 0;
                continue;
            }
            told.fields = differences(fields(before), fields(thing));
            const bool archived = thing.archived && !before.archived && told.fields.size() == 1;
            told.act = archived ? PlannedAct::archive : PlannedAct::change;
        }
        out.push_back(thing);
        plan.changes.push_back(std::move(told));
    }
}

}  // namespace practice
